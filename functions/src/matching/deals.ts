import { changeReminder, keepDocument, readDeal, readDocument, remind, removeDocument } from "@lingxi/core/matching";
import { draftDealCase } from "@lingxi/core/outcome";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { upload } from "../editing/upload.ts";
import { file } from "../file.ts";

/** What is kept of one need and one offer. */
export const deals = new Hono<Env>()
  .get("/:demandId/offers/:offerId", describe({ summary: "What was done with a need and an offer", verb: readDeal }), async (c) =>
    c.json(await readDeal(c.var.ctx, c.req.param())),
  )
  .post(
    "/:demandId/offers/:offerId/documents",
    describe({ summary: "Keep a PDF up to 4 MB, for staff alone", verb: keepDocument, from: "upload", status: 201 }),
    async (c) => {
      const { file: bytes, text } = await upload(c, keepDocument);
      const said = { kind: text("kind"), personal: text("personal") } as Pick<
        Parameters<typeof keepDocument>[1],
        "kind" | "personal"
      >;
      return c.json(await keepDocument(c.var.ctx, { ...c.req.param(), ...said, file: bytes }), 201);
    },
  )
  .get(
    "/:demandId/offers/:offerId/documents/:documentId",
    describe({ summary: "A document of a need and an offer", verb: readDocument, answers: "application/pdf" }),
    async (c) => {
      const { body, kind, at } = await readDocument(c.var.ctx, c.req.param());
      return file(c, body, "application/pdf", `${kind}-${at.slice(0, 10)}.pdf`);
    },
  )
  .delete(
    "/:demandId/offers/:offerId/documents/:documentId",
    describe({ summary: "Remove a document", verb: removeDocument }),
    async (c) => c.json(await removeDocument(c.var.ctx, c.req.param())),
  )
  .post(
    "/:demandId/offers/:offerId/reminders",
    describe({ summary: "Remember to look at a need and an offer on a day", verb: remind, status: 201 }),
    json(remind),
    async (c) => c.json(await remind(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() }), 201),
  )
  .post(
    "/:demandId/offers/:offerId/reminders/:reminderId",
    describe({ summary: "Move a reminder, or mark it as done", verb: changeReminder }),
    json(changeReminder),
    async (c) => c.json(await changeReminder(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:demandId/offers/:offerId/case",
    describe({ summary: "Make the draft of a case from an agreement", verb: draftDealCase, status: 201 }),
    async (c) => c.json(await draftDealCase(c.var.ctx, c.req.param()), 201),
  );

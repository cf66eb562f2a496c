import {
  createCase,
  editCase,
  getCase,
  listCases,
  listPublicCases,
  publishCase,
  readPublicCase,
  withdrawCase,
} from "@lingxi/core/cases";
import { Hono } from "hono";
import { describe } from "../describe.ts";
import { json, query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** Case studies as the public meets them. */
export const cases = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Published case studies, the newest first, without their texts", verb: listPublicCases }),
    query(listPublicCases),
    async (c) => c.json(await listPublicCases(c.var.ctx, c.req.valid("query"))),
  )
  .get("/:case", describe({ summary: "One published case study, by its id or its address", verb: readPublicCase }), async (c) =>
    c.json(await readPublicCase(c.var.ctx, c.req.param())),
  );

/** What organisers and editors do with case studies. */
export const writeCases = new Hono<Env>()
  .get("/", describe({ summary: "Case studies by state", verb: listCases }), query(listCases), async (c) =>
    c.json(await listCases(c.var.ctx, c.req.valid("query") as object)),
  )
  .post(
    "/",
    describe({ summary: "Write a new case study as a draft", verb: createCase, status: 201 }),
    json(createCase),
    async (c) => c.json(await createCase(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:caseId", describe({ summary: "One case study's draft", verb: getCase }), async (c) =>
    c.json(await getCase(c.var.ctx, c.req.param())),
  )
  .put("/:caseId", describe({ summary: "Change the draft", verb: editCase }), json(editCase), async (c) =>
    c.json(await editCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") })),
  )
  .post("/:caseId/publish", describe({ summary: "Publish the draft", verb: publishCase }), json(publishCase), async (c) =>
    c.json(await publishCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") })),
  )
  .post(
    "/:caseId/withdraw",
    describe({ summary: "Take away from the public", verb: withdrawCase }),
    json(withdrawCase),
    async (c) => c.json(await withdrawCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") })),
  );

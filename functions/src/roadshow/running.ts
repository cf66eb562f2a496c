import {
  assignJuror,
  clearConflict,
  decideEntry,
  distributeJurors,
  getEntry,
  getRoadshow,
  listEntries,
  listJurors,
  markEntry,
  publishOrder,
  publishResult,
  readOrder,
  removeJuror,
  reopenScore,
  resultsWorkbook,
  saveOrder,
  setCall,
} from "@lingxi/core/roadshow";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { file, xlsx } from "../file.ts";

/** Who scores what. */
const jurors = new Hono<Env>()
  .post("/assign", describe({ summary: "Give a project to a juror", verb: assignJuror }), async (c) =>
    c.json(await assignJuror(c.var.ctx, c.req.param() as Pair)),
  )
  .post("/remove", describe({ summary: "Take a juror off a project", verb: removeJuror }), async (c) =>
    c.json(await removeJuror(c.var.ctx, c.req.param() as Pair)),
  )
  .post("/clear", describe({ summary: "Say that there is no conflict", verb: clearConflict }), async (c) =>
    c.json(await clearConflict(c.var.ctx, c.req.param() as Pair)),
  )
  .post("/reopen", describe({ summary: "Give a score back to its juror", verb: reopenScore }), json(reopenScore), async (c) =>
    c.json(await reopenScore(c.var.ctx, { ...c.req.valid("json"), ...(c.req.param() as Pair) })),
  );

type Pair = { activityId: string; entryId: string; jurorId: string };

/** What organisers do with a roadshow. */
export const running = new Hono<Env>()
  .get("/:activityId", describe({ summary: "A call with its figures", verb: getRoadshow }), async (c) =>
    c.json(await getRoadshow(c.var.ctx, c.req.param())),
  )
  .put("/:activityId", describe({ summary: "Set a call up, or change it", verb: setCall }), json(setCall), async (c) =>
    c.json(await setCall(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/publish",
    describe({ summary: "Publish the result: every submitter is told", verb: publishResult }),
    json(publishResult),
    async (c) => c.json(await publishResult(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .get(
    "/:activityId/entries",
    describe({ summary: "The projects of a roadshow with their results, the best first", verb: listEntries }),
    query(listEntries),
    async (c) => c.json(await listEntries(c.var.ctx, { ...(c.req.valid("query") as object), ...c.req.param() })),
  )
  .get("/:activityId/entries/:entryId", describe({ summary: "One of them with everything", verb: getEntry }), async (c) =>
    c.json(await getEntry(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/entries/:entryId/decide",
    describe({ summary: "Accept, reserve or decline a project", verb: decideEntry }),
    json(decideEntry),
    async (c) => c.json(await decideEntry(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/entries/:entryId/mark",
    describe({ summary: "Mark whether it was presented", verb: markEntry }),
    json(markEntry),
    async (c) => c.json(await markEntry(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .route("/:activityId/entries/:entryId/jurors/:jurorId", jurors)
  .get("/:activityId/jurors", describe({ summary: "The jurors with what they have to do", verb: listJurors }), async (c) =>
    c.json(await listJurors(c.var.ctx, c.req.param())),
  )
  .post("/:activityId/distribute", describe({ summary: "Give every project enough jurors", verb: distributeJurors }), async (c) =>
    c.json(await distributeJurors(c.var.ctx, c.req.param())),
  )
  .get("/:activityId/order", describe({ summary: "The running order with its times", verb: readOrder }), async (c) =>
    c.json(await readOrder(c.var.ctx, c.req.param())),
  )
  .put("/:activityId/order", describe({ summary: "Save the running order", verb: saveOrder }), json(saveOrder), async (c) =>
    c.json(await saveOrder(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/order/publish",
    describe({ summary: "Publish it: those whose time is new or other are told", verb: publishOrder }),
    json(publishOrder),
    async (c) => c.json(await publishOrder(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .get(
    "/:activityId/results",
    describe({ summary: "The results as a workbook (XLSX)", verb: resultsWorkbook, answers: xlsx }),
    query(resultsWorkbook),
    async (c) => {
      const { bytes, title } = await resultsWorkbook(c.var.ctx, { ...c.req.valid("query"), ...c.req.param() });
      return file(c, bytes, xlsx, `${title}.xlsx`);
    },
  );

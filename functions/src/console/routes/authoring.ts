import {
  carryOver,
  closeRegistration,
  copyActivity,
  dropTemplate,
  editAgenda,
  keepTemplate,
  listSeries,
  listTemplates,
  reopenRegistration,
  repeatActivity,
  seeStanding,
} from "@lingxi/core/activity";
import { type Context, Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

const of = (c: Context<Env, "/:activityId/*">) => ({ activityId: c.req.param("activityId") });

/** How activities are written: agenda, copies, series, templates, and what a change would do. */
export const authorActivities = new Hono<Env>()
  .put(
    "/:activityId/agenda",
    describe({ summary: "Change the agenda of an activity", verb: editAgenda }),
    json(editAgenda),
    async (c) => c.json(await editAgenda(c.var.ctx, { ...c.req.valid("json"), ...of(c) })),
  )
  .get("/:activityId/standing", describe({ summary: "How many people a change would concern", verb: seeStanding }), async (c) =>
    c.json(await seeStanding(c.var.ctx, of(c))),
  )
  .post(
    "/:activityId/close",
    describe({ summary: "Close registration before its time", verb: closeRegistration }),
    json(closeRegistration),
    async (c) => c.json(await closeRegistration(c.var.ctx, { ...c.req.valid("json"), ...of(c) })),
  )
  .post(
    "/:activityId/reopen",
    describe({ summary: "Open registration again", verb: reopenRegistration }),
    json(reopenRegistration),
    async (c) => c.json(await reopenRegistration(c.var.ctx, { ...c.req.valid("json"), ...of(c) })),
  )
  .post(
    "/:activityId/copy",
    describe({ summary: "Copy an activity to another time, as a draft", verb: copyActivity, status: 201 }),
    json(copyActivity),
    async (c) => c.json(await copyActivity(c.var.ctx, { ...c.req.valid("json"), ...of(c) }), 201),
  )
  .post(
    "/:activityId/repeat",
    describe({ summary: "Make the next dates of a series, 12 at most", verb: repeatActivity, status: 201 }),
    json(repeatActivity),
    async (c) => c.json(await repeatActivity(c.var.ctx, { ...c.req.valid("json"), ...of(c) }), 201),
  )
  .get("/:activityId/series", describe({ summary: "All dates of its series", verb: listSeries }), async (c) =>
    c.json(await listSeries(c.var.ctx, of(c))),
  )
  .post(
    "/:activityId/carry-over",
    describe({ summary: "Take parts of it over to the later dates of its series", verb: carryOver }),
    json(carryOver),
    async (c) => c.json(await carryOver(c.var.ctx, { ...c.req.valid("json"), ...of(c) })),
  )
  .post(
    "/:activityId/template",
    describe({ summary: "Keep an activity as a template", verb: keepTemplate, status: 201 }),
    json(keepTemplate),
    async (c) => c.json(await keepTemplate(c.var.ctx, { ...c.req.valid("json"), ...of(c) }), 201),
  );

/** Templates that were kept. */
export const activityTemplates = new Hono<Env>()
  .get("/", describe({ summary: "Templates for activities", verb: listTemplates }), query(listTemplates), async (c) =>
    c.json(await listTemplates(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/:templateId/drop",
    describe({ summary: "Take a template off the list", verb: dropTemplate }),
    json(dropTemplate),
    async (c) => c.json(await dropTemplate(c.var.ctx, { ...c.req.valid("json"), templateId: c.req.param("templateId") })),
  );

import {
  askBoth,
  exportJudgements,
  findManagers,
  judgeMatch,
  listAsks,
  listAsksOf,
  listBrokered,
  listMatches,
  listReminders,
  takeStep,
  takeStepBack,
} from "@lingxi/core/matching";
import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { deals } from "./deals.ts";
import { notices } from "./notices.ts";
import { ownRecord } from "./own-record.ts";
import { replies } from "./replies.ts";

/** The broker's desk. */
const matches = new Hono<Env>()
  .get(
    "/judgements",
    describe({ summary: "What was judged, with the texts of both sides", verb: exportJudgements }),
    query(exportJudgements),
    async (c) => c.json(await exportJudgements(c.var.ctx, c.req.valid("query"))),
  )
  .get("/asks", describe({ summary: "Who was asked, and answered", verb: listAsks }), query(listAsks), async (c) =>
    c.json(await listAsks(c.var.ctx, c.req.valid("query") as object)),
  )
  .get(
    "/reminders",
    describe({ summary: "What to look at again, and when", verb: listReminders }),
    query(listReminders),
    async (c) => c.json(await listReminders(c.var.ctx, c.req.valid("query") as object)),
  )
  .get(
    "/managers",
    describe({ summary: "People of the talent pool who may have brokered", verb: findManagers }),
    query(findManagers),
    async (c) => c.json(await findManagers(c.var.ctx, c.req.valid("query") as object)),
  )
  .get(
    "/brokered/:talentId",
    describe({ summary: "The conversions that somebody of the talent pool brought about", verb: listBrokered }),
    async (c) => c.json(await listBrokered(c.var.ctx, { ...c.req.query(), ...c.req.param() })),
  )
  .get(
    "/:demandId/asks",
    describe({ summary: "What both sides of a need's pairs were asked and said", verb: listAsksOf }),
    async (c) => c.json(await listAsksOf(c.var.ctx, c.req.param())),
  )
  .post("/:demandId/offers/:offerId/ask", describe({ summary: "Ask both sides by mail", verb: askBoth }), async (c) =>
    c.json(await askBoth(c.var.ctx, c.req.param())),
  )
  .get("/:demandId", describe({ summary: "The shortlist of a need, with reasons", verb: listMatches }), async (c) =>
    c.json(await listMatches(c.var.ctx, c.req.param())),
  )
  .post(
    "/:demandId/offers/:offerId",
    describe({ summary: "Say whether an offer suits a need", verb: judgeMatch }),
    json(judgeMatch),
    async (c) => c.json(await judgeMatch(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:demandId/offers/:offerId/steps",
    describe({ summary: "Record what was done with a need and an offer", verb: takeStep }),
    json(takeStep),
    async (c) => c.json(await takeStep(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:demandId/offers/:offerId/steps/back",
    describe({ summary: "Take back a step that was recorded by mistake", verb: takeStepBack }),
    json(takeStepBack),
    async (c) => c.json(await takeStepBack(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .route("/", deals);

export const app = appOf({
  api: new Hono<Env>().route("/console/matches", matches),
  pages: new Hono<Env>().route("/my", notices).route("/my", replies).route("/my", ownRecord),
});

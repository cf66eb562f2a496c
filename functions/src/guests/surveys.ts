import { closeSurvey, getSurvey, listTexts, openSurvey, seeResults, writeSurvey } from "@lingxi/core/survey";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

/** The survey of an activity, for those who run it. */
export const surveys = new Hono<Env>()
  .get("/:activityId", describe({ summary: "The survey of an activity", verb: getSurvey }), async (c) =>
    c.json(await getSurvey(c.var.ctx, c.req.param())),
  )
  .put(
    "/:activityId",
    describe({ summary: "Write the survey of an activity", verb: writeSurvey }),
    json(writeSurvey),
    async (c) => c.json(await writeSurvey(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/open",
    describe({ summary: "Open a survey once the activity is over", verb: openSurvey }),
    json(openSurvey),
    async (c) => c.json(await openSurvey(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post("/:activityId/close", describe({ summary: "Close a survey", verb: closeSurvey }), json(closeSurvey), async (c) =>
    c.json(await closeSurvey(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .get("/:activityId/results", describe({ summary: "What was answered, counted", verb: seeResults }), async (c) =>
    c.json(await seeResults(c.var.ctx, c.req.param())),
  )
  .get(
    "/:activityId/texts",
    describe({ summary: "What was written to one question", verb: listTexts }),
    query(listTexts),
    async (c) => {
      const { question = "", ...asked } = c.req.valid("query");
      return c.json(await listTexts(c.var.ctx, { ...asked, question, ...c.req.param() }));
    },
  );

import { draftSummary, publishOutcome, readOutcome, seeOutcome, seeStatistics, withdrawOutcome } from "@lingxi/core/outcome";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

/** What an activity brought, for those who run it. */
export const outcomes = new Hono<Env>()
  .get(
    "/:activityId",
    describe({ summary: "Who registered and came, by kind, chain and source", verb: seeStatistics }),
    async (c) => c.json(await seeStatistics(c.var.ctx, c.req.param())),
  )
  .get(
    "/:activityId/public",
    describe({ summary: "What is told to the public, and what would be now", verb: seeOutcome }),
    async (c) => c.json(await seeOutcome(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/publish",
    describe({ summary: "Show on the activity's page what it brought", verb: publishOutcome }),
    json(publishOutcome),
    async (c) => c.json(await publishOutcome(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/withdraw",
    describe({ summary: "Take it from the page again", verb: withdrawOutcome }),
    json(withdrawOutcome),
    async (c) => c.json(await withdrawOutcome(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/summary",
    describe({ summary: "Make the draft of a case from what an activity brought", verb: draftSummary, status: 201 }),
    async (c) => c.json(await draftSummary(c.var.ctx, c.req.param()), 201),
  );

/** What was published of it, for everybody. */
export const publicOutcomes = new Hono<Env>().get(
  "/:activityId",
  describe({ summary: "What an activity brought, as its organiser published it", verb: readOutcome }),
  async (c) => {
    c.header("cache-control", "public, max-age=300");
    return c.json(await readOutcome(c.var.ctx, c.req.param()));
  },
);

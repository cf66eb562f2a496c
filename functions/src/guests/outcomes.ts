import { draftSummary, publicStatistics, seeStatistics } from "@lingxi/core/outcome";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";

/** What an activity brought, for those who run it. */
export const outcomes = new Hono<Env>()
  .get(
    "/:activityId",
    describe({ summary: "Who registered and came, by kind, chain and source", verb: seeStatistics }),
    async (c) => c.json(await seeStatistics(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/summary",
    describe({ summary: "Make the draft of a case from what an activity brought", verb: draftSummary, status: 201 }),
    async (c) => c.json(await draftSummary(c.var.ctx, c.req.param()), 201),
  );

/** The same for everybody, without small groups. */
export const publicOutcomes = new Hono<Env>().get(
  "/:activityId",
  describe({ summary: "How many came, by kind of organisation", verb: publicStatistics }),
  async (c) => {
    c.header("cache-control", "public, max-age=300");
    return c.json(await publicStatistics(c.var.ctx, c.req.param()));
  },
);

import { approveTalent, countWaitingTalents, declineTalent, getTalent, listTalents } from "@lingxi/core/talent";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** What reviewers do with applications. */
export const reviewTalents = new Hono<Env>()
  .get("/", describe({ summary: "People by state", verb: listTalents }), query(listTalents), async (c) =>
    c.json(await listTalents(c.var.ctx, c.req.valid("query") as object)),
  )
  .get("/waiting", describe({ summary: "How many wait for review", verb: countWaitingTalents }), async (c) =>
    c.json(await countWaitingTalents(c.var.ctx, {})),
  )
  .get("/:talentId", describe({ summary: "One person with everything", verb: getTalent }), async (c) =>
    c.json(await getTalent(c.var.ctx, c.req.param())),
  )
  .post("/:talentId/approve", describe({ summary: "Approve", verb: approveTalent }), json(approveTalent), async (c) =>
    c.json(await approveTalent(c.var.ctx, { ...c.req.valid("json"), talentId: c.req.param("talentId") })),
  )
  .post(
    "/:talentId/decline",
    describe({ summary: "Decline, or take out again", verb: declineTalent }),
    json(declineTalent),
    async (c) => c.json(await declineTalent(c.var.ctx, { ...c.req.valid("json"), talentId: c.req.param("talentId") })),
  );

import { countGuests, inviteGuests, listGuests, previewGuests } from "@lingxi/core/invitation";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

/** Who is invited to an activity. */
export const invitations = new Hono<Env>()
  .get(
    "/:activityId",
    describe({ summary: "The guests of an activity and how far their invitations went", verb: listGuests }),
    query(listGuests),
    async (c) => c.json(await listGuests(c.var.ctx, { ...c.req.valid("query"), ...c.req.param() })),
  )
  .get("/:activityId/counts", describe({ summary: "How many guests reached which stage", verb: countGuests }), async (c) =>
    c.json(await countGuests(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/preview",
    describe({ summary: "Who would be invited, and who not and why", verb: previewGuests }),
    json(previewGuests),
    async (c) => c.json(await previewGuests(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId",
    describe({ summary: "Choose the guests of a round, and draft its mail", verb: inviteGuests, status: 201 }),
    json(inviteGuests),
    async (c) => c.json(await inviteGuests(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() }), 201),
  );

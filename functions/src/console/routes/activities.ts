import {
  cancelActivity,
  createActivity,
  editActivity,
  getActivity,
  listActivities,
  listRegistrations,
  publishActivity,
} from "@lingxi/core/activity";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** What organisers do with activities. */
export const runActivities = new Hono<Env>()
  .get("/", describe({ summary: "Activities by state", verb: listActivities }), query(listActivities), async (c) =>
    c.json(await listActivities(c.var.ctx, c.req.valid("query") as object)),
  )
  .post(
    "/",
    describe({ summary: "Write a new activity as a draft", verb: createActivity, status: 201 }),
    json(createActivity),
    async (c) => c.json(await createActivity(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:activityId", describe({ summary: "One activity with its figures", verb: getActivity }), async (c) =>
    c.json(await getActivity(c.var.ctx, c.req.param())),
  )
  .put("/:activityId", describe({ summary: "Change an activity", verb: editActivity }), json(editActivity), async (c) =>
    c.json(await editActivity(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .post("/:activityId/publish", describe({ summary: "Publish", verb: publishActivity }), json(publishActivity), async (c) =>
    c.json(await publishActivity(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .post("/:activityId/cancel", describe({ summary: "Cancel for good", verb: cancelActivity }), json(cancelActivity), async (c) =>
    c.json(await cancelActivity(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .get(
    "/:activityId/registrations",
    describe({ summary: "Who registered", verb: listRegistrations }),
    query(listRegistrations),
    async (c) => c.json(await listRegistrations(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  );

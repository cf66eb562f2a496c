import {
  approveRegistration,
  cancelActivity,
  createActivity,
  createCode,
  editActivity,
  endCode,
  enterRegistrations,
  getActivity,
  listActivities,
  listCodes,
  listForms,
  listRegistrations,
  publishActivity,
  refuseRegistration,
  saveForm,
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
  )
  .post(
    "/:activityId/registrations",
    describe({ summary: "Enter people whom staff know of, 50 at most", verb: enterRegistrations }),
    json(enterRegistrations),
    async (c) => c.json(await enterRegistrations(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .post(
    "/:activityId/registrations/:person/approve",
    describe({ summary: "Approve a request", verb: approveRegistration }),
    json(approveRegistration),
    async (c) => c.json(await approveRegistration(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/registrations/:person/refuse",
    describe({ summary: "Refuse a request with a reason", verb: refuseRegistration }),
    json(refuseRegistration),
    async (c) => c.json(await refuseRegistration(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .get(
    "/:activityId/forms",
    describe({ summary: "Versions of the registration form, the newest first", verb: listForms }),
    query(listForms),
    async (c) => c.json(await listForms(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .post(
    "/:activityId/forms",
    describe({ summary: "Make the next version of the registration form", verb: saveForm, status: 201 }),
    json(saveForm),
    async (c) => c.json(await saveForm(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") }), 201),
  )
  .get("/:activityId/codes", describe({ summary: "Invitation codes", verb: listCodes }), query(listCodes), async (c) =>
    c.json(await listCodes(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .post(
    "/:activityId/codes",
    describe({ summary: "Make an invitation code", verb: createCode, status: 204 }),
    json(createCode),
    async (c) => {
      await createCode(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") });
      return c.body(null, 204);
    },
  )
  .post(
    "/:activityId/codes/:code/end",
    describe({ summary: "End an invitation code", verb: endCode, status: 204 }),
    json(endCode),
    async (c) => {
      await endCode(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() });
      return c.body(null, 204);
    },
  );

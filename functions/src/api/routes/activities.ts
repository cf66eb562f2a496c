import { listLots, listPublicActivities, readActivity, readForm, register } from "@lingxi/core/activity";
import { Hono } from "hono";
import { measured } from "../../pages/guard.ts";
import { describe } from "../describe.ts";
import { json, query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** Activities as the public meets them. */
export const activities = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Published activities, the next first", verb: listPublicActivities }),
    query(listPublicActivities),
    async (c) => c.json(await listPublicActivities(c.var.ctx, c.req.valid("query"))),
  )
  .get("/:activityId", describe({ summary: "One published activity", verb: readActivity }), async (c) =>
    c.json(await readActivity(c.var.ctx, c.req.param())),
  )
  .get("/:activityId/form", describe({ summary: "What is asked of those who register", verb: readForm }), async (c) =>
    c.json(await readForm(c.var.ctx, c.req.param())),
  )
  .get(
    "/:activityId/lots",
    describe({ summary: "What the draw gave, by registration number", verb: listLots }),
    query(listLots),
    async (c) => c.json(await listLots(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .post(
    "/:activityId/registrations",
    describe({ summary: "Register one person", verb: register, status: 201 }),
    measured("register"),
    json(register),
    async (c) => c.json(await register(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") }), 201),
  );

import {
  acceptOffer,
  cancelRegistration,
  changeRegistration,
  listLots,
  listPublicActivities,
  readActivity,
  register,
  seeRegistration,
  takeOver,
} from "@lingxi/core/activity";
import { Hono } from "hono";
import { measured } from "../../pages/guard.ts";
import { describe } from "../describe.ts";
import { json, query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** Activities as the public meets them, and registrations by their secret link. */
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

export const registrations = new Hono<Env>()
  .get("/:token", describe({ summary: "The registration that a secret link opens", verb: seeRegistration }), async (c) =>
    c.json(await seeRegistration(c.var.ctx, c.req.param())),
  )
  .patch(
    "/:token",
    describe({ summary: "Change what was filled in", verb: changeRegistration, status: 204 }),
    json(changeRegistration),
    async (c) => {
      await changeRegistration(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") });
      return c.body(null, 204);
    },
  )
  .post("/:token/accept", describe({ summary: "Take the seat that is held", verb: acceptOffer }), async (c) =>
    c.json(await acceptOffer(c.var.ctx, c.req.param())),
  )
  .post("/:token/cancel", describe({ summary: "Cancel, or decline an offered seat", verb: cancelRegistration }), async (c) =>
    c.json(await cancelRegistration(c.var.ctx, c.req.param())),
  )
  .post(
    "/:token/take-over",
    describe({ summary: "Take over a seat by the link that its holder passed on", verb: takeOver, status: 201 }),
    measured("register"),
    json(takeOver),
    async (c) => c.json(await takeOver(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") }), 201),
  );

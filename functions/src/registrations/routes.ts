import {
  acceptOffer,
  cancelRegistration,
  changeRegistration,
  nameCompanion,
  registerGroup,
  removeCompanion,
  seeRegistration,
  takeOver,
} from "@lingxi/core/activity";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { measured } from "../pages/guard.ts";

/** Registrations by their secret link. */
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
  )
  .put(
    "/:token/companions/:companion",
    describe({ summary: "Name a companion, or give the seat to somebody else", verb: nameCompanion, status: 204 }),
    json(nameCompanion),
    async (c) => {
      await nameCompanion(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() });
      return c.body(null, 204);
    },
  )
  .post(
    "/:token/companions/:companion/remove",
    describe({ summary: "Give the seat of a companion back", verb: removeCompanion, status: 204 }),
    async (c) => {
      await removeCompanion(c.var.ctx, c.req.param());
      return c.body(null, 204);
    },
  );

export const groups = new Hono<Env>().post(
  "/:activityId",
  describe({ summary: "Register one person with companions", verb: registerGroup, status: 201 }),
  measured("register"),
  json(registerGroup),
  async (c) => c.json(await registerGroup(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") }), 201),
);

import { signIn } from "@lingxi/core/identity";
import { endSession } from "@lingxi/core/identity/session";
import { DomainError, signInFirst } from "@lingxi/core/platform/error";
import { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { describe } from "../describe.ts";
import { sessionCookie } from "../middleware/actor.ts";
import { json } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** The organisers' session: opened by a one-time link, kept in a cookie that scripts cannot read. */
export const session = new Hono<Env>()
  .get("/", describe({ summary: "Who is signed in" }), (c) => {
    const { actor } = c.var.ctx;
    if (actor.kind !== "staff") throw new DomainError(signInFirst);
    return c.json({ staffId: actor.id, name: c.var.name ?? "", roles: actor.roles });
  })
  .post("/", describe({ summary: "Spend a sign-in link", verb: signIn }), json(signIn), async (c) => {
    const { secret, expiresOn, ...who } = await signIn(c.var.ctx, c.req.valid("json"));
    const secure = new URL(c.var.ctx.origin).protocol === "https:";
    setCookie(c, sessionCookie(c), secret, {
      path: "/",
      httpOnly: true,
      secure,
      sameSite: "Strict",
      expires: new Date(expiresOn),
    });
    return c.json(who);
  })
  .delete("/", describe({ summary: "Sign out", status: 204 }), async (c) => {
    if (c.var.session) await endSession(c.var.ctx, c.var.session);
    deleteCookie(c, sessionCookie(c), { path: "/", secure: new URL(c.var.ctx.origin).protocol === "https:" });
    return c.body(null, 204);
  });

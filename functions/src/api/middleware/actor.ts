import { actorOf, findSession } from "@lingxi/core/identity/session";
import type { Locale } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Env } from "../types.ts";

/** `__Host-` binds the cookie to this host and to TLS; browsers refuse it on plain HTTP, which only the embedded default uses. */
export const sessionCookie = (c: Context) =>
  new URL(c.var.ctx.origin).protocol === "https:" ? "__Host-session" : "lingxi-session";

/** The reader's language: the address says it, else what the browser asks for, else Chinese. */
export function localeOf(path: string, accept: string | undefined): Locale {
  if (path === "/en" || path.startsWith("/en/")) return "en";
  const first = accept?.split(",")[0]?.trim().toLowerCase() ?? "";
  return path.startsWith("/api/") && first.startsWith("en") ? "en" : "zh-CN";
}

/** A page of somebody else's that makes this browser send a change: its session does not count. */
function foreign(c: Context<Env>): boolean {
  const origin = c.req.header("origin");
  if (!origin || c.req.method === "GET" || c.req.method === "HEAD") return false;
  return origin !== c.var.ctx.origin && origin.replace(/^https?:\/\//, "") !== c.req.header("host");
}

/** Builds the context of the call: who acts, in which language, under which request id. */
export const actor = createMiddleware<Env>(async (c, next) => {
  c.set("locale", localeOf(c.req.path, c.req.header("accept-language")));
  const { makeCtx, requestId } = c.env;
  c.set("ctx", makeCtx({ kind: "public" }, requestId));
  const secret = foreign(c) ? undefined : getCookie(c, sessionCookie(c));
  const who = secret ? await findSession(c.var.ctx, secret) : undefined;
  if (who) {
    c.set("ctx", makeCtx(actorOf(who), requestId));
    c.set("session", secret);
    c.set("name", who.name);
  }
  await next();
  c.header("x-request-id", requestId);
  c.header("cache-control", c.res.headers.get("cache-control") ?? "no-store");
});

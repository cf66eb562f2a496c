import { findSession } from "@lingxi/core/identity/session";
import type { Locale } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Env } from "../types.ts";
import { callerOf } from "./caller.ts";
import { browserOf, keepSession, readSessionCookie } from "./cookies.ts";

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

/** Pages and finished pictures are the same for everybody, and kept by the edge: no cookie may go with them, and some of their makers only read. */
const keepsSessions = (path: string) => path.startsWith("/api/") && !path.startsWith("/api/find");

/** Builds the context of the call: who acts, from where, in which language, under which request id. */
export const actor = createMiddleware<Env>(async (c, next) => {
  c.set("locale", localeOf(c.req.path, c.req.header("accept-language")));
  const { makeCtx, requestId, address = "" } = c.env;
  const open = makeCtx({ kind: "public" }, requestId);
  c.set("ctx", open);
  const caller = callerOf(open, address, c.req.header("user-agent"), browserOf(c));
  c.set("ctx", { ...open, caller });
  const cookie = foreign(c) ? undefined : readSessionCookie(c);
  const found = cookie ? await findSession(c.var.ctx, cookie, keepsSessions(c.req.path)) : {};
  if (found.actor) {
    c.set("ctx", { ...makeCtx(found.actor, requestId), caller });
    c.set("session", found.sessionId);
  } else if (found.because) c.set("ctx", { ...c.var.ctx, actor: { kind: "public", because: found.because } });
  await next();
  if (found.renewed && !c.res.headers.has("set-cookie")) keepSession(c, found.renewed);
  c.header("x-request-id", requestId);
  c.header("cache-control", c.res.headers.get("cache-control") ?? "no-store");
});

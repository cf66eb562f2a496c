import { findSession } from "@lingxi/core/identity/session";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError, foreignSite } from "@lingxi/core/platform/error";
import type { Reason } from "@lingxi/core/platform/reason";
import type { SessionCookie } from "@lingxi/core/platform/sign-in/session";
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

/**
 * A page of somebody else's that makes this browser send a change. Browsers say so by Sec-Fetch-Site; older ones by Origin, which is `null` where a
 * page tells nobody its address, as ours do not.
 */
function foreign(c: Context<Env>): boolean {
  if (c.req.method === "GET" || c.req.method === "HEAD") return false;
  // One-click unsubscribing (RFC 8058) comes from wherever mail is read, and its link is its proof.
  if (/^(?:\/en)?\/my\/unsubscribe\//.test(c.req.path)) return false;
  const site = c.req.header("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = c.req.header("origin");
  return origin !== undefined && origin !== "null" && !isOurs(c, origin);
}

const isOurs = (c: Context<Env>, origin: string) =>
  origin === c.var.ctx.origin || origin.replace(/^https?:\/\//, "") === c.req.header("host");

/** Whether a session counts: not where nothing shows that a change was sent from here. */
function trusted(c: Context<Env>): boolean {
  if (c.req.method === "GET" || c.req.method === "HEAD" || c.req.header("sec-fetch-site")) return true;
  return c.req.header("origin") !== "null";
}

/** One kind of people who sign in: their cookie, and whose session it is. */
interface Who {
  read(c: Context<Env>): string | undefined;
  find(ctx: Ctx, cookie: string, keeps: boolean): Promise<Found>;
  keep(c: Context<Env>, cookie: SessionCookie): void;
  /** Whether what is seen of a session may be written down, and a new cookie given, at this address. */
  keeps(path: string): boolean;
}

interface Found {
  readonly actor?: Ctx["actor"];
  readonly sessionId?: string;
  readonly because?: Reason;
  readonly renewed?: SessionCookie;
}

/** Builds the context of the call: who acts, from where, in which language, under which request id. */
export const actorBy = (who: Who) =>
  createMiddleware<Env>(async (c, next) => {
    c.set("locale", localeOf(c.req.path, c.req.header("accept-language")));
    const { makeCtx, requestId, address = "" } = c.env;
    const open = makeCtx({ kind: "public" }, requestId);
    c.set("ctx", open);
    const caller = callerOf(open, address, c.req.header("user-agent"), browserOf(c));
    c.set("ctx", { ...open, caller });
    if (foreign(c)) throw new DomainError(foreignSite);
    const cookie = trusted(c) ? who.read(c) : undefined;
    const found = cookie ? await who.find(c.var.ctx, cookie, who.keeps(c.req.path)) : {};
    if (found.actor) {
      c.set("ctx", { ...makeCtx(found.actor, requestId), caller });
      c.set("session", found.sessionId);
    } else if (found.because) c.set("ctx", { ...c.var.ctx, actor: { kind: "public", because: found.because } });
    await next();
    if (found.renewed && !c.res.headers.has("set-cookie")) who.keep(c, found.renewed);
    c.header("x-request-id", requestId);
    c.header("cache-control", c.res.headers.get("cache-control") ?? "no-store");
  });

/** Pages and finished pictures are the same for everybody, and kept by the edge: no cookie may go with them, and some of their makers only read. */
const keepsSessions = (path: string) => path.startsWith("/api/") && !path.startsWith("/api/find");

/** Members of staff. */
export const actor = actorBy({ read: readSessionCookie, find: findSession, keep: keepSession, keeps: keepsSessions });

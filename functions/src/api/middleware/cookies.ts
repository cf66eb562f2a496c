import type { Ctx } from "@lingxi/core/platform/context";
import { digestOf, newSecret } from "@lingxi/core/platform/sign-in/secret";
import type { SessionCookie } from "@lingxi/core/platform/sign-in/session";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Env } from "../types.ts";

/** `__Host-` binds a cookie to this host and to TLS; browsers refuse it on plain HTTP, which only the embedded default uses. */
const isSecure = (c: Context<Env>) => new URL(c.var.ctx.origin).protocol === "https:";
const nameOf = (c: Context<Env>, name: "session" | "participant" | "browser" | "data") =>
  `${isSecure(c) ? "__Host-" : "lingxi-"}${name}`;
const closed = (c: Context<Env>) => ({ path: "/", httpOnly: true, secure: isSecure(c), sameSite: "Strict" }) as const;

export const readSessionCookie = (c: Context<Env>) => getCookie(c, nameOf(c, "session"));

export const keepSession = (c: Context<Env>, { value, maxAge }: SessionCookie) =>
  setCookie(c, nameOf(c, "session"), value, { ...closed(c), maxAge });

export const forgetSession = (c: Context<Env>) => deleteCookie(c, nameOf(c, "session"), { path: "/", secure: isSecure(c) });

export const readParticipantCookie = (c: Context<Env>) => getCookie(c, nameOf(c, "participant"));

/** Lax: the pages of an account are reached from a mail, which is another site; whatever changes something is a POST, which is not. */
export const keepParticipant = (c: Context<Env>, { value, maxAge }: SessionCookie) =>
  setCookie(c, nameOf(c, "participant"), value, { ...closed(c), sameSite: "Lax", maxAge });

export const forgetParticipant = (c: Context<Env>) =>
  deleteCookie(c, nameOf(c, "participant"), { path: "/", secure: isSecure(c) });

/** What a browser has that used the link to somebody's data. */
export const readDataCookie = (c: Context<Env>) => getCookie(c, nameOf(c, "data"));

export const keepData = (c: Context<Env>, { value, maxAge }: SessionCookie) =>
  setCookie(c, nameOf(c, "data"), value, { ...closed(c), maxAge });

export const forgetData = (c: Context<Env>) => deleteCookie(c, nameOf(c, "data"), { path: "/", secure: isSecure(c) });

/** The digest of what this browser carries to be known by, when a link that it asked for is opened. */
export function browserOf(c: Context<Env>): string | undefined {
  const secret = getCookie(c, nameOf(c, "browser"));
  return secret && secret.length <= 100 ? digestOf(secret) : undefined;
}

/** Gives the browser something to be known by, unless it has it. @returns the context of the call with it */
export function keepBrowser(c: Context<Env>): Ctx {
  const { ctx } = c.var;
  const known = browserOf(c);
  const secret = newSecret();
  // Set each time, so that whether somebody asked before makes no difference either.
  const carried = known ? (getCookie(c, nameOf(c, "browser")) ?? secret) : secret;
  setCookie(c, nameOf(c, "browser"), carried, { ...closed(c), maxAge: 3600 });
  return ctx.caller ? { ...ctx, caller: { ...ctx.caller, browser: digestOf(carried) } } : ctx;
}

import { actorName } from "@lingxi/core/platform/actor";
import { DomainError } from "@lingxi/core/platform/error";
import type { Context } from "hono";
import type { Env } from "../types.ts";

/** Who or what a call came from, as far as a log may hold it. */
const callOf = (c: Context<Env>) => ({
  method: c.req.method,
  route: c.req.routePath,
  actor: actorName(c.var.ctx.actor),
  source: c.var.ctx.caller?.source,
});

/** Notes a refusal: a session that does not count, a missing right, a forged link, a limit, input that is not taken. Nothing that was sent is in it. */
export function noteRefusal(error: unknown, c: Context<Env>): void {
  if (error instanceof DomainError && error.reason !== "request.no-route")
    c.var.ctx?.log.info("refused", { reason: error.reason, ...callOf(c) });
}

/** Notes that somebody came in, by what, or left. */
export const noteSession = (
  c: Context<Env>,
  what: "signed in" | "signed out",
  facts: { memberId?: string; accountId?: string; by?: string },
): void => c.var.ctx.log.info(what, { ...facts, ...callOf(c), device: c.var.ctx.caller?.device });

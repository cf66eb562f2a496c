import * as z from "zod";
import { roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError, notAllowed } from "../platform/error.ts";
import { type SessionRecord, Sessions, sessionsOf } from "./entity.ts";
import { type SessionView, sessionMissing } from "./schema.ts";
import { endSession, sessionTimes } from "./session.ts";

/** Which member of staff acts. @throws DomainError `access.forbidden` for the product itself, which has nothing of its own */
export function own(ctx: Ctx): string {
  if (ctx.actor.kind !== "staff") throw new DomainError(notAllowed);
  return ctx.actor.id;
}

/** A member's sessions that are open now, the last seen first. */
export async function openSessions(ctx: Ctx, memberId: string): Promise<(SessionRecord & Stored)[]> {
  const now = ctx.now();
  const idle = new Date(now.getTime() - sessionTimes.idle).toISOString();
  const { items } = await Sessions.list(ctx, { ...sessionsOf(memberId), limit: 100, newestFirst: true });
  return items
    .filter((one) => !one.endedAt && one.expiresOn > now.toISOString() && one.lastSeenAt > idle)
    .sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt));
}

export const viewOfSession = (session: SessionRecord & Stored, current: string | undefined): SessionView => ({
  id: session.id,
  device: session.device,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  current: session.id === current,
});

/** Signs one of one's own browsers out. */
export const endOwnSession = command({
  input: z.object({ sessionId: z.string().max(60) }),
  access: roles,
  scope: "itself",
  async run(ctx, { sessionId }): Promise<void> {
    const ended = await endSession(ctx, { memberId: own(ctx), id: sessionId }, "revoked");
    if (!ended) throw new DomainError(sessionMissing);
  },
});

/** Signs out everywhere, but for the session given. @returns how many ended */
export const endOtherSessions = command({
  input: z.object({ keep: z.string().max(60).optional() }),
  access: roles,
  scope: "itself",
  run: async (ctx, { keep }) => ({ ended: await endAll(ctx, own(ctx), keep) }),
});

export async function endAll(ctx: Ctx, memberId: string, keep?: string): Promise<number> {
  const open = (await openSessions(ctx, memberId)).filter(({ id }) => id !== keep);
  const ended = await Promise.all(open.map(({ id }) => endSession(ctx, { memberId, id }, "revoked")));
  return ended.filter(Boolean).length;
}

import * as z from "zod";
import { roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError, notAllowed } from "../platform/error.ts";
import { sessionMissing, signInAnew } from "./schema.ts";
import { endSession, staffSessions } from "./session.ts";

/** Which member of staff acts. @throws DomainError `access.forbidden` for the product itself, which has nothing of its own */
export function own(ctx: Ctx): string {
  if (ctx.actor.kind !== "staff") throw new DomainError(notAllowed);
  return ctx.actor.id;
}

const recent = 15 * 60_000;

/**
 * Which member of staff acts, who has proved lately that it is them: for what decides who may come in from now on.
 * @throws DomainError `identity.sign-in-anew`
 */
export function ownLately(ctx: Ctx): string {
  const id = own(ctx);
  const at = ctx.actor.kind === "staff" ? ctx.actor.signedInAt : undefined;
  if (at === undefined || ctx.now().getTime() - new Date(at).getTime() > recent) throw new DomainError(signInAnew);
  return id;
}

/** Signs one of one's own browsers out. */
export const endOwnSession = command({
  input: z.object({ sessionId: z.string().max(60) }),
  access: roles,
  scope: "itself",
  unproved: true,
  async run(ctx, { sessionId }): Promise<void> {
    const ended = await endSession(ctx, { memberId: ownLately(ctx), id: sessionId }, "revoked");
    if (!ended) throw new DomainError(sessionMissing);
  },
});

/** Signs out everywhere, but for the session given. @returns how many ended */
export const endOtherSessions = command({
  input: z.object({ keep: z.string().max(60).optional() }),
  access: roles,
  scope: "itself",
  unproved: true,
  run: async (ctx, { keep }) => ({ ended: await endAll(ctx, ownLately(ctx), keep) }),
});

export const endAll = (ctx: Ctx, memberId: string, keep?: string): Promise<number> => staffSessions.endAll(ctx, memberId, keep);

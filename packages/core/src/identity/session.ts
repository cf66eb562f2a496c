import type { Actor } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import type { Reason } from "../platform/reason.ts";
import { type SessionCookie, type SessionTimes, sessions, type WayIn } from "../platform/sign-in/session.ts";
import type { Write } from "../platform/table.ts";
import { type MemberRecord, Members, Sessions, sessionsOf } from "./entity.ts";
import { nameOf, needsPasskey } from "./policy.ts";
import { sessionIdle, sessionMoved, sessionReused, sessionShut } from "./refusals.ts";

const minute = 60_000;
export const sessionTimes: SessionTimes = {
  absolute: 12 * 60 * minute,
  idle: 120 * minute,
  noted: 5 * minute,
  renewal: 60 * minute,
  grace: minute,
};

/** The sessions of members of staff. */
export const staffSessions = sessions({
  entity: Sessions,
  of: (memberId: string) => ({ memberId }),
  ownerOf: ({ memberId }) => memberId,
  all: sessionsOf,
  times: sessionTimes,
  told: { moved: sessionMoved, reused: sessionReused, idle: sessionIdle, gone: sessionShut },
});

interface Found {
  readonly actor?: Actor & { kind: "staff" };
  readonly sessionId?: string;
  /** Why a session that was shown does not count, where the person is told. */
  readonly because?: Reason;
  /** The session has a new secret from now on. */
  readonly renewed?: SessionCookie;
}

/** A new session for the browser that calls; `write` goes into the transaction that lets the member in. */
export const openSession = (ctx: Ctx, memberId: string, by: WayIn): { write: Write; cookie: SessionCookie } =>
  staffSessions.open(ctx, memberId, by);

/**
 * Whom a session cookie belongs to. The roles are those of this moment, not those of the sign-in: the member is read with the session.
 * @param keeps whether what is seen may be written down: the last request, a new secret, an end
 */
export async function findSession(ctx: Ctx, cookie: string, keeps: boolean): Promise<Found> {
  const { session, holder, because, renewed } = await staffSessions.find(ctx, cookie, keeps, async (reads, id) => {
    const member = await Members.find(reads, { id });
    return member?.status === "active" ? member : undefined;
  });
  if (!session || !holder) return because ? { because } : {};
  const unproved = needsPasskey(holder, session, ctx.origin);
  const actor = { ...actorOf(holder), signedInAt: session.createdAt, ...(unproved ? { unproved } : {}) };
  return { actor, sessionId: session.id, ...(renewed ? { renewed } : {}) };
}

function actorOf(member: MemberRecord): Actor & { kind: "staff" } {
  const limited = (grant: MemberRecord["grants"][number]) => grant.activities.length + grant.chains.length > 0;
  return {
    kind: "staff",
    id: member.id,
    roles: [...new Set(member.grants.filter((grant) => !limited(grant)).map(({ role }) => role))],
    scoped: member.grants.filter(limited),
    name: nameOf(member),
  };
}

/** Ends a session at once. Ending it twice changes nothing. @returns whether there was one to end */
export const endSession = (
  ctx: Ctx,
  of: { readonly memberId: string; readonly id: string },
  because: "signed-out" | "revoked",
): Promise<boolean> => staffSessions.end(ctx, of.memberId, of.id, because);

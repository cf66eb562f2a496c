import type { Actor } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import type { Entity, Stored } from "../platform/entity.ts";
import type { Reason } from "../platform/reason.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { type MemberRecord, Members, type SessionRecord, Sessions } from "./entity.ts";
import { nameOf } from "./policy.ts";
import { sessionIdle, sessionMoved, sessionReused } from "./schema.ts";
import { digestOf, newSecret } from "./secret.ts";

export { digestOf, newSecret } from "./secret.ts";

const minute = 60_000;
/** Milliseconds. From sign-in; without a request; between two notes of the last one; between renewals; in which the secret before still counts. */
export const sessionTimes = {
  absolute: 12 * 60 * minute,
  idle: 120 * minute,
  noted: 5 * minute,
  renewal: 60 * minute,
  grace: minute,
} as const;

/** What the cookie of a session holds, and for how long. By seconds, not by a date: the browser's clock may be wrong. */
export interface SessionCookie {
  readonly value: string;
  readonly maxAge: number;
}

interface Found {
  readonly actor?: Actor & { kind: "staff" };
  readonly sessionId?: string;
  /** Why a session that was shown does not count, where the person is told. */
  readonly because?: Reason;
  /** The session has a new secret from now on. */
  readonly renewed?: SessionCookie;
}

const later = (ctx: Ctx, milliseconds: number) => new Date(ctx.now().getTime() + milliseconds).toISOString();
const since = (ctx: Ctx, instant: string) => ctx.now().getTime() - new Date(instant).getTime();
const unknownDevice = "?";

/** A new session for the browser that calls; `write` goes into the transaction that lets the member in. */
export function openSession(ctx: Ctx, memberId: string): { write: Write; cookie: SessionCookie } {
  const id = ctx.newId("ses");
  const secret = newSecret();
  const now = ctx.now().toISOString();
  const write = Sessions.create(ctx, {
    id,
    memberId,
    digest: digestOf(secret),
    renewedAt: now,
    confirmedAt: now,
    device: ctx.caller?.device ?? unknownDevice,
    lastSeenAt: now,
    expiresOn: later(ctx, sessionTimes.absolute),
  });
  return { write, cookie: { value: `${memberId}.${id}.${secret}`, maxAge: sessionTimes.absolute / 1000 } };
}

/**
 * Whom a session cookie belongs to. The roles are those of this moment, not those of the sign-in: the member is read with the session.
 * @param keeps whether what is seen may be written down: the last request, a new secret, an end
 */
export async function findSession(ctx: Ctx, cookie: string, keeps: boolean): Promise<Found> {
  const [memberId, id, secret, ...rest] = cookie.split(".");
  if (!memberId || !id || !secret || rest.length || cookie.length > 200) return {};
  const [session, member] = await sessionAndMember(ctx, memberId, id);
  if (!session || member?.status !== "active") return {};
  const digest = digestOf(secret);
  if (digest !== session.digest && digest !== session.previous) return {};
  if (session.endedAt)
    return session.endedBecause === "moved"
      ? { because: sessionMoved }
      : session.endedBecause === "reused"
        ? { because: sessionReused }
        : {};
  if (session.expiresOn <= ctx.now().toISOString() || since(ctx, session.lastSeenAt) > sessionTimes.idle)
    return { because: sessionIdle };

  const stale = digest === session.previous && session.confirmedAt && since(ctx, session.confirmedAt) > sessionTimes.grace;
  const because = stale ? "reused" : session.device !== (ctx.caller?.device ?? unknownDevice) ? "moved" : undefined;
  if (because) {
    if (keeps) await note(ctx, Sessions.change(ctx, session, { endedAt: ctx.now().toISOString(), endedBecause: because }));
    return { because: because === "moved" ? sessionMoved : sessionReused };
  }
  const renewed = keeps ? await see(ctx, session, digest) : undefined;
  return { actor: { ...actorOf(member), signedInAt: session.createdAt }, sessionId: id, ...(renewed ? { renewed } : {}) };
}

/** Both in one round trip, since every request of staff begins with it. */
async function sessionAndMember(ctx: Ctx, memberId: string, id: string) {
  const both = await ctx.table.getMany([Sessions.key({ memberId, id }), Members.key({ id: memberId })], true);
  const of = <T extends object, K>({ type, read }: Entity<T, K>) => {
    const item = both.find((one) => one.type === type);
    return item && read(item);
  };
  return [of(Sessions), of(Members)] as const;
}

/** Notes that the session is in use, and gives it a new secret when its time has come. One conditional write, now and then. */
async function see(ctx: Ctx, session: SessionRecord & Stored, digest: string): Promise<SessionCookie | undefined> {
  const now = ctx.now().toISOString();
  const confirms = digest === session.digest && !session.confirmedAt;
  // The secret before counts until the present one was seen: its answer may have been lost on the way.
  const due = since(ctx, session.renewedAt) > sessionTimes.renewal && (digest === session.digest || !session.confirmedAt);
  if (due) {
    const secret = newSecret();
    const patch = { digest: digestOf(secret), previous: digest, renewedAt: now, confirmedAt: undefined, lastSeenAt: now };
    const done = await note(ctx, Sessions.change(ctx, session, patch));
    const left = Math.floor((new Date(session.expiresOn).getTime() - ctx.now().getTime()) / 1000);
    return done ? { value: `${session.memberId}.${session.id}.${secret}`, maxAge: left } : undefined;
  }
  if (confirms || since(ctx, session.lastSeenAt) > sessionTimes.noted)
    await note(ctx, Sessions.change(ctx, session, { lastSeenAt: now, ...(confirms ? { confirmedAt: now } : {}) }));
  return undefined;
}

/** Another request of the same browser may have been first, and has noted the same. */
async function note(ctx: Ctx, write: Write): Promise<boolean> {
  try {
    await ctx.table.write([write], "");
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return false;
  }
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
export async function endSession(
  ctx: Ctx,
  of: { readonly memberId: string; readonly id: string },
  because: "signed-out" | "revoked",
): Promise<boolean> {
  return note(
    ctx,
    Sessions.update(ctx, of, "SET #endedAt = :now, #endedBecause = :because, #version = #version + :one", {
      condition: "attribute_exists(pk) AND attribute_not_exists(#endedAt)",
      values: { ":now": ctx.now().toISOString(), ":because": because, ":one": 1 },
    }),
  );
}

import type { Ctx } from "../context.ts";
import type { Entity, Stored } from "../entity.ts";
import { gathering } from "../gather.ts";
import type { Reason } from "../reason.ts";
import { ConditionFailed, type Query, type Write } from "../table.ts";
import { digestOf, newSecret } from "./secret.ts";

/** A passkey, a link by mail, or a link that an operator made. */
export type WayIn = "passkey" | "link" | "operator";

/** What every session keeps, whoever it belongs to. */
export interface SessionFields {
  readonly id: string;
  readonly digest: string;
  /** The digest before the last renewal. */
  readonly previous?: string | undefined;
  readonly renewedAt: string;
  /** When the present secret was first shown: from then on the one before is a copy. */
  readonly confirmedAt?: string | undefined;
  readonly device: string;
  /** How its owner came in, where that makes a difference. */
  readonly by?: WayIn | undefined;
  readonly lastSeenAt: string;
  readonly expiresOn: string;
  readonly endedAt?: string | undefined;
  readonly endedBecause?: "signed-out" | "moved" | "reused" | "revoked" | undefined;
}

/** Milliseconds. From sign-in; without a request; between two notes of the last one; between renewals; in which the secret before still counts. */
export interface SessionTimes {
  readonly absolute: number;
  readonly idle: number;
  readonly noted: number;
  readonly renewal: number;
  readonly grace: number;
}

/** What the cookie of a session holds, and for how long. By seconds, not by a date: the browser's clock may be wrong. */
export interface SessionCookie {
  readonly value: string;
  readonly maxAge: number;
}

interface Found<Holder, S> {
  readonly session?: S & Stored;
  readonly holder?: Holder;
  /** Why a session that was shown does not count, where the person is told. */
  readonly because?: Reason;
  /** The session has a new secret from now on. */
  readonly renewed?: SessionCookie;
}

/** What one's own sessions are shown by. */
export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly current: boolean;
}

const later = (ctx: Ctx, milliseconds: number) => new Date(ctx.now().getTime() + milliseconds).toISOString();
const since = (ctx: Ctx, instant: string) => ctx.now().getTime() - new Date(instant).getTime();
const unknownDevice = "?";

/** Sessions of one kind of people: idle and absolute expiry, a new secret now and then, an end when a copy or another kind of browser shows up. */
export function sessions<O extends object>(definition: {
  readonly entity: Entity<O & SessionFields, O & { readonly id: string }>;
  /** The owner's part of a record, and back; the cookie names it. */
  readonly of: (owner: string) => O;
  readonly ownerOf: (of: O) => string;
  /** All of an owner's. */
  readonly all: (owner: string) => Pick<Query, "pk" | "begins">;
  readonly times: SessionTimes;
  readonly told: {
    readonly moved: Reason;
    readonly reused: Reason;
    readonly idle: Reason;
    /** Its owner may not come in any more; nothing where they are not told. */
    readonly gone?: Reason;
  };
}) {
  type S = O & SessionFields;
  const { entity, of, ownerOf, all, times, told } = definition;
  const change = (ctx: Ctx, session: S & Stored, patch: Partial<SessionFields>) =>
    note(ctx, entity.change(ctx, session, patch as Partial<S>));

  /** A new session for the browser that calls; `write` goes into the transaction that lets its owner in. */
  function open(ctx: Ctx, owner: string, by?: WayIn): { write: Write; cookie: SessionCookie } {
    const id = ctx.newId("ses");
    const secret = newSecret();
    const now = ctx.now().toISOString();
    const fields: SessionFields = {
      id,
      digest: digestOf(secret),
      renewedAt: now,
      confirmedAt: now,
      device: ctx.caller?.device ?? unknownDevice,
      by,
      lastSeenAt: now,
      expiresOn: later(ctx, times.absolute),
    };
    const write = entity.create(ctx, { ...of(owner), ...fields });
    return { write, cookie: { value: `${owner}.${id}.${secret}`, maxAge: times.absolute / 1000 } };
  }

  /**
   * Whose session a cookie is.
   * @param keeps whether what is seen may be written down: the last request, a new secret, an end
   * @param holderOf reads the owner beside the session; nothing for one who may not come in any more
   */
  async function find<Holder>(
    ctx: Ctx,
    cookie: string,
    keeps: boolean,
    holderOf: (ctx: Ctx, owner: string) => Promise<Holder | undefined>,
  ): Promise<Found<Holder, S>> {
    const [owner, id, secret, ...rest] = cookie.split(".");
    if (!owner || !id || !secret || rest.length || cookie.length > 200) return {};
    // In one round trip, since every request of somebody signed in begins with it.
    const together = gathering(ctx);
    const [session, holder] = await Promise.all([entity.find(together, { ...of(owner), id }), holderOf(together, owner)]);
    if (!session) return {};
    const digest = digestOf(secret);
    if (digest !== session.digest && digest !== session.previous) return {};
    if (session.endedAt) return endedFor(session);
    if (holder === undefined) return told.gone ? { because: told.gone } : {};
    if (session.expiresOn <= ctx.now().toISOString() || since(ctx, session.lastSeenAt) > times.idle)
      return { because: told.idle };

    const stale = digest === session.previous && session.confirmedAt && since(ctx, session.confirmedAt) > times.grace;
    const because = stale ? "reused" : session.device !== (ctx.caller?.device ?? unknownDevice) ? "moved" : undefined;
    if (because) {
      if (keeps) await change(ctx, session, { endedAt: ctx.now().toISOString(), endedBecause: because });
      return { because: told[because] };
    }
    const renewed = keeps ? await see(ctx, session, digest) : undefined;
    return { session, holder, ...(renewed ? { renewed } : {}) };
  }

  const endedFor = ({ endedBecause }: S) =>
    endedBecause === "moved" || endedBecause === "reused" ? { because: told[endedBecause] } : {};

  /** Notes that the session is in use, and gives it a new secret when its time has come. One conditional write, now and then. */
  async function see(ctx: Ctx, session: S & Stored, digest: string): Promise<SessionCookie | undefined> {
    const now = ctx.now().toISOString();
    const confirms = digest === session.digest && !session.confirmedAt;
    // The secret before counts until the present one was seen: its answer may have been lost on the way.
    const due = since(ctx, session.renewedAt) > times.renewal && (digest === session.digest || !session.confirmedAt);
    if (due) {
      const secret = newSecret();
      const patch = { digest: digestOf(secret), previous: digest, renewedAt: now, confirmedAt: undefined, lastSeenAt: now };
      const done = await change(ctx, session, patch);
      const left = Math.floor((new Date(session.expiresOn).getTime() - ctx.now().getTime()) / 1000);
      return done ? { value: `${ownerOf(session)}.${session.id}.${secret}`, maxAge: left } : undefined;
    }
    if (confirms || since(ctx, session.lastSeenAt) > times.noted)
      await change(ctx, session, { lastSeenAt: now, ...(confirms ? { confirmedAt: now } : {}) });
    return undefined;
  }

  /** Ends a session at once. Ending it twice changes nothing. @returns whether there was one to end */
  const end = (ctx: Ctx, owner: string, id: string, because: "signed-out" | "revoked"): Promise<boolean> =>
    note(
      ctx,
      entity.update(ctx, { ...of(owner), id }, "SET #endedAt = :now, #endedBecause = :because, #version = #version + :one", {
        condition: "attribute_exists(pk) AND attribute_not_exists(#endedAt)",
        values: { ":now": ctx.now().toISOString(), ":because": because, ":one": 1 },
      }),
    );

  /** An owner's sessions that are open now, the last seen first. */
  async function opened(ctx: Ctx, owner: string): Promise<(S & Stored)[]> {
    const now = ctx.now();
    const idle = new Date(now.getTime() - times.idle).toISOString();
    const { items } = await entity.list(ctx, { ...all(owner), limit: 100, newestFirst: true });
    return items
      .filter((one) => !one.endedAt && one.expiresOn > now.toISOString() && one.lastSeenAt > idle)
      .sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt));
  }

  /** Ends all of an owner's, but for the one given. @returns how many ended */
  async function endAll(ctx: Ctx, owner: string, keep?: string): Promise<number> {
    const others = (await opened(ctx, owner)).filter(({ id }) => id !== keep);
    const ended = await Promise.all(others.map(({ id }) => end(ctx, owner, id, "revoked")));
    return ended.filter(Boolean).length;
  }

  return { open, find, end, opened, endAll };
}

export const viewOfSession = (session: SessionFields & Stored, current: string | undefined): OwnSession => ({
  id: session.id,
  device: session.device,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  current: session.id === current,
});

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

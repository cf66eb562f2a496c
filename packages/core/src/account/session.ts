import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { type Participant, participant } from "../platform/participant.ts";
import type { Reason } from "../platform/reason.ts";
import { type OwnSession, type SessionCookie, type SessionTimes, sessions, viewOfSession } from "../platform/sign-in/session.ts";
import { AccountSessions, Accounts, sessionsOf } from "./entity.ts";
import { accountSessionIdle, accountSessionMissing, accountSessionMoved, accountSessionReused } from "./schema.ts";

const hour = 3_600_000;
export const accountTimes: SessionTimes = {
  absolute: 7 * 24 * hour,
  idle: 24 * hour,
  noted: hour / 12,
  renewal: hour,
  grace: hour / 60,
};

/** The sessions of participants: another cookie, other records and other digests than those of staff. */
export const accountSessions = sessions({
  entity: AccountSessions,
  of: (person: string) => ({ person }),
  ownerOf: ({ person }) => person,
  all: sessionsOf,
  times: accountTimes,
  told: { moved: accountSessionMoved, reused: accountSessionReused, idle: accountSessionIdle },
});

interface Found {
  readonly actor?: Participant;
  readonly sessionId?: string;
  readonly because?: Reason;
  readonly renewed?: SessionCookie;
}

/** Whose session a participant's cookie is. */
export async function findAccountSession(ctx: Ctx, cookie: string, keeps: boolean): Promise<Found> {
  const { session, holder, because, renewed } = await accountSessions.find(ctx, cookie, keeps, async (reads, person) => {
    const account = await Accounts.find(reads, { person });
    return account?.email && !account.closedAt ? account : undefined;
  });
  if (!session || !holder) return because ? { because } : {};
  const { id, person, email } = holder;
  const actor: Participant = { kind: "participant", id, person, email, signedInAt: session.createdAt };
  return { actor, sessionId: session.id, ...(renewed ? { renewed } : {}) };
}

/** Where one is signed in; `current` names the session that asks. */
export const listOwnSessions = command({
  input: z.object({ current: z.string().max(60).optional() }),
  access: "participant",
  async run(ctx, { current }): Promise<{ items: OwnSession[] }> {
    const open = await accountSessions.opened(ctx, participant(ctx).person);
    return { items: open.map((session) => viewOfSession(session, current)) };
  },
});

/** Signs one of one's own browsers out. */
export const endAccountSession = command({
  input: z.object({ sessionId: z.string().max(60) }),
  access: "participant",
  async run(ctx, { sessionId }): Promise<void> {
    if (!(await accountSessions.end(ctx, participant(ctx).person, sessionId, "revoked")))
      throw new DomainError(accountSessionMissing);
  },
});

/** Signs out everywhere but here. @returns how many ended */
export const endOtherAccountSessions = command({
  input: z.object({ keep: z.string().max(60).optional() }),
  access: "participant",
  run: async (ctx, { keep }) => ({ ended: await accountSessions.endAll(ctx, participant(ctx).person, keep) }),
});

/** Signs this browser out. Doing it twice changes nothing. */
export const signOutAccount = command({
  input: z.object({ sessionId: z.string().max(60) }),
  access: "participant",
  async run(ctx, { sessionId }): Promise<void> {
    await accountSessions.end(ctx, participant(ctx).person, sessionId, "signed-out");
  },
});

import { activityAtDoor, type Holder, openRegistration } from "../activity/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { handleOf, Profile, type ProfileRecord, type RequestRecord, Setup, type SetupRecord } from "./entity.ts";
import { asksOver, blockedHere, meetingsClosed, personMissing, profileNeeded, type RequestStatus, seatNeeded } from "./schema.ts";

/** Somebody with a confirmed seat at an activity that has meetings. */
export interface Seat {
  readonly registration: Holder;
  readonly setup: SetupRecord & Stored;
  readonly profile: (ProfileRecord & Stored) | undefined;
}

/**
 * Whom the link of a registration lets in. @throws DomainError `registration.not-found`, `meeting.not-open`, `meeting.seat-needed`, `meeting.blocked`
 */
export async function openSeat(ctx: Ctx, token: string): Promise<Seat> {
  const registration = await openRegistration(ctx, token);
  const { activityId, person } = registration;
  const [setup, profile] = await Promise.all([Setup.find(ctx, { activityId }), Profile.find(ctx, { activityId, person })]);
  if (!setup) throw new DomainError(meetingsClosed);
  if (registration.status !== "confirmed") throw new DomainError(seatNeeded);
  if (profile?.status === "blocked") throw new DomainError(blockedHere);
  return { registration, setup, profile };
}

/** The same for somebody who takes part. @throws DomainError `meeting.profile-needed` as well */
export async function openTaking(ctx: Ctx, token: string): Promise<Seat & { readonly profile: ProfileRecord & Stored }> {
  const seat = await openSeat(ctx, token);
  const { profile } = seat;
  if (profile?.status !== "in") throw new DomainError(profileNeeded);
  return { ...seat, profile };
}

/** @throws DomainError `meeting.asks-over`, or when the activity does not take place */
export async function assertOpen(ctx: Ctx, { activityId, asksUntil }: SetupRecord): Promise<void> {
  if (asksUntil <= ctx.now().toISOString()) throw new DomainError(asksOver);
  const { status } = await activityAtDoor(ctx, activityId);
  if (status !== "published") throw new DomainError(meetingsClosed);
}

/** Who takes part under this name. @throws DomainError `meeting.person-missing` */
export async function personNamed(ctx: Ctx, activityId: string, id: string): Promise<ProfileRecord & Stored> {
  const { items } = await Profile.list(ctx, { index: "byOwner", pk: handleOf(id), begins: activityId, limit: 1 });
  const found = items[0] && (await Profile.find(ctx, items[0]));
  if (!found) throw new DomainError(personMissing);
  return found;
}

/** Where a request stands at that time: nothing has to happen for it to expire. */
export const statusOf = ({ status, answerBy }: RequestRecord, now: string): RequestStatus =>
  status === "asked" && answerBy <= now ? "expired" : status;

/** Pages of a list, one after the other. */
export async function* pagesOf<T>(read: (cursor?: string) => Promise<{ items: T[]; cursor?: string }>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

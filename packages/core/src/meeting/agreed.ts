import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import {
  Profile,
  type ProfileRecord,
  peopleOf,
  Request,
  type RequestRecord,
  type Row,
  requestsOf,
  type SetupRecord,
} from "./entity.ts";
import { pagesOf } from "./open.ts";
import type { Problem } from "./schedule/problem.ts";
import type { Span } from "./schema.ts";
import { overlaps, slotsOf } from "./slots.ts";

/** Everybody who filled in a profile, by person. */
export async function profilesOf(ctx: Ctx, activityId: string): Promise<ReadonlyMap<string, ProfileRecord & Stored>> {
  const found = new Map<string, ProfileRecord & Stored>();
  const read = (cursor?: string) => Profile.list(ctx, { pk: peopleOf(activityId), limit: 500, cursor });
  for await (const profile of pagesOf(read)) found.set(profile.person, profile);
  return found;
}

export async function allRequests(ctx: Ctx, activityId: string): Promise<(RequestRecord & Stored)[]> {
  const found: (RequestRecord & Stored)[] = [];
  const read = (cursor?: string) => Request.list(ctx, { pk: requestsOf(activityId), limit: 500, cursor });
  for await (const request of pagesOf(read)) found.push(request);
  return found;
}

/** A meeting that both sides agreed to. */
export interface Agreed {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}

/** Meetings that both sides agreed to and still take part in, always in the same order. */
export function agreedOf(requests: readonly RequestRecord[], profiles: ReadonlyMap<string, ProfileRecord>): Agreed[] {
  const takesPart = (person: string) => profiles.get(person)?.status === "in";
  return requests
    .filter(({ status, from, to }) => status === "accepted" && takesPart(from) && takesPart(to))
    .map(({ id, from, to }) => ({ id, a: from, b: to }))
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** What a wish is worth by its place among one's wishes: the dearest count thrice. */
const wishWorth = (profile: ProfileRecord | undefined, other: string): number => {
  const place = profile?.wishes.indexOf(other) ?? -1;
  return place < 0 ? 0 : place < 3 ? 3 : place < 8 ? 2 : 1;
};

/** What the engine is asked, with what its numbers stand for. */
export interface Posed {
  readonly problem: Problem;
  readonly meetings: readonly Agreed[];
  readonly people: readonly string[];
  readonly slots: readonly Span[];
}

/** The engine's problem: when both can, at which tables; a wish that is mutual or ranks high is worth more where not all can be held. */
export function poseProblem(
  setup: SetupRecord,
  meetings: readonly Agreed[],
  profiles: ReadonlyMap<string, ProfileRecord>,
  { now, had }: { readonly now: string; readonly had: ReadonlyMap<string, Pick<Row, "startsAt">> },
): Posed {
  const slots = slotsOf(setup);
  const ahead = slots.flatMap(({ startsAt }, i) => (startsAt > now ? [i] : []));
  const slotAt = new Map(slots.map(({ startsAt }, i) => [startsAt, i]));
  const people = [...new Set(meetings.flatMap(({ a, b }) => [a, b]))].sort((x, y) => (x < y ? -1 : 1));
  const number = new Map(people.map((person, i) => [person, i]));
  const meetingAt = new Map(meetings.map(({ id }, i) => [id, i]));
  const pins = new Map(setup.pins.map(({ id, at }) => [id, at]));
  // What has begun stays where it was, and nothing is put before now.
  for (const [id, { startsAt }] of had) if (startsAt <= now) pins.set(id, startsAt);
  const timesOf = (person: string) => new Set(profiles.get(person)?.times);
  return {
    meetings,
    people,
    slots,
    problem: {
      people: people.length,
      slots: slots.length,
      fairness: setup.fairness,
      unavailable: people.map((person) => {
        const times = timesOf(person);
        return slots.flatMap(({ startsAt }, i) => (times.has(startsAt) ? [] : [i]));
      }),
      tables: setup.tables.map(({ seats, closed }) => ({
        seats,
        closed: slots.flatMap((slot, i) => (closed.some((span) => overlaps(span, slot)) ? [i] : [])),
      })),
      meetings: meetings.map(({ id, a, b }) => {
        const pin = pins.get(id);
        const at = pin === undefined ? undefined : slotAt.get(pin);
        return {
          people: [number.get(a) as number, number.get(b) as number],
          worth: 1 + wishWorth(profiles.get(a), b) + wishWorth(profiles.get(b), a),
          slots: pin === undefined ? ahead : at === undefined ? [] : [at],
        };
      }),
      precedences: setup.orders.flatMap(({ first, second }) => {
        const [a, b] = [meetingAt.get(first), meetingAt.get(second)];
        return a === undefined || b === undefined ? [] : [[a, b] as const];
      }),
    },
  };
}

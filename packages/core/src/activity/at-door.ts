import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import type { Query } from "../platform/table.ts";
import { Activity, type ActivityRecord, Registration, type RegistrationRecord, registrationsOf, Seats } from "./entity.ts";
import { activityMissing } from "./schema.ts";

export type Holder = RegistrationRecord & Stored;

/** An activity that has a door, with how many hold seats and when its registrations changed last. */
export async function activityAtDoor(
  ctx: Ctx,
  activityId: string,
): Promise<ActivityRecord & Stored & { readonly taken: number; readonly changedAt: string }> {
  const [activity, seats] = await Promise.all([Activity.find(ctx, { id: activityId }), Seats.find(ctx, { activityId })]);
  if (!activity || !seats || activity.status === "draft") throw new DomainError(activityMissing);
  return { ...activity, taken: seats.taken, changedAt: seats.updatedAt };
}

/** Published activities that end at or after the instant, the next first: at most 200. */
export async function activitiesWithDoors(ctx: Ctx, after: string): Promise<(ActivityRecord & Stored)[]> {
  const found: (ActivityRecord & Stored)[] = [];
  let cursor: string | undefined;
  do {
    const page = await Activity.list(ctx, { index: "byState", pk: "activity#published", limit: 200, cursor, newestFirst: true });
    found.push(...page.items.filter(({ endsAt }) => endsAt >= after));
    cursor = page.cursor;
    // Sorted by their start: further down all have ended, but for those that go on for months.
  } while (cursor && found.length < 200);
  return found.slice(0, 200).reverse();
}

/** Published activities that start after one instant and up to another. */
export async function activitiesStarting(ctx: Ctx, from: string, to: string): Promise<(ActivityRecord & Stored)[]> {
  const query = { index: "byState", pk: "activity#published", between: [`${from}#~`, `${to}#~`], limit: 100 } as const;
  const found: (ActivityRecord & Stored)[] = [];
  let cursor: string | undefined;
  do {
    const page = await Activity.list(ctx, { ...query, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** Who registered, in the order of their digests, which means nothing; those who were erased are left out. */
export async function holders(
  ctx: Ctx,
  activityId: string,
  of: Pick<Query, "limit" | "cursor" | "between">,
): Promise<Page<Holder>> {
  const page = await Registration.list(ctx, { pk: registrationsOf(activityId), ...of });
  return { ...page, items: page.items.filter(({ email }) => email) };
}

/** The registrations of these people, by person: at most a hundred. One that was erased is there without its name. */
export async function holdersOf(ctx: Ctx, activityId: string, people: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  const keys = [...new Set(people)].map((person) => Registration.key({ activityId, person }));
  const items = keys.length ? await ctx.table.getMany(keys, true) : [];
  return new Map(items.map((item) => Registration.read(item)).map((holder) => [holder.person, holder]));
}

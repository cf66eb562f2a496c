import { activityAtDoor, holdersOf } from "../activity/index.ts";
import { hasCome } from "../check-in/index.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { type FactsRecord, PersonFacts } from "./entity.ts";
import type { Doing } from "./policy.ts";

/** So many activities are remembered of one person, those that end last. */
const most = 200;

/** Notes how somebody stands with an activity, by what is so now: being told twice, or late, changes nothing. */
export async function noteActivity(ctx: Ctx, { activityId, person }: { activityId: string; person: string }): Promise<void> {
  const [activity, holders] = await Promise.all([endsOf(ctx, activityId), holdersOf(ctx, activityId, [person])]);
  const holder = holders.get(person);
  if (!activity) return;
  const waits = holder && ["waitlisted", "offered", "requested"].includes(holder.status);
  const came = holder && (await hasCome(ctx, holder));
  await noteFacts(ctx, person, (was) => {
    const before = was.activities[activityId];
    const now: Doing = {
      ...(before?.invited ? { invited: before.invited } : {}),
      ...(holder?.status === "confirmed" ? { registered: holder.confirmedAt ?? holder.queuedAt } : {}),
      ...(waits ? { waiting: holder.queuedAt } : {}),
      ...(came ? { attended: before?.attended ?? ctx.now().toISOString() } : {}),
      ends: activity,
    };
    return withActivity(was, activityId, now);
  });
}

/** Notes that somebody was invited to an activity. */
export async function noteInvited(
  ctx: Ctx,
  { activityId, person, at }: { activityId: string; person: string; at: string },
): Promise<void> {
  const ends = await endsOf(ctx, activityId);
  if (!ends) return;
  await noteFacts(ctx, person, (was) =>
    withActivity(was, activityId, { ...was.activities[activityId], invited: was.activities[activityId]?.invited ?? at, ends }),
  );
}

/** Notes that somebody was asked about a match. */
export const noteMatched = (ctx: Ctx, { person, at }: { person: string; at: string }): Promise<void> =>
  noteFacts(ctx, person, (was) => ((was.matchedAt ?? "") >= at ? was : { ...was, matchedAt: at }));

/** Forgets what people did. */
export async function forgetFacts(ctx: Ctx, people: readonly string[]): Promise<void> {
  for (const person of people)
    if (await PersonFacts.find(ctx, { person })) await ctx.table.write([PersonFacts.remove({ person })], "");
}

async function endsOf(ctx: Ctx, activityId: string): Promise<string | undefined> {
  try {
    return (await activityAtDoor(ctx, activityId)).endsAt;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return undefined;
    throw error;
  }
}

function withActivity(was: FactsRecord, activityId: string, now: Doing): FactsRecord {
  const others = Object.entries(was.activities).filter(([id]) => id !== activityId);
  const all = [...others, [activityId, now] as const].sort(([, a], [, b]) => (b.ends ?? "").localeCompare(a.ends ?? ""));
  return { ...was, activities: Object.fromEntries(all.slice(0, most)) };
}

async function noteFacts(ctx: Ctx, person: string, decide: (was: FactsRecord) => FactsRecord): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const known = await PersonFacts.find(ctx, { person });
    const was = known ?? { person, activities: {} };
    const is = decide(was);
    if (is === was) return;
    try {
      await ctx.table.write([known ? PersonFacts.change(ctx, known, is) : PersonFacts.create(ctx, is)], "");
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}

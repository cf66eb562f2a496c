import * as z from "zod";
import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { Agenda } from "./agenda-schema.ts";
import { Activity, type ActivityRecord, Seats, type SeatsRecord } from "./entity.ts";
import { commitmentOf } from "./lottery-seed.ts";
import { replanned } from "./plan.ts";
import { ActivityContent, activityCancelled, activityMissing, drawnAlready } from "./schema.ts";
import { partOf } from "./scope.ts";

/** The counter of a new activity. */
function seatsOf({ id, status, ...content }: ActivityRecord, stamp: number): SeatsRecord {
  const { registrationClosesAt, startsAt, endsAt, capacity } = content;
  const none = { activityId: id, status, registrationClosesAt, startsAt, endsAt, capacity, taken: 0, waiting: 0 };
  return { ...none, ...replanned(none, content, [], stamp).set } as SeatsRecord;
}

const drawOf = (ctx: Ctx, id: string, { drawAt }: Pick<ActivityContent, "drawAt">): Pick<ActivityRecord, "draw"> =>
  drawAt ? { draw: { commitment: commitmentOf(ctx.keys.digest("lottery-seed", id)) } } : {};

type New = ActivityContent & Pick<ActivityRecord, "id" | "agenda" | "series">;

/** A draft with its counter of seats. */
export function draftOf(ctx: Ctx, content: New): Write[] {
  const activity: ActivityRecord = { ...content, ...drawOf(ctx, content.id, content), status: "draft" };
  return [Activity.create(ctx, activity), Seats.create(ctx, seatsOf(activity, ctx.now().getTime()))];
}

/** Writes a new activity as a draft, with its counter of seats. The id may be given, which makes a repeated call harmless. */
export const createActivity = command({
  input: ActivityContent.safeExtend({
    agenda: Agenda.optional(),
    id: z
      .string()
      .regex(/^act_[0-9a-z]{26}$/)
      .optional(),
  }),
  access: ["organiser"],
  scope: (_ctx, { chains }) => ({ chains }),
  async run(ctx, { id = ctx.newId("act"), ...content }): Promise<{ id: string }> {
    await save(ctx, ...draftOf(ctx, { ...content, id }));
    return { id };
  },
});

export const Versioned = z.object({ activityId: z.string().max(40), version: z.int() });

/**
 * Changes an activity and its counter together. A quota below what is taken is refused with the number, unless it is named in `overbooked`
 * (`whole` for the activity's capacity), which is recorded: those who have seats keep them, and nobody gets one before enough are given back.
 */
export const editActivity = command({
  input: ActivityContent.safeExtend({ ...Versioned.shape, overbooked: z.array(z.string().max(12)).max(13).optional() }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, overbooked = [], ...content }): Promise<{ version: number }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    return applyContent(ctx, activity, content, { overbooked });
  },
});

interface Beside {
  /** Quotas that are knowingly set below what is taken. */
  readonly overbooked?: readonly string[];
  readonly agenda?: ActivityRecord["agenda"];
}

/**
 * Writes other content over an activity, and its counter with it. What was confirmed as over-booked before need not be confirmed again, unless it
 * gets smaller still.
 * @throws DomainError `record.changed`, `activity.drawn`, `activity.capacity-taken`, `activity.ticket-in-use`, `table.busy`
 */
export async function applyContent(
  ctx: Ctx,
  activity: ActivityRecord & Stored,
  content: ActivityContent,
  { overbooked = [], ...beside }: Beside = {},
): Promise<{ version: number }> {
  const { id: activityId } = activity;
  if (activity.draw?.drawnAt && content.drawAt !== activity.drawAt) throw new DomainError(drawnAlready);
  const draw = activity.draw && content.drawAt ? {} : { draw: undefined, ...drawOf(ctx, activityId, content) };
  const closed = content.registrationClosesAt === activity.registrationClosesAt ? {} : { closedEarly: undefined };
  const known = knownOver(activity, content);
  // What the form no longer holds is taken away.
  const next = { ...emptied, ...content, ...draw, ...closed, ...beside };
  for (let attempt = 0; attempt < 20; attempt++) {
    const seats = await Seats.get(ctx, { activityId }, activityMissing);
    const { over, ...plan } = replanned(seats, content, [...overbooked, ...known], ctx.now().getTime());
    const record = { ...next, overbooking: recorded(ctx, activity, over, overbooked) };
    try {
      await ctx.table.write([Activity.change(ctx, activity, record), recount(ctx, seats, plan)], ctx.newId("tok").slice(4));
      return { version: activity.version + 1 };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0)) throw new DomainError(changedMeanwhile);
    }
  }
  throw new DomainError(tooBusy);
}

const emptied = {
  ...{ onlineLink: undefined, onlineNote: undefined, registrationOpensAt: undefined, reminders: undefined },
  ...{ waitingList: undefined, drawAt: undefined, quotas: undefined, tickets: undefined },
};

/** Quotas of which it is known that they are over-booked, and which do not get smaller. */
function knownOver({ overbooking }: ActivityRecord, { capacity, quotas = [] }: ActivityContent): string[] {
  const size = (id: string) => (id === "whole" ? capacity : (quotas.find((quota) => quota.id === id)?.size ?? 0));
  return (overbooking?.quotas ?? []).filter((quota) => size(quota.id) >= quota.size).map(({ id }) => id);
}

/** Who confirmed it, with the numbers of then; nothing once all of it is given back. */
function recorded(
  ctx: Ctx,
  { overbooking: before }: ActivityRecord,
  over: NonNullable<ActivityRecord["overbooking"]>["quotas"],
  confirmed: readonly string[],
): ActivityRecord["overbooking"] {
  if (over.length === 0) return undefined;
  if (over.some(({ id }) => confirmed.includes(id)) || !before)
    return { quotas: over, at: ctx.now().toISOString(), by: actorName(ctx.actor) };
  return { ...before, quotas: before.quotas.filter(({ id }) => over.some((quota) => quota.id === id)) };
}

/** The counter's part of a change, on condition that what it was reckoned from still holds. */
function recount(ctx: Ctx, seats: SeatsRecord, { set, remove, same, atMost }: Omit<ReturnType<typeof replanned>, "over">): Write {
  const condition = [
    seats.tickets ? "#plan = :plan_read" : "attribute_not_exists(#plan)",
    ...same.map((name) => `#${name} = :was_${name}`),
    ...Object.entries(atMost).map(([counter, limit]) => `#${counter} <= :${limit}`),
  ].join(" AND ");
  const names = Object.keys(set).map((name) => `#${name} = :${name}`);
  const gone = remove.length ? ` REMOVE ${remove.map((name) => `#${name}`).join(", ")}` : "";
  const values = {
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
    ...Object.fromEntries(same.map((name) => [`:was_${name}`, seats[name as keyof SeatsRecord]])),
    ...(seats.tickets ? { ":plan_read": seats.plan } : {}),
  };
  return Seats.update(ctx, seats, `SET ${names.join(", ")}${gone}`, { condition, values });
}

/** Publishes a draft: the page appears and registration opens. Publishing twice changes nothing. */
export const publishActivity = command({
  input: Versioned,
  access: ["organiser"],
  scope: partOf,
  run: (ctx, input) => setStatus(ctx, input, "published"),
});

/** Cancels for good: nobody can register any more. Those registered keep their records. */
export const cancelActivity = command({
  input: Versioned,
  access: ["organiser"],
  scope: partOf,
  run: (ctx, input) => setStatus(ctx, input, "cancelled"),
});

async function setStatus(ctx: Ctx, { activityId, version }: z.infer<typeof Versioned>, status: "published" | "cancelled") {
  const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
  if (activity.status === status) return { version: activity.version };
  if (activity.status === "cancelled") throw new DomainError(activityCancelled);
  if (activity.version !== version) throw new DomainError(changedMeanwhile);
  await save(
    ctx,
    Activity.change(ctx, activity, { status, ...(status === "published" ? { publishedAt: ctx.now().toISOString() } : {}) }),
    Seats.update(ctx, { activityId }, "SET #status = :status", { values: { ":status": status } }),
  );
  return { version: version + 1 };
}

import { createHash } from "node:crypto";
import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Activity, type ActivityRecord, Seats, type SeatsRecord } from "./entity.ts";
import { replanned } from "./plan.ts";
import { ActivityContent, activityCancelled, activityMissing, drawnAlready } from "./schema.ts";
import { partOf } from "./scope.ts";

/** The counter of a new activity. */
function seatsOf({ id, status, ...content }: ActivityRecord, stamp: number): SeatsRecord {
  const { registrationClosesAt, startsAt, endsAt, capacity } = content;
  const none = { activityId: id, status, registrationClosesAt, startsAt, endsAt, capacity, taken: 0, waiting: 0 };
  return { ...none, ...replanned(none, content, [], stamp).set } as SeatsRecord;
}

/** The seed of an activity's lottery: made of the deployment's secret, so that nobody chooses it, and kept nowhere before it is drawn. */
export const seeds = (ctx: Ctx, activityId: string) => ctx.keys.digests("lottery-seed", activityId);
export const commitmentOf = (seed: string) => createHash("sha256").update(seed).digest("hex");

const drawOf = (ctx: Ctx, id: string, { drawAt }: Pick<ActivityContent, "drawAt">): Pick<ActivityRecord, "draw"> =>
  drawAt ? { draw: { commitment: commitmentOf(ctx.keys.digest("lottery-seed", id)) } } : {};

/** Writes a new activity as a draft, with its counter of seats. The id may be given, which makes a repeated call harmless. */
export const createActivity = command({
  input: ActivityContent.safeExtend({
    id: z
      .string()
      .regex(/^act_[0-9a-z]{26}$/)
      .optional(),
  }),
  access: ["organiser"],
  scope: (_ctx, { chains }) => ({ chains }),
  async run(ctx, { id = ctx.newId("act"), ...content }): Promise<{ id: string }> {
    const activity: ActivityRecord = { ...content, ...drawOf(ctx, id, content), id, status: "draft" };
    await save(ctx, Activity.create(ctx, activity), Seats.create(ctx, seatsOf(activity, ctx.now().getTime())));
    return { id };
  },
});

const Versioned = z.object({ activityId: z.string().max(40), version: z.int() });

/**
 * Changes an activity and its counter together. A quota below what is taken is refused with the number, unless it is named in `overbooked`
 * (`whole` for the activity's capacity): those who have seats keep them, and nobody gets one before enough are given back.
 */
export const editActivity = command({
  input: ActivityContent.safeExtend({ ...Versioned.shape, overbooked: z.array(z.string().max(12)).max(13).optional() }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, overbooked = [], ...content }): Promise<{ version: number }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    if (activity.draw?.drawnAt && content.drawAt !== activity.drawAt) throw new DomainError(drawnAlready);
    const draw = activity.draw && content.drawAt ? {} : { draw: undefined, ...drawOf(ctx, activityId, content) };
    // What the form no longer holds is taken away.
    const next = { waitingList: undefined, drawAt: undefined, quotas: undefined, tickets: undefined, ...content, ...draw };
    for (let attempt = 0; attempt < 20; attempt++) {
      const seats = await Seats.get(ctx, { activityId }, activityMissing);
      const { set, remove, same, atMost } = replanned(seats, content, overbooked, ctx.now().getTime());
      const counters = same.map((name): [string, unknown] => [`:was_${name}`, seats[name as keyof SeatsRecord]]);
      const condition = [
        seats.tickets ? "#plan = :plan_read" : "attribute_not_exists(#plan)",
        ...same.map((name) => `#${name} = :was_${name}`),
        ...Object.entries(atMost).map(([counter, limit]) => `#${counter} <= :${limit}`),
      ].join(" AND ");
      const steps = [
        `SET ${Object.keys(set)
          .map((name) => `#${name} = :${name}`)
          .join(", ")}`,
        ...(remove.length ? [`REMOVE ${remove.map((name) => `#${name}`).join(", ")}`] : []),
      ];
      const values = {
        ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
        ...Object.fromEntries(counters),
        ...(seats.tickets ? { ":plan_read": seats.plan } : {}),
      };
      try {
        await ctx.table.write(
          [Activity.change(ctx, activity, next), Seats.update(ctx, { activityId }, steps.join(" "), { condition, values })],
          ctx.newId("tok").slice(4),
        );
        return { version: version + 1 };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed.has(0)) throw new DomainError(changedMeanwhile);
      }
    }
    throw new DomainError(tooBusy);
  },
});

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

import type * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Instant, labelled } from "../platform/schema.ts";
import { cannotReopen, registrationNotOpen } from "./authoring-reasons.ts";
import { Activity, type ActivityRecord, Seats } from "./entity.ts";
import { Versioned } from "./run-activity.ts";
import { activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";
import { stageOf } from "./stages-schema.ts";

const read = async (ctx: Ctx, { activityId, version }: z.infer<typeof Versioned>) => {
  const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
  if (activity.version !== version) throw new DomainError(changedMeanwhile);
  return activity;
};

/** Both records change together, so that the counter never takes somebody whom the page turns away. */
async function closeAt(
  ctx: Ctx,
  activity: ActivityRecord & Stored,
  registrationClosesAt: string,
  closedEarly: ActivityRecord["closedEarly"],
) {
  const values = { ":closes": registrationClosesAt };
  await save(
    ctx,
    Activity.change(ctx, activity, { registrationClosesAt, closedEarly }),
    Seats.update(ctx, { activityId: activity.id }, "SET #registrationClosesAt = :closes", { values }),
  );
  return { version: activity.version + 1 };
}

/**
 * Closes registration at once. Nobody loses a seat or a place in the queue, nobody is written to, and freed seats still go to the next in line.
 * @throws DomainError `activity.registration-not-open`, `record.changed`
 */
export const closeRegistration = command({
  input: Versioned,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, input): Promise<{ version: number }> {
    const activity = await read(ctx, input);
    const now = ctx.now().toISOString();
    if (stageOf(activity, now) !== "open") throw new DomainError(registrationNotOpen);
    // To the minute, as forms have it: a form that is saved later does not change it.
    return closeAt(ctx, activity, `${now.slice(0, 16)}:00.000Z`, { at: now, was: activity.registrationClosesAt });
  },
});

/**
 * Opens registration again: until the time that held before it was closed, or until another one.
 * @throws DomainError `activity.cannot-reopen` where that time is over or past the end, `record.changed`
 */
export const reopenRegistration = command({
  input: Versioned.extend({ until: labelled(Instant.optional(), "报名截止", "Registration closes") }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { until, ...input }): Promise<{ version: number }> {
    const activity = await read(ctx, input);
    const now = ctx.now().toISOString();
    const closes = until ?? activity.closedEarly?.was;
    if (stageOf(activity, now) !== "closed" || !closes || closes <= now || closes > activity.endsAt)
      throw new DomainError(cannotReopen);
    return closeAt(ctx, activity, closes, undefined);
  },
});

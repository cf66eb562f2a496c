import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Activity, type ActivityRecord, Seats, type SeatsRecord } from "./entity.ts";
import { ActivityContent, activityCancelled, activityMissing, capacityTaken } from "./schema.ts";
import { partOf } from "./scope.ts";

const seatsOf = ({ id, status, registrationClosesAt, startsAt, endsAt, capacity }: ActivityRecord): SeatsRecord => ({
  activityId: id,
  status,
  registrationClosesAt,
  startsAt,
  endsAt,
  capacity,
  taken: 0,
  waiting: 0,
});

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
    const activity: ActivityRecord = { ...content, id, status: "draft" };
    await save(ctx, Activity.create(ctx, activity), Seats.create(ctx, seatsOf(activity)));
    return { id };
  },
});

const Versioned = z.object({ activityId: z.string().max(40), version: z.int() });

/** Changes an activity and its counter together; a capacity below what is taken is refused with the number. */
export const editActivity = command({
  input: ActivityContent.safeExtend(Versioned.shape),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, ...content }): Promise<{ version: number }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    try {
      await ctx.table.write(
        [
          Activity.change(ctx, activity, content),
          Seats.update(
            ctx,
            { activityId },
            "SET #capacity = :capacity, #registrationClosesAt = :closes, #startsAt = :starts, #endsAt = :ends",
            {
              condition: "#taken <= :capacity",
              values: {
                ":capacity": content.capacity,
                ":closes": content.registrationClosesAt,
                ":starts": content.startsAt,
                ":ends": content.endsAt,
              },
            },
          ),
        ],
        ctx.newId("tok").slice(4),
      );
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const seats = error.failed.get(1) as SeatsRecord | undefined;
      throw seats ? new DomainError(capacityTaken, { params: { taken: seats.taken } }) : new DomainError(changedMeanwhile);
    }
    return { version: version + 1 };
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

async function setStatus(
  ctx: Parameters<typeof save>[0],
  { activityId, version }: z.infer<typeof Versioned>,
  status: "published" | "cancelled",
) {
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

import type { Ctx } from "../platform/context.ts";
import type { Table } from "../platform/table.ts";
import { type ActivityRecord, Seats, type SeatsRecord } from "./entity.ts";

// By the very way to read: a context may have another way to write.
const reading = new WeakMap<Table["get"], Map<string, Promise<SeatsRecord | undefined>>>();

/**
 * The counter as it was a moment ago: calls at the same instant share one read. Good enough to choose a step that holds by its conditions,
 * and to refuse what is sold out.
 */
export function currentSeats(ctx: Ctx, activityId: string): Promise<SeatsRecord | undefined> {
  const shared = reading.get(ctx.table.get) ?? new Map<string, Promise<SeatsRecord | undefined>>();
  reading.set(ctx.table.get, shared);
  const found = shared.get(activityId) ?? Seats.find(ctx, { activityId }).finally(() => shared.delete(activityId));
  shared.set(activityId, found);
  return found;
}

/** The figures of up to a hundred activities, in one round trip. */
export async function seatsOfMany(ctx: Ctx, activities: readonly Pick<ActivityRecord, "id">[]) {
  const items = await ctx.table.getMany(activities.map(({ id }) => Seats.key({ activityId: id })));
  return new Map(items.map((item) => [String(item.activityId), Seats.read(item)]));
}

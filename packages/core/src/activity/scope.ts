import type { Part } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { Activity } from "./entity.ts";

/** What a call for one activity touches, for roles that hold for certain activities or chains. */
export async function partOf(ctx: Ctx, { activityId }: { activityId: string }): Promise<Part> {
  const activity = await Activity.find(ctx, { id: activityId });
  return { activity: activityId, chains: activity?.chains };
}

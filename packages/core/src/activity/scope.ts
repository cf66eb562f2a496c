import { type Access, type Part, reaches, reachOf } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { Activity } from "./entity.ts";

/** What a call for one activity touches, for roles that hold for certain activities or chains. */
export async function partOf(ctx: Ctx, { activityId }: { activityId: string }): Promise<Part> {
  const activity = await Activity.find(ctx, { id: activityId });
  return { activity: activityId, chains: activity?.chains };
}

/** Those of up to a hundred activities for which the actor's roles hold. */
export async function activitiesWithin(ctx: Ctx, access: Access, ids: readonly string[]): Promise<readonly string[]> {
  const reach = reachOf(ctx.actor, access);
  if (typeof reach === "string") return reach === "all" ? ids : [];
  const found = (await ctx.table.getMany([...new Set(ids)].map((id) => Activity.key({ id })))).map(Activity.read);
  return found.filter(({ id, chains }) => reaches(ctx.actor, access, { activity: id, chains })).map(({ id }) => id);
}

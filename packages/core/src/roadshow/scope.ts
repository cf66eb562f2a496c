import { partOf } from "../activity/index.ts";
import type { Part } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";

/** A roadshow is a part of its activity: roles for the activity, or for its chains, hold for it. */
export const partOfRoadshow = (ctx: Ctx, input: { activityId: string }): Promise<Part> => partOf(ctx, input);

export const runners = ["organiser"] as const;
export const watchers = ["organiser", "auditor"] as const;
export const jurors = ["jury"] as const;

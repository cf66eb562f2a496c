import type { Ctx } from "../platform/context.ts";
import { tidy } from "../platform/text.ts";

/** The same person under two addresses reads the same. */
export const nameDigest = (ctx: Ctx, activityId: string, { name, organisation }: { name: string; organisation: string }) =>
  ctx.keys.digest("meeting-name", `${activityId}|${tidy(name).toLowerCase()}|${tidy(organisation).toLowerCase()}`);

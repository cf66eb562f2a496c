import type { Ctx } from "../platform/context.ts";
import { tidy } from "../platform/text.ts";

/** The same person under two addresses reads the same, unless the organiser said that they are two: then `apart` is the second's own. */
export const nameDigest = (
  ctx: Ctx,
  activityId: string,
  { name, organisation }: { name: string; organisation: string },
  apart = "",
) =>
  ctx.keys.digest(
    "meeting-name",
    [activityId, tidy(name).toLowerCase(), tidy(organisation).toLowerCase(), ...(apart ? [apart] : [])].join("|"),
  );

import type { Ctx } from "../platform/context.ts";
import { dayOf } from "../platform/time.ts";
import type { DemandRecord } from "./entity.ts";
import { daysAfter, reviewDays } from "./policy.ts";

/** What a need says once somebody has said that it still stands: nothing of how it ended, and the next day to ask. */
export const stillLooking = (ctx: Ctx): Partial<DemandRecord> => ({
  confirmedAt: ctx.now().toISOString(),
  reviewOn: daysAfter(dayOf(ctx.now()), reviewDays),
  ...{ stale: undefined, why: undefined, closedBy: undefined },
});

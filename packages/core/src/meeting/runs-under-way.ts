import { activitiesWithin, activityAtDoor } from "../activity/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Localised } from "../platform/text.ts";
import { Run, type RunRecord, runs } from "./entity.ts";
import { askRun, isGoing } from "./run.ts";

interface Going extends Pick<RunRecord, "activityId" | "id" | "done" | "startedAt" | "stopAsked"> {
  readonly title: Localised;
}

/** Schedules that are being made, as far as they concern who asks: at most five. */
export async function goingRuns(ctx: Ctx): Promise<readonly RunRecord[]> {
  const { items } = await Run.list(ctx, { index: "byState", pk: runs, limit: 5, newestFirst: true });
  const going = items.filter((run) => isGoing(run, ctx.now()));
  const mine = await activitiesWithin(
    ctx,
    askRun.access,
    going.map(({ activityId }) => activityId),
  );
  return going.filter(({ activityId }) => mine.includes(activityId));
}

export const runsUnderWay = async (ctx: Ctx): Promise<readonly Going[]> =>
  Promise.all(
    (await goingRuns(ctx)).map(async ({ activityId, id, done, startedAt, stopAsked }) => {
      const { title } = await activityAtDoor(ctx, activityId);
      return { activityId, id, done, startedAt, stopAsked, title };
    }),
  );

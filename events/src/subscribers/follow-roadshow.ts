import type { Ctx } from "@lingxi/core/platform/context";
import type { DomainEvent } from "@lingxi/core/platform/event";
import { closeCall, type EntryFact, keepStage, listOnStage } from "@lingxi/core/roadshow/reactions";
import { subscriber } from "../subscriber.ts";

async function follow(ctx: Ctx, { name, data }: DomainEvent): Promise<unknown> {
  const { activityId, entryId } = data as Partial<EntryFact> & { activityId: string };
  switch (name) {
    case "roadshow.changed":
      return keepStage(ctx, { activityId });
    case "activity.called-off":
      return closeCall(ctx, { activityId });
    default:
      return listOnStage(ctx, { activityId, entryId });
  }
}

/** Keeps the activity's agenda in step with the running order, lists what was accepted, and closes the call of an activity that is called off. */
export const handler = subscriber("follow-roadshow", follow);

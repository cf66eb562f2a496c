import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Activity } from "./entity.ts";
import { activityMissing } from "./schema.ts";

const Said = z.object({ "zh-CN": z.string(), en: z.string().optional() });
const OnStage = z.object({
  id: z.string(),
  kind: z.enum(["pitch", "break"]),
  title: Said,
  summary: Said.optional(),
  startsAt: z.string(),
  endsAt: z.string(),
  project: z.string().optional(),
});

/**
 * Puts what is on stage into the agenda in place of what was there. `version` is the activity's before the running order was read, so that nothing
 * older is written over something newer. @throws DomainError `record.changed`
 */
export const followStage = command({
  input: z.object({ activityId: z.string(), version: z.int(), sessions: z.array(OnStage) }),
  access: "system",
  async run(ctx, { activityId, version, sessions }): Promise<void> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    const stage = sessions.length ? sessions : undefined;
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? []));
    if (isDeepStrictEqual(plain(activity.stage), plain(stage))) return;
    await save(ctx, Activity.change(ctx, activity, { stage }));
  },
});

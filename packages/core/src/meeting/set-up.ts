import * as z from "zod";
import { activityAtDoor, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { DomainError, invalidInput } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { Schedule, Setup } from "./entity.ts";
import { MeetingSetup, notKind } from "./schema.ts";
import { slotsOf } from "./slots.ts";

/**
 * Says when and where people meet. Can be changed at any time: what was published stays until it is repaired.
 * @throws DomainError `meeting.wrong-kind`, `record.changed`, `input.invalid` on `windows` when no slot fits
 */
export const setUpMeetings = command({
  input: z.intersection(z.object({ activityId: Reference, version: z.int().min(0) }), MeetingSetup),
  access: ["organiser"],
  scope: (ctx, { activityId }) => partOf(ctx, { activityId }),
  async run(ctx, { activityId, version, ...said }): Promise<{ version: number; slots: number }> {
    const activity = await activityAtDoor(ctx, activityId);
    if (activity.kind !== "matchmaking") throw new DomainError(notKind);
    const slots = slotsOf(said).length;
    if (slots === 0) {
      const message = {
        "zh-CN": "“会面时段”里排不下一场会面：请延长时段，或缩短每次会面。",
        en: "Meeting windows: not one meeting fits. Make them longer, or the meetings shorter.",
      };
      throw new DomainError(invalidInput, { fields: [{ field: "windows", message }], params: { count: 1 } });
    }
    const before = await Setup.find(ctx, { activityId });
    const record = { activityId, endsAt: activity.endsAt, ...said };
    if (before) await save(ctx, Setup.change(ctx, { ...before, version }, record));
    else await save(ctx, Setup.create(ctx, record), Schedule.create(ctx, { activityId, rows: [] }));
    return { version: before ? version + 1 : 1, slots };
  },
});

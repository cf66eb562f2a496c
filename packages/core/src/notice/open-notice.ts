import * as z from "zod";
import { activitiesStarting } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { ConditionFailed } from "../platform/table.ts";
import { type NoticeRecord, Notices, noticeKinds } from "./entity.ts";

/** Hours before the start at which people are reminded. */
const reminded = 24;

async function unlessKnown(ctx: Ctx, notice: Pick<NoticeRecord, "activityId" | "key" | "kind" | "at">): Promise<void> {
  try {
    await ctx.table.write([Notices.create(ctx, { ...notice, status: "open", told: 0 })], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Notes down that those who come are to be told; the same change is noted once, however often it is heard of. */
export const openNotice = command({
  input: z.object({ activityId: z.string(), version: z.number(), kind: z.enum(noticeKinds), at: z.string() }),
  access: "system",
  run: (ctx, { activityId, version, kind, at }) => unlessKnown(ctx, { activityId, kind, at, key: `${kind}-${version}` }),
});

/** When an activity starts, as it stands in keys. */
export const startKey = (startsAt: string) => startsAt.slice(0, 16).replace(/[-:]/g, "");

/** Notes down the reminders that are due, late ones too: once for each start that an activity ever has. */
export async function openReminders(ctx: Ctx): Promise<void> {
  const now = ctx.now();
  const within = new Date(now.getTime() + reminded * 3_600_000).toISOString();
  for (const { id, startsAt } of await activitiesStarting(ctx, now.toISOString(), within)) {
    const at = new Date(new Date(startsAt).getTime() - reminded * 3_600_000).toISOString();
    await unlessKnown(ctx, { activityId: id, kind: "reminder", at, key: `reminder-${startKey(startsAt)}` });
  }
}

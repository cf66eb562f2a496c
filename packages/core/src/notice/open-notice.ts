import * as z from "zod";
import { activitiesStarting } from "../activity/index.ts";
import { mostReminderHours, usualReminders } from "../activity/kinds-schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { ConditionFailed } from "../platform/table.ts";
import { type NoticeRecord, Notices, noticeKinds } from "./entity.ts";

const hour = 3_600_000;
/** How long after its start an activity may still have sessions to remind of. */
const longest = 31 * 24 * hour;

async function unlessKnown(ctx: Ctx, notice: Omit<NoticeRecord, "status" | "told">): Promise<void> {
  try {
    await ctx.table.write([Notices.create(ctx, { ...notice, status: "open", told: 0 })], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Notes down that those who come are to be told; the same change is noted once, however often it is heard of. `at` is when it was made. */
export const openNotice = command({
  input: z.object({ activityId: z.string(), version: z.number(), kind: z.enum(noticeKinds), at: z.string() }),
  access: "system",
  run: (ctx, { activityId, version, kind, at }) => unlessKnown(ctx, { activityId, kind, at, key: `${kind}-${version}` }),
});

type Known = Awaited<ReturnType<typeof activitiesStarting>>[number];

/** One reminder that an organiser wants. */
interface Reminder {
  readonly key: string;
  readonly at: string;
  readonly startsAt: string;
  readonly session?: string;
}

/** When something starts, as it stands in keys. */
const startKey = (startsAt: string) => startsAt.slice(0, 16).replace(/[-:]/g, "");

/** All reminders of an activity, whenever they are due: a day before the start, or so many hours before it and before sessions as its organiser says. */
export function remindersOf({ startsAt, reminders = [...usualReminders], agenda }: Known): Reminder[] {
  const before = (at: string, hours: number) => new Date(Date.parse(at) - hours * hour).toISOString();
  const sessions = (agenda?.sessions ?? []).flatMap(({ id, startsAt: at, remindHours }): Reminder[] =>
    remindHours ? [{ key: `reminder-${startKey(at)}-${id}`, at: before(at, remindHours), startsAt: at, session: id }] : [],
  );
  return [
    ...reminders.map((hours) => {
      const key = `reminder-${startKey(startsAt)}${hours === 24 ? "" : `-${hours}h`}`;
      return { key, at: before(startsAt, hours), startsAt };
    }),
    ...sessions,
  ];
}

/** Those that are due, late ones too, as long as what they are about has not begun; of several about the same, the last is enough. */
export function dueReminders(activity: Known, now: string): Reminder[] {
  const due = remindersOf(activity).filter(({ at, startsAt }) => at <= now && startsAt > now);
  return due.filter((one) => !due.some((other) => other.session === one.session && other.at > one.at));
}

/** Notes down the reminders that are due: once for each start that an activity or a session ever has. */
export async function openReminders(ctx: Ctx): Promise<void> {
  const now = ctx.now();
  const from = new Date(now.getTime() - longest).toISOString();
  const to = new Date(now.getTime() + mostReminderHours * hour).toISOString();
  for (const activity of await activitiesStarting(ctx, from, to)) {
    if (activity.endsAt <= now.toISOString()) continue;
    for (const reminder of dueReminders(activity, now.toISOString()))
      await unlessKnown(ctx, { activityId: activity.id, kind: "reminder", ...reminder });
  }
}

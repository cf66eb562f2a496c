import * as z from "zod";
import { activityAtDoor, type Holder, holders } from "../activity/index.ts";
import { toldOf } from "../activity/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { MailPending } from "../platform/mail/record.ts";
import { type NoticeRecord, Notices, openNotices } from "./entity.ts";
import { noticeLetter } from "./letter.ts";
import { openReminders, remindersOf } from "./open-notice.ts";

const together = 50;
type Known = Awaited<ReturnType<typeof activityAtDoor>>;

/**
 * Opens the reminders that are due and tells everybody whom an open notice concerns, for so many milliseconds; the next call goes on. Each is told
 * once, however often this runs, or crashes in between.
 */
export const sendNotices = command({
  input: z.object({ milliseconds: z.number(), silence: z.number() }),
  access: "system",
  async run(ctx, { milliseconds, silence }): Promise<{ told: number }> {
    await openReminders(ctx);
    const until = ctx.now().getTime() + milliseconds;
    const { items } = await Notices.list(ctx, { index: "byState", pk: openNotices, limit: 20 });
    let told = 0;
    for (const one of items) {
      const notice = await Notices.find(ctx, one);
      if (notice?.status === "open") told += await tell(ctx, notice, until, silence);
      if (ctx.now().getTime() >= until) break;
    }
    return { told };
  },
});

/** Nobody needs to hear of it any more. */
function isOver({ kind, key }: NoticeRecord, activity: Known, now: string): boolean {
  if (kind === "called-off") return activity.endsAt <= now;
  if (activity.status !== "published") return true;
  if (kind === "moved") return activity.startsAt <= now;
  // What it is about has begun, was moved, or is to be reminded of at another time.
  return !remindersOf(activity).some((one) => one.key === key && one.startsAt > now);
}

/**
 * Whom it concerns: a change only those who hold the earlier entry, a reminder those whose seat was certain before. Whoever is confirmed later
 * has the ticket mail, which says all of it.
 */
function concerns({ kind, at }: NoticeRecord, { status, queuedAt, confirmedAt = queuedAt }: Holder): boolean {
  return toldOf[kind].includes(status) && (kind === "called-off" || confirmedAt < at);
}

/** Names the mail for good. Of two changes shortly after one another, the second mail says both. */
function keyOf({ kind, key }: NoticeRecord, activity: Known, { id }: Holder): string {
  if (kind === "called-off") return `called-off-${id}`;
  return kind === "moved" ? `moved-${activity.version}-${id}` : `${key}-${id}`;
}

async function tell(ctx: Ctx, first: NoticeRecord & Stored, until: number, silence: number): Promise<number> {
  let notice = first;
  let told = 0;
  const note = async (patch: Partial<NoticeRecord>) => {
    await save(ctx, Notices.change(ctx, notice, patch));
    notice = { ...notice, ...patch, version: notice.version + 1 };
  };
  try {
    while (notice.status === "open" && ctx.now().getTime() < until) {
      const activity = await activityAtDoor(ctx, notice.activityId);
      if (isOver(notice, activity, ctx.now().toISOString())) {
        await note({ status: "done" });
        break;
      }
      const page = await holders(ctx, notice.activityId, { limit: together, cursor: notice.cursor });
      let waiting = false;
      for (const holder of page.items) {
        if (!concerns(notice, holder)) continue;
        try {
          const message = noticeLetter(ctx, notice, activity, holder);
          await sendOnce(ctx, { key: keyOf(notice, activity, holder), template: notice.kind, message, silence });
          told++;
        } catch (error) {
          if (!(error instanceof MailPending || error instanceof MailDeferred)) throw error;
          waiting = true;
        }
      }
      // Whoever was not reached is tried again with the same page: the others have had their mail.
      if (waiting) break;
      await note({ cursor: page.cursor, told: notice.told + told, ...(page.cursor ? {} : { status: "done" }) });
    }
  } catch (error) {
    // Another run is at it.
    if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason) throw error;
  }
  return told;
}

import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { every, Listing, listing, within } from "../platform/listing.ts";
import { type Reminder, reminderStatuses } from "./deal-schema.ts";
import { type ReminderRecord, Reminders, remindersIn } from "./entity.ts";

const readers = ["broker", "organiser", "auditor"] as const;

export const toReminder = (record: ReminderRecord & Stored): Reminder => {
  const { demandId, offerId, chain, title, id, version, on, note, status, at, by, done } = record;
  return { demandId, offerId, chain, title, id, version, on, note, status, at, by, ...(done ? { done } : {}) };
};

/** What is to be looked at, the first day on top; with `until` up to that day alone. */
export const listReminders = command({
  input: Listing.omit({ q: true }).extend({ status: z.enum(reminderStatuses).default("open"), until: z.iso.date().optional() }),
  access: readers,
  scope: "itself",
  async run(ctx, { status, until, order, ...paging }): Promise<Page<Reminder>> {
    const keep = every<ReminderRecord>(
      within(ctx.actor, readers, ({ chain }) => ({ chains: [chain] })),
      until && (({ on }) => on <= until),
    );
    const newestFirst = order ? order === "newest" : status === "done";
    const page = await listing(ctx, Reminders, { index: "byState", pk: remindersIn(status), newestFirst }, paging, keep);
    return { ...page, items: page.items.map(toReminder) };
  },
});

import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { dayOf } from "../platform/time.ts";
import {
  ChangeReminder,
  mostReminders,
  Remind,
  type Reminder,
  reminderMissing,
  reminderPast,
  tooManyReminders,
} from "./deal-schema.ts";
import { ofDemand, type ReminderRecord, Reminders, reminderPrefix } from "./entity.ts";
import { partOf } from "./judge.ts";
import { toReminder } from "./list-reminders.ts";
import { pairNow, partiesOf } from "./pair-now.ts";

const brokers = ["broker", "organiser"] as const;

/** Keeps a day on which to look at a pair again, with a note. @throws DomainError `matching.not-found`, `matching.reminder-past`, `matching.too-many-reminders` */
export const remind = command({
  input: Remind,
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, on, note }): Promise<Reminder> {
    if (on < dayOf(ctx.now())) throw new DomainError(reminderPast);
    const { demand } = await pairNow(ctx, { demandId, offerId });
    const before = await Reminders.list(ctx, { pk: ofDemand(demandId), begins: `${reminderPrefix}${offerId}#`, limit: 1000 });
    if (before.items.filter(({ status }) => status === "open").length >= mostReminders) throw new DomainError(tooManyReminders);
    const id = ctx.newId("rem");
    const record: ReminderRecord = {
      ...{ demandId, offerId, id, on, note, chain: demand.chain, title: demand.title, status: "open" },
      ...{ at: ctx.now().toISOString(), by: whoActs(ctx) },
      ...(await partiesOf(ctx, { demandId, offerId })),
    };
    await save(ctx, Reminders.create(ctx, record));
    return toReminder(await Reminders.get(ctx, { demandId, offerId, id }, reminderMissing));
  },
});

/** Moves a reminder to another day, or marks it as done. @throws DomainError `matching.no-reminder`, `matching.reminder-past`, `record.changed` */
export const changeReminder = command({
  input: ChangeReminder,
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, reminderId: id, version, on, done }): Promise<Reminder> {
    const key = { demandId, offerId, id };
    const before = await Reminders.get(ctx, key, reminderMissing);
    if (!done && on !== undefined && on < dayOf(ctx.now())) throw new DomainError(reminderPast);
    const patch: Partial<ReminderRecord> = done
      ? { status: "done", done: { at: ctx.now().toISOString(), by: whoActs(ctx) } }
      : { status: "open", on: on ?? before.on, done: undefined };
    await save(ctx, Reminders.change(ctx, { ...before, version }, patch));
    return toReminder(await Reminders.get(ctx, key, reminderMissing));
  },
});

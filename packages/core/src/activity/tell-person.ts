import * as z from "zod";
import { command } from "../platform/command.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { Activity, Registration } from "./entity.ts";
import { registrationLetter } from "./letter.ts";
import { activityMissing } from "./schema.ts";

/** The mails that a registration makes, named by the event that makes them. */
export const tellings = [
  "registration-confirmed",
  "registration-waitlisted",
  "seat-offered",
  "registration-cancelled",
  "registration-requested",
  "registration-refused",
  "link-asked",
] as const;
export type Telling = (typeof tellings)[number];

const statusOf: Readonly<Record<Exclude<Telling, "link-asked">, string>> = {
  "registration-confirmed": "confirmed",
  "registration-waitlisted": "waitlisted",
  "seat-offered": "offered",
  "registration-cancelled": "cancelled",
  "registration-requested": "requested",
  "registration-refused": "refused",
};

/**
 * Tells a person what became of the registration: one mail for each event, however often the event is delivered.
 * Says nothing when the state has moved on, since the later event has a mail of its own.
 */
export const tellPerson = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    telling: z.enum(tellings),
    activityId: z.string(),
    person: z.string(),
    registrationId: z.string(),
    quiet: z.boolean().default(false),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, telling, activityId, person, registrationId, quiet, silence }): Promise<MailStatus | "moved-on"> {
    const registration = await Registration.find(ctx, { activityId, person });
    if (quiet || !registration?.email || registration.id !== registrationId) return "moved-on";
    // A link is asked for by whoever is registered; of a cancellation the mail is another one.
    const stands = telling === "link-asked" ? registration.status !== "cancelled" : registration.status === statusOf[telling];
    if (!stands) return "moved-on";
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    const message = await registrationLetter(ctx, telling, activity, registration);
    return sendOnce(ctx, { key: `${eventId}-${telling}`, template: telling, message, silence });
  },
});

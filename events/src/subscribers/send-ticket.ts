import { type RegistrationFact, type Telling, tellPerson } from "@lingxi/core/activity/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells a person by mail what became of the registration. */
export const handler = subscriber(
  "send-ticket",
  (ctx, { id, name, data }) =>
    tellPerson(ctx, {
      eventId: id,
      telling: name.slice("activity.".length) as Telling,
      silence: mailSilence(process.env),
      ...(data as RegistrationFact),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);

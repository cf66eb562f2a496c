import { type RequestFact, tellRequest } from "@lingxi/core/meeting/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells by mail that somebody was invited to meet, or what became of an invitation. */
export const handler = subscriber(
  "send-meeting-mail",
  (ctx, { id, name, data }) =>
    tellRequest(ctx, {
      eventId: id,
      telling: name.slice("meeting.".length) as "asked",
      silence: mailSilence(process.env),
      ...(data as RequestFact),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);

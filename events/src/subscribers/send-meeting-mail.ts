import { type AgendaFact, type RequestFact, tellAgenda, tellRequest } from "@lingxi/core/meeting/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells by mail of an invitation and its answer, and sends their agenda to those whose meetings changed. */
export const handler = subscriber(
  "send-meeting-mail",
  async (ctx, { id: eventId, name, data }) => {
    const silence = mailSilence(process.env);
    if (name === "meeting.agenda-changed") return tellAgenda(ctx, { eventId, silence, ...(data as AgendaFact) });
    const telling = name.slice("meeting.".length) as "asked";
    return tellRequest(ctx, { eventId, telling, silence, ...(data as RequestFact) });
  },
  async () => ({ mailer: await mailer(process.env) }),
);

import { type AgendaFact, tellAgenda } from "@lingxi/core/meeting/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Sends their agenda to those whose meetings changed. */
export const handler = subscriber(
  "send-agenda",
  (ctx, { id, data }) => tellAgenda(ctx, { eventId: id, silence: mailSilence(process.env), ...(data as AgendaFact) }),
  async () => ({ mailer: await mailer(process.env) }),
);

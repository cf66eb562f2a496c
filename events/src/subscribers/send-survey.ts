import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { sendSurveys } from "@lingxi/core/survey/reactions";
import { subscriber } from "../subscriber.ts";

/** Invites those who came as soon as a survey is opened; the clock does the rest. */
export const handler = subscriber(
  "send-survey",
  (ctx) => sendSurveys(ctx, { milliseconds: 20_000, silence: mailSilence(process.env) }),
  async () => ({ mailer: await mailer(process.env) }),
);

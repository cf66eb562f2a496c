import { sendTest, type TestFact } from "@lingxi/core/campaign/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Sends the test mail that an organiser asked for. */
export const handler = subscriber(
  "send-campaign-test",
  (ctx, { data }) => sendTest(ctx, { ...(data as TestFact), silence: mailSilence(process.env) }),
  async () => ({ mailer: await mailer(process.env) }),
);

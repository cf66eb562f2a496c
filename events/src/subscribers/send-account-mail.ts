import { type AccountFact, accountTellings, tellParticipant } from "@lingxi/core/account/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Sends participants the link that lets them in, and tells them of a session that was ended. */
export const handler = subscriber(
  "send-account-mail",
  async (ctx, { id, name, data }) => {
    const telling = accountTellings.find((one) => name === `account.${one}`);
    if (!telling) return;
    await tellParticipant(ctx, { ...(data as AccountFact), eventId: id, telling, silence: mailSilence(process.env) });
  },
  async () => ({ mailer: await mailer(process.env) }),
);

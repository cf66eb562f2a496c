import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import type { TalentFact } from "@lingxi/core/talent";
import { type TalentTelling, tellTalent } from "@lingxi/core/talent/reactions";
import { subscriber } from "../subscriber.ts";

/** Tells a person by mail what became of their application to the talent pool. */
export const handler = subscriber(
  "send-talent-mail",
  (ctx, { id, name, data }) =>
    tellTalent(ctx, {
      eventId: id,
      telling: name.slice("talent.".length) as TalentTelling,
      talentId: (data as TalentFact).talentId,
      silence: mailSilence(process.env),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);

import { dropAgreement, type MailFact, noteTrouble } from "@lingxi/core/campaign/reactions";
import type { WithdrawnFact } from "@lingxi/core/consent/notices-schema";
import { subscriber } from "../subscriber.ts";

/**
 * Stops writing to an address that bounces for good, or whose holder complained (too many of them stop the campaign), and to whoever took back what
 * they had agreed to where they registered or applied.
 */
export const handler = subscriber("suppress-address", (ctx, { name, data }) =>
  name === "consent.notices-withdrawn"
    ? dropAgreement(ctx, data as unknown as WithdrawnFact)
    : noteTrouble(ctx, {
        ...(data as unknown as MailFact),
        because: name === "mail.complained" ? "complained" : "bounced",
      }),
);

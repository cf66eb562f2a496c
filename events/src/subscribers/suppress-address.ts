import { type MailFact, suppressAddress } from "@lingxi/core/campaign/reactions";
import { subscriber } from "../subscriber.ts";

/** Stops writing to an address that bounces for good, or whose holder complained. */
export const handler = subscriber("suppress-address", (ctx, { name, data }) =>
  suppressAddress(ctx, {
    person: (data as MailFact).person,
    because: name === "mail.complained" ? "complained" : "bounced",
  }),
);

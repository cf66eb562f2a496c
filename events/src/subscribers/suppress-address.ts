import { type MailFact, noteTrouble } from "@lingxi/core/campaign/reactions";
import { subscriber } from "../subscriber.ts";

/** Stops writing to an address that bounces for good, or whose holder complained; too many of them stop the campaign. */
export const handler = subscriber("suppress-address", (ctx, { name, data }) =>
  noteTrouble(ctx, {
    ...(data as unknown as MailFact),
    because: name === "mail.complained" ? "complained" : "bounced",
  }),
);

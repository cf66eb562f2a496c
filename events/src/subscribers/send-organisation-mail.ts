import { type MembershipFact, organisationTellings, tellOfMembership } from "@lingxi/core/organisation/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells owners who asks to belong to their organisation, and whoever asked what became of it. */
export const handler = subscriber(
  "send-organisation-mail",
  async (ctx, { id, name, data }) => {
    const telling = organisationTellings.find((one) => name === `organisation.${one}`);
    if (telling)
      await tellOfMembership(ctx, { ...(data as MembershipFact), eventId: id, telling, silence: mailSilence(process.env) });
  },
  async () => ({ mailer: await mailer(process.env) }),
);

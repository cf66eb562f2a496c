import { type IdentityFact, type identityTellings, tellMember } from "@lingxi/core/identity/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Tells members of staff by mail what concerns their account, and sends the links that they ask for. */
export const handler = subscriber(
  "send-identity-mail",
  (ctx, { id, name, data }) =>
    tellMember(ctx, {
      eventId: id,
      telling: name.slice("identity.".length) as (typeof identityTellings)[number],
      silence: mailSilence(process.env),
      ...(data as IdentityFact),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);

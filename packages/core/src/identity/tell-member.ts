import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { type MemberRecord, Members, SignInLinks } from "./entity.ts";
import { type IdentityLetter, identityLetter } from "./letter.ts";
import { memberOf } from "./members.ts";
import { mayUseLink, nameOf } from "./policy.ts";
import { signInLinks } from "./sign-in.ts";

/** The events of identity that are followed by a mail. */
export const identityTellings = [
  "invited",
  "link-asked",
  "recovery-confirmed",
  "passkey-added",
  "passkey-removed",
  "passkey-blocked",
  "session-suspicious",
] as const;

/**
 * Tells a member by mail what happened, once for each event. Nobody is written to whose address is not a member's, or who is disabled; who asked
 * for a link and has a passkey is told to use that.
 */
export const tellMember = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    telling: z.enum(identityTellings),
    memberId: z.string().optional(),
    linkId: z.string().optional(),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, telling, memberId, linkId, silence }): Promise<MailStatus | "nobody"> {
    const asked = linkId ? await answerOf(ctx, linkId) : undefined;
    const member = linkId ? asked?.member : await Members.find(ctx, { id: memberId ?? "" });
    if (!member || member.status === "disabled") return "nobody";
    const to = { name: nameOf(member), email: member.contact.email };
    if (!to.email) return "nobody";
    const letter: IdentityLetter = asked?.letter ?? (telling as Exclude<typeof telling, "link-asked">);
    const message = identityLetter(ctx, letter, to, member.locale, asked?.path ?? paths[letter]);
    return sendOnce(ctx, { key: `${eventId}-${letter}`, template: `identity-${letter}`, message, silence });
  },
});

const signIn = "/console/sign-in";
const mine = "/console/me";
const paths: Readonly<Record<IdentityLetter, string>> = {
  invited: signIn,
  link: signIn,
  "use-passkey": signIn,
  "recovery-confirmed": signIn,
  "passkey-added": mine,
  "passkey-removed": mine,
  "passkey-blocked": mine,
  "session-suspicious": mine,
};

interface Answer {
  readonly member: MemberRecord;
  readonly letter: IdentityLetter;
  readonly path: string;
}

/** What somebody gets who asked for a link. The secret stands behind the `#`, which is sent to no server and stands in no log. */
async function answerOf(ctx: Ctx, linkId: string): Promise<Answer | undefined> {
  const link = await SignInLinks.find(ctx, { id: linkId });
  if (!link?.person || link.spentAt || link.expiresOn <= ctx.now().toISOString()) return undefined;
  const member = await memberOf(ctx, link.person);
  if (!member) return undefined;
  return mayUseLink(member, ctx.now())
    ? { member, letter: "link", path: `${signIn}#${signInLinks.token(ctx, link)}` }
    : { member, letter: "use-passkey", path: signIn };
}

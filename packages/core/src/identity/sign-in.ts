import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { inTenMinutes, linkMinutes, mailLinks } from "../platform/sign-in/mail-link.ts";
import { digestOf, newSecret } from "../platform/sign-in/secret.ts";
import type { SessionCookie } from "../platform/sign-in/session.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { administratorsAfter, isAdministrator } from "./administrators.ts";
import { type MemberRecord, Members, Passkeys, SignInLinks } from "./entity.ts";
import { memberOf } from "./members.ts";
import { passkeysIn } from "./passkeys.ts";
import { mayUseLink } from "./policy.ts";
import { AskSignInLink, linkElsewhere, linkSpent } from "./schema.ts";
import { openSession } from "./session.ts";
import { endAll } from "./sessions.ts";

export const signInLinks = mailLinks({
  entity: SignInLinks,
  purpose: "sign-in-link",
  spent: linkSpent,
  elsewhere: linkElsewhere,
});

/**
 * Asks for a link by mail. What it does and what it answers are the same for an address that is known and for one that is not: whose it is,
 * is looked up by the reaction that sends the mail.
 * @throws DomainError `access.too-many` for an address, known or not, or for a source
 */
export const askSignInLink = command({
  input: AskSignInLink,
  access: "public",
  async run(ctx, { email, locale }): Promise<{ minutes: number }> {
    const link = await signInLinks.ask(ctx, email);
    await save(ctx, SignInLinks.create(ctx, { ...link, locale }));
    return { minutes: linkMinutes };
  },
});

/** The first administrator: made by set-up, without name and address until they are given. */
const first = "stf_first";

/**
 * For operators: makes a link that lets the first administrator in, once, within ten minutes. It is bound to no browser, since none asked.
 * @param restore lets them in again where they were disabled, and makes them an administrator again: for those who are locked out
 * @returns nothing where the first administrator is disabled, and is not to be restored
 */
export const issueSetUpLink = command({
  input: z.object({ restore: z.boolean().default(false) }),
  access: "system",
  async run(ctx, { restore }): Promise<{ token: string; expiresOn: string } | undefined> {
    const member = await Members.find(ctx, { id: first });
    const grants = [{ role: "administrator" as const, activities: [], chains: [] }];
    if (!member) {
      const made = {
        id: first,
        contact: { name: "", email: "" },
        locale: "zh-CN" as const,
        grants,
        status: "invited" as const,
        passkeys: 0,
      };
      await save(ctx, Members.create(ctx, made), await administratorsAfter(ctx, first, false));
    } else if (member.status === "disabled" || !isAdministrator(member)) {
      if (!restore) return undefined;
      await save(ctx, Members.change(ctx, member, { status: "invited", grants }));
    }
    const id = ctx.newId("lnk");
    const secret = newSecret();
    const expiresOn = inTenMinutes(ctx);
    await save(ctx, SignInLinks.create(ctx, { id, digest: digestOf(secret), memberId: first, locale: "zh-CN", expiresOn }));
    return { token: `${id}.${secret}`, expiresOn };
  },
});

/** Somebody who was let in. */
export interface Entered {
  readonly memberId: string;
  readonly cookie: SessionCookie;
  /** They have no passkey, and need one to come back. */
  readonly needsPasskey: boolean;
}

/**
 * Spends a sign-in link and opens a session, in one transaction. A link by mail opens only in the browser that asked for it.
 * @throws DomainError `identity.link-spent` for any link that does not count, without saying why; `identity.link-elsewhere` in another browser
 */
export const signIn = command({
  input: z.object({ token: z.string().max(100) }),
  access: "public",
  async run(ctx, { token }): Promise<Entered> {
    const link = await signInLinks.open(ctx, token);
    const member = link.person ? await memberOf(ctx, link.person) : await Members.find(ctx, { id: link.memberId ?? "" });
    // An operator's link opens whatever keys there are; one by mail only where it may.
    if (!member || member.status === "disabled" || (link.person && !mayUseLink(member, ctx.now())))
      throw new DomainError(linkSpent);

    const recovers = link.person !== undefined && member.passkeys > 0;
    const away = recovers ? await retire(ctx, member.id) : [];
    if (recovers) await endAll(ctx, member.id);
    const { write, cookie } = openSession(ctx, member.id, link.person ? "link" : "operator");
    const entered: Partial<MemberRecord> = { status: "active", recovery: undefined, ...(recovers ? { passkeys: 0 } : {}) };
    const writes = [
      SignInLinks.change(ctx, link, { spentAt: ctx.now().toISOString() }),
      write,
      Members.change(ctx, member, entered),
      ...away,
    ];
    try {
      await ctx.table.write([...writes, ...(await joining(ctx, member))], ctx.newId("tok").slice(4));
    } catch (error) {
      if (error instanceof ConditionFailed) throw new DomainError(linkSpent);
      throw error;
    }
    return { memberId: member.id, cookie, needsPasskey: recovers || member.passkeys === 0 };
  },
});

/** Whoever signs in for the first time and is an administrator counts among them from now on. */
export async function joining(ctx: Ctx, member: MemberRecord): Promise<Write[]> {
  if (member.status === "active" || !isAdministrator(member)) return [];
  return [await administratorsAfter({ ...ctx, actor: { kind: "system", name: "sign-in" } }, member.id, true)];
}

/** Takes all passkeys of a member away: the person has lost them, so somebody else may have found them. */
async function retire(ctx: Ctx, memberId: string): Promise<Write[]> {
  const removedAt = ctx.now().toISOString();
  return (await passkeysIn(ctx, memberId)).map((one) => Passkeys.change(ctx, one, { removedAt }));
}

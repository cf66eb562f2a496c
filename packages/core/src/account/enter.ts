import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import type { SessionCookie } from "../platform/sign-in/session.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { type AccountLink, AccountLinks, Accounts } from "./entity.ts";
import { accountOf } from "./find.ts";
import { accountLinks } from "./link.ts";
import { accountLinkSpent } from "./schema.ts";
import { accountSessions } from "./session.ts";

interface Entered {
  readonly accountId: string;
  readonly cookie: SessionCookie;
}

/**
 * Spends a sign-in link and opens a session, in one transaction; the first time it opens the account as well.
 * @throws DomainError `account.link-spent` for any link that does not count, `account.link-elsewhere` in another browser
 */
export const enterAccount = command({
  input: z.object({ token: z.string().max(100) }),
  access: "public",
  async run(ctx, { token }): Promise<Entered> {
    const link = await accountLinks.open(ctx, token);
    // Whoever was erased meanwhile has an address no more.
    if (!link.email) throw new DomainError(accountLinkSpent);
    const spent = AccountLinks.change(ctx, link, { spentAt: ctx.now().toISOString() });
    for (let attempt = 0; attempt < 4; attempt++) {
      const account = await entering(ctx, link);
      const { write, cookie } = accountSessions.open(ctx, account.person);
      try {
        await ctx.table.write([spent, write, account.write], ctx.newId("tok").slice(4));
        return { accountId: account.id, cookie };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed.has(0)) throw new DomainError(accountLinkSpent);
      }
    }
    throw new DomainError(changedMeanwhile);
  },
});

/** The account as it is from now on. One that was closed is opened as another: nothing that named the old one means it. */
async function entering(ctx: Ctx, { person, email, locale }: AccountLink): Promise<{ id: string; person: string; write: Write }> {
  const found = await accountOf(ctx, ctx.keys.digests("person", email));
  const lastSignedInAt = ctx.now().toISOString();
  if (found && !found.closedAt)
    return { id: found.id, person: found.person, write: Accounts.change(ctx, found, { locale, lastSignedInAt }) };
  const account = { id: ctx.newId("acc"), person: found?.person ?? person, email, locale, lastSignedInAt };
  const again = { ...account, closedAt: undefined };
  return { ...account, write: found ? Accounts.change(ctx, found, again) : Accounts.create(ctx, account) };
}

import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { type AccountRecord, Accounts, allAccounts } from "./entity.ts";
import { accountSessions } from "./session.ts";

const open = async (ctx: Ctx, people: readonly string[]) =>
  (await Promise.all(people.map((person) => Accounts.find(ctx, { person })))).filter(
    (one) => one && !one.closedAt,
  ) as (AccountRecord & Stored)[];

/** What the account of a person holds: the address, and when it was used. */
export const heldAccount = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await open(ctx, people)).map((account) => ({
    kind: "account",
    id: account.id,
    title: { "zh-CN": "账号", en: "Account" },
    facts: factsOf([
      [held.email, account.email],
      [held.since, account.createdAt],
      [held.lastUsed, account.lastSignedInAt],
    ]),
    consents: [],
    record: { ...account },
  }));

/** Closes the account and signs it out everywhere, at once: a session counts only beside an open account. */
export async function eraseAccount(ctx: Ctx, people: readonly string[], only?: string): Promise<number> {
  const found = (await open(ctx, people)).filter(({ id }) => only === undefined || id === only);
  for (const account of found) {
    await save(ctx, Accounts.change(ctx, account, { email: "", closedAt: ctx.now().toISOString() }));
    await accountSessions.endAll(ctx, account.person);
  }
  return found.length;
}

/** Days for which an account is kept that nobody signs in to. */
const keptDays = 730;

/** Closes accounts to which nobody signed in for two years. @returns the digests of their addresses */
export async function idleAccounts(ctx: Ctx): Promise<string[]> {
  const before = new Date(ctx.now().getTime() - keptDays * 86_400_000).toISOString();
  const { items } = await Accounts.list(ctx, { index: "byState", pk: allAccounts, between: ["0", before], limit: 500 });
  return items.map(({ person }) => person);
}

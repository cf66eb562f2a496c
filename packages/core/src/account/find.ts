import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { type AccountRecord, Accounts } from "./entity.ts";

/** The account of an address, which may lie under an older digest of it; closed ones too. */
export async function accountOf(ctx: Ctx, people: readonly string[]): Promise<(AccountRecord & Stored) | undefined> {
  const found = await Promise.all(people.map((person) => Accounts.find(ctx, { person })));
  return found.find((account) => account && !account.closedAt) ?? found.find(Boolean);
}

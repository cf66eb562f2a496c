import type { Ctx } from "../platform/context.ts";
import { Memberships, Organisations } from "./entity.ts";

/** What a membership says of one person, for whoever keeps contacts: without an address where it is no membership any more. */
export async function memberOf(ctx: Ctx, { code, accountId }: { readonly code: string; readonly accountId: string }) {
  const [membership, organisation] = await Promise.all([
    Memberships.find(ctx, { code, accountId }),
    Organisations.find(ctx, { code }),
  ]);
  if (!membership) return undefined;
  const { person, contact, status, locale, since: at, says } = membership;
  const { name, position, email } = contact;
  const belongs = status === "active" && organisation;
  const shared = { organisation: organisation?.name ?? says.name, creditCode: code, chains: organisation?.chains ?? [] };
  return { person, at, name, position, locale, ...shared, email: belongs && email ? email : undefined };
}

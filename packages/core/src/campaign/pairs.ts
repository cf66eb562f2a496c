import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, save } from "../platform/entity.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { contactMissing } from "./contact-schema.ts";
import { Contact, type ContactRecord, openPairs, type PairRecord, Pairs, sameName, samePhone } from "./entity.ts";

/** A number or a name that more contacts than this have says nothing of who is who. */
const most = 5;
const ordered = (one: string, other: string) => (one < other ? { a: one, b: other } : { a: other, b: one });

/** The change that says what became of a pair, whether it was ever proposed or not. */
export async function pairChange(ctx: Ctx, one: string, other: string, status: PairRecord["status"]): Promise<Write> {
  const of = ordered(one, other);
  const found = await Pairs.find(ctx, of);
  const at = ctx.now().toISOString();
  return found ? Pairs.change(ctx, found, { status, at }) : Pairs.create(ctx, { ...of, because: [], status, at });
}

/** The contacts that have the same telephone number, or the same name in the same organisation. */
export async function alikeTo(ctx: Ctx, contact: ContactRecord): Promise<ReadonlyMap<string, PairRecord["because"]>> {
  const query = { limit: most + 1 };
  const [phone, name] = await Promise.all([
    contact.samePhone ? Contact.list(ctx, { index: "byChain", pk: samePhone(contact.samePhone), ...query }) : undefined,
    contact.sameName ? Contact.list(ctx, { index: "byState", pk: sameName(contact.sameName), ...query }) : undefined,
  ]);
  const found = new Map<string, PairRecord["because"]>();
  for (const [because, page] of [["phone", phone] as const, ["name", name] as const])
    if (page && page.items.length <= most)
      for (const { person } of page.items)
        if (person !== contact.person) found.set(person, [...(found.get(person) ?? []), because]);
  return found;
}

/** Proposes whoever may be the same person as this contact. A pair that was proposed before, or sent away, is not proposed again. */
export async function proposePairs(ctx: Ctx, person: string): Promise<void> {
  const contact = await Contact.find(ctx, { person });
  if (!contact?.email || contact.mergedInto) return;
  for (const [other, because] of await alikeTo(ctx, contact)) {
    const pair: PairRecord = { ...ordered(person, other), because, status: "open", at: ctx.now().toISOString() };
    try {
      await ctx.table.write([Pairs.create(ctx, pair)], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
}

export interface PairRow {
  readonly because: PairRecord["because"];
  readonly at: string;
  readonly both: readonly Pick<
    ContactRecord & { version: number },
    "person" | "email" | "name" | "organisation" | "phone" | "version"
  >[];
}

/** Pairs of contacts that may be one person, the latest proposal first; those that are none any more are passed over. */
export const listPairs = command({
  input: Paging,
  access: ["organiser", "auditor"],
  async run(ctx, { limit, cursor }): Promise<Page<PairRow>> {
    const page = await Pairs.list(ctx, { index: "byState", pk: openPairs, limit, cursor, newestFirst: true });
    const rows = await Promise.all(
      page.items.map(async ({ a, b, because, at }): Promise<PairRow | undefined> => {
        const both = await Promise.all([Contact.find(ctx, { person: a }), Contact.find(ctx, { person: b })]);
        const there = both.filter((one) => one?.email && !one.mergedInto).filter((one) => one !== undefined);
        if (there.length < 2) return undefined;
        const shown = there.map(({ person, email, name, organisation, phone, version }) => ({
          ...{ person, email, name, organisation, phone, version },
        }));
        return { because, at, both: shown };
      }),
    );
    return { ...page, items: rows.filter((row) => row !== undefined) };
  },
});

/** Says that two contacts are two people. */
export const dismissPair = command({
  input: z.object({ person: Reference, other: Reference }),
  access: ["organiser"],
  async run(ctx, { person, other }): Promise<{ person: string }> {
    await Contact.get(ctx, { person }, contactMissing);
    await Contact.get(ctx, { person: other }, contactMissing);
    await save(ctx, await pairChange(ctx, person, other, "dismissed"));
    return { person };
  },
});

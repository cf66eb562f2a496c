import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import type { Write } from "../platform/table.ts";
import type { Locale } from "../platform/text.ts";
import { Contact, type ContactRecord, Suppression } from "./entity.ts";
import type { KnownContact } from "./guests.ts";
import { withheld } from "./refusal.ts";
import type { Exclusion } from "./schema.ts";

/** Somebody who is on no list, but agreed to invitations and notices where they registered or applied. */
export interface Agreed {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly locale: Locale;
  readonly chains: readonly string[];
  /** Where they agreed, as people read it, and the record that says so. */
  readonly agreed: { readonly at: string; readonly source: string; readonly by: string };
}

/** Makes them a contact on a list. `erased` is what is left of a contact that was one before. */
export function agreedContact(ctx: Ctx, of: Agreed, list: string, erased?: KnownContact): Write {
  const { person, name, organisation, email, locale, chains, agreed } = of;
  const record: ContactRecord = {
    ...{ person, name, organisation, email, locale, chains, lists: [list], addedAt: ctx.now().toISOString() },
    source: { importId: list, line: 0 },
    consents: [{ basis: "sign-up", ...agreed, importId: list, line: 0 }],
  };
  return erased ? Contact.change(ctx, erased, record) : Contact.create(ctx, record);
}

/** Why these people, at most a hundred, may not be written to; those without a refusal are left out. */
export async function refusalsOf(ctx: Ctx, people: readonly string[]): Promise<ReadonlyMap<string, Exclusion>> {
  const items = await ctx.table.getMany(people.map((person) => Suppression.key({ person })));
  return new Map(
    items.map(Suppression.read).flatMap((refusal) => {
      const because = withheld(ctx, refusal, "invitations");
      return because ? [[refusal.person, because] as const] : [];
    }),
  );
}

/** Takes from a contact what somebody agreed to elsewhere and took back there. Doing it twice changes nothing. */
export const dropAgreement = command({
  input: z.object({ person: z.string().max(60), by: z.string().max(60) }),
  access: "system",
  async run(ctx, { person, by }): Promise<boolean> {
    const contact = await Contact.find(ctx, { person });
    // One that was joined into another brought its consents there.
    const into = contact?.mergedInto ? await Contact.find(ctx, { person: contact.mergedInto }) : undefined;
    const writes = [contact, into].flatMap((one) => {
      const consents = one?.consents.filter((consent) => consent.by !== by) ?? [];
      return one && consents.length < one.consents.length ? [Contact.change(ctx, one, { consents })] : [];
    });
    if (writes.length) await save(ctx, ...writes);
    return writes.length > 0;
  },
});

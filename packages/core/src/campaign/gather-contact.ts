import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { chosenFields, type Origin } from "./contact-schema.ts";
import { missing, withDifferences } from "./differences.ts";
import { type ConsentRecord, Contact, type ContactRecord, erasedContact } from "./entity.ts";
import { contactOf } from "./find-contact.ts";
import type { AnyBasis } from "./kinds-schema.ts";
import { sameKeys } from "./same-person.ts";

/** What a registration, a profile or a membership says of a person, and what the person agreed to there. */
export interface Gathered extends Pick<Origin, "at" | "until"> {
  readonly fields: Pick<ContactRecord, "email"> &
    Partial<Pick<ContactRecord, "name" | "organisation" | "creditCode" | "position" | "phone" | "locale">> & {
      readonly chains?: readonly string[];
    };
  readonly basis: AnyBasis;
  /** Where it was agreed to, in words. */
  readonly source: string;
  /** When the person agreed, beside it, to be told of events to come. */
  readonly noticesAt?: string | undefined;
}

/** What is left of a contact whom no list and no source names any more. */
export const emptied = {
  ...erasedContact,
  ...{ consents: [], chains: [], lists: [], origins: [], samePhone: undefined, sameName: undefined },
} satisfies Partial<ContactRecord>;

/**
 * Makes a contact of somebody who registered, applied or belongs to an organisation, or adds that to the contact that there is; nothing that stands there is
 * overwritten. Without `found` the source has gone, and with it the consent that it carried, and the contact that nothing else names.
 */
export async function gatherContact(
  ctx: Ctx,
  person: string,
  origin: Pick<Origin, "kind" | "id">,
  found: Gathered | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const known = await contactOf(ctx, person);
    const write = found ? added(ctx, person, known, origin, found) : known?.email ? taken(ctx, known, origin) : undefined;
    if (!write) return;
    try {
      await ctx.table.write([write], "");
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}

const isOf =
  ({ kind, id }: Pick<Origin, "kind" | "id">) =>
  (one: Origin) =>
    one.kind === kind && one.id === id;
const isConsentOf =
  ({ id }: Pick<Origin, "id">) =>
  ({ importId, line }: ConsentRecord) =>
    importId === id && line === 0;

function added(
  ctx: Ctx,
  person: string,
  known: (ContactRecord & Stored) | undefined,
  origin: Pick<Origin, "kind" | "id">,
  { fields, basis, source, at, until, noticesAt }: Gathered,
): Write | undefined {
  const given = { source, importId: origin.id, line: 0 };
  const consents: ConsentRecord[] = [
    // Taken back by who gave it: see `dropAgreement`.
    ...(noticesAt ? [{ ...given, basis: "sign-up" as const, at: noticesAt, by: origin.id }] : []),
    { ...given, basis, at, by: "" },
  ];
  const one: Origin = { ...origin, at, until };
  if (!known?.email) {
    const record: ContactRecord = {
      ...{ ...fields, person, chains: fields.chains ?? [], lists: [], consents, origins: [one] },
      ...{ source: { importId: origin.id, line: 0 }, addedAt: ctx.now().toISOString() },
      ...sameKeys(ctx, fields),
    };
    return known ? Contact.change(ctx, known, { ...emptied, ...record }) : Contact.create(ctx, record);
  }
  const origins = known.origins ?? [];
  const filled = missing(known, fields, chosenFields);
  const differs = withDifferences(known, fields, source, at);
  const before = origins.find(isOf(origin));
  if (before?.at === at && before.until === until && !Object.keys(filled).length && !differs.differences) return undefined;
  return Contact.change(ctx, known, {
    ...filled,
    ...differs,
    ...sameKeys(ctx, { ...known, ...filled }),
    ...(known.chains.length ? {} : { chains: fields.chains ?? [] }),
    origins: [...origins.filter((other) => !isOf(origin)(other)), one],
    consents: [...known.consents.filter((other) => !isConsentOf(origin)(other)), ...consents],
  });
}

/** The contact without a source that has gone. */
function taken(ctx: Ctx, known: ContactRecord & Stored, origin: Pick<Origin, "kind" | "id">): Write | undefined {
  const origins = (known.origins ?? []).filter((other) => !isOf(origin)(other));
  if (origins.length === (known.origins ?? []).length) return undefined;
  if (!origins.length && !known.lists.length && !known.merged?.length) return Contact.change(ctx, known, emptied);
  return Contact.change(ctx, known, { origins, consents: known.consents.filter((other) => !isConsentOf(origin)(other)) });
}

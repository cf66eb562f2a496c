import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { mailsBefore } from "../platform/mail/record.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { factsOf, joinedFacts } from "../segment/index.ts";
import { refusalNow } from "./audience.ts";
import { agreedKinds, suppressedBy } from "./consented.ts";
import { ContactFields, contactMissing, differenceMissing, undoDays } from "./contact-schema.ts";
import { Contact, type ContactRecord } from "./entity.ts";
import { allDigests, pageOf, type SentRow } from "./history.ts";
import { alikeTo } from "./pairs.ts";
import { sameKeys } from "./same-person.ts";
import type { CampaignKind, Exclusion } from "./schema.ts";

const One = z.object({ person: Reference });
const Versioned = One.extend({ version: z.int() });

async function known(ctx: Ctx, person: string): Promise<ContactRecord & Stored> {
  const found = await Contact.get(ctx, { person }, contactMissing);
  if (!found.email || found.mergedInto) throw new DomainError(contactMissing);
  return found;
}

export interface ContactView {
  readonly contact: Omit<ContactRecord, "samePhone" | "sameName"> & Stored;
  /** The kinds of mail that the consents suffice for. */
  readonly agreed: readonly CampaignKind[];
  /** What stands against writing to this person at all. */
  readonly refused?: Exclusion | undefined;
  readonly activities: Readonly<Record<string, object>>;
  readonly matchedAt?: string | undefined;
  /** Addresses that were joined into this one; `undo`: until when it can be taken back. */
  readonly addresses: readonly { readonly person: string; readonly email: string; readonly at: string; readonly undo: string }[];
  /** Who may be the same person. */
  readonly alike: readonly (Pick<ContactRecord & Stored, "person" | "email" | "name" | "organisation" | "phone" | "version"> & {
    readonly because: readonly ("phone" | "name")[];
  })[];
}

/** One contact with its consents, what it did, and who may be the same person. */
export const seeContact = command({
  input: One,
  access: ["organiser", "auditor"],
  async run(ctx, { person }): Promise<ContactView> {
    const found = await known(ctx, person);
    const people = await allDigests(ctx, [person]);
    const [refusal, facts, alike, others] = await Promise.all([
      refusalNow(ctx, found),
      factsOf(ctx, people),
      alikeTo(ctx, found),
      Promise.all((found.merged ?? []).map((one) => Contact.find(ctx, one))),
    ]);
    const same = await Promise.all([...alike.keys()].map((digest) => Contact.find(ctx, { person: digest })));
    const { samePhone: _phone, sameName: _name, ...contact } = found;
    return {
      ...{ contact, agreed: agreedKinds(found), refused: suppressedBy(refusal) },
      ...joined(joinedFacts(people.map((digest) => facts.get(digest)))),
      addresses: (found.merged ?? []).map((one, n) => ({
        ...{ person: one.person, email: others[n]?.email ?? "", at: one.at },
        undo: new Date(new Date(one.at).getTime() + undoDays * 86_400_000).toISOString(),
      })),
      alike: same
        .filter((one) => one?.email)
        .filter((one) => one !== undefined)
        .map(({ person: digest, email, name, organisation, phone, version }) => ({
          ...{ person: digest, email, name, organisation, phone, version, because: [...(alike.get(digest) ?? [])] },
        })),
    };
  },
});

const joined = ({ activities, matchedAt }: ReturnType<typeof joinedFacts>) => ({ activities, matchedAt });

/** Changes what is kept of a contact. */
export const editContact = command({
  input: ContactFields.extend(Versioned.shape),
  access: ["organiser"],
  async run(ctx, { person, version, ...fields }): Promise<{ version: number }> {
    const contact = await known(ctx, person);
    if (contact.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Contact.change(ctx, contact, { ...fields, ...sameKeys(ctx, { ...contact, ...fields }) }));
    return { version: version + 1 };
  },
});

/** Takes what another source says of a field, or keeps what stands there. @throws DomainError `contact.difference` */
export const settleDifference = command({
  input: Versioned.extend({ field: z.string().max(20), value: z.string().max(200), take: z.boolean() }),
  access: ["organiser"],
  async run(ctx, { person, version, field, value, take }): Promise<{ version: number }> {
    const contact = await known(ctx, person);
    if (contact.version !== version) throw new DomainError(changedMeanwhile);
    const all = contact.differences ?? [];
    const one = all.find((is) => is.field === field && is.value === value && !is.kept);
    if (!one) throw new DomainError(differenceMissing);
    const now = take ? { [one.field]: one.value } : {};
    const was = contact[one.field];
    // What was replaced is remembered as seen, so that its source does not bring it up again.
    const seen = take ? (was ? [{ ...one, value: was, kept: true }] : []) : [{ ...one, kept: true }];
    const differences = [...all.filter((is) => is !== one), ...seen];
    await save(ctx, Contact.change(ctx, contact, { ...now, ...sameKeys(ctx, { ...contact, ...now }), differences }));
    return { version: version + 1 };
  },
});

/** Everything that was sent to a contact, under all of its addresses, the latest first. */
export const contactHistory = command({
  input: Paging.extend(One.shape),
  access: ["organiser", "auditor"],
  async run(ctx, { person, limit, cursor }): Promise<Page<SentRow>> {
    const ahead = readingAhead(ctx, `sent ${person} ${limit} ${cursor ?? ""}`);
    const mailsOf = (one: string) => mailsBefore(ctx, one, cursor, limit);
    const [{ merged = [] }, own] = await Promise.all([known(ahead, person), mailsOf(person)]);
    return pageOf(ahead, [own, ...(await Promise.all(merged.map((one) => mailsOf(one.person))))], limit);
  },
});

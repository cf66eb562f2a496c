import { held } from "../consent/index.ts";
import { factsOf, type Holding } from "../consent/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { forgetFacts } from "../segment/reactions.ts";
import { allContacts, Contact, type ContactRecord, Suppression } from "./entity.ts";
import { emptied } from "./gather-contact.ts";
import { allDigests } from "./history.ts";
import { parted } from "./merge.ts";
import { forgetChoices } from "./preferences.ts";
import { refuseMail, unsubscribeToken } from "./unsubscribe.ts";

const contactsOfPerson = async (ctx: Ctx, people: readonly string[]) =>
  (await Promise.all(people.map((person) => Contact.find(ctx, { person })))).filter((found) => found?.email) as (ContactRecord &
    Stored)[];

const withRefusals = (ctx: Ctx, contacts: readonly (ContactRecord & Stored)[]) =>
  Promise.all(
    contacts.map(async (contact) => ({
      ...contact,
      refused: (await Suppression.find(ctx, { person: contact.person }))?.unsubscribedAt !== undefined,
    })),
  );

/** What the lists for notifications hold of a person. */
export const heldContacts = async (ctx: Ctx, people: readonly string[]): Promise<Holding[]> =>
  (await withRefusals(ctx, await contactsOfPerson(ctx, people))).map(({ refused, ...c }) => ({
    kind: "contact",
    id: c.person,
    title: { "zh-CN": "通知名单", en: "List for notifications" },
    page: `/my/unsubscribe/${unsubscribeToken(ctx, c.person)}`,
    facts: factsOf([
      [held.name, c.name],
      [held.organisation, c.organisation],
      [held.position, c.position],
      [held.email, c.email],
      [held.phone, c.phone],
      [held.creditCode, c.creditCode],
      [held.intention, c.intention],
      [held.note, c.note],
      [held.state, refused ? "unsubscribed" : "subscribed"],
      [held.since, c.addedAt],
    ]),
    consents: c.consents.map(({ basis, source, at }) => ({ purpose: `notifications (${basis})`, version: "", source, at })),
    record: { ...c },
  }));

/**
 * Erases what lists hold of a person, who is then in no audience; a campaign that is being sent passes them over. A refusal by digest is kept, so that
 * a list that names them again brings no mail.
 */
export async function eraseContacts(ctx: Ctx, people: readonly string[]): Promise<number> {
  // Contacts that were joined into this one are the same person's.
  const all = await allDigests(ctx, people);
  for (const person of all) {
    await refuseMail(ctx, person, "erasure");
    await forgetChoices(ctx, person);
  }
  await forgetFacts(ctx, all);
  return emptyContacts(ctx, all);
}

async function emptyContacts(ctx: Ctx, people: readonly string[]): Promise<number> {
  const found = await contactsOfPerson(ctx, people);
  for (const contact of found) {
    // What it brought to the contact that it was joined into goes with it, unless that one goes as well.
    const into = contact.mergedInto && !people.includes(contact.mergedInto) ? contact.mergedInto : undefined;
    const kept = into ? await Contact.find(ctx, { person: into }) : undefined;
    const back = kept?.email ? [Contact.change(ctx, kept, parted(ctx, kept, contact))] : [];
    await save(ctx, Contact.change(ctx, contact, { ...emptied, merged: undefined, mergedInto: undefined }), ...back);
  }
  return found.length;
}

/** Days for which a contact is kept after the last list that named the person: three years, the period of limitation. */
const keptDays = 1096;
/** The shortest time for which anything may name a contact: what a registration says is kept for two years after its activity. */
const leastDays = 730;

/** Erases contacts whom no list has named for three years, and no registration, profile or membership names any more. */
export async function expireContacts(ctx: Ctx): Promise<number> {
  const now = ctx.now().toISOString();
  const daysAgo = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000).toISOString();
  const [before, least] = [daysAgo(keptDays), daysAgo(leastDays)];
  const isNamed = ({ consents, origins = [] }: ContactRecord) =>
    consents.some(({ at, line }) => line > 0 && at > before) || origins.some(({ until }) => !until || until > now);
  let erased = 0;
  let cursor: string | undefined;
  do {
    const page = await Contact.list(ctx, { index: "byOwner", pk: allContacts, between: ["0", least], limit: 100, cursor });
    for (const contact of page.items)
      if (!isNamed(contact)) erased += await emptyContacts(ctx, await allDigests(ctx, [contact.person]));
    cursor = page.cursor;
  } while (cursor);
  return erased;
}

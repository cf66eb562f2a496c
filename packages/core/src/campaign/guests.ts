import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { findMail, type MailStatus } from "../platform/mail/record.ts";
import type { Write } from "../platform/table.ts";
import { considerAll } from "./audience.ts";
import { Campaign, Contact, type ContactRecord } from "./entity.ts";
import { mailKey } from "./mail-key.ts";
import type { CampaignStatus, Exclusion } from "./schema.ts";

export type KnownContact = ContactRecord & Stored;

/** Everyone who is known, with the reason why they may not be written to about an activity, if there is one. */
export const contactsToInvite = (ctx: Ctx): AsyncGenerator<{ contact: KnownContact; excluded: Exclusion | undefined }> =>
  considerAll(ctx, { kind: "public-service", topic: "invitations", audience: { chains: [] } });

/** Puts a contact on a list, to be written with something else in one transaction. */
export const onList = (ctx: Ctx, contact: KnownContact, list: string): Write =>
  Contact.change(ctx, contact, { lists: [...contact.lists, list] });

/** The contacts with these digests, a hundred at once. */
export async function contactsOf(ctx: Ctx, people: readonly string[]): Promise<ReadonlyMap<string, KnownContact>> {
  const found = new Map<string, KnownContact>();
  for (let at = 0; at < people.length; at += 100) {
    const keys = [...new Set(people.slice(at, at + 100))].map((person) => Contact.key({ person }));
    for (const item of await ctx.table.getMany(keys)) {
      const contact = Contact.read(item);
      found.set(contact.person, contact);
    }
  }
  return found;
}

/** What became of a campaign's mail to somebody; undefined where none was begun. */
export const mailTo = async (ctx: Ctx, campaignId: string, person: string): Promise<MailStatus | undefined> =>
  (await findMail(ctx, mailKey(campaignId, person)))?.status;

export const campaignStatus = async (ctx: Ctx, id: string): Promise<CampaignStatus | undefined> =>
  (await Campaign.find(ctx, { id }))?.status;

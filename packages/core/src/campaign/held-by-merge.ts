import type { Ctx } from "../platform/context.ts";
import { findMail, MailPending } from "../platform/mail/record.ts";
import { refusalNow } from "./audience.ts";
import { consentsTo } from "./consented.ts";
import { type CampaignRecord, Contact, type ContactRecord, Snapshot } from "./entity.ts";
import { mailKey } from "./mail-key.ts";
import { withheld } from "./refusal.ts";
import type { Exclusion } from "./schema.ts";
import { topicOf } from "./topics-schema.ts";

export const isJoined = ({ merged, mergedInto }: ContactRecord): boolean => Boolean(mergedInto || merged?.length);

/** Mails that the person has, or may have. */
const has: ReadonlySet<string> = new Set(["accepted", "delivered", "complained", "unknown", "left"]);

type Sent = Pick<CampaignRecord, "id" | "kind" | "topic" | "frozen">;

/**
 * Why somebody of several addresses gets no mail at this one. Asked once the mail is claimed, and the contact was read after that; a merge changes both
 * contacts in one transaction. So of two mails that are claimed after it, only the one to the contact that was kept goes, and that one waits until it is
 * known what became of a mail to the other address that was claimed before.
 * @throws MailPending while the other mail is in other hands
 */
export async function heldByMerge(ctx: Ctx, campaign: Sent, contact: ContactRecord): Promise<Exclusion | undefined> {
  if (contact.mergedInto) {
    if (await isFrozenIn(ctx, campaign, contact.mergedInto)) return "merged";
    // Approved under this address alone: it goes there, if the one person that it is of now may be written to.
    const kept = await Contact.find(ctx, { person: contact.mergedInto });
    if (!kept?.email) return "gone";
    return (
      withheld(ctx, await refusalNow(ctx, kept), topicOf(campaign)) ??
      (consentsTo(kept, campaign.kind) ? undefined : "no-consent")
    );
  }
  for (const { person } of contact.merged ?? []) {
    const key = mailKey(campaign.id, person);
    const mail = await findMail(ctx, key);
    if (mail?.status === "claimed") throw new MailPending(key);
    if (mail && has.has(mail.status)) return "merged";
  }
  return withheld(ctx, await refusalNow(ctx, contact), topicOf(campaign));
}

/** Whether the frozen audience has somebody as a recipient. Reads its pages one by one; only what was merged while it is sent asks. */
async function isFrozenIn(ctx: Ctx, { id: campaignId, frozen }: Sent, person: string): Promise<boolean> {
  for (let page = 0; frozen && page < frozen.pages; page++) {
    const found = await Snapshot.find(ctx, { campaignId, snapshot: frozen.snapshot, page });
    if (found?.rows.some(({ p, x }) => p === person && !x)) return true;
  }
  return false;
}

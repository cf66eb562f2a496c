import type { Ctx } from "../platform/context.ts";
import { isCapped } from "./cap.ts";
import { consentsTo, together } from "./consented.ts";
import { type CampaignRecord, Contact, type ContactRecord, Suppression } from "./entity.ts";
import { heldByMerge, isJoined } from "./held-by-merge.ts";
import { mailKey } from "./mail-key.ts";
import { asChosen, follows, withheld } from "./refusal.ts";
import type { Exclusion } from "./schema.ts";
import type { SendingRules } from "./sending-schema.ts";
import { topicOf } from "./topics-schema.ts";

interface Asking {
  readonly campaign: Pick<CampaignRecord, "id" | "kind" | "topic" | "audience" | "frozen">;
  readonly cap: SendingRules["cap"];
  /** The other notifications that are being sent. */
  readonly others: readonly string[];
}

/** The person with consent, choices and refusals as they are now, after the claim and right before the mail goes; or why they get none. */
export async function recipientNow(
  ctx: Ctx,
  { campaign, cap, others }: Asking,
  person: string,
): Promise<ContactRecord | Exclusion> {
  const [contact, said] = await Promise.all([Contact.find(ctx, { person }), Suppression.find(ctx, { person })]);
  if (!contact?.email) return "gone";
  const joined = isJoined(contact) && (await heldByMerge(ctx, campaign, contact));
  if (joined) return joined;
  const keys = ctx.keys.digests("person", contact.email).filter((digest) => digest !== person);
  const words = together([said, ...(await Promise.all(keys.map((key) => Suppression.find(ctx, { person: key }))))]);
  const because = withheld(ctx, words, topicOf(campaign));
  if (because) return because;
  if (!consentsTo(contact, campaign.kind)) return "no-consent";
  const recipient = asChosen(contact, words);
  // Whoever chose other chains meanwhile is not of the audience any more; what lists changed binds the next one.
  if (words?.chains && !follows(recipient, campaign.audience.chains)) return "chain";
  return cap && (await isCapped(ctx, cap, person, mailKey(campaign.id, person), others)) ? "capped" : recipient;
}

import type { Ctx } from "../platform/context.ts";
import type { Locale } from "../platform/text.ts";
import type { CampaignRecord } from "./entity.ts";
import { localesOf } from "./languages.ts";
import { type Made, MadeMail } from "./made.ts";

/** What was made for a test; empty where it was sent before mails were kept. */
export async function madeMails(
  ctx: Ctx,
  campaign: CampaignRecord,
  testId = campaign.lastTest?.id,
): Promise<ReadonlyMap<Locale, Made>> {
  const mails = new Map<Locale, Made>();
  if (!testId) return mails;
  for (const locale of localesOf(campaign)) {
    const made = await MadeMail.find(ctx, { campaignId: campaign.id, testId, locale });
    if (made) mails.set(locale, made);
  }
  return mails;
}

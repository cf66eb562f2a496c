import type { Ctx } from "../platform/context.ts";
import { ConditionFailed } from "../platform/table.ts";
import type { Locale } from "../platform/text.ts";
import { missingIn, shownBy } from "./cards.ts";
import { compileCampaign } from "./compile.ts";
import type { CampaignRecord } from "./entity.ts";
import { localesOf } from "./languages.ts";
import { type Made, MadeMail } from "./made.ts";
import { madeMails } from "./read-made.ts";

/** A mail that is larger than mailboxes show is a fault that keeps it from being sent; above this it is not even kept. */
const keptBytes = 150_000;

export interface MadeMails {
  readonly mails: ReadonlyMap<Locale, Made>;
  /** Blocks whose activity, project, need or case the public cannot see, from 1. */
  readonly missing: readonly number[];
}

/**
 * Makes the mails of a test in all its languages, with what its cards show now, and keeps them: these bytes are tested, approved and sent. Asked again it
 * gives the same.
 */
export async function makeMails(ctx: Ctx, campaign: CampaignRecord, testId: string): Promise<MadeMails> {
  const blocks = campaign.blocks ?? [];
  const shown = await shownBy(ctx, blocks);
  const missing = missingIn(blocks, shown);
  const kept = await madeMails(ctx, campaign, testId);
  const mails = new Map<Locale, Made>();
  for (const locale of localesOf(campaign)) {
    const made = kept.get(locale) ?? compileCampaign(campaign, locale, ctx.origin, shown);
    mails.set(locale, made);
    if (kept.has(locale) || Buffer.byteLength(made.html) + Buffer.byteLength(made.text) > keptBytes) continue;
    try {
      await ctx.table.write([MadeMail.create(ctx, { ...made, campaignId: campaign.id, testId })], "");
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const first = await MadeMail.find(ctx, { campaignId: campaign.id, testId, locale });
      if (first) mails.set(locale, first);
    }
  }
  return { mails, missing };
}

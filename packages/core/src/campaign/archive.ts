import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import type { Locale, Localised } from "../platform/text.ts";
import { Versioned } from "./edit-campaign.ts";
import { Campaign, type CampaignRecord } from "./entity.ts";
import { isArchived } from "./events.ts";
import type { PublicIssue } from "./issue-schema.ts";
import { withoutFields } from "./kinds-schema.ts";
import { madeMails } from "./read-made.ts";
import { campaignMissing, notThatState } from "./schema.ts";

/** Keeps a notification that was sent in the archive of newsletters, or takes it away everywhere. Doing it twice changes nothing. */
export const archiveCampaign = command({
  input: Versioned.extend({ shown: z.boolean() }),
  access: ["organiser"],
  async run(ctx, { campaignId, version, shown }): Promise<{ version: number }> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (!campaign.startedAt) throw new DomainError(notThatState);
    if (Boolean(campaign.archive) === shown) return { version: campaign.version };
    if (campaign.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Campaign.change(ctx, campaign, { archive: shown }));
    return { version: version + 1 };
  },
});

const ByIssue = z.object({ issueId: z.string().max(40) });

/** One newsletter as the public may read it: what was sent, without anything of anybody. */
export const readIssue = command({
  input: ByIssue,
  access: "public",
  async run(ctx, { issueId }): Promise<PublicIssue> {
    const campaign = await Campaign.find(ctx, { id: issueId });
    if (!campaign || !isArchived(campaign)) throw new DomainError(campaignMissing);
    return toIssue(ctx, campaign);
  },
});

async function toIssue(ctx: Ctx, campaign: CampaignRecord & Stored): Promise<PublicIssue> {
  const mails = await madeMails(ctx, campaign);
  const body = (locale: Locale) => mails.get(locale)?.page ?? "";
  const bare = (text: { "zh-CN"?: string | undefined; en?: string | undefined } | undefined): Localised => ({
    "zh-CN": withoutFields(text?.["zh-CN"] ?? "", "zh-CN"),
    ...(text?.en ? { en: withoutFields(text.en, "en") } : {}),
  });
  return {
    id: campaign.id,
    title: bare(campaign.subject),
    summary: bare(campaign.preheader),
    body: { "zh-CN": body("zh-CN"), ...(mails.has("en") ? { en: body("en") } : {}) },
    publishedAt: campaign.startedAt ?? campaign.createdAt,
    updatedAt: campaign.startedAt ?? campaign.createdAt,
  };
}

/** The ids of all newsletters in the archive, a page at a time. */
export const listIssues = command({
  input: Paging,
  access: "public",
  async run(ctx, { limit, cursor }): Promise<Page<{ readonly id: string }>> {
    const page = await Campaign.list(ctx, { index: "byOwner", pk: "campaigns", newestFirst: true, limit, cursor });
    return { ...page, items: page.items.filter(isArchived).map(({ id }) => ({ id })) };
  },
});

import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { findMail, type MailStatus } from "../platform/mail/record.ts";
import { Campaign, type CampaignRecord, CampaignTest, campaignsIn, Lint, type LintRecord } from "./entity.ts";
import { testKey } from "./mail-key.ts";
import {
  CampaignContent,
  type CampaignStatus,
  campaignMissing,
  campaignStarted,
  campaignStatuses,
  roundTaken,
  TestAddress,
} from "./schema.ts";

/** Writes a new notification as a draft. The id may be given, which makes a repeated call harmless. */
export const createCampaign = command({
  input: CampaignContent.safeExtend({
    id: z
      .string()
      .regex(/^cmp_[0-9a-z]{26}$/)
      .optional(),
  }),
  access: ["organiser"],
  async run(ctx, { id = ctx.newId("cmp"), ...content }): Promise<{ id: string }> {
    assertOwnRound(id, content);
    await save(ctx, Campaign.create(ctx, { ...content, id, status: "draft", revision: 1 }));
    return { id };
  },
});

/** A round of invitations is sent by its own campaign alone, and that one goes to nobody else: so nobody is invited twice. @throws DomainError `campaign.round` */
function assertOwnRound(id: string, { audience }: CampaignContent, before?: CampaignRecord): void {
  const round = before?.audience.activityId ? before.audience.importId : audience.importId;
  const isRound = round?.startsWith("inv_") || audience.importId?.startsWith("inv_");
  const same = audience.importId === round && (!before || audience.activityId === before.audience.activityId);
  if (isRound && !(same && audience.activityId && id === round?.replace(/^inv_/, "cmp_"))) throw new DomainError(roundTaken);
  if (!isRound && audience.activityId) throw new DomainError(roundTaken);
}

export const Versioned = z.object({ campaignId: z.string().max(40), version: z.int() });

/** Before the first mail may go, a text can be changed. */
const isOpen = (status: CampaignStatus) => ["draft", "tested", "waiting", "scheduled"].includes(status);

/** What an edit, a new test or a return takes back: an order to send, and whoever approved it. */
export const withoutOrder = {
  asked: undefined,
  approved: undefined,
  sendAt: undefined,
  local: undefined,
  perMinute: undefined,
  expected: undefined,
  aim: undefined,
} as const;

/** Changes a notification that has not been sent. It has to be tested again; whoever approved it has approved another text. */
export const editCampaign = command({
  input: CampaignContent.safeExtend(Versioned.shape),
  access: ["organiser"],
  async run(ctx, { campaignId, version, ...content }): Promise<{ version: number }> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (!isOpen(campaign.status)) throw new DomainError(campaignStarted);
    if (campaign.version !== version) throw new DomainError(changedMeanwhile);
    assertOwnRound(campaignId, content, campaign);
    const revision = campaign.revision + 1;
    await save(ctx, Campaign.change(ctx, campaign, { ...content, ...withoutOrder, status: "draft", revision }));
    return { version: version + 1 };
  },
});

/** Asks for a test mail to the organiser's own address: the bytes that a recipient would get. */
export const testCampaign = command({
  input: TestAddress.extend(Versioned.shape),
  access: ["organiser"],
  async run(ctx, { campaignId, version, email, locale }): Promise<{ version: number; testId: string }> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (campaign.status !== "draft" && campaign.status !== "tested") throw new DomainError(campaignStarted);
    if (campaign.version !== version) throw new DomainError(changedMeanwhile);
    const testId = ctx.newId("tst");
    const at = ctx.now().toISOString();
    await save(
      ctx,
      CampaignTest.create(ctx, { campaignId, id: testId, email, locale, askedAt: at }),
      Campaign.change(ctx, campaign, { status: "tested", lastTest: { id: testId, at, revision: campaign.revision } }),
    );
    return { version: version + 1, testId };
  },
});

export type CampaignView = CampaignRecord &
  Stored & {
    readonly testStatus?: MailStatus | "queued";
    /** What the check of the tested text found; absent while it is under way. */
    readonly lint?: Pick<LintRecord, "faults" | "hosts">;
  };

export const getCampaign = command({
  input: z.object({ campaignId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  async run(ctx, { campaignId }): Promise<CampaignView> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (!campaign.lastTest) return campaign;
    const [mail, lint] = await Promise.all([findMail(ctx, testKey(campaign.lastTest.id)), Lint.find(ctx, { campaignId })]);
    const checked = lint?.testId === campaign.lastTest.id && { lint: { faults: lint.faults, hosts: lint.hosts } };
    return { ...campaign, testStatus: mail?.status ?? "queued", ...checked };
  },
});

/** All notifications, or those in one state, the newest first unless asked otherwise. */
export const listCampaigns = command({
  input: Listing.extend({ status: Narrow(z.enum(campaignStatuses)) }),
  access: ["organiser", "auditor"],
  async run(ctx, { status, q, order, ...paging }): Promise<Page<CampaignRecord & Stored>> {
    const keep = await holding<CampaignRecord>(ctx, q, (c) => [c.subject["zh-CN"], c.subject.en, c.id]);
    const list = status
      ? ({ index: "byState", pk: campaignsIn(status) } as const)
      : ({ index: "byOwner", pk: "campaigns" } as const);
    return listing(ctx, Campaign, { ...list, newestFirst: order !== "oldest" }, paging, keep);
  },
});

import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { countAudience } from "./audience.ts";
import { Versioned } from "./edit-campaign.ts";
import { Campaign, type CampaignRecord } from "./entity.ts";
import {
  audienceChanged,
  type CampaignStatus,
  campaignMissing,
  campaignStarted,
  nobodyLeft,
  notThatState,
  testFirst,
  tooMuchTrouble,
} from "./schema.ts";

const Confirmed = Versioned.extend({ expected: z.int().min(0) });

/** Starts sending to exactly as many people as the organiser was shown. The audience is frozen before the first mail goes. */
export const sendCampaign = command({
  input: Confirmed,
  access: ["organiser"],
  async run(ctx, { campaignId, version, expected }): Promise<{ version: number }> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (campaign.status === "sending") return { version: campaign.version };
    if (campaign.status === "draft" || campaign.lastTest?.revision !== campaign.revision) throw new DomainError(testFirst);
    if (campaign.status !== "tested") throw new DomainError(campaignStarted);
    if (campaign.version !== version) throw new DomainError(changedMeanwhile);
    await confirm(ctx, campaign, expected);
    await save(ctx, Campaign.change(ctx, campaign, { status: "sending", expected, startedAt: ctx.now().toISOString() }));
    return { version: version + 1 };
  },
});

/** Goes on after a pause. A campaign held because its audience grew needs the new number confirmed; one with too many bounces or complaints is over. */
export const resumeCampaign = command({
  input: Versioned.extend({ expected: z.int().min(0).optional() }),
  access: ["organiser"],
  async run(ctx, { campaignId, version, expected }): Promise<{ version: number }> {
    const campaign = await expect(ctx, campaignId, version, ["paused"]);
    if (campaign.heldBecause === "blocked") throw new DomainError(tooMuchTrouble);
    if (!campaign.frozen) await confirm(ctx, campaign, expected ?? campaign.expected ?? 0);
    const tolerated = campaign.tolerated || campaign.heldBecause === "bounces" || campaign.heldBecause === "complaints";
    await save(
      ctx,
      Campaign.change(ctx, campaign, {
        status: "sending",
        expected: expected ?? campaign.expected,
        heldBecause: undefined,
        ...(tolerated ? { tolerated } : {}),
      }),
    );
    return { version: campaign.version + 1 };
  },
});

/** Lets no further mail go; what is on its way arrives. */
export const pauseCampaign = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { campaignId, version }): Promise<{ version: number }> {
    const campaign = await expect(ctx, campaignId, version, ["sending"]);
    await save(ctx, Campaign.change(ctx, campaign, { status: "paused" }));
    return { version: campaign.version + 1 };
  },
});

/** Ends it for good: whoever has no mail yet gets none. */
export const cancelCampaign = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { campaignId, version }): Promise<{ version: number }> {
    const campaign = await expect(ctx, campaignId, version, ["draft", "tested", "sending", "paused"]);
    await save(ctx, Campaign.change(ctx, campaign, { status: "cancelled", endedAt: ctx.now().toISOString() }));
    return { version: campaign.version + 1 };
  },
});

async function confirm(ctx: Ctx, campaign: CampaignRecord, expected: number): Promise<void> {
  const { included } = await countAudience(ctx, campaign);
  if (included === 0) throw new DomainError(nobodyLeft);
  if (included !== expected) throw new DomainError(audienceChanged, { params: { expected, included } });
}

async function expect(ctx: Ctx, id: string, version: number, from: readonly CampaignStatus[]) {
  const campaign = await Campaign.get(ctx, { id }, campaignMissing);
  if (!from.includes(campaign.status)) throw new DomainError(notThatState);
  if (campaign.version !== version) throw new DomainError(changedMeanwhile);
  return campaign;
}

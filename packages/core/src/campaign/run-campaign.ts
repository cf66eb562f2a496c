import * as z from "zod";
import { anotherMay } from "../identity/index.ts";
import { actorName } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { aimOf } from "./aim.ts";
import { countAudience } from "./audience.ts";
import { digestOf } from "./digest.ts";
import { Versioned, withoutOrder } from "./edit-campaign.ts";
import { Campaign, type CampaignRecord, Lint } from "./entity.ts";
import { furthestAhead } from "./local-hour.ts";
import { approvalVoid, beingChecked, faulty, notYourOwn, Returned, SendOrder, tooFar, tooSoon } from "./order-schema.ts";
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
import { timeFirst, tooSoonAnywhere } from "./sending-schema.ts";
import { zonesDue } from "./waves.ts";

const organisers = ["organiser"] as const;
const year = 366 * 86_400_000;

/**
 * Orders the sending to exactly as many people as the organiser was shown, at once or at a time. Where somebody else may approve it, it waits for
 * that; where nobody may, the order stands by itself. The audience is frozen before the first mail goes.
 */
export const sendCampaign = command({
  input: Versioned.extend(SendOrder.shape),
  access: organisers,
  async run(ctx, { campaignId, version, expected, sendAt, local, perMinute }): Promise<{ version: number }> {
    const campaign = await Campaign.get(ctx, { id: campaignId }, campaignMissing);
    if (campaign.status === "sending") return { version: campaign.version };
    if (campaign.status === "draft" || campaign.lastTest?.revision !== campaign.revision) throw new DomainError(testFirst);
    if (campaign.status !== "tested") throw new DomainError(campaignStarted);
    if (campaign.version !== version) throw new DomainError(changedMeanwhile);
    await mustBeSound(ctx, campaign);
    if (sendAt && new Date(sendAt) <= ctx.now()) throw new DomainError(tooSoon);
    if (sendAt && new Date(sendAt).getTime() > ctx.now().getTime() + year) throw new DomainError(tooFar);
    assertLocal(ctx, { sendAt, local });
    const aim = await aimOf(ctx, campaign.audience);
    await confirm(ctx, { ...campaign, aim }, expected);
    const order = { ...campaign, aim, expected, sendAt, local, perMinute };
    await save(ctx, Campaign.change(ctx, campaign, await ordered(ctx, order)));
    return { version: version + 1 };
  },
});

/** The change that an order makes. */
async function ordered(ctx: Ctx, campaign: CampaignRecord): Promise<Partial<CampaignRecord>> {
  const { expected, sendAt, local, perMinute, aim } = campaign;
  const asked = { by: actorName(ctx.actor), at: ctx.now().toISOString(), digest: digestOf(campaign) };
  const order = {
    ...{ expected, sendAt, local, perMinute, aim, asked },
    ...{ approved: undefined, returned: undefined, heldBecause: undefined },
  };
  return (await anotherMay(ctx, organisers)) ? { ...order, status: "waiting" } : { ...order, ...released(ctx, sendAt) };
}

/** By everybody's own clock it may begin only while the hour is still to come everywhere. @throws DomainError `campaign.time-first`, `campaign.too-soon-anywhere` */
function assertLocal(ctx: Ctx, { sendAt, local }: Pick<CampaignRecord, "sendAt" | "local">): void {
  if (!local) return;
  if (!sendAt) throw new DomainError(timeFirst);
  if (new Date(sendAt).getTime() - furthestAhead <= ctx.now().getTime()) throw new DomainError(tooSoonAnywhere);
}

/** Nobody stands between it and its time any more. */
const released = (ctx: Ctx, sendAt: string | undefined): Partial<CampaignRecord> =>
  sendAt ? { status: "scheduled" } : { status: "sending", startedAt: ctx.now().toISOString() };

/** The bytes of the text that is to be sent were looked over when it was tested, and nothing is wrong with them. */
async function mustBeSound(ctx: Ctx, { id: campaignId, revision, lastTest }: CampaignRecord): Promise<void> {
  const lint = await Lint.find(ctx, { campaignId });
  if (lint?.revision !== revision || lint.testId !== lastTest?.id) throw new DomainError(beingChecked);
  if (lint.faults.length) throw new DomainError(faulty, { params: { count: lint.faults.length } });
}

/** A second person lets go what another one ordered: this text, this audience, this time. */
export const approveCampaign = command({
  input: Versioned,
  access: organisers,
  async run(ctx, { campaignId, version }): Promise<{ version: number }> {
    const campaign = await expect(ctx, campaignId, version, ["waiting"]);
    if (campaign.asked?.by === actorName(ctx.actor)) throw new DomainError(notYourOwn);
    // The record says what was ordered; the segments have to say so still.
    const now = { ...campaign, aim: await aimOf(ctx, campaign.audience) };
    for (const one of [campaign, now]) if (campaign.asked?.digest !== digestOf(one)) throw new DomainError(approvalVoid);
    if (campaign.sendAt && new Date(campaign.sendAt) <= ctx.now()) throw new DomainError(tooSoon);
    assertLocal(ctx, campaign);
    const approved = { by: actorName(ctx.actor), at: ctx.now().toISOString() };
    await save(ctx, Campaign.change(ctx, campaign, { approved, ...released(ctx, campaign.sendAt) }));
    return { version: campaign.version + 1 };
  },
});

/** Sends back what waits for approval or for its time: by the second person with a reason, or by whoever ordered it. */
export const returnCampaign = command({
  input: Versioned.extend(Returned.shape),
  access: organisers,
  async run(ctx, { campaignId, version, reason }): Promise<{ version: number }> {
    const campaign = await expect(ctx, campaignId, version, ["waiting", "scheduled"]);
    const returned = { by: actorName(ctx.actor), at: ctx.now().toISOString(), reason };
    await save(ctx, Campaign.change(ctx, campaign, { ...withoutOrder, status: "tested", returned }));
    return { version: campaign.version + 1 };
  },
});

/**
 * Goes on after a pause. A campaign held because its audience grew or its time was missed needs the present number confirmed, and is another order than
 * the one that was approved; one with too many bounces or complaints is over.
 */
export const resumeCampaign = command({
  input: Versioned.extend({ expected: z.int().min(0).optional() }),
  access: ["organiser"],
  async run(ctx, { campaignId, version, expected }): Promise<{ version: number }> {
    const campaign = await expect(ctx, campaignId, version, ["paused"]);
    if (campaign.heldBecause === "blocked") throw new DomainError(tooMuchTrouble);
    if (!campaign.frozen) {
      const number = expected ?? campaign.expected ?? 0;
      const now = { ...campaign, aim: await aimOf(ctx, campaign.audience), expected: number };
      await confirm(ctx, now, number);
      const anew = campaign.heldBecause || campaign.asked?.digest !== digestOf(now);
      if (anew) {
        await save(ctx, Campaign.change(ctx, campaign, await ordered(ctx, { ...now, sendAt: undefined, local: undefined })));
        return { version: campaign.version + 1 };
      }
    }
    const tolerated = campaign.tolerated || campaign.heldBecause === "bounces" || campaign.heldBecause === "complaints";
    await save(
      ctx,
      Campaign.change(ctx, campaign, {
        status: "sending",
        expected: expected ?? campaign.expected,
        heldBecause: undefined,
        ...(tolerated ? { tolerated } : {}),
        // Whose hour went by meanwhile get theirs now: that was the question.
        ...(campaign.local ? { zonesBegun: zonesDue(ctx, campaign) } : {}),
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
    const campaign = await expect(ctx, campaignId, version, ["draft", "tested", "waiting", "scheduled", "sending", "paused"]);
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

import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { laneOf } from "../platform/mail/lanes.ts";
import { ConditionFailed } from "../platform/table.ts";
import { homeZone } from "../platform/zone.ts";
import { type AudienceCounts, considerAll, count } from "./audience.ts";
import { digestOf } from "./digest.ts";
import { Campaign, type CampaignRecord, type Frozen, Snapshot, type SnapshotRow } from "./entity.ts";

export const pageRows = 500;

/**
 * Freezes the audience: rows in pages, then the one write that makes them count. Of two workers that freeze at once, one wins;
 * the other's pages belong to nothing. More people than the organiser confirmed, or
 * another text, audience or time than was ordered and approved: the campaign is held instead.
 * @returns the campaign with its frozen audience, or undefined where it was held or changed meanwhile
 */
export async function freeze(ctx: Ctx, campaign: CampaignRecord & Stored): Promise<(CampaignRecord & Stored) | undefined> {
  if (campaign.frozen) return campaign;
  const snapshot = ctx.newId("snp");
  const counts: AudienceCounts = { considered: 0, included: 0, excluded: {} };
  let page = 0;
  let rows: SnapshotRow[] = [];
  const zones = new Set<string>();
  const flush = async () => {
    if (!rows.length) return;
    await ctx.table.write([Snapshot.create(ctx, { campaignId: campaign.id, snapshot, page, rows, settled: false })], "");
    page++;
    rows = [];
  };
  for await (const { contact, excluded } of considerAll(ctx, campaign)) {
    count(counts, excluded);
    const { person: p, email, timeZone = homeZone } = contact;
    if (!excluded) zones.add(timeZone);
    rows.push(excluded ? { p, x: excluded } : { p, d: laneOf(ctx, email), ...(timeZone === homeZone ? {} : { z: timeZone }) });
    if (rows.length === pageRows) await flush();
  }
  await flush();
  const frozen: Frozen = { snapshot, at: ctx.now().toISOString(), pages: page, ...counts, zones: [...zones] };
  const grown = counts.included > (campaign.expected ?? 0) || campaign.asked?.digest !== digestOf(campaign);
  const patch: Partial<CampaignRecord> = grown ? { status: "paused", heldBecause: "audience-changed" } : { frozen };
  try {
    await ctx.table.write([Campaign.change(ctx, campaign, patch)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  const now = await Campaign.find(ctx, campaign);
  return now?.status === "sending" && now.frozen ? now : undefined;
}

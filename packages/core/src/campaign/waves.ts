import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { homeZone } from "../platform/zone.ts";
import { Campaign, type CampaignRecord, type SnapshotRow } from "./entity.ts";
import { dueIn, isQuiet } from "./local-hour.ts";
import type { SendingRules } from "./sending-schema.ts";
import { guard } from "./start-due.ts";
import { unlessTaken } from "./unless-taken.ts";

type Timed = Pick<CampaignRecord, "local" | "sendAt" | "frozen">;

/** The time zones of an audience whose hour has come. */
export const zonesDue = (ctx: Pick<Ctx, "now">, { sendAt = "", frozen }: Timed): string[] =>
  (frozen?.zones ?? []).filter((zone) => dueIn(zone, sendAt) <= ctx.now().getTime());

/**
 * Begins the time zones whose hour has come. Where one came long ago and no worker was there, the notification is held, as one is whose time was missed.
 * @returns the campaign as it is now; undefined where it is held, or was changed meanwhile
 */
export async function beginZones(ctx: Ctx, campaign: CampaignRecord & Stored): Promise<(CampaignRecord & Stored) | undefined> {
  const { local, sendAt = "", zonesBegun = [] } = campaign;
  if (!local) return campaign;
  const fresh = zonesDue(ctx, campaign).filter((zone) => !zonesBegun.includes(zone));
  if (!fresh.length) return campaign;
  const late = fresh.some((zone) => ctx.now().getTime() - dueIn(zone, sendAt) > guard);
  const patch: Partial<CampaignRecord> = late
    ? { status: "paused", heldBecause: "missed" }
    : { zonesBegun: [...zonesBegun, ...fresh] };
  await unlessTaken(ctx.table.write([Campaign.change(ctx, campaign, patch)], ""));
  const now = await Campaign.find(ctx, campaign);
  return now?.status === "sending" ? now : undefined;
}

/** Whether the hour of somebody's place has not come yet, or is a quiet one. Asked once for each place. */
export function waiting(ctx: Pick<Ctx, "now">, campaign: Timed, quiet: SendingRules["quiet"]): (row: SnapshotRow) => boolean {
  const known = new Map<string, boolean>();
  const now = ctx.now();
  const waits = (zone: string) =>
    (campaign.local === true && dueIn(zone, campaign.sendAt ?? "") > now.getTime()) || isQuiet(quiet, zone, now);
  return ({ z = homeZone }) => {
    const found = known.get(z) ?? waits(z);
    known.set(z, found);
    return found;
  };
}

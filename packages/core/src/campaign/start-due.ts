import type { Ctx } from "../platform/context.ts";
import { Campaign, campaignsIn } from "./entity.ts";
import { furthestAhead } from "./local-hour.ts";
import { unlessTaken } from "./unless-taken.ts";

/** A time missed by more than this is not made up for: the organiser is asked whether the mail still makes sense. */
export const guard = 30 * 60_000;

/** Begins what is due by the clock; what should have begun long ago is held. */
export async function startDue(ctx: Ctx): Promise<void> {
  const now = ctx.now();
  let cursor: string | undefined;
  do {
    const page = await Campaign.list(ctx, { index: "byState", pk: campaignsIn("scheduled"), limit: 100, cursor });
    for (const { id, sendAt = "", local } of page.items) {
      // By everybody's own clock it begins where the day begins first.
      const late = now.getTime() - new Date(sendAt).getTime() + (local ? furthestAhead : 0);
      if (!(late >= 0)) continue;
      const campaign = await Campaign.find(ctx, { id });
      // The list may be behind the record: an edit or another worker may have come first.
      if (campaign?.status !== "scheduled" || campaign.sendAt !== sendAt) continue;
      const change =
        late > guard
          ? ({ status: "paused", heldBecause: "missed" } as const)
          : ({ status: "sending", startedAt: now.toISOString() } as const);
      await unlessTaken(ctx.table.write([Campaign.change(ctx, campaign, change)], ""));
    }
    cursor = page.cursor;
  } while (cursor);
}

import type { Ctx } from "../platform/context.ts";
import { entity } from "../platform/entity.ts";
import { ConditionFailed } from "../platform/table.ts";

/** How many mails of a notification workers have taken in one minute. */
interface ThrottleRecord {
  readonly campaignId: string;
  /** Minutes since 1970. */
  readonly minute: number;
  readonly taken: number;
}

const Throttle = entity<ThrottleRecord, { campaignId: string }>({
  type: "campaign-throttle",
  key: ({ campaignId }) => ({ pk: `campaign#${campaignId}`, sk: "throttle" }),
});

/** A worker takes so many at once: one write for all of them. */
const atOnce = 20;

/**
 * At most so many mails of a notification a minute, however many workers there are. Asks for the next one; false until the next minute once they are
 * taken. What a worker took and did not use is lost, so that it is never more.
 */
export function throttle(campaignId: string, perMinute: number | undefined): (ctx: Ctx) => Promise<boolean> {
  if (perMinute === undefined) return async () => true;
  const most = perMinute;
  let mine = { minute: -1, left: 0, over: false };
  let taking: Promise<void> | undefined;

  async function take(ctx: Ctx, minute: number): Promise<void> {
    for (;;) {
      const before = await Throttle.find(ctx, { campaignId });
      const taken = before?.minute === minute ? before.taken : 0;
      const many = Math.min(atOnce, most - taken);
      if (many <= 0) {
        mine = { minute, left: 0, over: true };
        return;
      }
      const next = { campaignId, minute, taken: taken + many };
      try {
        await ctx.table.write([before ? Throttle.change(ctx, before, next) : Throttle.create(ctx, next)], "");
        mine = { minute, left: many, over: false };
        return;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
  }

  return async (ctx) => {
    for (;;) {
      const minute = Math.floor(ctx.now().getTime() / 60_000);
      if (mine.minute === minute && mine.left > 0) {
        mine.left--;
        return true;
      }
      if (mine.minute === minute && mine.over) return false;
      taking ??= take(ctx, minute).finally(() => {
        taking = undefined;
      });
      await taking;
    }
  };
}

import type { Ctx } from "../context.ts";
import { entity } from "../entity.ts";
import { ConditionFailed } from "../table.ts";

/** Waits until the next mail of a campaign may go. */
export type Pace = (ctx: Ctx) => Promise<void>;

/** Up to when the time of sending is given away to workers. */
interface BudgetRecord {
  readonly lane: "campaigns";
  /** Milliseconds since 1970. */
  readonly until: number;
}

const Budget = entity<BudgetRecord, { lane: string }>({
  type: "mail-budget",
  key: ({ lane }) => ({ pk: `mail-budget#${lane}`, sk: "budget" }),
});

/** A worker takes the time of so many milliseconds at once: one write for all mails in it. */
const span = 2000;
/** Of the account's rate for campaigns: what is left is for mails that somebody waits for, and for clocks that differ. */
const share = 0.75;
/** A mail that comes later than this to its turn takes the next one, so that two workers never send in the same moment. */
const tolerance = 25;
/** The account's rate is asked for again after so long. */
const staleAfter = 600_000;

export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * Lets mails through at the account's rate, however many workers there are: each takes stretches of time that no other one has, from a record
 * in the table, and spreads its mails over them. `rate` is in mails a second.
 */
export function sharedPace(rate: (mailer: Ctx["mailer"]) => Promise<number>, clock: Clock): Pace {
  let stretch = { from: 0, gap: 1, many: 0 };
  let next = 0;
  let taking: Promise<void> | undefined;
  let known: { rate: number; at: number } | undefined;

  async function take(ctx: Ctx): Promise<void> {
    if (!known || clock.now() - known.at > staleAfter) known = { rate: await rate(ctx.mailer), at: clock.now() };
    const gap = 1000 / (known.rate * share);
    const many = Math.max(1, Math.floor(span / gap));
    for (;;) {
      const before = await Budget.find(ctx, { lane: "campaigns" });
      const from = Math.max(clock.now(), before?.until ?? 0);
      const taken: BudgetRecord = { lane: "campaigns", until: from + many * gap };
      try {
        await ctx.table.write([before ? Budget.change(ctx, before, taken) : Budget.create(ctx, taken)], "");
        stretch = { from, gap, many };
        next = 0;
        return;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
  }

  return async (ctx) => {
    for (;;) {
      if (next >= stretch.many) {
        taking ??= take(ctx).finally(() => {
          taking = undefined;
        });
        await taking;
        continue;
      }
      const { from, gap } = stretch;
      const wait = from + next * gap - clock.now();
      next++;
      if (wait < -tolerance) {
        // All turns that are over are left out at once.
        next = Math.max(next, Math.ceil((clock.now() - tolerance - from) / gap));
        continue;
      }
      if (wait > 0) await clock.sleep(wait);
      return;
    }
  };
}

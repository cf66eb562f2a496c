import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { findMail, isSettled, MailPending } from "../platform/mail/record.ts";
import { ConditionFailed } from "../platform/table.ts";
import { dayOf } from "../platform/time.ts";
import { Demand, type DemandRecord, inState } from "./entity.ts";
import { daysAfter, graceDays, reviewDay } from "./policy.ts";
import { reminderLetter } from "./reminder-letter.ts";

type Due = DemandRecord & Stored;

/**
 * Asks the enterprises whose needs are to be looked at again whether they still stand, once for each review day, and marks those as stale that were not
 * confirmed long after it. For so many milliseconds; the next call goes on, since whoever was asked is in the ledger.
 */
export const remindOwners = command({
  input: z.object({ milliseconds: z.number(), silence: z.number() }),
  access: "system",
  async run(ctx, { milliseconds, silence }): Promise<{ told: number; stale: number }> {
    const until = ctx.now().getTime() + milliseconds;
    const today = dayOf(ctx.now());
    let [told, stale] = [0, 0];
    for (const state of ["open", "in-contact"] as const) {
      let cursor: string | undefined;
      do {
        const page = await Demand.list(ctx, { index: "byOwner", pk: inState(state), limit: 200, cursor });
        for (const demand of page.items) {
          if (reviewDay(demand) > today) continue;
          if (ctx.now().getTime() >= until) return { told, stale };
          if (await ask(ctx, demand, silence)) told++;
          if (!demand.stale && daysAfter(reviewDay(demand), graceDays) < today && (await mark(ctx, demand))) stale++;
        }
        cursor = page.cursor;
      } while (cursor);
    }
    return { told, stale };
  },
});

async function ask(ctx: Ctx, demand: Due, silence: number): Promise<boolean> {
  const key = `${demand.id}-review-${reviewDay(demand)}`;
  const before = await findMail(ctx, key);
  if (!demand.contact.email || (before && (isSettled(before.status) || before.status === "accepted"))) return false;
  try {
    await sendOnce(ctx, { key, template: "demand-review", message: reminderLetter(ctx, demand), silence });
    return true;
  } catch (error) {
    // Tried again by the next call; the others do not wait for it.
    if (!(error instanceof MailPending || error instanceof MailDeferred)) throw error;
    return false;
  }
}

/** Only where nobody has said anything meanwhile. */
async function mark(ctx: Ctx, demand: Due): Promise<boolean> {
  try {
    await ctx.table.write([Demand.change(ctx, demand, { stale: true })], "");
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

import * as z from "zod";
import { demandTexts } from "../demand/reactions.ts";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { labelled, Reference } from "../platform/schema.ts";
import { dayOf } from "../platform/time.ts";
import { Steps } from "./entity.ts";
import { partOf } from "./judge.ts";
import { offerNow } from "./offer-now.ts";
import { failures, matchMissing, type Step, stepAhead, steps } from "./schema.ts";

const TakeStep = z
  .object({
    demandId: Reference,
    offerId: Reference,
    step: labelled(z.enum(steps), "进展", "Step"),
    on: labelled(z.iso.date(), "日期", "Day"),
    reason: labelled(z.enum(failures).optional(), "原因", "Reason"),
    related: labelled(z.boolean().default(false), "双方有关联关系", "The two sides are related"),
  })
  .refine(({ step, reason }) => step !== "failed" || reason, {
    path: ["reason"],
    params: {
      words: {
        "zh-CN": "“原因”没有选择：没有谈成的请选择原因，便于改进匹配。",
        en: "Reason: choose why nothing came of it, so that the matching can learn.",
      },
    },
  });

/**
 * Records what was done with a pair: proposed, contact, a meeting, a visit, agreement, or failure with its reason; and whether the two sides
 * are related parties. The same step on the same day is recorded once, the latest word counts.
 * @throws DomainError `matching.not-found`, `matching.step-ahead`, `input.invalid`
 */
export const takeStep = command({
  input: TakeStep,
  access: ["broker", "organiser"],
  scope: partOf,
  async run(ctx, { demandId, offerId, step, on, reason, related }): Promise<Step> {
    if (on > dayOf(ctx.now())) throw new DomainError(stepAhead);
    const [demand, offer] = await Promise.all([demandTexts(ctx, demandId), offerNow(ctx, offerId)]);
    if (!demand || !offer) throw new DomainError(matchMissing);
    const taken: Step = { step, on, related, ...(step === "failed" && reason ? { reason } : {}) };
    const write = Steps.create(
      ctx,
      { demandId, offerId, ...taken },
      { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" },
    );
    await ctx.table.write([write], "");
    return taken;
  },
});

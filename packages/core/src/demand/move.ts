import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { labelled, localised } from "../platform/schema.ts";
import { UnsolvedReason } from "./clock-schema.ts";
import { Demand } from "./entity.ts";
import { mayMove } from "./policy.ts";
import { DemandState, demandMissing, demandStep } from "./schema.ts";
import { partOf } from "./scope.ts";
import { stillLooking } from "./still-looking.ts";

const Move = z
  .object({
    demandId: z.string().max(40),
    version: z.int(),
    state: labelled(DemandState, "状态", "State"),
    outcome: labelled(localised(1000, true).optional(), "结果说明", "What became of it"),
    shown: labelled(z.boolean().default(false), "公开结果说明", "Public"),
    why: labelled(UnsolvedReason.optional(), "没有解决的原因", "Why it was not solved"),
  })
  .refine(({ state, outcome }) => state !== "unsolved" || outcome, {
    path: ["outcome.zh-CN"],
    params: {
      words: {
        "zh-CN": "“结果说明”没有填写：没有解决的需求请写明原因，不公开也要写。",
        en: "What became of it: say why the need was not solved, whether or not it is public.",
      },
    },
  });

/**
 * Says where a listed need stands. Closing one that was not solved needs a reason, closing a solved one may have a word on how; both are
 * read by the public only where `shown`. Opening it again drops the word.
 * @throws DomainError `demand.not-found`, `demand.step`, `record.changed`, `input.invalid`
 */
export const moveDemand = command({
  input: Move,
  access: ["organiser", "broker"],
  scope: partOf,
  async run(ctx, { demandId, version, state, outcome: text, shown, why }): Promise<{ version: number }> {
    const demand = await Demand.get(ctx, { id: demandId }, demandMissing);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    if (demand.status !== "listed" || !mayMove(demand.state, state)) throw new DomainError(demandStep);
    const closed = state === "solved" || state === "unsolved";
    const outcome = closed && text ? { text, shown } : undefined;
    const decided = { proposal: undefined, movedFor: undefined, decidedAt: ctx.now().toISOString() };
    const ended = closed
      ? ({ closedBy: "staff", why: state === "unsolved" ? (why ?? "other") : undefined } as const)
      : stillLooking(ctx);
    await save(
      ctx,
      Demand.change(ctx, demand, { state, stateSince: ctx.now().toISOString(), outcome, stale: undefined, ...decided, ...ended }),
    );
    return { version: version + 1 };
  },
});

import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { dayOf } from "../platform/time.ts";
import { Classify } from "./clock-schema.ts";
import { Demand } from "./entity.ts";
import { looks, reviewDay } from "./policy.ts";
import { demandMissing, demandStep, reviewPast } from "./schema.ts";
import { partOf } from "./scope.ts";

/**
 * Says what a listed need is about, how it is to be solved, and on which day its enterprise is asked whether it still stands.
 * @throws DomainError `demand.not-found`, `demand.step`, `demand.review-past`, `record.changed`, `input.invalid`
 */
export const classifyDemand = command({
  input: Classify,
  access: ["reviewer", "organiser", "broker"],
  scope: partOf,
  async run(ctx, { demandId, version, kind, solutions, reviewOn }): Promise<{ version: number }> {
    const demand = await Demand.get(ctx, { id: demandId }, demandMissing);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    if (!looks(demand)) throw new DomainError(demandStep);
    const day = reviewOn ?? reviewDay(demand);
    const moved = day !== reviewDay(demand);
    if (moved && day < dayOf(ctx.now())) throw new DomainError(reviewPast);
    const said = { kind, solutions: [...new Set(solutions)], reviewOn: day, ...(moved ? { stale: undefined } : {}) };
    await save(ctx, Demand.change(ctx, demand, said));
    return { version: version + 1 };
  },
});

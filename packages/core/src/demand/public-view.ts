import { withheld } from "../project/schema.ts";
import type { DemandRecord } from "./entity.ts";
import type { PublicDemand } from "./schema.ts";

/** What the public may know: no contact data, and of a trade secret neither problem, effect nor indicators. */
export function toPublic(demand: DemandRecord & { updatedAt: string }): PublicDemand {
  const { id, title, scenario, chain, trl, ways, budgetFrom, budgetTo, deadline, region, organisation, state, kind, solutions } =
    demand;
  const confidential = demand.secrecy === "trade-secret";
  const from = budgetFrom ?? budgetTo;
  const to = budgetTo ?? budgetFrom;
  return {
    id,
    title,
    problem: confidential ? withheld : demand.problem,
    scenario,
    ...(confidential ? { indicators: [], confidential } : { effect: demand.effect, indicators: demand.indicators }),
    chain,
    trl,
    ways,
    ...(from !== undefined && to !== undefined ? { budget: { from, to } } : {}),
    region,
    organisation,
    deadline,
    state,
    kind,
    solutions,
    stale: demand.stale,
    ...(demand.outcome?.shown ? { outcome: demand.outcome.text } : {}),
    listedAt: demand.listedAt ?? demand.since,
    updatedAt: demand.updatedAt,
  };
}

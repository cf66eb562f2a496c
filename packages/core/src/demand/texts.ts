import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { inAll } from "../platform/text.ts";
import { Demand, type DemandRecord, inReview, inState } from "./entity.ts";
import type { Indicator } from "./schema.ts";

/** A need as it is matched, with what of it is a trade secret; without the contact. For the product itself: whoever hands it out asks who reads. */
export interface MatchedDemand
  extends Pick<DemandRecord, "id" | "chain" | "title" | "trl" | "budgetTo" | "region" | "ways" | "secrecy"> {
  readonly texts: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly listed: boolean;
  /** Nothing on offer was adequate when it was last matched. */
  readonly unserved: boolean;
  /** Listed, and open or in contact. */
  readonly looking: boolean;
}

const textsIn = (demand: DemandRecord & Stored): MatchedDemand => {
  const { id, chain, title, trl, budgetTo, region, ways, secrecy, problem, scenario, effect, indicators } = demand;
  return {
    ...{ id, chain, title, trl, budgetTo, region, ways, secrecy, indicators },
    texts: [problem, scenario, effect].flatMap((text) => (text ? inAll(text) : [])),
    listed: demand.status === "listed",
    unserved: demand.unserved === true,
    looking: demand.status === "listed" && (demand.state === "open" || demand.state === "in-contact"),
  };
};

export async function demandTexts(ctx: Ctx, id: string): Promise<MatchedDemand | undefined> {
  const demand = await Demand.find(ctx, { id });
  return demand && textsIn(demand);
}

/** All needs that look for somebody. */
export async function* lookingDemands(ctx: Ctx): AsyncGenerator<MatchedDemand> {
  for (const state of ["open", "in-contact"] as const)
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await Demand.list(ctx, { index: "byOwner", pk: inState(state), limit: 200, cursor });
      yield* page.items.map(textsIn);
      cursor = page.cursor;
    }
}

/** Whom to ask about a need, with what of it is public; nothing where the person was erased. */
export async function demandContact(ctx: Ctx, id: string) {
  const demand = await Demand.find(ctx, { id });
  if (demand?.status !== "listed" || !demand.contact.email) return undefined;
  return { ...demand.contact, locale: demand.locale, title: demand.title, organisation: demand.organisation };
}

/** Listed needs among which a person's are looked for: the newest. */
const lookedThrough = 1000;

/** What somebody looks for, as far as the public reads it: listed needs stand by their state, so the newest are gone through. */
export async function listedDemandsOf(ctx: Ctx, person: string) {
  const query = { index: "byState", pk: inReview("listed"), limit: lookedThrough, newestFirst: true } as const;
  const { items } = await Demand.list(ctx, query);
  return items
    .filter((demand) => demand.person === person)
    .map(({ title, problem, scenario, chain, secrecy }) => ({ title, says: secrecy === "none" ? problem : scenario, chain }));
}

import type { MatchedDemand } from "../demand/reactions.ts";
import { amountOf } from "../demand/schema.ts";
import { inAll } from "../platform/text.ts";
import type { Offered } from "./conditions.ts";
import { explain, type Need } from "./explain.ts";
import type { Offer } from "./offer.ts";
import type { Rarity } from "./phrases.ts";
import type { Match } from "./schema.ts";

const mostPhrases = 12;

export const needTextOf = ({ texts, indicators }: MatchedDemand): string =>
  [...texts, ...indicators.map(({ name }) => name)].join("\n");

/** A need as it is matched, with what of it is a trade secret. */
export const needOf = (demand: MatchedDemand): Need => ({
  ...demand,
  title: inAll(demand.title).join("\n"),
  text: needTextOf(demand),
});

/** The reasons as the list shows them. */
export function reasonsFor(
  need: Need,
  offer: Offer & Offered,
  rarity: Rarity,
): Pick<Match, "phrases" | "indicators" | "conditions"> {
  const { phrases, indicators, conditions } = explain(need, offer, rarity);
  return {
    phrases: phrases
      .slice(0, mostPhrases)
      .map(({ phrase, passage }) => ({ phrase, ...(passage ? { passage: passage.text } : {}) })),
    indicators: indicators.map(({ indicator, verdict, found, gap, passage }) => ({
      indicator: `${indicator.name} ${amountOf(indicator)}`,
      verdict,
      ...(found === undefined ? {} : { found }),
      ...(gap === undefined ? {} : { gap }),
      ...(passage ? { passage: passage.text } : {}),
    })),
    conditions,
  };
}

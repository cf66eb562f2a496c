import type { Indicator } from "../demand/schema.ts";
import { type Asked, type Condition, conditionsOf, type Offered } from "./conditions.ts";
import { type ComparedIndicator, compareIndicators } from "./indicators.ts";
import type { Offer } from "./offer.ts";
import { passagesOf } from "./passages.ts";
import { type AnsweredPhrase, answerPhrases, type Rarity } from "./phrases.ts";

/** A need as it is matched. */
export interface Need extends Asked {
  readonly title: string;
  readonly text: string;
  readonly indicators: readonly Indicator[];
}

/** Why an offer stands on a shortlist: what of the need which passage answers, what none answers, and which conditions hold. */
export interface Reasons {
  readonly phrases: readonly AnsweredPhrase[];
  readonly indicators: readonly ComparedIndicator[];
  readonly conditions: readonly Condition[];
}

export function explain(need: Need, offer: Offer & Offered, rarity: Rarity): Reasons {
  const passages = [offer.title, offer.text, offer.more ?? ""].flatMap(passagesOf);
  return {
    phrases: answerPhrases(`${need.title}\n${need.text}`, passages, rarity),
    indicators: compareIndicators(need.indicators, passages),
    conditions: conditionsOf(need, offer),
  };
}

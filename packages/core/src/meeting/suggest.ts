import { explainMatch, indexOffers, openOffers } from "../matching/reactions.ts";
import { rank, rarities } from "../search/index.ts";
import type { ProfileRecord } from "./entity.ts";

/** Why somebody is suggested: what one of the two seeks, and the passage of the other that answers it. */
export interface Suggestion {
  readonly person: string;
  readonly score: number;
  readonly reasons: readonly { readonly whose: "mine" | "theirs"; readonly phrase: string; readonly passage: string }[];
}

const mostReasons = 3;

/**
 * Whom to meet, best first: how well what others bring answers what one seeks, and what one brings answers what they seek; a chain in common lifts.
 * Made with the engine that ranks offers for needs; the same people give the same order.
 */
export function suggest(me: ProfileRecord, others: readonly ProfileRecord[], limit: number): Suggestion[] {
  const found = new Map<string, { score: number; reasons: Suggestion["reasons"] }>();
  const add = (person: string, score: number, reasons: Suggestion["reasons"]) => {
    const had = found.get(person) ?? { score: 0, reasons: [] };
    found.set(person, { score: had.score + score, reasons: [...had.reasons, ...reasons] });
  };
  const compare = (
    need: string | undefined,
    offers: readonly { person: string; text: string | undefined }[],
    whose: "mine" | "theirs",
  ) => {
    const said = offers.filter((offer) => offer.text);
    if (!need || !said.length) return;
    const library = openOffers(indexOffers(said.map(({ person, text = "" }) => ({ id: person, title: "", text }))));
    const rarity = rarities(library);
    for (const { id, score } of rank(library, { title: "", text: need }, limit * 3)) {
      const text = said.find(({ person }) => person === id)?.text ?? "";
      const [asked, answer] = whose === "mine" ? [need, text] : [text, need];
      const answered = explainMatch({ title: "", text: asked, indicators: [] }, { id, title: "", text: answer }, rarity).phrases;
      const reasons = answered.flatMap(({ phrase, passage }) => (passage ? [{ whose, phrase, passage: passage.text }] : []));
      add(id, score, reasons.slice(0, mostReasons));
    }
  };
  compare(
    me.seeks,
    others.map(({ person, brings }) => ({ person, text: brings })),
    "mine",
  );
  compare(
    me.brings,
    others.map(({ person, seeks }) => ({ person, text: seeks })),
    "theirs",
  );
  const shares = (person: string) =>
    others.some((other) => other.person === person && other.chains.some((c) => me.chains.includes(c)));
  return [...found]
    .map(([person, { score, reasons }]) => ({ person, score: score * (shares(person) ? 1.1 : 1), reasons }))
    .sort((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1))
    .slice(0, limit);
}

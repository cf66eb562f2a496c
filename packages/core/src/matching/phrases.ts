import { analyse, idle } from "../search/index.ts";
import type { Passage } from "./passages.ts";

/** A phrase of a need with what answers it. */
export interface AnsweredPhrase {
  readonly phrase: string;
  /** 0 to 1: how much of the phrase the passage has, by how rare its terms are. */
  readonly share: number;
  /** The passage that has most of it, where that is enough. */
  readonly passage?: Passage;
}

/** How rare a term is among all offers. */
export type Rarity = (term: string) => number;

const enough = 0.5;
const most = 24;
/** Marks, and words that say nothing by themselves; no single character that is part of many words (等温, 饱和, 在线). */
const breaks = /[^\p{L}\p{N}%℃°.\-+/]+|的|了|以及|能够|可以|需要|希望|目前|现在|我们|你们|他们/u;
const numeric = /^[\d.%\s]*$/;

/** The terms that tell: pairs and words; single characters where a phrase has nothing else. */
function telling(text: string): string[] {
  const tokens = analyse(text).filter(({ term }) => !idle.has(term) && !/^\d[\d.]*$/.test(term));
  const strong = tokens.filter(({ kind }) => kind === "pair" || kind === "word" || kind === "compound");
  return [...new Set((strong.length ? strong : tokens).map(({ term }) => term))];
}

/** The phrases of a text: what stands between marks and between words that say nothing by themselves. Each once, in the order they stand. */
export function phrasesOf(text: string): string[] {
  const pieces = text.split(breaks).map((piece) => piece.trim());
  return [...new Set(pieces.filter((piece) => piece.length > 1 && piece.length <= 60 && !numeric.test(piece)))];
}

/** Which phrases of a need are answered by which passage; those that tell most first. */
export function answerPhrases(text: string, passages: readonly Passage[], rarity: Rarity): AnsweredPhrase[] {
  const had = passages.map((passage) => ({ passage, terms: new Set(analyse(passage.text).map(({ term }) => term)) }));
  const weighed = phrasesOf(text).map((phrase, at) => {
    const terms = telling(phrase).map((term) => ({ term, weight: rarity(term) }));
    return { phrase, at, terms, weight: terms.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const chosen = weighed.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || a.at - b.at);
  return chosen.slice(0, most).map(({ phrase, terms, weight }) => {
    let best: { share: number; passage: Passage } | undefined;
    for (const { passage, terms: inPassage } of had) {
      const share = terms.reduce((sum, one) => sum + (inPassage.has(one.term) ? one.weight : 0), 0) / weight;
      if (share > (best?.share ?? 0)) best = { share, passage };
    }
    const share = best?.share ?? 0;
    return { phrase, share, ...(best && share >= enough ? { passage: best.passage } : {}) };
  });
}

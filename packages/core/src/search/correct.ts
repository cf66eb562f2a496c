import type { Token } from "./analyse.ts";
import { lowerBound, type Texts } from "./binary.ts";
import { initialsMark, soundMark } from "./fields.ts";
import type { Library } from "./library.ts";
import type { Plan } from "./plan.ts";
import { scorer } from "./scorer.ts";

/** Shorter words are too near to too many others. */
const shortest = 5;
const mostWords = 3;

/** Whether one letter added, left out, changed, or exchanged with its neighbour makes one of the other. */
export function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const [rest, other] = [short.length - start - end, long.length - start - end];
  if (other <= 1) return true;
  return rest === 2 && other === 2 && short[start] === long[start + 1] && short[start + 1] === long[start];
}

/** Terms from `from` on and before `to`, of this length or one more or less. */
function* between(terms: Texts, from: string, to: string, length: number): Generator<string> {
  for (let i = lowerBound(terms, from), end = lowerBound(terms, to); i < end; i++)
    if (Math.abs(terms.lengthOf(i) - length) <= 1) yield terms.at(i);
}

/** The word or sound that most documents have of those that are one slip from the word; of equals the first in the alphabet. */
function nearest(library: Library, word: string): string | undefined {
  const near = new Set<string>();
  for (const { segment } of library.parts) {
    for (const term of between(segment.terms, "a", "{", word.length)) if (isNear(term, word)) near.add(term);
    for (const term of between(segment.terms, soundMark, initialsMark, word.length + 1))
      if (isNear(term.slice(1), word)) near.add(term);
  }
  const counted = [...near].map((term) => {
    // The rarer, the greater; nothing where only removed documents have it.
    const rarity = scorer(library, 1).apply({ is: term }, 1, []);
    return { term: term.startsWith(soundMark) ? term.slice(1) : term, rarity };
  });
  return counted.filter(({ rarity }) => rarity > 0).sort((a, b) => a.rarity - b.rarity || (a.term < b.term ? -1 : 1))[0]?.term;
}

/** The query with words that stand nowhere put right, where each is one slip from a word that stands somewhere; else nothing. */
export function corrected(library: Library, { text }: Plan, unknown: readonly Token[]): string | undefined {
  let better = text;
  const words = unknown.filter(({ term }) => term.length >= shortest && /^[a-z]+$/.test(term)).slice(0, mostWords);
  for (const { term, from, to } of words.toReversed()) {
    const word = nearest(library, term);
    if (word) better = better.slice(0, from) + word + better.slice(to);
  }
  return better === text ? undefined : better;
}

import type { Token } from "./analyse.ts";
import { initialsMark, soundMark } from "./fields.ts";
import type { Plan } from "./plan.ts";
import type { Cover, Scorer, Terms } from "./scorer.ts";

const weights = { begins: 0.4, sound: 0.6 };
/** A word at least this long may be longer than the sounds that are kept, so it is also found by its own beginnings. */
const longSound = 12;
const mostJoined = 8;

/** What a Latin word may mean beside itself, and how it was found. */
export interface LatinMarks {
  readonly begins: string[];
  readonly sounds: string[];
  readonly initials: string[];
}

const isLatin = (token: Token | undefined): token is Token => token !== undefined && /^[a-z]+$/.test(token.term);

function soundOf(letters: string): Terms[] {
  const beginnings = [];
  for (let length = longSound; length < letters.length; length++) beginnings.push(soundMark + letters.slice(0, length));
  return [{ begins: soundMark + letters }, ...(beginnings.length ? [{ any: beginnings }] : [])];
}

/**
 * Latin words as the beginning of words (the last one, which may not be finished) and as pinyin: `taihejin`, `tai he jin`, `thj`.
 * `known` are the words that stand somewhere as they are; `found` is told what else is.
 */
export function matchLatin(
  scoring: Scorer,
  { words, unfinished }: Plan,
  known: ReadonlySet<string>,
  found: (cover: Cover, rarity: number) => void,
): LatinMarks {
  const marks: LatinMarks = { begins: [], sounds: [], initials: [] };
  const apply = (terms: Terms, weight: number, cover: Cover): boolean => {
    const rarity = scoring.apply(terms, weight, [cover]);
    if (rarity) found(cover, rarity);
    return rarity > 0;
  };
  const sound = (letters: string, cover: Cover): boolean => {
    const any = soundOf(letters).filter((terms) => apply(terms, weights.sound, cover)).length > 0;
    if (any) marks.sounds.push(letters);
    return any;
  };

  const begins = unfinished && apply({ begins: unfinished.term }, weights.begins, unfinished);
  if (begins) marks.begins.push(unfinished.term);

  const said = new Set<Token>();
  for (let first = 0; first < words.length; first++) {
    if (said.has(words[first] as Token)) continue;
    let end = first;
    while (isLatin(words[end]) && words[end]?.place === (words[first]?.place ?? 0) + end - first && end - first < mostJoined)
      end++;
    for (; end > first + 1; end--) {
      const joined = words.slice(first, end);
      const letters = joined.map(({ term }) => term).join("");
      if (letters.length < 4 || !sound(letters, { place: joined[0]?.place ?? 0, places: joined.length })) continue;
      for (const word of joined) said.add(word);
      break;
    }
  }
  for (const word of words) {
    if (!isLatin(word) || said.has(word) || word.term.length < 2) continue;
    const otherwise = known.has(word.term) || (begins && word === unfinished);
    if (word.term.length > 2 || !otherwise) sound(word.term, word);
    if (!known.has(word.term) && (word.term.length > 2 || !otherwise) && word.term.length <= 8)
      if (apply({ begins: initialsMark + word.term }, weights.sound, word)) marks.initials.push(word.term);
  }
  return marks;
}

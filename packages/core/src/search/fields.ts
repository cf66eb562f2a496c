/**
 * Where a term may stand, in the order in which an index keeps it, with what it counts there. The two languages have fields of their own, so
 * that a translation does not make a text longer than others.
 */
export const fields = [
  { name: "title", weight: 3 },
  { name: "title-en", weight: 3 },
  { name: "names", weight: 2 },
  { name: "summary", weight: 1.5 },
  { name: "summary-en", weight: 1.5 },
  { name: "body", weight: 1 },
  { name: "body-en", weight: 1 },
  { name: "pinyin", weight: 1.5 },
] as const;

/** Positions in `fields`. */
export const Field = { title: 0, titleEn: 1, names: 2, summary: 3, summaryEn: 4, body: 5, bodyEn: 6, pinyin: 7 } as const;

/** BM25: how soon more of the same word says nothing new. */
export const k1 = 1.2;

/** How what stands in documents is weighed; a library keeps what it works out for each. */
export interface Weighing {
  /** BM25's b: how much a longer text counts less. */
  readonly b: number;
  /** What one occurrence in each field counts; 0 is passed over. */
  readonly weights: readonly number[];
  /** The power to which the rarity of a term is taken. */
  readonly rarity: number;
}

/** For the words that somebody types. */
export const asking: Weighing = { b: 0.75, weights: fields.map(({ weight }) => weight), rarity: 1 };

/** Terms that are no words of the text: its sound in full, and its initials. They sort before all words. */
export const soundMark = "\u0001";
export const initialsMark = "\u0002";

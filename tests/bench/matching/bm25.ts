import type { Text } from "./collection.ts";

const k1 = 1.2;
const b = 0.75;

/** Han characters singly and in pairs, and words of letters and digits. No dictionary. */
function grams(text: string): string[] {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run];
    const characters = [...run];
    return [...characters, ...characters.slice(1).map((character, i) => `${characters[i]}${character}`)];
  });
}

const counted = (terms: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

/** The textbook's BM25 to compare with, written by itself: it shares nothing with the product's engine. */
export function bm25(corpus: readonly Text[]): (query: Text, eachTermOnce: boolean) => Float64Array {
  const postings = new Map<string, [document: number, times: number][]>();
  const lengths = corpus.map(({ title, text }, document) => {
    const terms = grams(`${title} ${text}`);
    for (const [term, times] of counted(terms)) {
      const list = postings.get(term);
      if (list) list.push([document, times]);
      else postings.set(term, [[document, times]]);
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return ({ title, text }, eachTermOnce) => {
    const scores = new Float64Array(corpus.length);
    for (const [term, asked] of counted(grams(`${title} ${text}`))) {
      const list = postings.get(term) ?? [];
      const idf = Math.log(1 + (corpus.length - list.length + 0.5) / (list.length + 0.5));
      for (const [document, times] of list) {
        const norm = k1 * (1 - b + (b * (lengths[document] as number)) / average);
        const score = (idf * times * (k1 + 1)) / (times + norm);
        scores[document] = (scores[document] as number) + score * (eachTermOnce ? 1 : asked);
      }
    }
    return scores;
  };
}

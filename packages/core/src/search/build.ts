import { deflateRawSync } from "node:zlib";
import { analyse } from "./analyse.ts";
import { Bytes, joinSections, packTexts } from "./binary.ts";
import { chainNames, type Entry } from "./entry.ts";
import { Field, fields } from "./fields.ts";
import { soundTerms } from "./pinyin.ts";

/** Sections of an index, in their order; texts and records take two, where each begins and what they hold. */
export const Section = {
  ids: 0,
  byId: 2,
  kinds: 3,
  kindOf: 5,
  orders: 6,
  facets: 8,
  facetStarts: 10,
  facetsOf: 11,
  lengths: 12,
  terms: 13,
  postingStarts: 15,
  postings: 16,
  heads: 17,
  texts: 19,
  payloads: 21,
  count: 23,
} as const;

/** The order in which documents stand: greatest `order` first, then by id. */
export const stands = (a: { order: string; id: string }, b: { order: string; id: string }): number =>
  a.order !== b.order ? (a.order > b.order ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const words = (texts: readonly (string | undefined)[]) => texts.flatMap((text) => (text ? analyse(text) : [])).map((t) => t.term);

/** The terms of each field of a document. */
function termsOf({ document, sounds }: Entry): string[][] {
  const { title, names = [], summary, body } = document;
  const chains = chainNames(document.facets).map(({ name }) => name);
  const terms: string[][] = fields.map(() => []);
  terms[Field.title] = words([title["zh-CN"]]);
  terms[Field.titleEn] = words([title.en]);
  terms[Field.names] = words([...names, ...chains.flatMap((name) => [name["zh-CN"], name.en])]);
  terms[Field.summary] = words([summary?.["zh-CN"]]);
  terms[Field.summaryEn] = words([summary?.en]);
  terms[Field.body] = words([body?.["zh-CN"]]);
  terms[Field.bodyEn] = words([body?.en]);
  terms[Field.pinyin] = [sounds.title, ...sounds.names, ...sounds.chains].flat().flatMap(soundTerms);
  return terms;
}

/** Occurrences as they are met: term and field, document, how often. */
class Occurrences {
  #list = new Uint32Array(3 << 12);
  length = 0;

  add(term: number, field: number, document: number, times: number): void {
    if ((this.length + 1) * 3 > this.#list.length) {
      const larger = new Uint32Array(this.#list.length * 2);
      larger.set(this.#list);
      this.#list = larger;
    }
    const at = this.length++ * 3;
    this.#list[at] = term * fields.length + field;
    this.#list[at + 1] = document;
    this.#list[at + 2] = times;
  }

  /** By term and field, each with its documents rising: where the occurrences of each begin, and their documents and times. */
  sorted(terms: number): { starts: Uint32Array; documents: Uint32Array; times: Uint32Array } {
    const starts = new Uint32Array(terms * fields.length + 1);
    for (let i = 0; i < this.length; i++) (starts[(this.#list[i * 3] as number) + 1] as number)++;
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const next = starts.slice();
    const documents = new Uint32Array(this.length);
    const times = new Uint32Array(this.length);
    for (let i = 0; i < this.length; i++) {
      const key = this.#list[i * 3] as number;
      const at = next[key] as number;
      next[key] = at + 1;
      documents[at] = this.#list[i * 3 + 1] as number;
      times[at] = this.#list[i * 3 + 2] as number;
    }
    return { starts, documents, times };
  }
}

/**
 * The bytes of an index of these entries; of several with one id the last counts. The order in which they come does not matter.
 *
 * Postings of a term: a byte that says in which fields it stands, the length of each field's list, then the lists. A list holds for each
 * document four times the distance from the one before, plus how often the term stands there less one; 3 says that how often comes next.
 */
export function build(given: Iterable<Entry>): Uint8Array {
  const latest = new Map<string, Entry>();
  for (const entry of given) latest.set(entry.document.id, entry);
  const entries = [...latest.values()].sort((a, b) => stands(a.document, b.document));
  const documents = entries.map(({ document }) => document);

  const numbers = new Map<string, number>();
  const occurrences = new Occurrences();
  const lengths = new Uint16Array(entries.length * fields.length);
  const times: number[] = [];
  entries.forEach((entry, n) => {
    termsOf(entry).forEach((terms, field) => {
      lengths[field * entries.length + n] = Math.min(terms.length, 0xffff);
      const met: number[] = [];
      for (const term of terms) {
        let number = numbers.get(term);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(term, number);
          times.push(0);
        }
        const before = times[number] as number;
        if (!before) met.push(number);
        times[number] = before + 1;
      }
      for (const number of met) {
        occurrences.add(number, field, n, times[number] as number);
        times[number] = 0;
      }
    });
  });

  const terms = sorted(numbers.keys());
  const byTerm = occurrences.sorted(terms.length);
  const postings = new Bytes();
  const postingStarts = new Uint32Array(terms.length + 1);
  const list = new Bytes();
  const lists = new Bytes();
  terms.forEach((term, i) => {
    const first = (numbers.get(term) as number) * fields.length;
    let mask = 0;
    const sizes: number[] = [];
    lists.clear();
    for (let field = 0; field < fields.length; field++) {
      const [from, to] = [byTerm.starts[first + field] as number, byTerm.starts[first + field + 1] as number];
      if (from === to) continue;
      mask |= 1 << field;
      list.clear();
      let before = 0;
      for (let k = from; k < to; k++) {
        const document = byTerm.documents[k] as number;
        const times = byTerm.times[k] as number;
        list.number((document - before) * 4 + Math.min(times, 4) - 1);
        if (times > 3) list.number(times);
        before = document;
      }
      sizes.push(list.length);
      lists.add(list.view());
    }
    postings.byte(mask);
    for (const size of sizes) postings.number(size);
    postings.add(lists.view());
    postingStarts[i + 1] = postings.length;
  });

  return joinSections([
    ...packTexts(documents.map(({ id }) => id)),
    sortedById(documents),
    ...kindsOf(documents),
    ...packTexts(documents.map(({ order }) => order)),
    ...facetsOf(documents),
    lengths,
    ...packTexts(terms),
    postingStarts,
    postings.view(),
    ...records(
      entries.map(({ document: { title, names, facets }, sounds }) => JSON.stringify({ title, names, facets, sounds })),
      plain,
    ),
    ...records(
      documents.map(({ summary, body }) => JSON.stringify({ summary, body })),
      packed,
    ),
    ...records(
      documents.map(({ payload }) => payload),
      packed,
    ),
  ]);
}

/** By UTF-16 units, as the dictionary is searched. */
// biome-ignore lint/suspicious/useArraySortCompare: that is what it does by itself, and faster
const sorted = (texts: Iterable<string>): string[] => [...texts].sort();

type Documents = readonly Entry["document"][];

function sortedById(documents: Documents): Uint32Array {
  const ids = documents.map(({ id }) => id);
  return Uint32Array.from(ids.keys()).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
}

function kindsOf(documents: Documents): [Uint32Array, Uint16Array, Uint16Array] {
  const kinds = sorted(new Set(documents.map(({ kind }) => kind)));
  const number = new Map(kinds.map((kind, i) => [kind, i]));
  return [...packTexts(kinds), Uint16Array.from(documents, ({ kind }) => number.get(kind) ?? 0)];
}

/** A facet's name and value in one text. */
export const facetKey = (name: string, value: string): string => `${name}\u0000${value}`;

function facetsOf(documents: Documents): [Uint32Array, Uint16Array, Uint32Array, Uint32Array] {
  const keys = documents.map(({ facets }) => [
    ...new Set(Object.entries(facets).flatMap(([name, values]) => values.map((value) => facetKey(name, value)))),
  ]);
  const all = sorted(new Set(keys.flat()));
  const number = new Map(all.map((key, i) => [key, i]));
  const starts = new Uint32Array(documents.length + 1);
  keys.forEach((list, i) => {
    starts[i + 1] = (starts[i] as number) + list.length;
  });
  return [...packTexts(all), starts, Uint32Array.from(keys.flatMap((list) => list.map((key) => number.get(key) ?? 0)))];
}

const utf8 = new TextEncoder();
const plain = (text: string) => utf8.encode(text);
/** For what is large and read only for a hit. */
const packed = (text: string) => deflateRawSync(text, { level: 3 });

/** Texts that are only read one by one. */
function records(texts: readonly string[], encode: (text: string) => Uint8Array): [Uint32Array, Uint8Array] {
  const starts = new Uint32Array(texts.length + 1);
  const bytes = new Bytes();
  texts.forEach((text, i) => {
    bytes.add(encode(text));
    starts[i + 1] = bytes.length;
  });
  return [starts, bytes.view()];
}

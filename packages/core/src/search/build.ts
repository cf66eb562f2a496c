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

/** Occurrences as they are met, document by document: term and field, how often. */
class Occurrences {
  #list = new Uint32Array(2 << 12);
  length = 0;

  add(term: number, field: number, times: number): void {
    if ((this.length + 1) * 2 > this.#list.length) {
      const larger = new Uint32Array(Math.ceil(this.#list.length * 1.5));
      larger.set(this.#list);
      this.#list = larger;
    }
    const at = this.length++ * 2;
    this.#list[at] = term * fields.length + field;
    this.#list[at + 1] = times;
  }

  /** By term and field, each with its documents rising: where the occurrences of each begin, and their documents and times. */
  sorted(terms: number, documents: readonly Packed[]): { starts: Uint32Array; documents: Uint32Array; times: Uint32Array } {
    const starts = new Uint32Array(terms * fields.length + 1);
    const all = (each: (key: number, times: number, document: number) => void) =>
      documents.forEach(({ from, to }, document) => {
        for (let i = from; i < to; i++) each(this.#list[i * 2] as number, this.#list[i * 2 + 1] as number, document);
      });
    all((key) => (starts[key + 1] as number)++);
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const next = starts.slice();
    const count = starts[starts.length - 1] as number;
    const sorted = { starts, documents: new Uint32Array(count), times: new Uint32Array(count) };
    all((key, times, document) => {
      const at = next[key] as number;
      next[key] = at + 1;
      sorted.documents[at] = document;
      sorted.times[at] = times;
    });
    return sorted;
  }
}

/** A document as the index will hold it, without its text: that of ten thousand does not fit into a small function. */
interface Packed extends Pick<Entry["document"], "id" | "kind" | "order"> {
  /** Which occurrences are its own. */
  readonly from: number;
  readonly to: number;
  /** Terms of each field. */
  readonly lengths: readonly number[];
  readonly facets: readonly string[];
  readonly head: Uint8Array;
  readonly texts: Uint8Array;
  readonly payload: Uint8Array;
}

/** Takes entries one by one, in whatever order they come; of several with one id the last counts. */
export interface Builder {
  add(entry: Entry): void;
  /** How many entries count. */
  readonly size: number;
  /**
   * Postings of a term: a byte that says in which fields it stands, the length of each field's list, then the lists. A list holds for each
   * document four times the distance from the one before, plus how often the term stands there less one; 3 says that how often comes next.
   */
  bytes(): Uint8Array;
}

export function builder(): Builder {
  const latest = new Map<string, Packed>();
  const numbers = new Map<string, number>();
  const occurrences = new Occurrences();
  const times: number[] = [];

  /** Adds what stands in one field. */
  function count(terms: readonly string[], field: number): number {
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
      occurrences.add(number, field, times[number] as number);
      times[number] = 0;
    }
    return terms.length;
  }

  return {
    get size() {
      return latest.size;
    },
    add(entry) {
      const { document, sounds } = entry;
      const { id, kind, order, title, names, facets, summary, body, payload } = document;
      const from = occurrences.length;
      const lengths = termsOf(entry).map(count);
      latest.set(id, {
        ...{ id, kind, order, from, to: occurrences.length, lengths },
        facets: facetKeys(facets),
        head: plain(JSON.stringify({ title, names, facets, sounds })),
        texts: packed(JSON.stringify({ summary, body })),
        payload: packed(payload),
      });
    },
    bytes: () => assemble([...latest.values()].sort(stands), numbers, occurrences),
  };
}

/** The bytes of an index of these entries. */
export function build(given: Iterable<Entry>): Uint8Array {
  const building = builder();
  for (const entry of given) building.add(entry);
  return building.bytes();
}

function assemble(documents: readonly Packed[], numbers: ReadonlyMap<string, number>, occurrences: Occurrences): Uint8Array {
  const byTerm = occurrences.sorted(numbers.size, documents);
  const begin = (term: string) => (numbers.get(term) as number) * fields.length;
  // A term that only a replaced entry had is none.
  const terms = sorted(numbers.keys()).filter(
    (term) => byTerm.starts[begin(term)] !== byTerm.starts[begin(term) + fields.length],
  );
  const postings = new Bytes();
  const postingStarts = new Uint32Array(terms.length + 1);
  const list = new Bytes();
  const lists = new Bytes();
  terms.forEach((term, i) => {
    const first = begin(term);
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
    lengthsOf(documents),
    ...packTexts(terms),
    postingStarts,
    postings.view(),
    ...records(documents.map(({ head }) => head)),
    ...records(documents.map(({ texts }) => texts)),
    ...records(documents.map(({ payload }) => payload)),
  ]);
}

function lengthsOf(documents: readonly Packed[]): Uint16Array {
  const all = new Uint16Array(documents.length * fields.length);
  documents.forEach(({ lengths }, n) => {
    lengths.forEach((length, field) => {
      all[field * documents.length + n] = Math.min(length, 0xffff);
    });
  });
  return all;
}

/** By UTF-16 units, as the dictionary is searched. */
// biome-ignore lint/suspicious/useArraySortCompare: that is what it does by itself, and faster
const sorted = (texts: Iterable<string>): string[] => [...texts].sort();

type Documents = readonly Packed[];

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

const facetKeys = (facets: Entry["document"]["facets"]): string[] => [
  ...new Set(Object.entries(facets).flatMap(([name, values]) => values.map((value) => facetKey(name, value)))),
];

function facetsOf(documents: Documents): [Uint32Array, Uint16Array, Uint32Array, Uint32Array] {
  const keys = documents.map(({ facets }) => facets);
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
/** For what is large and read only for a hit; copied, since what is deflated holds the 16 kB that it was given to grow into. */
const packed = (text: string) => new Uint8Array(deflateRawSync(text, { level: 3 }));

/** What is only read one by one. */
function records(all: readonly Uint8Array[]): [Uint32Array, Uint8Array] {
  const starts = new Uint32Array(all.length + 1);
  const bytes = new Bytes();
  all.forEach((one, i) => {
    bytes.add(one);
    starts[i + 1] = bytes.length;
  });
  return [starts, bytes.view()];
}

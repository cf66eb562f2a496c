import { inflateRawSync } from "node:zlib";
import { readSections, readTexts, type Texts } from "./binary.ts";
import { build, Section } from "./build.ts";
import type { Entry } from "./entry.ts";
import { fields } from "./fields.ts";

/** What is read of a document for a hit: its names, and where words are found its texts. */
export type Head = Pick<Entry["document"], "title" | "names" | "facets"> & Pick<Entry, "sounds">;
export type Body = Pick<Entry["document"], "summary" | "body">;

/** Built bytes, read where they lie. Documents are numbers from 0 in the order in which they stand. */
export interface Segment {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly ids: Texts;
  readonly orders: Texts;
  readonly kinds: Texts;
  readonly kindOf: Uint16Array;
  /** Keys of `facetKey`. */
  readonly facets: Texts;
  readonly facetStarts: Uint32Array;
  readonly facetsOf: Uint32Array;
  /** Terms of a document's field, at `field * size + document`. */
  readonly lengths: Uint16Array;
  readonly terms: Texts;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint8Array;
  head(document: number): Head;
  body(document: number): Body;
  entry(document: number): Entry;
  payload(document: number): string;
  /** The document with this id, -1 where there is none. */
  find(id: string): number;
}

const utf8 = new TextDecoder();
const unpacked = (bytes: Uint8Array) => inflateRawSync(bytes).toString("utf8");

/** @throws BrokenIndex */
export function openSegment(bytes: Uint8Array): Segment {
  const sections = readSections(bytes, Section.count);
  const texts = (section: number) => readTexts(sections.words(section), sections.shorts(section + 1));
  const records = (section: number, decode: (bytes: Uint8Array) => string) => {
    const [starts, all] = [sections.words(section), sections.bytes(section + 1)];
    return (i: number) => decode(all.subarray(starts[i], starts[i + 1]));
  };
  const [ids, kinds, orders, terms] = [texts(Section.ids), texts(Section.kinds), texts(Section.orders), texts(Section.terms)];
  const byId = sections.words(Section.byId);
  const kindOf = sections.shorts(Section.kindOf);
  const heads = records(Section.heads, (bytes) => utf8.decode(bytes));
  const bodies = records(Section.texts, unpacked);
  const payload = records(Section.payloads, unpacked);
  const head = (document: number) => JSON.parse(heads(document)) as Head;
  const body = (document: number) => JSON.parse(bodies(document)) as Body;
  return {
    bytes,
    size: ids.length,
    ids,
    orders,
    kinds,
    kindOf,
    facets: texts(Section.facets),
    facetStarts: sections.words(Section.facetStarts),
    facetsOf: sections.words(Section.facetsOf),
    lengths: sections.shorts(Section.lengths),
    terms,
    postingStarts: sections.words(Section.postingStarts),
    postings: sections.bytes(Section.postings),
    payload,
    head,
    body,
    entry(document) {
      const { sounds, ...rest } = head(document);
      const own = { id: ids.at(document), kind: kinds.at(kindOf[document] as number), order: orders.at(document) };
      return { document: { ...own, ...rest, ...body(document), payload: payload(document) }, sounds };
    },
    find(id) {
      let [low, high] = [0, byId.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (ids.compare(byId[middle] as number, id) < 0) low = middle + 1;
        else high = middle;
      }
      const found = byId[low];
      return found !== undefined && ids.compare(found, id) === 0 ? found : -1;
    },
  };
}

export const segmentOf = (entries: Iterable<Entry>): Segment => openSegment(build(entries));

/**
 * Adds to `sums[document]` how much the term counts in it: for each field, times · `norms[field][document]`. Documents that had nothing yet
 * go to `touched`, which has room for one more than there are, from `count` on; returns how many there are then. A field without norms is passed over.
 */
export function collect(
  { postings, postingStarts }: Segment,
  term: number,
  norms: readonly (Float64Array | undefined)[],
  sums: Float64Array,
  touched: Uint32Array,
  count: number,
): number {
  let at = postingStarts[term] as number;
  const mask = postings[at++] as number;
  let lists = at;
  for (let rest = mask; rest; rest &= rest - 1) while ((postings[lists++] as number) > 127);
  let found = count;
  for (let field = 0; field < fields.length; field++) {
    if (!(mask & (1 << field))) continue;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = postings[at++] as number;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const end = lists + size;
    const norm = norms[field];
    if (norm) {
      let document = 0;
      for (let p = lists; p < end; ) {
        let byte = postings[p++] as number;
        let value = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = postings[p++] as number;
          value |= (byte & 127) << shift;
        }
        let times = (value & 3) + 1;
        if (times > 3) {
          byte = postings[p++] as number;
          times = byte & 127;
          for (let shift = 7; byte > 127; shift += 7) {
            byte = postings[p++] as number;
            times |= (byte & 127) << shift;
          }
        }
        document += value >>> 2;
        const before = sums[document] as number;
        touched[found] = document;
        found += before === 0 ? 1 : 0;
        sums[document] = before + times * (norm[document] as number);
      }
    }
    lists = end;
  }
  return found;
}

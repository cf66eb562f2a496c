import type { Entry } from "./entry.ts";
import { asking, fields, type Weighing } from "./fields.ts";
import { openSegment, type Segment, segmentOf } from "./segment.ts";

/** A segment of which some documents do not count any more. */
export interface Part {
  readonly segment: Segment;
  /** 1 for each document that was removed or replaced. */
  readonly gone: Uint8Array;
  readonly live: number;
}

/**
 * Everything that can be found: a large segment from the snapshot and small ones of later changes. Never changed: `updated` makes another that
 * shares what stayed the same. What it answers is what one segment of all its documents would answer.
 */
export interface Library {
  readonly parts: readonly Part[];
  /** Documents that count. */
  readonly size: number;
  /** For each field: its terms in all documents, and how many documents have it. */
  readonly terms: readonly number[];
  readonly filled: readonly number[];
  /** For each part and field what one occurrence in a document counts, nothing where the field counts nothing; made when first asked for. */
  norms(weighing?: Weighing): readonly (readonly (Float64Array | undefined)[])[];
  /** What is kept of terms that many documents have, by the term; the one that was asked for longest ago goes first. */
  common(weighing: Weighing): Map<string, Common>;
}

/** A term that many documents have, added up once. */
export interface Common {
  readonly rarity: number;
  /** For each part what the term counts in each document, 0 to 1. */
  readonly counts: readonly Float64Array[];
}

/** Two small segments become one while the later is at least half the size of the other. Larger ones stay, so that no change waits long. */
const largestMerge = 256;

function normsOf(
  { lengths, size }: Segment,
  field: number,
  { b, weights }: Weighing,
  { terms, filled }: Pick<Library, "terms" | "filled">,
): Float64Array | undefined {
  const average = (terms[field] as number) / Math.max(filled[field] as number, 1);
  const weight = weights[field];
  if (!weight) return undefined;
  const norms = new Float64Array(size);
  for (let document = 0; document < size; document++)
    norms[document] = weight / (1 - b + (b * (lengths[field * size + document] as number)) / average);
  return norms;
}

function library(parts: readonly Part[], terms: readonly number[], filled: readonly number[]): Library {
  const made = new Map<Weighing, (Float64Array | undefined)[][]>();
  const kept = new Map<Weighing, Map<string, Common>>();
  return {
    parts,
    terms,
    filled,
    size: parts.reduce((sum, { live }) => sum + live, 0),
    norms(weighing = asking) {
      const before = made.get(weighing);
      if (before) return before;
      const norms = parts.map(({ segment }) => fields.map((_, field) => normsOf(segment, field, weighing, { terms, filled })));
      made.set(weighing, norms);
      return norms;
    },
    common(weighing) {
      const before = kept.get(weighing) ?? new Map<string, Common>();
      kept.set(weighing, before);
      return before;
    },
  };
}

export const emptyLibrary: Library = library(
  [],
  fields.map(() => 0),
  fields.map(() => 0),
);

/** Adds (or, with -1, takes away) what a document counts in the sums over all documents. */
function tally({ lengths, size }: Segment, document: number, sign: 1 | -1, terms: number[], filled: number[]): void {
  for (let field = 0; field < fields.length; field++) {
    const length = lengths[field * size + document] as number;
    terms[field] = (terms[field] as number) + sign * length;
    if (length) filled[field] = (filled[field] as number) + sign;
  }
}

function withSegment(to: Library, segment: Segment): Library {
  const [terms, filled] = [[...to.terms], [...to.filled]];
  for (let document = 0; document < segment.size; document++) tally(segment, document, 1, terms, filled);
  return library([...to.parts, { segment, gone: new Uint8Array(segment.size), live: segment.size }], terms, filled);
}

function without(from: Library, ids: ReadonlySet<string>): Library {
  const [terms, filled] = [[...from.terms], [...from.filled]];
  const parts = from.parts.map((part) => {
    const found = [...ids].map((id) => part.segment.find(id)).filter((document) => document >= 0 && !part.gone[document]);
    if (!found.length) return part;
    const gone = part.gone.slice();
    for (const document of found) {
      gone[document] = 1;
      tally(part.segment, document, -1, terms, filled);
    }
    return { ...part, gone, live: part.live - found.length };
  });
  return library(
    parts.filter((part) => part.live),
    terms,
    filled,
  );
}

function* entriesOf({ segment, gone }: Part): Generator<Entry> {
  for (let document = 0; document < segment.size; document++) if (!gone[document]) yield segment.entry(document);
}

function merged(given: Library): Library {
  let parts = given.parts;
  for (;;) {
    const [before, last] = parts.slice(-2);
    if (!before || !last || before.live > largestMerge || before.live > 2 * last.live) break;
    const segment = segmentOf([...entriesOf(before), ...entriesOf(last)]);
    parts = [...parts.slice(0, -2), { segment, gone: new Uint8Array(segment.size), live: segment.size }];
  }
  return parts === given.parts ? given : library(parts, given.terms, given.filled);
}

/** The library with these entries and without these ids; an entry takes the place of the one with its id. */
export function updated(before: Library, entries: readonly Entry[], gone: readonly string[]): Library {
  const rest = without(before, new Set([...gone, ...entries.map(({ document }) => document.id)]));
  return entries.length ? merged(withSegment(rest, segmentOf(entries))) : rest;
}

/** A library on bytes of `serialised`, which must not be changed any more. @throws BrokenIndex */
export const loaded = (bytes: Uint8Array): Library => withSegment(emptyLibrary, openSegment(bytes));

/** Whether a document counts in it. */
export const holds = ({ parts }: Library, id: string): boolean =>
  parts.some(({ segment, gone }) => {
    const document = segment.find(id);
    return document >= 0 && !gone[document];
  });

export function* allEntries(of: Library): Generator<Entry> {
  for (const part of of.parts) yield* entriesOf(part);
}

/** One segment of everything. */
export function serialised(of: Library): Uint8Array {
  const [only, ...others] = of.parts;
  return only && !others.length && only.live === only.segment.size ? only.segment.bytes : segmentOf(allEntries(of)).bytes;
}

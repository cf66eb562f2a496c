import { lowerBound } from "./binary.ts";
import { asking, k1, type Weighing } from "./fields.ts";
import type { Common, Library } from "./library.ts";
import { collect, type Segment } from "./segment.ts";

/** Which terms of the dictionary are meant: one as it is, all that begin with it, or each of several. */
export type Terms = { readonly is: string } | { readonly begins: string } | { readonly any: readonly string[] };

/** Which places of a query a document covers when it has the term. */
export interface Cover {
  readonly place: number;
  readonly places: number;
}

export interface ScoredPart {
  readonly segment: Segment;
  readonly gone: Uint8Array;
  readonly norms: readonly (Float64Array | undefined)[];
  /** Of each document; 0 where nothing of the query is in it. */
  readonly scores: Float64Array;
  /** `stride` bytes for each document, a bit for each place of the query. */
  readonly covered: Uint8Array;
  readonly sums: Float64Array;
  readonly touched: Uint32Array;
  count: number;
}

/** Gathers the scores of one query over all documents: BM25F, term by term. */
export interface Scorer {
  readonly parts: readonly ScoredPart[];
  readonly stride: number;
  /**
   * Counts terms as one and gives how rare they are together, 0 where no document has any. Two pairs that both are in a document and stand
   * beside each other in the query count `together` more: most often that is the phrase.
   */
  apply(terms: Terms, weight: number, covers: readonly Cover[], together?: number): number;
  /** Counts a term in all fields and gives how rare it is: as `apply` does, but that a term which many documents have is read once for all texts. */
  add(term: string, weight: number): number;
  /** Counts several terms, only where a document has all of them. Whether any has. */
  applyAll(terms: readonly string[], weight: number, cover: Cover): boolean;
}

/** Positions of terms in a segment's dictionary. */
function* positions({ terms }: Segment, wanted: Terms): Generator<number> {
  if ("begins" in wanted)
    for (let i = lowerBound(terms, wanted.begins); i < terms.length && terms.startsWith(i, wanted.begins); i++) yield i;
  else
    for (const term of "is" in wanted ? [wanted.is] : wanted.any) {
      const at = lowerBound(terms, term);
      if (at < terms.length && terms.compare(at, term) === 0) yield at;
    }
}

/** Bytes of coverage and what to set in each: number, bits, number, bits, … */
type Bits = readonly number[];

function bitsOf(covers: readonly Cover[], stride: number): Bits {
  if (!stride) return [];
  const bits = new Map<number, number>();
  for (const { place, places } of covers)
    for (let at = place; at < place + places; at++) bits.set(at >> 3, (bits.get(at >> 3) ?? 0) | (1 << (at & 7)));
  return [...bits].flat();
}

/** How rare a term is that so many of the documents have (BM25's idf, never below 0). */
export const rarityOf = (documents: number, having: number): number => Math.log(1 + (documents - having + 0.5) / (having + 0.5));

/** A term is kept where a quarter of the documents or more have it, as long as all that is kept takes no more bytes than this. */
const commonShare = 4;
const commonBytes = 16_000_000;

/** `places`: of the query; with 0 nothing is kept of which of them a document covers. `only`: the fields that are looked at, all of them where it is absent. */
export function scorer(library: Library, places: number, only?: readonly number[], weighing: Weighing = asking): Scorer {
  const stride = Math.ceil(places / 8);
  const norms = library.norms(weighing);
  const parts = library.parts.map(
    ({ segment, gone }, i): ScoredPart => ({
      segment,
      gone,
      norms: (norms[i] ?? []).map((norm, field) => (!only || only.includes(field) ? norm : undefined)),
      scores: new Float64Array(segment.size),
      covered: new Uint8Array(segment.size * stride),
      sums: new Float64Array(segment.size),
      touched: new Uint32Array(segment.size + 1),
      count: 0,
    }),
  );

  /** Leaves in each part what the terms count in the documents that have them; gives how rare they are. */
  function gather(wanted: Terms): number {
    let having = 0;
    for (const part of parts) {
      part.count = 0;
      for (const at of positions(part.segment, wanted))
        part.count = collect(part.segment, at, part.norms, part.sums, part.touched, part.count);
      for (let i = 0; i < part.count; i++) if (!part.gone[part.touched[i] as number]) having++;
    }
    return having ? rarityOf(library.size, having) ** weighing.rarity : 0;
  }

  function cover(covered: Uint8Array, document: number, bits: Bits): void {
    for (let i = 0; i < bits.length; i += 2) {
      const byte = document * stride + (bits[i] as number);
      covered[byte] = (covered[byte] as number) | (bits[i + 1] as number);
    }
  }

  /** Keeps a term; the one that was asked for longest ago makes room. */
  function keep(kept: Map<string, Common>, term: string, found: Common): void {
    const most = Math.floor(commonBytes / (8 * library.size));
    kept.delete(term);
    for (const oldest of kept.keys()) {
      if (kept.size < most) break;
      kept.delete(oldest);
    }
    if (most) kept.set(term, found);
  }

  return {
    parts,
    stride,
    apply(wanted, weight, covers, together = 0) {
      const rarity = gather(wanted);
      const factor = rarity * weight * (k1 + 1);
      const bits = bitsOf(covers, stride);
      const first = covers[0]?.place ?? 0;
      for (const { scores, covered, sums, touched, count } of parts)
        for (let i = 0; i < count; i++) {
          const document = touched[i] as number;
          const sum = sums[document] as number;
          sums[document] = 0;
          let score = (factor * sum) / (k1 + sum);
          if (together && (covered[document * stride + (first >> 3)] as number) & (1 << (first & 7))) score *= 1 + together;
          cover(covered, document, bits);
          scores[document] = (scores[document] as number) + score;
        }
      return rarity;
    },
    add(term, weight) {
      const kept = library.common(weighing);
      const before = kept.get(term);
      const rarity = before?.rarity ?? gather({ is: term });
      const factor = rarity * weight * (k1 + 1);
      if (before) {
        parts.forEach(({ scores }, p) => {
          const counts = before.counts[p] as Float64Array;
          for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) + factor * (counts[i] as number);
        });
        keep(kept, term, before);
        return rarity;
      }
      const many = parts.reduce((sum, { count }) => sum + count, 0) * commonShare >= library.size;
      const counts = parts.map(({ segment }) => new Float64Array(many ? segment.size : 0));
      parts.forEach(({ scores, sums, touched, count }, p) => {
        const counted = counts[p] as Float64Array;
        for (let i = 0; i < count; i++) {
          const document = touched[i] as number;
          const sum = sums[document] as number;
          sums[document] = 0;
          const share = sum / (k1 + sum);
          if (many) counted[document] = share;
          scores[document] = (scores[document] as number) + factor * share;
        }
      });
      if (many) keep(kept, term, { rarity, counts });
      return rarity;
    },
    applyAll(terms, weight, place) {
      const bits = bitsOf([place], stride);
      const gathered = parts.map(({ segment }) => ({ sums: new Float64Array(segment.size), had: new Uint16Array(segment.size) }));
      for (const term of terms) {
        const factor = gather({ is: term }) * weight * (k1 + 1);
        parts.forEach(({ sums, touched, count }, p) => {
          const { sums: all, had } = gathered[p] as (typeof gathered)[number];
          for (let i = 0; i < count; i++) {
            const document = touched[i] as number;
            const sum = sums[document] as number;
            sums[document] = 0;
            all[document] = (all[document] as number) + (factor * sum) / (k1 + sum);
            had[document] = (had[document] as number) + 1;
          }
        });
      }
      let any = false;
      parts.forEach(({ scores, covered, gone }, p) => {
        const { sums: all, had } = gathered[p] as (typeof gathered)[number];
        for (let document = 0; document < all.length; document++) {
          if (had[document] !== terms.length || gone[document]) continue;
          any = true;
          scores[document] = (scores[document] as number) + (all[document] as number);
          cover(covered, document, bits);
        }
      });
      return any;
    },
  };
}

import type { Token } from "./analyse.ts";
import { k1 } from "./fields.ts";
import { type LatinMarks, matchLatin } from "./latin.ts";
import type { Library } from "./library.ts";
import { idle, type Plan } from "./plan.ts";
import { type ScoredPart, type Scorer, scorer } from "./scorer.ts";

/** What shows in an answer why it is one: terms, beginnings of words, how Han characters sound. */
export interface Marks extends Readonly<LatinMarks> {
  readonly terms: ReadonlySet<string>;
}

export interface Match {
  readonly parts: readonly ScoredPart[];
  readonly marks: Marks;
  /** Words of the query that are in no document in any form. */
  readonly unknown: readonly Token[];
  /** For each part the documents that have at least this share of what can be had, 1 each; without a share, what a query of this length needs. */
  enough(share?: number): Enough;
  /** The same with each place counting alike, also those that no document has. */
  most(share: number): Enough;
}

interface Enough {
  readonly found: readonly Uint8Array[];
  readonly total: number;
}

/** How much two pairs count more when a document has both and they stand together in the query: in a few words a phrase is meant, in a sentence not. */
const together = 0.2;
const fewWords = 8;
/** How much what is only meant counts. */
const synonymous = 0.5;

/** How much of what is asked a document must have: all of a few words, and ever less of a sentence, which has much that no answer needs. */
const needed = (places: number) => Math.min(1, Math.max(0.1, 1 - (places - 4) / 10));

/** What is asked several times counts more, but ever less, as in a document. */
const repeated = (times: number) => ((k1 + 1) * times) / (k1 + times);

/** Scores all documents for a query. `only`: in these fields. */
export function match(library: Library, plan: Plan, only?: readonly number[]): Match {
  const scoring = scorer(library, plan.places, only);
  const rarity = new Float64Array(plan.places);
  const coverable = new Uint8Array(plan.places);
  const found = ({ place, places }: { place: number; places: number }, rare: number) => {
    for (let at = place; at < place + places; at++) {
      coverable[at] = 1;
      if (!rarity[at]) rarity[at] = rare;
    }
  };

  const phrase = plan.places <= fewWords ? together : 0;
  const known = new Set<string>();
  const terms = new Set<string>();
  for (const { term, tokens, covers } of plan.terms) {
    const rare = scoring.apply({ is: term }, repeated(tokens.length), covers, tokens[0]?.kind === "pair" ? phrase : 0);
    if (!rare) continue;
    known.add(term);
    for (const { kind, place } of tokens) if (kind !== "pair" && kind !== "compound") rarity[place] = rare;
    for (const token of covers) found(token, rare);
    if (covers.length) terms.add(term);
  }
  const latin = matchLatin(scoring, plan, known, found);
  for (const { place, places, others } of plan.synonyms)
    for (const other of others)
      if (scoring.applyAll(other, synonymous, { place, places })) {
        found({ place, places }, 1);
        for (const term of other) terms.add(term);
      }

  return {
    parts: scoring.parts,
    marks: telling({ ...latin, terms }),
    unknown: plan.words.filter(({ place }) => !coverable[place]),
    enough: (share) => enough(scoring, weigh(rarity, coverable, plan.idle), share),
    most: (share) => enough(scoring, new Float64Array(plan.places).fill(1), share),
  };
}

/** Without words that say nothing, whether they were typed or are part of a name for the same; where nothing else was asked, they are all there is to show. */
function telling(marks: Marks): Marks {
  const says = (term: string) => !idle.has(term);
  const terms = [...marks.terms].filter(says);
  const begins = marks.begins.filter(says);
  const any = terms.length + begins.length + marks.sounds.length + marks.initials.length > 0;
  return any ? { ...marks, terms: new Set(terms), begins } : marks;
}

/** What each place counts: how rare it is; nothing where no document can have it, or where it says nothing. */
function weigh(rarity: Float64Array, coverable: Uint8Array, idle: ReadonlySet<number>): Float64Array {
  const weights = rarity.map((rare, place) => (coverable[place] && !idle.has(place) ? rare : 0));
  return weights.some((weight) => weight > 0) ? weights : Float64Array.from(coverable);
}

function enough({ parts, stride }: Scorer, weights: Float64Array, share?: number): Enough {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const least = all * (share ?? needed(weights.filter((weight) => weight > 0).length)) - 1e-9;
  // What each value of each byte of coverage counts.
  const tables = Array.from({ length: stride }, (_, byte) =>
    Float64Array.from({ length: 256 }, (_, bits) => {
      let sum = 0;
      for (let bit = 0; bit < 8; bit++) if (bits & (1 << bit)) sum += weights[byte * 8 + bit] ?? 0;
      return sum;
    }),
  );
  let total = 0;
  const found = parts.map(({ segment, gone, scores, covered }) => {
    const marked = new Uint8Array(segment.size);
    if (all > 0)
      for (let document = 0; document < segment.size; document++) {
        if (!scores[document] || gone[document]) continue;
        let has = 0;
        for (let byte = 0; byte < stride; byte++) has += tables[byte]?.[covered[document * stride + byte] as number] ?? 0;
        if (has < least) continue;
        marked[document] = 1;
        total++;
      }
    return marked;
  });
  return { found, total };
}

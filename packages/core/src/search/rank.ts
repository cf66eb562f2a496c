import { analyse, type Token } from "./analyse.ts";
import { bestFirst } from "./arrange.ts";
import { cut } from "./entry.ts";
import { fields, k1, type Weighing } from "./fields.ts";
import type { Library } from "./library.ts";
import { idle } from "./plan.ts";
import { rarityOf, scorer } from "./scorer.ts";

/** A text for which others are sought that answer it: a need, a patent, a question. */
export interface Sought {
  readonly title?: string | undefined;
  readonly text: string;
}

export interface Ranked {
  readonly id: string;
  /** 0 to 1: how much of what is sought is there, weighed by how rare it is. */
  readonly score: number;
}

/** Characters that are read of what is sought. */
const longest = 50_000;

const weightOf: Readonly<Partial<Record<(typeof fields)[number]["name"], number>>> = {
  title: 1,
  "title-en": 1,
  names: 1,
  summary: 1,
  "summary-en": 1,
  body: 1,
  "body-en": 1,
};

/**
 * Whole texts are compared, not words that somebody chose. So rarity counts more than once, as it does where both sides are vectors of tf·idf
 * (Salton and Buckley 1988), and a long text gets less for having much.
 */
export const likening: Weighing = { b: 0.9, weights: fields.map(({ name }) => weightOf[name] ?? 0), rarity: 1.5 };

/** A single Han character has a small vocabulary, so its rarity is far below that of a pair, and the power above takes more from it. */
const single = 1.5;
/** What the first clause of a text names counts this much more: it says what the rest is about. */
const leading = 1;
/** Characters: a shorter text is one question, of which no part leads. */
const longEnough = 100;

/** What a text begins with, up to where its first clause ends: `一种花生播种机`. No more than 30 Han characters or 80 others. */
export function leadOf(text: string): string {
  const [clause = ""] = /^[^，。；：、！？,;:!?\n]*/u.exec(text.trimStart()) ?? [];
  return cut(clause, /\p{Script=Han}/u.test(clause) ? 30 : 80).trim();
}

/** Reference signs in drawings, years and counts are alike by chance. Numbers with a unit stay. */
const isNumber = ({ term }: Token) => /^\d[\d.]*\p{Script=Han}?$/u.test(term);

interface SoughtTerm {
  readonly single: boolean;
  times: number;
  leads: boolean;
}

/** The terms of what is sought, each once. */
function termsOf({ title = "", text }: Sought): Map<string, SoughtTerm> {
  const whole = cut(title ? `${title}\n${text}` : text, longest);
  const lead =
    whole.length < longEnough ? 0 : title ? title.length : whole.length - whole.trimStart().length + leadOf(whole).length;
  const terms = new Map<string, SoughtTerm>();
  for (const token of analyse(whole)) {
    if (idle.has(token.term) || isNumber(token)) continue;
    const before = terms.get(token.term);
    if (before) before.times++;
    else
      terms.set(token.term, {
        single: token.kind === "character" || token.kind === "lone",
        times: 1,
        leads: token.to <= lead,
      });
  }
  return terms;
}

/**
 * The documents that are most like a text of any length, best first; nothing is required. BM25F (Robertson and Zaragoza 2009) in which
 * terms of what is sought saturate as those of a document do, and its beginning leads. See decision 22 for what was measured.
 */
export function rank(library: Library, sought: Sought, limit: number): Ranked[] {
  const scoring = scorer(library, 0, undefined, likening);
  const unmet = rarityOf(library.size, 0) ** likening.rarity;
  let all = 0;
  for (const [term, { single: alone, times, leads }] of termsOf(sought)) {
    const weight = (((k1 + 1) * times) / (k1 + times) + (leads ? leading : 0)) * (alone ? single : 1);
    const rarity = scoring.add(term, weight);
    all += (rarity || unmet) * weight * (k1 + 1);
  }
  const { parts } = scoring;
  const found = parts.map(({ scores, gone }) => Uint8Array.from(scores, (score, i) => (score > 0 && !gone[i] ? 1 : 0)));
  const best = bestFirst(
    library,
    found,
    parts.map(({ scores }) => scores),
    limit,
  );
  return best.map(({ part, document, score }) => ({
    id: (library.parts[part] as Library["parts"][number]).segment.ids.at(document),
    score: score / all,
  }));
}

/** How rare terms are in a library, each looked up once; one that no document has is as rare as one that a single document has. */
export function rarities(library: Library): (term: string) => number {
  const scoring = scorer(library, 0);
  const known = new Map<string, number>();
  return (term) => {
    let rarity = known.get(term);
    if (rarity === undefined) {
      rarity = scoring.apply({ is: term }, 0, []) || rarityOf(library.size, 1);
      known.set(term, rarity);
    }
    return rarity;
  };
}

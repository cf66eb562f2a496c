import { analyse, type Token } from "./analyse.ts";
import { cut } from "./entry.ts";
import { type Synonym, synonymsIn } from "./synonyms.ts";

interface PlannedTerm {
  readonly term: string;
  readonly tokens: readonly Token[];
  readonly covers: readonly Token[];
}

/** A query taken apart. */
export interface Plan {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Each term once, with where it stands. `covers`: to have it is to have the places of these. */
  readonly terms: readonly PlannedTerm[];
  readonly places: number;
  readonly words: readonly Token[];
  /** The last word, which may go on. */
  readonly unfinished: Token | undefined;
  readonly synonyms: readonly Synonym[];
  /** Places of words that say nothing by themselves. */
  readonly idle: ReadonlySet<number>;
}

/** Words that say nothing by themselves. */
export const idle: ReadonlySet<string> = new Set(
  "a an and are as at be by for from in is of on or that the this to with 的 了 和 与 及 或 在 是 有 等".split(" "),
);

/** `characters`: a single Han character is enough to cover its place; else it takes a pair. */
export function plan(text: string, longest: number, characters = false): Plan {
  const asked = cut(text, longest);
  const tokens = analyse(asked);
  const terms = new Map<string, Token[]>();
  for (const token of tokens) terms.set(token.term, [...(terms.get(token.term) ?? []), token]);
  const last = tokens.at(-1);
  return {
    text: asked,
    tokens,
    terms: [...terms].map(([term, all]) => ({
      term,
      tokens: all,
      covers: characters ? all : all.filter(({ kind }) => kind !== "character"),
    })),
    places: tokens.reduce((most, { place, places }) => Math.max(most, place + places), 0),
    words: tokens.filter(({ kind }) => kind === "word"),
    unfinished: last?.kind === "word" && last.term.length > 1 ? last : undefined,
    synonyms: synonymsIn(tokens),
    idle: new Set(tokens.filter(({ term, places }) => places === 1 && idle.has(term)).map(({ place }) => place)),
  };
}

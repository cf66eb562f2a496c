import type { Locale, Localised } from "../platform/text.ts";

/**
 * What can be found. Texts are plain (no Markdown, no HTML). What is not public must not be in it: everything but the facets is
 * searched, and the payload is handed out with each hit.
 */
export interface SearchDocument {
  /** `projects:prj_…`; a later document with the same id replaces the earlier one. */
  readonly id: string;
  /** `projects`, `cases`, …; a query may ask for one kind. */
  readonly kind: string;
  readonly title: Localised;
  /** Organisations, people, key words. Chain names need not be here: they come from the facet `chain`. */
  readonly names?: readonly string[] | undefined;
  readonly summary?: Localised | undefined;
  /** The first 8,000 characters of each language are searched and kept. */
  readonly body?: Localised | undefined;
  /** `{ chain: ["titanium"], trl: ["6"] }`; a name that has no value may be left out. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Greatest first, compared as plain text; an ISO instant gives the newest first. Equal ones stand by id. */
  readonly order: string;
  /** Anything, usually JSON: kept as it is and given back with a hit. */
  readonly payload: string;
}

/** What changed: a document that is new or replaces the one with its id, or an id that is not found any more. */
export type SearchChange = { readonly document: SearchDocument } | { readonly id: string; readonly gone: true };

/** How long a query may be in characters; what is beyond is not looked at. */
export const longestQuery = 200;
/** How many hits a page may have. */
export const largestPage = 100;

/** What somebody looks for. Any text and any number is answered: they are brought into range, and the result says what was used. */
export interface SearchQuery {
  /** Words as they were typed; nothing but spaces means: everything. */
  readonly q: string;
  /** In which language titles and excerpts are wanted; words are found in both. */
  readonly locale: Locale;
  readonly kind?: string | undefined;
  /** All names must hold, each with any of its values. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** `relevance` without words is `newest`. */
  readonly sort: "relevance" | "newest";
  /** From 1. */
  readonly page: number;
  /** Hits a page, 1 to `largestPage`. */
  readonly size: number;
}

/** A piece of a text; `hit` where it answers what was searched for. The pieces together are the text. */
export interface Segment {
  readonly text: string;
  readonly hit?: true;
}

export interface SearchHit {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  /** The title in the reader's language, else the Chinese one; only when words were searched for. */
  readonly title?: readonly Segment[];
  /** About 120 characters around the best passage of summary or body; absent when the words are in neither. */
  readonly excerpt?: readonly Segment[];
  /** The language of the excerpt, which may be the other one. */
  readonly excerptLocale?: Locale;
}

export interface SearchResult {
  readonly total: number;
  /** The page shown, from 1 to `pages`. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  readonly hits: readonly SearchHit[];
  /** For each facet that the words and the kind leave: how many each value would find, given what is chosen of the other facets. The most frequent first; a chosen value is there even with none. */
  readonly facets: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly count: number; readonly selected: boolean }[];
  }[];
  /** How many of each kind the words alone find, the most frequent first. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** What was searched for instead, since nothing had the words as they were typed. */
  readonly corrected?: string;
}

/** One line under a search field. */
export interface Suggestion {
  readonly text: string;
  /** `title` of a document, `name` of an organisation or person or a key word, `chain`. */
  readonly kind: "title" | "name" | "chain";
  /** The document for a title, the chain's id for a chain. */
  readonly id?: string;
  readonly segments: readonly Segment[];
}
/** How many suggestions there are at most. */
export const mostSuggestions = 8;

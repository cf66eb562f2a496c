import { facetKey } from "./build.ts";
import type { Library } from "./library.ts";
import type { SearchQuery, SearchResult } from "./schema.ts";

/** How many facets may be chosen from at once: a bit each. */
const mostFilters = 30;

export interface Narrowed extends Pick<SearchResult, "facets" | "kinds" | "total"> {
  /** For each part the documents that are left, 1 each. */
  readonly found: readonly Uint8Array[];
}

const add = (counts: Map<string, number>, key: string, count: number) => {
  if (count) counts.set(key, (counts.get(key) ?? 0) + count);
};
const most =
  <T extends { count: number }>(name: (one: T) => string) =>
  (x: T, y: T) =>
    y.count - x.count || (name(x) < name(y) ? -1 : 1);

/** Leaves the documents of the kind and with the facets that are asked for, and counts what each other choice would find. */
export function narrow(library: Library, found: readonly Uint8Array[], query: Pick<SearchQuery, "kind" | "facets">): Narrowed {
  const filters = Object.entries(query.facets)
    .filter(([, values]) => values.length)
    .slice(0, mostFilters);
  const every = 2 ** filters.length - 1;
  const kinds = new Map<string, number>();
  const counts = new Map<string, number>();
  let total = 0;
  const left = library.parts.map(({ segment }, p) => {
    const names = Array.from({ length: segment.facets.length }, (_, i) => splitKey(segment.facets.at(i)));
    // Of each value: the filter on its facet, and whether it is one of those asked for.
    const filterOf = names.map(([name]) => filters.findIndex(([asked]) => asked === name));
    const satisfies = names.map(([, value], i) => {
      const filter = filters[filterOf[i] as number];
      return filter?.[1].includes(value) ? 1 << (filterOf[i] as number) : 0;
    });
    const ofKind = new Array<number>(segment.kinds.length).fill(0);
    const counted = new Array<number>(names.length).fill(0);
    const rest = new Uint8Array(segment.size);
    const words = found[p] as Uint8Array;
    for (let document = 0; document < segment.size; document++) {
      if (!words[document]) continue;
      const kind = segment.kindOf[document] as number;
      ofKind[kind] = (ofKind[kind] as number) + 1;
      if (query.kind !== undefined && segment.kinds.compare(kind, query.kind) !== 0) continue;
      const [from, to] = [segment.facetStarts[document] as number, segment.facetStarts[document + 1] as number];
      let missing = every;
      for (let i = from; i < to; i++) missing &= ~(satisfies[segment.facetsOf[i] as number] as number);
      if (!missing) {
        rest[document] = 1;
        total++;
      } else if (missing & (missing - 1)) continue;
      // One that fails a single filter still counts for the other values of that facet.
      const only = missing ? 31 - Math.clz32(missing) : -1;
      for (let i = from; i < to; i++) {
        const value = segment.facetsOf[i] as number;
        if (!missing || filterOf[value] === only) counted[value] = (counted[value] as number) + 1;
      }
    }
    for (const [i, count] of ofKind.entries()) add(kinds, segment.kinds.at(i), count);
    for (const [i, count] of counted.entries()) add(counts, segment.facets.at(i), count);
    return rest;
  });
  for (const [name, values] of filters)
    for (const value of values) if (!counts.has(facetKey(name, value))) counts.set(facetKey(name, value), 0);
  return {
    found: left,
    total,
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })).sort(most(({ kind }) => kind)),
    facets: facetsOf(counts, filters),
  };
}

function splitKey(key: string): [name: string, value: string] {
  const at = key.indexOf("\u0000");
  return [key.slice(0, at), key.slice(at + 1)];
}

function facetsOf(
  counts: ReadonlyMap<string, number>,
  filters: readonly (readonly [string, readonly string[]])[],
): SearchResult["facets"] {
  const byName = new Map<string, { value: string; count: number; selected: boolean }[]>();
  for (const [key, count] of counts) {
    const [name, value] = splitKey(key);
    const selected = filters.some(([asked, values]) => asked === name && values.includes(value));
    byName.set(name, [...(byName.get(name) ?? []), { value, count, selected }]);
  }
  return [...byName]
    .map(([name, values]) => ({ name, values: values.sort(most(({ value }) => value)) }))
    .sort((x, y) => (x.name < y.name ? -1 : 1));
}

import { fill } from "@lingxi/core/platform/text";
import { type FacetName, type Found, facetNames, findQuery, type Kind, paths } from "@lingxi/core/publication/schema";
import { regionName } from "./entry.ts";
import type { View } from "./page.ts";

type Change = Partial<Pick<Found, "of" | "q" | "chosen" | "sort" | "page">>;

/** The address of a list after a change. Whatever narrows it starts again at its first page; a list of which nothing is asked is its head page. */
export function addressOf(view: View, found: Found, change: Change): string {
  const next = { q: found.q, chosen: found.chosen, sort: found.sort, of: found.of, page: 1, ...change };
  const query = findQuery(next);
  if (!next.of) return view.href(paths.find + query);
  return view.href(query ? paths.findIn(next.of) + query : paths[next.of]);
}

/** The choice with one value more, or without it. */
export function toggled(chosen: Found["chosen"], name: FacetName, value: string): Found["chosen"] {
  const now = chosen[name] ?? [];
  const then = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const { [name]: _, ...others } = chosen;
  return then.length > 0 ? { ...others, [name]: then } : others;
}

/** What a facet's value is called. */
export function valueName(view: View, of: Kind | undefined, name: FacetName, value: string): string {
  const { words } = view;
  const named = (names: Readonly<Record<string, string>>) => (Object.hasOwn(names, value) ? names[value] : undefined);
  switch (name) {
    case "chain":
      return view.chainName(value);
    case "region":
      return regionName(view, value);
    case "trl":
      return fill(words.trl.short, { n: value });
    case "year":
      return fill(words.find.year, { n: value });
    case "type":
      return named(words.activities.kind) ?? value;
    case "way":
      return named(words.ways) ?? value;
    case "lever":
      return named(words.cases.lever) ?? value;
    default:
      return (
        (of === "demands" ? named(words.demand.state) : named(words.activities.availability)) ??
        named(words.demand.state) ??
        value
      );
  }
}

export interface Chip {
  readonly text: string;
  /** Where the list is without it. */
  readonly without: string;
}

/** Everything that is chosen, each with the way back. */
export function chipsOf(view: View, found: Found): Chip[] {
  return facetNames.flatMap((name) =>
    (found.chosen[name] ?? []).map((value) => ({
      text: valueName(view, found.of, name, value),
      without: addressOf(view, found, { chosen: toggled(found.chosen, name, value) }),
    })),
  );
}

/** The page numbers to offer: the first, the last and those around the present one; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const gap = n - (shown[i - 1] ?? 0);
    return gap === 2 ? [n - 1, n] : gap > 2 ? [0, n] : [n];
  });
}

/** Whether it is the static head page of its kind: nothing asked, nothing chosen. */
export const isHead = (found: Found): boolean =>
  Boolean(found.of) && !found.q && found.page === 1 && facetNames.every((name) => !found.chosen[name]?.length);

import { useMemo } from "preact/hooks";
import { go, usePlace } from "../router.ts";
import type { ListFilter, ListTabs } from "./types.ts";

/** What a list is asked for; all of it stands in the address, so that it can be shared and gone back to. */
export interface Asked {
  readonly q: string;
  /** The chosen tab. */
  readonly tab: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: { readonly key: string; readonly down: boolean } | undefined;
  /** Whether anything beside the tab narrows it. */
  readonly narrowed: boolean;
  /** The address with some of it changed; an empty value takes it out. */
  address(change: Readonly<Record<string, string>>): string;
  change(change: Readonly<Record<string, string>>, options?: { replace?: boolean }): void;
}

const none: readonly ListFilter[] = [];

export function useAsked(tabs: ListTabs | undefined, filters: readonly ListFilter[] = none): Asked {
  const { path, query } = usePlace();
  const said = query.toString();
  return useMemo(() => {
    const asked = new URLSearchParams(said);
    const value = (name: string) => asked.get(name) ?? "";
    const tab = tabs?.options.find((o) => o.value === value(tabs.name))?.value ?? tabs?.fallback ?? "";
    const chosen = Object.fromEntries(
      filters.flatMap(({ name, options }) => {
        const found = options.find((o) => o.value === value(name));
        // The options may still be on their way, as chains are.
        const kept = found?.value ?? (options.length ? "" : value(name));
        return kept ? [[name, kept]] : [];
      }),
    );
    const sort = value("sort");
    const address = (change: Readonly<Record<string, string>>) => {
      const next = new URLSearchParams(said);
      for (const [name, to] of Object.entries(change))
        if (to) next.set(name, to);
        else next.delete(name);
      return next.size ? `${path}?${next}` : path;
    };
    return {
      q: value("q"),
      tab,
      filters: chosen,
      sort: sort ? { key: sort.replace(/^-/, ""), down: sort.startsWith("-") } : undefined,
      narrowed: Boolean(value("q")) || Object.keys(chosen).length > 0,
      address,
      change: (change, options) => go(address(change), options),
    };
  }, [path, said, tabs, filters]);
}

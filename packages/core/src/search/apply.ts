import type { Entry } from "./entry.ts";
import { type Library, updated } from "./library.ts";
import type { Logged } from "./log.ts";

/** The library after these changes, of which the later ones count. */
export function applied(library: Library, changes: readonly Logged[]): Library {
  const latest = new Map<string, Entry | undefined>();
  for (const { id, entry } of changes) latest.set(id, entry);
  const entries = [...latest.values()].filter((entry) => entry !== undefined);
  const gone = [...latest].flatMap(([id, entry]) => (entry ? [] : [id]));
  return entries.length || gone.length ? updated(library, entries, gone) : library;
}

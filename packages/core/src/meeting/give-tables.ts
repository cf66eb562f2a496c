import type { SetupRecord } from "./entity.ts";
import type { Span } from "./schema.ts";
import { overlaps } from "./slots.ts";

interface Placed {
  readonly a: string;
  readonly b: string;
  readonly slot: number;
  /** The table that it should keep, or has to have. */
  readonly table?: string | undefined;
}

/**
 * A table for each meeting: the one it had or is pinned to, else one where one of the two sat just before, so that fewer people walk; else the
 * first that is free. All meetings are of two, so every table does.
 * @returns the table of each meeting, in order; undefined where a slot has more meetings than tables
 */
export function giveTables(setup: SetupRecord, slots: readonly Span[], placed: readonly Placed[]): (string | undefined)[] {
  const given: (string | undefined)[] = placed.map(() => undefined);
  const satAt = new Map<string, string>();
  for (const [slot, span] of slots.entries()) {
    const free = new Set(setup.tables.filter(({ closed }) => !closed.some((one) => overlaps(one, span))).map(({ id }) => id));
    const here = placed.flatMap((meeting, i) => (meeting.slot === slot ? [i] : []));
    const take = (i: number, table: string | undefined) => {
      if (given[i] === undefined && table !== undefined && free.delete(table)) given[i] = table;
    };
    for (const i of here) take(i, placed[i]?.table);
    for (const i of here) for (const person of [placed[i]?.a, placed[i]?.b]) take(i, satAt.get(person ?? ""));
    for (const i of here) take(i, [...free][0]);
    for (const i of here) {
      const [meeting, table] = [placed[i], given[i]];
      if (meeting && table) for (const person of [meeting.a, meeting.b]) satAt.set(person, table);
    }
  }
  return given;
}

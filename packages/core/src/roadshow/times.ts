import type { OrderContent, OrderRow } from "./schema.ts";

/** A row of the running order with when it begins and ends, ISO 8601. */
export type TimedRow = OrderRow & { readonly startsAt: string; readonly endsAt: string };

/** Each row follows the one before it. */
export function timed({ startsAt, rows }: OrderContent): TimedRow[] {
  let at = new Date(startsAt).getTime();
  return rows.map((row) => {
    const from = at;
    at += row.minutes * 60_000;
    return { ...row, startsAt: new Date(from).toISOString(), endsAt: new Date(at).toISOString() };
  });
}

/** When each project begins, by its entry. */
export const startsOf = (order: OrderContent | undefined): ReadonlyMap<string, string> =>
  new Map(order ? timed(order).flatMap((row) => ("entryId" in row ? [[row.entryId, row.startsAt] as const] : [])) : []);

/** Whose time differs between two running orders, with the new one; none for who is not in it any more. */
export function movedBetween(before: OrderContent | undefined, after: OrderContent): { entryId: string; startsAt?: string }[] {
  const [was, is] = [startsOf(before), startsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((id) => was.get(id) !== is.get(id))
    .map((entryId) => {
      const startsAt = is.get(entryId);
      return startsAt ? { entryId, startsAt } : { entryId };
    });
}

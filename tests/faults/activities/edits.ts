import type { Act } from "./steps.ts";

/** Several at the same door: two who come, one who gives up, one who comes after. */
export const rush = (act: Act): Act[] =>
  act.what === "rush"
    ? [
        { ...act, what: "register", size: 1 },
        { ...act, what: "register", who: act.other, size: 1 },
        { ...act, what: "give-up" },
        { ...act, what: "register", who: act.who + 1, size: 1 },
      ]
    : [act];

/** In some schedules people come in groups: what they do instead, so that a seed still makes the schedule that it made without groups. */
export function grouped(act: Act): Act {
  const { what, size } = act;
  if (what === "register" && size > 2) return { ...act, what: "group" };
  if (what === "import" || what === "decline") return { ...act, what: size % 2 ? "group-names" : "group-leaves" };
  return act;
}

type Sized = { readonly id: string; readonly size: number };
/** One of the quotas, the whole among them, gets another size. */
export function resized<T extends { capacity: number; quotas?: Q[] | undefined }, Q extends Sized>(
  row: T,
  which: number,
  size: number,
) {
  const quotas = row.quotas ?? [];
  const at = which % (quotas.length + 1);
  return at === 0 ? { capacity: 1 + size } : { quotas: quotas.map((quota, n) => (n === at - 1 ? { ...quota, size } : quota)) };
}

/** One ticket type counts against other quotas than before. */
export function rearranged<T extends { quotas?: Sized[] | undefined; tickets?: K[] | undefined }, K extends { quotas: string[] }>(
  { quotas = [], tickets = [] }: T,
  which: number,
) {
  return {
    tickets: tickets.map((one, n) =>
      n === which % tickets.length ? { ...one, quotas: one.quotas.length ? [] : quotas.slice(0, 1).map(({ id }) => id) } : one,
    ),
  };
}

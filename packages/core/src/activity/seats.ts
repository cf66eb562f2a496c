import type { Ctx } from "../platform/context.ts";
import type { Write } from "../platform/table.ts";
import { Seats, type SeatsRecord } from "./entity.ts";
import { planOf, plansOf } from "./policy.ts";
import { general } from "./schema.ts";

interface Condition {
  readonly condition: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The counters of one seat of a ticket type, and of one place in its queue. */
function counters(seats: SeatsRecord, ticket: string = general) {
  if (!seats.tickets) return { seat: ["taken"], queue: ["waiting"] };
  return {
    seat: ["taken", `sold_${ticket}`, ...planOf(seats, ticket).quotas.map((id) => `taken_${id}`)],
    queue: ["waiting", `waiting_${ticket}`],
  };
}

/**
 * Counts seats and places in the queue of one ticket type, on condition that the plan by which they are counted still holds.
 * All counters of an activity are one item: a registration counts against several quotas by one update.
 */
export function count(
  ctx: Ctx,
  seats: SeatsRecord,
  ticket: string | undefined,
  by: { readonly seat?: number; readonly queue?: number },
  ...more: readonly Condition[]
): Write {
  const names = counters(seats, ticket);
  const steps: string[] = [];
  const conditions = [sameAs(seats), ...more.map(({ condition }) => condition)];
  const values: Record<string, unknown> = {};
  for (const kind of ["seat", "queue"] as const) {
    const n = by[kind] ?? 0;
    if (!n) continue;
    values[`:${kind}`] = Math.abs(n);
    for (const name of names[kind]) {
      steps.push(`#${name} = #${name} ${n > 0 ? "+" : "-"} :${kind}`);
      if (n < 0) conditions.push(`#${name} >= :${kind}`);
    }
  }
  return Seats.update(ctx, seats, steps.length ? `SET ${steps.join(", ")}` : "", {
    condition: conditions.filter(Boolean).join(" AND "),
    values: { ...values, ...(seats.tickets ? { ":plan": seats.plan } : {}), ...Object.assign({}, ...more.map((m) => m.values)) },
  });
}

const sameAs = (seats: SeatsRecord) => (seats.tickets ? "#plan = :plan" : "attribute_not_exists(#plan)");

/** Registration is open. */
export const whileOpen = (now: string): Condition => ({
  condition:
    "#status = :published AND #registrationClosesAt > :now AND (attribute_not_exists(#registrationOpensAt) OR #registrationOpensAt <= :now)",
  values: { ":published": "published", ":now": now },
});

export const whilePublished: Condition = { condition: "#status = :published", values: { ":published": "published" } };

const room = (seats: SeatsRecord, ticket?: string) =>
  ["#taken < #capacity", ...planOf(seats, ticket).quotas.map((id) => `#taken_${id} < #size_${id}`)].join(" AND ");

/** Every quota of the ticket type has a seat left. */
export const whileFits = (seats: SeatsRecord, ticket?: string): Condition => ({ condition: room(seats, ticket) });

/** The same as `admission` says, for the table to hold: there is a seat, the draw is over, and nobody waits whom a seat fits. */
function seated(seats: SeatsRecord, ticket?: string): string {
  const waits = seats.tickets
    ? [...plansOf(seats), { id: general, quotas: [] }].map(({ id, quotas }) =>
        quotas.length
          ? `(#waiting_${id} = :none OR ${quotas.map((q) => `#taken_${q} >= #size_${q}`).join(" OR ")})`
          : `#waiting_${id} = :none`,
      )
    : ["#waiting = :none"];
  return [room(seats, ticket), "(attribute_not_exists(#draw) OR #draw = :drawn)", ...waits].join(" AND ");
}

/** Whether one joins the draw or comes after it is still as it was read. */
const sameDraw = ({ draw }: SeatsRecord): Condition =>
  draw ? { condition: "#draw = :draw", values: { ":draw": draw } } : { condition: "attribute_not_exists(#draw)" };

const bounds = { ":none": 0, ":drawn": "drawn" };
export const whileNext = (seats: SeatsRecord, ticket?: string): Condition => ({
  condition: seated(seats, ticket),
  values: bounds,
});
export const whileNotNext = (seats: SeatsRecord, ticket?: string): Condition => {
  const { condition, values } = sameDraw(seats);
  return { condition: `NOT (${seated(seats, ticket)}) AND ${condition}`, values: { ...bounds, ...values } };
};

import type { Ctx } from "../platform/context.ts";
import type { Write } from "../platform/table.ts";
import { Seats, type SeatsRecord } from "./entity.ts";
import { inParties, partiesIn, planOf, plansOf, type Queue } from "./policy.ts";
import { general } from "./schema.ts";

export interface Condition {
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

/** How a counter changes: by so many seats, by so many people in the queue, and by how many of them in groups of each size. */
interface By {
  readonly seat?: number;
  readonly queue?: number;
  readonly parties?: Readonly<Record<number, number>>;
  /** Somebody joined the queue whom a seat may fit that was left: the reactions look again. */
  readonly stirs?: boolean;
}

/**
 * Counts seats and places in the queue of one ticket type, on condition that the plan by which they are counted still holds.
 * All counters of an activity are one item: a registration counts against several quotas by one update.
 */
export function count(ctx: Ctx, seats: SeatsRecord, ticket: string | undefined, by: By, ...more: readonly Condition[]): Write {
  const names = counters(seats, ticket);
  const steps: string[] = [];
  const conditions = [sameAs(seats), ...more.map(({ condition }) => condition)];
  const values: Record<string, unknown> = {};
  const add = (name: string, value: string, n: number, from = `#${name}`) => {
    values[value] = Math.abs(n);
    steps.push(`#${name} = ${from} ${n > 0 ? "+" : "-"} ${value}`);
    if (n < 0) conditions.push(`#${name} >= ${value}`);
  };
  for (const kind of ["seat", "queue"] as const) {
    const n = by[kind] ?? 0;
    if (n) for (const name of names[kind]) add(name, `:${kind}`, n);
  }
  const parties = Object.entries(by.parties ?? {}).filter(([, n]) => n !== 0);
  for (const [size, n] of parties) {
    const name = `party_${ticket ?? general}_${size}`;
    add(name, `:party_${size}`, n, n > 0 ? `if_not_exists(#${name}, :nobody)` : `#${name}`);
  }
  if (parties.length || by.stirs) {
    Object.assign(values, { ":nobody": 0, ":one": 1 });
    steps.push("#groups = if_not_exists(#groups, :nobody) + :one");
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

/** The form that was answered is still the one that is asked. */
export const whileAsked = (form: number | undefined): Condition =>
  form === undefined ? { condition: "attribute_not_exists(#form)" } : { condition: "#form = :form", values: { ":form": form } };

export const whilePublished: Condition = { condition: "#status = :published", values: { ":published": "published" } };

interface Test {
  readonly test: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Whether so many seats are left in every quota of a ticket type, as a condition. More than one cannot be asked of the table without saying how
 * large the quotas are, so then their sizes are held to be as they were read.
 */
function room(seats: SeatsRecord, ticket: string | undefined, size: number): Test {
  const quotas = [["taken", "capacity", seats.capacity] as const, ...planOf(seats, ticket).quotas.map((id) => sizeOf(seats, id))];
  if (size === 1) return { test: quotas.map(([taken, of]) => `#${taken} < #${of}`).join(" AND "), values: {} };
  const most = ([, of]: readonly [string, string, number]) => `:${of}_${size}`;
  return {
    test: quotas.map((quota) => `#${quota[0]} <= ${most(quota)}`).join(" AND "),
    values: Object.fromEntries(quotas.map((quota) => [most(quota), quota[2] - size])),
  };
}

const sizeOf = (seats: SeatsRecord, id: string) => [`taken_${id}`, `size_${id}`, seats[`size_${id}`] ?? 0] as const;

/** The lines of groups are as they were read, and so are the sizes that a condition for several seats was made of. */
function same(seats: SeatsRecord, size: number): Condition {
  const groups = seats.groups === undefined ? "attribute_not_exists(#groups)" : "#groups = :groups";
  const sizes: [string, number][] =
    size > 1 || partiesIn(seats).length
      ? [
          ["capacity", seats.capacity],
          ...Object.entries(seats).filter((entry): entry is [string, number] => entry[0].startsWith("size_")),
        ]
      : [];
  return {
    condition: [groups, ...sizes.map(([name]) => `#${name} = :${name}_read`)].join(" AND "),
    values: {
      ...(seats.groups === undefined ? {} : { ":groups": seats.groups }),
      ...Object.fromEntries(sizes.map(([name, n]) => [`:${name}_read`, n])),
    },
  };
}

/** Every quota of the ticket type has so many seats left. */
export function whileFits(seats: SeatsRecord, ticket?: string, size = 1): Condition {
  const { test, values } = room(seats, ticket, size);
  if (size === 1) return { condition: test, values };
  const read = same(seats, size);
  return { condition: `${test} AND ${read.condition}`, values: { ...values, ...read.values } };
}

/** The same as `admission` says, for the table to hold: there are seats, the draw is over, and nobody waits whom a seat fits. */
function seated(seats: SeatsRecord, ticket: string | undefined, size: number): Test {
  const lines = seats.tickets ? [...plansOf(seats).map(({ id }) => id), general] : [general];
  const alone = lines.map((id) => {
    const grouped = inParties(seats, id);
    const name = seats.tickets ? `waiting_${id}` : "waiting";
    const nobody = grouped ? `:grouped_${id}` : ":none";
    const { quotas } = planOf(seats, id);
    const full = quotas.map((q) => `#taken_${q} >= #size_${q}`);
    const test = full.length ? `(#${name} = ${nobody} OR ${full.join(" OR ")})` : `#${name} = ${nobody}`;
    return { test, values: { [nobody]: grouped } };
  });
  const parties = smallestOf(seats).map((party) => {
    const { test, values } = room(seats, party.ticket, party.size);
    return { test: `(NOT (${test}))`, values };
  });
  const fits = room(seats, ticket, size);
  const all = [fits, ...alone, ...parties];
  return {
    test: [fits.test, "(attribute_not_exists(#draw) OR #draw = :drawn)", ...[...alone, ...parties].map(({ test }) => test)].join(
      " AND ",
    ),
    values: Object.assign({ ":drawn": "drawn" }, ...all.map(({ values }) => values)),
  };
}

/** Of groups that need the same quotas, the smallest: where it does not fit, no larger one does. Keeps conditions short. */
function smallestOf(seats: SeatsRecord): Queue[] {
  const found = new Map<string, Queue>();
  for (const party of partiesIn(seats)) {
    const needs = planOf(seats, party.ticket)
      .quotas.toSorted((a, b) => (a < b ? -1 : 1))
      .join();
    if (party.size < (found.get(needs)?.size ?? Number.POSITIVE_INFINITY)) found.set(needs, party);
  }
  return [...found.values()];
}

/** Whether one joins the draw or comes after it is still as it was read. */
const sameDraw = ({ draw }: SeatsRecord): Condition =>
  draw ? { condition: "#draw = :draw", values: { ":draw": draw } } : { condition: "attribute_not_exists(#draw)" };

export function whileNext(seats: SeatsRecord, ticket?: string, size = 1): Condition {
  const [next, read] = [seated(seats, ticket, size), same(seats, size)];
  return { condition: `${next.test} AND ${read.condition}`, values: { ...next.values, ...read.values } };
}

export function whileNotNext(seats: SeatsRecord, ticket?: string, size = 1): Condition {
  const [next, read, draw] = [seated(seats, ticket, size), same(seats, size), sameDraw(seats)];
  return {
    condition: `NOT (${next.test}) AND ${read.condition} AND ${draw.condition}`,
    values: { ...next.values, ...read.values, ...draw.values },
  };
}

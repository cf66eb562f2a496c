import type { MeetingDesk as DeskData } from "@lingxi/core/meeting/schema";
import { toInstant } from "../activities/draft.ts";

export interface SpanDraft {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface TableDraft {
  readonly id: string;
  readonly name: string;
  readonly seats: string;
  /** From when on it is not there; empty while it is. */
  readonly closedFrom: string;
}

/** One meeting before another, by their ids. */
export interface OrderDraft {
  readonly first: string;
  readonly second: string;
}

/** The form of a setup: times in Beijing time, as the browser's fields give them. */
export interface Draft {
  windows: readonly SpanDraft[];
  slotMinutes: string;
  walkMinutes: string;
  breaks: readonly SpanDraft[];
  tables: readonly TableDraft[];
  asksUntil: string;
  expireHours: string;
  fairness: string;
  orders: readonly OrderDraft[];
}

type Setup = NonNullable<DeskData["setup"]>;

const beijing = 8 * 3_600_000;
const toLocal = (instant: string) => new Date(new Date(instant).getTime() + beijing).toISOString().slice(0, 16);

export const blankSpan: SpanDraft = { startsAt: "", endsAt: "" };
export const blankOrder: OrderDraft = { first: "", second: "" };
export const blankTable: TableDraft = { id: "", name: "", seats: "2", closedFrom: "" };

export const blank: Draft = {
  windows: [blankSpan],
  slotMinutes: "20",
  walkMinutes: "5",
  breaks: [],
  tables: [],
  asksUntil: "",
  expireHours: "48",
  fairness: "2",
  orders: [],
};

/** What is proposed for an activity without one: its whole time, ten tables, invitations until a day before. */
export const proposalOf = ({ startsAt, endsAt }: DeskData, tableName: (n: number) => string): Draft => ({
  ...blank,
  windows: [{ startsAt: toLocal(startsAt), endsAt: toLocal(endsAt) }],
  asksUntil: toLocal(new Date(new Date(startsAt).getTime() - 86_400_000).toISOString()),
  tables: Array.from({ length: 10 }, (_, n) => ({ ...blankTable, id: `t${n + 1}`, name: tableName(n + 1) })),
});

const spanOf = ({ startsAt, endsAt }: SpanDraft) => ({ startsAt: toLocal(startsAt), endsAt: toLocal(endsAt) });

export const draftOf = (setup: Setup): Draft => ({
  windows: setup.windows.map(spanOf),
  slotMinutes: String(setup.slotMinutes),
  walkMinutes: String(setup.walkMinutes),
  breaks: setup.breaks.map(spanOf),
  tables: setup.tables.map(({ id, name, seats, closed: [first] }) => ({
    ...{ id, name, seats: String(seats) },
    closedFrom: first ? toLocal(first.startsAt) : "",
  })),
  asksUntil: toLocal(setup.asksUntil),
  expireHours: String(setup.expireHours),
  fairness: String(setup.fairness),
  orders: setup.orders.map(({ first, second }) => ({ first, second })),
});

const number = (typed: string) => (typed.trim() ? Number(typed) : undefined);
const instants = ({ startsAt, endsAt }: SpanDraft) => ({ startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) });
/** A number for a table that has none yet. */
const idFor = (tables: readonly TableDraft[], n: number) => {
  const taken = new Set(tables.map(({ id }) => id));
  let id = n + 1;
  while (taken.has(`t${id}`)) id += tables.length;
  return `t${id}`;
};

/** As the API takes it; what the form does not ask stays as it was. */
export function toContent(draft: Draft, setup?: Setup) {
  const until = draft.windows.map(({ endsAt }) => toInstant(endsAt)).sort((a, b) => (a < b ? 1 : -1))[0] ?? "";
  return {
    windows: draft.windows.map(instants),
    breaks: draft.breaks.map(instants),
    slotMinutes: number(draft.slotMinutes),
    walkMinutes: number(draft.walkMinutes),
    expireHours: number(draft.expireHours),
    fairness: number(draft.fairness),
    asksUntil: toInstant(draft.asksUntil),
    tables: draft.tables.map(({ id, name, seats, closedFrom }, n) => ({
      ...{ id: id || idFor(draft.tables, n), name, seats: number(seats) },
      closed: closedFrom ? [{ startsAt: toInstant(closedFrom), endsAt: until }] : [],
    })),
    pins: setup?.pins ?? [],
    orders: draft.orders,
  };
}

import { isDeepStrictEqual } from "node:util";
import { DomainError, type FieldError } from "../platform/error.ts";
import type { OverBooked, SeatsRecord, TicketPlan } from "./entity.ts";
import { plansOf } from "./policy.ts";
import { type ActivityContent, capacityTaken, general, ticketInUse, whole } from "./schema.ts";

type Limits = Pick<
  ActivityContent,
  | "capacity"
  | "registrationOpensAt"
  | "registrationClosesAt"
  | "startsAt"
  | "endsAt"
  | "waitingList"
  | "drawAt"
  | "quotas"
  | "tickets"
>;

/** What the counter needs to know of the ticket types. */
export const toPlans = (tickets: ActivityContent["tickets"]): readonly TicketPlan[] | undefined =>
  tickets?.length
    ? tickets.map(({ id, quotas, opensAt, closesAt, hidden, approval }) => ({ id, quotas, opensAt, closesAt, hidden, approval }))
    : undefined;

/** An update of the counter: attributes set and taken away, and what must not have changed or be exceeded meanwhile. */
interface Change {
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
  readonly same: readonly string[];
  /** Counters that may not exceed what is set, by the name of the limit. */
  readonly atMost: Readonly<Record<string, string>>;
  /** Quotas that are below what they hold, as it was read. */
  readonly over: OverBooked["quotas"];
}

/**
 * How the counter changes with what an organiser wants: sizes and times in place; ticket types and what they count against by counting
 * again what each quota holds.
 * @throws DomainError `activity.capacity-taken` for a quota below what is taken that is not named as over-booked, `activity.ticket-in-use`
 */
export function replanned(seats: SeatsRecord, wanted: Limits, overbooked: readonly string[], stamp: number): Change {
  const tickets = toPlans(wanted.tickets);
  const quotas = tickets ? (wanted.quotas ?? []) : [];
  const before = quotasIn(seats);
  const counted =
    isDeepStrictEqual(shape(tickets), shape(seats.tickets)) &&
    isDeepStrictEqual(new Set(before), new Set(quotas.map(({ id }) => id)));
  const sold = (id: string) => (seats.tickets ? (seats[`sold_${id}`] ?? 0) : id === general ? seats.taken : 0);
  const waiting = (id: string) => (seats.tickets ? (seats[`waiting_${id}`] ?? 0) : id === general ? seats.waiting : 0);
  const kept = [...(tickets ?? []), { id: general, quotas: [] as readonly string[] }];

  for (const { id } of plansOf(seats))
    if (!kept.some((ticket) => ticket.id === id) && sold(id) + waiting(id) > 0)
      throw new DomainError(ticketInUse, { params: { count: sold(id) + waiting(id) } });
  const taken = (quota: string) =>
    quota === whole
      ? seats.taken
      : counted
        ? (seats[`taken_${quota}`] ?? 0)
        : kept.filter((ticket) => ticket.quotas.includes(quota)).reduce((sum, { id }) => sum + sold(id), 0);
  refuseTooSmall([{ id: whole, size: wanted.capacity }, ...quotas], taken, overbooked);

  const gone = (seats.tickets ?? []).map(({ id }) => id).filter((id) => !kept.some((ticket) => ticket.id === id));
  const old = [
    ...(tickets || !seats.tickets ? [] : ["plan", "tickets", `sold_${general}`, `waiting_${general}`]),
    ...gone.flatMap((id) => [`sold_${id}`, `waiting_${id}`]),
    ...before.filter((id) => !quotas.some((q) => q.id === id)).flatMap((id) => [`taken_${id}`, `size_${id}`]),
  ];
  const recount =
    !counted && tickets
      ? {
          ...Object.fromEntries(
            kept.flatMap(({ id }) => [
              [`sold_${id}`, sold(id)],
              [`waiting_${id}`, waiting(id)],
            ]),
          ),
          ...Object.fromEntries(quotas.map(({ id }) => [`taken_${id}`, taken(id)])),
        }
      : {};
  const { capacity, registrationOpensAt, registrationClosesAt, startsAt, endsAt } = wanted;
  const draw = wanted.drawAt ? (seats.draw ?? "open") : undefined;
  return {
    set: {
      capacity,
      ...(registrationOpensAt ? { registrationOpensAt } : {}),
      registrationClosesAt,
      startsAt,
      endsAt,
      waitingList: wanted.waitingList !== false,
      ...(draw ? { draw } : {}),
      ...(tickets ? { tickets, plan: Math.max((seats.plan ?? 0) + 1, stamp) } : {}),
      ...Object.fromEntries(quotas.map(({ id, size }) => [`size_${id}`, size])),
      ...recount,
    },
    remove: [
      ...old,
      ...(draw || !seats.draw ? [] : ["draw"]),
      ...(registrationOpensAt || !seats.registrationOpensAt ? [] : ["registrationOpensAt"]),
    ],
    over: [{ id: whole, size: capacity }, ...quotas]
      .map(({ id, size }) => ({ id, size, taken: taken(id) }))
      .filter(({ size, taken: now }) => now > size),
    same: counted ? [] : Object.keys(seats).filter((name) => /^(taken|waiting)$|^(sold|waiting)_/.test(name)),
    atMost: counted
      ? {
          ...(overbooked.includes(whole) ? {} : { taken: "capacity" }),
          ...Object.fromEntries(
            quotas.filter(({ id }) => !overbooked.includes(id)).map(({ id }) => [`taken_${id}`, `size_${id}`]),
          ),
        }
      : {},
  };
}

const quotasIn = (seats: SeatsRecord) =>
  Object.keys(seats)
    .filter((name) => name.startsWith("size_"))
    .map((name) => name.slice("size_".length));

const shape = (tickets: readonly TicketPlan[] = []) => new Map(tickets.map(({ id, quotas }) => [id, new Set(quotas)]));

function refuseTooSmall(
  quotas: readonly {
    readonly id: string;
    readonly size: number;
    readonly name?: { readonly "zh-CN": string; readonly en?: string | undefined };
  }[],
  taken: (quota: string) => number,
  overbooked: readonly string[],
): void {
  const small = quotas.filter(({ id, size }) => taken(id) > size && !overbooked.includes(id));
  if (small.length === 0) return;
  const fields = small.map(({ id, name }): FieldError => {
    const at = quotas.findIndex((quota) => quota.id === id) - 1;
    const n = taken(id);
    return {
      field: id === whole ? "capacity" : `quotas.${at}.size`,
      message: {
        "zh-CN": `“${name?.["zh-CN"] ?? "名额"}”已有 ${n} 人占用。请填写不小于 ${n} 的数，或勾选超额确认。`,
        en: `${name ? (name.en ?? name["zh-CN"]) : "Places"}: ${n} are taken. Enter at least ${n}, or confirm it as over-booked.`,
      },
    };
  });
  throw new DomainError(capacityTaken, { params: { taken: Math.max(...small.map(({ id }) => taken(id))) }, fields });
}

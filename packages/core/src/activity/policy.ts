import type { ActivityRecord, SeatsRecord, TicketPlan } from "./entity.ts";
import { type Availability, general, whole } from "./schema.ts";

/** Ticket types of an activity as the counter knows them. People who registered before there were any stay with the general one. */
export const plansOf = (seats: SeatsRecord): readonly TicketPlan[] => seats.tickets ?? [{ id: general, quotas: [] }];

export const planOf = (seats: SeatsRecord, ticket: string = general): TicketPlan =>
  seats.tickets?.find(({ id }) => id === ticket) ?? { id: ticket, quotas: [] };

/** The quotas of a ticket type that have no seat left; the activity's capacity is the quota `whole`. */
export function fullQuotas(seats: SeatsRecord, ticket?: string): string[] {
  const { quotas } = planOf(seats, ticket);
  return [
    ...(seats.taken >= seats.capacity ? [whole] : []),
    ...quotas.filter((id) => (seats[`taken_${id}`] ?? 0) >= (seats[`size_${id}`] ?? 0)),
  ];
}

/** How many wait for a ticket type. */
export const waitingFor = (seats: SeatsRecord, ticket: string): number =>
  seats.tickets ? (seats[`waiting_${ticket}`] ?? 0) : seats.waiting;

/** Ticket types in whose queue the first would fit now. */
export const queuesThatFit = (seats: SeatsRecord): string[] =>
  [...plansOf(seats).map(({ id }) => id), ...(seats.tickets ? [general] : [])].filter(
    (id) => waitingFor(seats, id) > 0 && fullQuotas(seats, id).length === 0,
  );

/** A lottery that is still to be drawn. */
export const isUndrawn = ({ draw }: SeatsRecord): boolean => draw === "open" || draw === "drawing";

/** What happens to somebody who comes now: nobody takes a seat while somebody waits whom it fits, nor before the draw. */
export function admission(seats: SeatsRecord, ticket?: string): "seat" | "queue" | "full" {
  const undrawn = isUndrawn(seats);
  if (!undrawn && fullQuotas(seats, ticket).length === 0 && queuesThatFit(seats).length === 0) return "seat";
  return seats.waitingList === false && !undrawn && fullQuotas(seats, ticket).length > 0 ? "full" : "queue";
}

/** Registration has not begun yet. */
export const isEarly = ({ registrationOpensAt }: Pick<SeatsRecord, "registrationOpensAt">, at: string): boolean =>
  registrationOpensAt !== undefined && registrationOpensAt > at;

/** Whether registration is open at all, by the state and the clock. */
export const isOpen = (seats: SeatsRecord, at: string): boolean =>
  seats.status === "published" && seats.registrationClosesAt > at && !isEarly(seats, at);

/** Whether a ticket type can be asked for at that time. */
export const isOnSale = ({ opensAt, closesAt }: TicketPlan, at: string): boolean =>
  (!opensAt || opensAt <= at) && (!closesAt || closesAt > at);

/** What the public is told of one ticket type's places. */
export function ticketAvailability(seats: SeatsRecord, ticket: TicketPlan, now: Date): Availability {
  if (!isOnSale(ticket, now.toISOString())) return "closed";
  if (isUndrawn(seats)) return "lottery";
  const next = admission(seats, ticket.id);
  if (next !== "seat") return next === "full" ? "full" : "waiting-list";
  const left = [whole, ...ticket.quotas].map((id) => roomIn(seats, id));
  return left.some(({ free, size }) => free <= Math.max(3, size * 0.1)) ? "few" : "open";
}

/** Seats left of a quota. */
function roomIn(seats: SeatsRecord, quota: string): { free: number; size: number } {
  const size = quota === whole ? seats.capacity : (seats[`size_${quota}`] ?? 0);
  return { free: size - (quota === whole ? seats.taken : (seats[`taken_${quota}`] ?? 0)), size };
}

const bands: readonly Availability[] = ["open", "few", "lottery", "waiting-list", "full"];

/** What the public is told of the places, from the counter and the clock: the best of the ticket types that anyone may take. */
export function availability(seats: SeatsRecord, now: Date): Availability {
  const at = now.toISOString();
  if (seats.status === "cancelled") return "cancelled";
  if (seats.endsAt <= at) return "past";
  if (seats.status === "published" && isEarly(seats, at)) return "soon";
  if (!isOpen(seats, at)) return "closed";
  const each = plansOf(seats)
    .filter(({ hidden }) => !hidden)
    .map((ticket) => ticketAvailability(seats, ticket, now));
  return bands.find((band) => each.includes(band)) ?? "closed";
}

/** When an offered seat goes to the next in line: after the organiser's hours, never past the start. */
export function offerDeadline(activity: Pick<ActivityRecord, "offerHours" | "startsAt">, now: Date): string {
  const hours = new Date(now.getTime() + activity.offerHours * 3_600_000).toISOString();
  return hours.localeCompare(activity.startsAt) < 0 ? hours : activity.startsAt;
}

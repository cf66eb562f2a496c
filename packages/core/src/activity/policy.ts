import type { ActivityRecord, SeatsRecord, TicketPlan } from "./entity.ts";
import { type Availability, general, whole } from "./schema.ts";

/** Ticket types of an activity as the counter knows them. People who registered before there were any stay with the general one. */
export const plansOf = (seats: SeatsRecord): readonly TicketPlan[] => seats.tickets ?? [{ id: general, quotas: [] }];

export const planOf = (seats: SeatsRecord, ticket: string = general): TicketPlan =>
  seats.tickets?.find(({ id }) => id === ticket) ?? { id: ticket, quotas: [] };

/** The quotas of a ticket type that have no seat left, or fewer than so many; the activity's capacity is the quota `whole`. */
export function fullQuotas(seats: SeatsRecord, ticket?: string, size = 1): string[] {
  return [whole, ...planOf(seats, ticket).quotas].filter((id) => roomIn(seats, id).free < size);
}

/** How many people wait for a ticket type. */
export const waitingFor = (seats: SeatsRecord, ticket: string): number =>
  seats.tickets ? (seats[`waiting_${ticket}`] ?? 0) : seats.waiting;

/** People who wait in one line: alone, or in groups of one size. */
export interface Queue {
  readonly ticket: string;
  readonly size: number;
}

/** Lines of groups in which somebody waits. */
export const partiesIn = (seats: SeatsRecord): (Queue & { readonly people: number })[] =>
  seats.groups === undefined
    ? []
    : Object.entries(seats).flatMap(([name, people]) => {
        const [, ticket, size] = /^party_([a-z0-9]+)_(\d+)$/.exec(name) ?? [];
        return ticket && Number(people) > 0 ? [{ ticket, size: Number(size), people: Number(people) }] : [];
      });

/** Of those who wait for a ticket type, how many do so in groups. */
export const inParties = (seats: SeatsRecord, ticket: string): number =>
  partiesIn(seats)
    .filter((party) => party.ticket === ticket)
    .reduce((sum, { people }) => sum + people, 0);

/** Lines in which the first would fit now. */
export const queuesThatFit = (seats: SeatsRecord): Queue[] =>
  [
    ...[...plansOf(seats).map(({ id }) => id), ...(seats.tickets ? [general] : [])]
      .filter((ticket) => waitingFor(seats, ticket) > inParties(seats, ticket))
      .map((ticket) => ({ ticket, size: 1 })),
    ...partiesIn(seats),
  ].filter(({ ticket, size }) => fullQuotas(seats, ticket, size).length === 0);

/** A lottery that is still to be drawn. */
export const isUndrawn = ({ draw }: SeatsRecord): boolean => draw === "open" || draw === "drawing";

/** What happens to so many who come now: nobody takes a seat while somebody waits whom it fits, nor before the draw. */
export function admission(seats: SeatsRecord, ticket?: string, size = 1): "seat" | "queue" | "full" {
  const undrawn = isUndrawn(seats);
  const fits = fullQuotas(seats, ticket, size).length === 0;
  if (!undrawn && fits && queuesThatFit(seats).length === 0) return "seat";
  return seats.waitingList === false && !undrawn && !fits ? "full" : "queue";
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

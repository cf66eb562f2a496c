import { readTicket, type SignedTicket } from "@lingxi/core/activity/ticket-schema";
import type { Entry, Shown, TicketRow, Verdict } from "./types.ts";

/** What a device knows of one activity. */
export interface Knowledge {
  readonly activityId: string;
  readonly tickets: ReadonlyMap<string, TicketRow>;
  readonly entries: ReadonlyMap<string, Entry>;
  /** When the list of tickets was loaded, ISO 8601. */
  readonly listFrom: string;
  genuine(ticket: SignedTicket): Promise<boolean | undefined>;
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";
/** When an id was made, from the 48 bits of time at its start. */
const madeAt = (id: string): number => [...id.slice(4, 14)].reduce((time, digit) => time * 32 + digits.indexOf(digit), 0);

/** What the list says of somebody, the entry first. */
export function judgePerson({ tickets, entries }: Knowledge, person: string): Shown {
  const [, , state, name, organisation] = tickets.get(person) ?? [];
  const entry = entries.get(person);
  const facts = { person, name, organisation };
  if (entry?.status === "in") return { ...facts, verdict: "double", entry };
  const verdict: Verdict = state === undefined ? "unknown" : state === 0 ? "entered" : state === 1 ? "no-seat" : "cancelled";
  return { ...facts, verdict };
}

/** What to say of a code that was read, by what this device knows alone. */
export async function judge(known: Knowledge, text: string): Promise<Shown> {
  const ticket = readTicket(text);
  if (!ticket) return { verdict: "forged" };
  const genuine = await known.genuine(ticket);
  if (genuine === false) return { verdict: "forged" };
  if (ticket.activityId !== known.activityId) return { verdict: "other-activity" };
  const { person, registrationId } = ticket;
  const row = known.tickets.get(person);
  if (row?.[1] === registrationId.slice(-6)) return judgePerson(known, person);
  const newer = madeAt(registrationId) > new Date(known.listFrom).getTime();
  // Made after the list was loaded: only the signature can say that it is real.
  if (!row || newer) {
    const entry = known.entries.get(person);
    if (entry?.status === "in") return { verdict: "double", person, name: row?.[3], organisation: row?.[4], entry };
    return { verdict: genuine && newer ? "new" : "unsure", person };
  }
  return { verdict: "replaced", person, name: row[3], organisation: row[4] };
}

/** Those who may pass. */
export const passes = (verdict: Verdict): boolean => verdict === "entered" || verdict === "new";

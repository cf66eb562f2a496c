import type { WithdrawnFact } from "../consent/notices-schema.ts";
import type { Derive, Derived } from "../platform/event.ts";
import type { Item } from "../platform/table.ts";
import type { ActivityRecord, RegistrationRecord, SeatsRecord } from "./entity.ts";
import { availability, ticketAvailability } from "./policy.ts";
import { isNews } from "./stages-schema.ts";

/** The domain events of activities. Payloads name records, never people. */
export interface RegistrationFact {
  readonly activityId: string;
  readonly person: string;
  readonly registrationId: string;
  /** Staff entered the person just now and did not want a mail sent for it. */
  readonly quiet?: boolean;
}

export const activityEvents = [
  "activity.changed",
  "activity.moved",
  "activity.called-off",
  "activity.seat-freed",
  "activity.registration-confirmed",
  "activity.registration-waitlisted",
  "activity.seat-offered",
  "activity.registration-cancelled",
  "activity.registration-requested",
  "activity.registration-refused",
  "activity.link-asked",
] as const;

const told: Readonly<Record<RegistrationRecord["status"], string>> = {
  confirmed: "activity.registration-confirmed",
  waitlisted: "activity.registration-waitlisted",
  offered: "activity.seat-offered",
  requested: "activity.registration-requested",
  refused: "activity.registration-refused",
  cancelled: "activity.registration-cancelled",
};

const free = (seats: SeatsRecord, quota?: string) =>
  quota ? (seats[`size_${quota}`] ?? 0) - (seats[`taken_${quota}`] ?? 0) : seats.capacity - seats.taken;

/** Somebody who waits may have a seat now that could not before. */
const freed = (was: SeatsRecord, is: SeatsRecord) =>
  is.plan !== was.plan ||
  is.groups !== was.groups ||
  is.draw !== was.draw ||
  free(is) > free(was) ||
  Object.keys(is).some((name) => name.startsWith("size_") && free(is, name.slice(5)) > free(was, name.slice(5)));

/** What a page says of the places. */
const shown = (seats: SeatsRecord, at: Date) =>
  [availability(seats, at), ...(seats.tickets ?? []).map((ticket) => ticketAvailability(seats, ticket, at))].join();

const moved = (was: ActivityRecord, is: ActivityRecord | undefined) => is?.status === "published" && isNews(was, is);

export const deriveActivityEvents: Derive = {
  activity({ before, after }) {
    const [was, is] = [before, after] as [(ActivityRecord & Item) | undefined, (ActivityRecord & Item) | undefined];
    const id = (is ?? was)?.id;
    const known = was?.status === "published" || is?.status === "published" || was?.status === "cancelled";
    if (!id || !known) return [];
    const data = { activityId: id, version: Number((is ?? was)?.version), at: String((is ?? was)?.updatedAt) };
    const told = was?.status !== "published" ? undefined : is?.status === "cancelled" ? "called-off" : moved(was, is) && "moved";
    return [{ name: "activity.changed", data: { activityId: id } }, ...(told ? [{ name: `activity.${told}`, data }] : [])];
  },

  seats({ before, after }) {
    if (!before || !after) return [];
    const [was, is] = [before, after] as unknown as [SeatsRecord, SeatsRecord & { updatedAt: string }];
    const events: Derived[] = [];
    const data = { activityId: is.activityId };
    if (freed(was, is)) events.push({ name: "activity.seat-freed", data });
    const at = new Date(is.updatedAt);
    if (is.status === was.status && shown(was, at) !== shown(is, at)) events.push({ name: "activity.changed", data });
    return events;
  },

  registration({ before, after }) {
    if (!after) return [];
    const was = before as unknown as RegistrationRecord | undefined;
    const is = after as unknown as RegistrationRecord;
    const data: RegistrationFact = { activityId: is.activityId, person: is.person, registrationId: is.id };
    return [...toldOfRegistration(was, is, data), ...withdrawnNotices(was, is)];
  },
};

function toldOfRegistration(was: RegistrationRecord | undefined, is: RegistrationRecord, data: RegistrationFact): Derived[] {
  const entered = is.id !== was?.id;
  if (entered || is.status !== was.status)
    return [{ name: told[is.status], data: entered && is.quiet ? { ...data, quiet: true } : data }];
  return is.linkAskedAt && is.linkAskedAt !== was.linkAskedAt ? [{ name: "activity.link-asked", data }] : [];
}

/** Whoever registers anew under the same key agreed anew or did not; what was agreed before still stands for what it led to. */
function withdrawnNotices(was: RegistrationRecord | undefined, is: RegistrationRecord): Derived[] {
  const agreed = ({ notices, email }: RegistrationRecord) => notices !== undefined && !notices.withdrawnAt && Boolean(email);
  if (!was || was.id !== is.id || !agreed(was) || agreed(is)) return [];
  const data: WithdrawnFact = { person: is.person, by: is.activityId };
  return [{ name: "consent.notices-withdrawn", data }];
}

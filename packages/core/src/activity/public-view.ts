import { wholeAgenda } from "./conflicts-schema.ts";
import type { ActivityRecord, SeatsRecord } from "./entity.ts";
import { availability, planOf, ticketAvailability } from "./policy.ts";
import type { PublicActivity } from "./schema.ts";

export function toPublic(
  activity: ActivityRecord & { updatedAt: string },
  seats: SeatsRecord | undefined,
  now: Date,
): PublicActivity {
  const {
    id,
    kind,
    status,
    title,
    summary,
    description,
    venue,
    region,
    chains,
    startsAt,
    endsAt,
    registrationClosesAt,
    timeZone,
    capacity,
    updatedAt,
  } = activity;
  // Field by field: what is not named here, as the online link, is not public.
  return {
    id,
    kind,
    status,
    title,
    summary,
    description,
    venue,
    region,
    chains,
    startsAt,
    endsAt,
    registrationClosesAt,
    timeZone,
    capacity,
    updatedAt,
    availability: seats ? availability(seats, now) : "closed",
    ...(activity.registrationOpensAt ? { registrationOpensAt: activity.registrationOpensAt } : {}),
    ...(activity.onlineLink || activity.onlineNote ? { online: true } : {}),
    ...(activity.agenda?.sessions.length || activity.stage?.length ? { agenda: publicAgenda(activity) } : {}),
    ...(activity.waitingList === false ? { waitingList: false } : {}),
    ...(activity.drawAt && activity.draw ? { drawAt: activity.drawAt, draw: activity.draw } : {}),
    ...(activity.tickets?.length ? { tickets: ticketsOf(activity, seats, now), quotas: quotasOf(activity) } : {}),
  };
}

/** Without what only concerns mails. */
function publicAgenda(activity: ActivityRecord) {
  const { sessions, ...rest } = wholeAgenda(activity);
  return { ...rest, sessions: sessions.map(({ remindHours: _, ...session }) => session) };
}

/** What anyone may choose; hidden ones are found by their code. */
const ticketsOf = ({ tickets = [] }: ActivityRecord, seats: SeatsRecord | undefined, now: Date) =>
  tickets
    .filter(({ hidden }) => !hidden)
    .map(({ id, name, opensAt, closesAt, approval }) => ({
      id,
      name,
      opensAt,
      closesAt,
      approval,
      availability: seats ? ticketAvailability(seats, planOf(seats, id), now) : ("closed" as const),
    }));

/** Names only, for saying which one is full. */
const quotasOf = ({ quotas = [] }: ActivityRecord) => quotas.map(({ id, name }) => ({ id, name }));

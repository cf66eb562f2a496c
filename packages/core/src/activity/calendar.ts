import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Stored } from "../platform/entity.ts";
import { type Locale, say } from "../platform/text.ts";
import { formatTime } from "../platform/time.ts";
import type { Agenda } from "./agenda-schema.ts";
import { wholeAgenda } from "./conflicts-schema.ts";
import type { ActivityRecord, RegistrationRecord } from "./entity.ts";
import { onlineFacts } from "./online-words.ts";
import type { PublicActivity } from "./schema.ts";

const prodId = { company: "Lingxi", product: "Activities", language: "ZH" } as const;

/** Lines of the agenda, as a calendar shows them: `14:00 Title (Room)`, with the day where it is not the first. */
function agendaLines(
  { sessions, rooms }: Agenda,
  { startsAt, timeZone }: Pick<ActivityRecord, "startsAt" | "timeZone">,
  locale: Locale,
) {
  const day = (at: string) => formatTime(at, locale, timeZone).replace(/,? \d\d:\d\d.*$/, "");
  const clock = (at: string) => /\d\d:\d\d/.exec(formatTime(at, locale, timeZone))?.[0] ?? "";
  let shown = day(startsAt);
  return sessions.map((session) => {
    const room = rooms.find(({ id }) => id === session.room);
    const on = day(session.startsAt) === shown ? "" : `${day(session.startsAt)} `;
    shown = day(session.startsAt);
    return `${on}${clock(session.startsAt)}–${clock(session.endsAt)} ${say(session.title, locale)}${room ? ` (${say(room.name, locale)})` : ""}`;
  });
}

/**
 * The calendar entry of one registration (RFC 5545): stable UID, times in UTC; CANCEL takes the same entry away. SEQUENCE rises with each change of
 * the activity and of the registration. The online link stands in the entry of a confirmed seat only.
 */
export function calendarEntry(
  activity: ActivityRecord & Pick<Stored, "version">,
  registration: RegistrationRecord,
  options: { from: string; url: string; stamp: Date },
): { method: "REQUEST" | "CANCEL"; ics: string } {
  const cancelled = registration.status === "cancelled" || activity.status === "cancelled";
  const method = cancelled ? "CANCEL" : "REQUEST";
  const { locale } = registration;
  const organizer = options.from.match(/^(.*?)\s*<(.+)>$/);
  const calendar = ical({ prodId, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST });
  const parts = [
    say(activity.summary, locale),
    onlineFacts(activity, registration)
      .map(([name, value]) => `${name}${locale === "en" ? ": " : "："}${value}`)
      .join("\n"),
    agendaLines(wholeAgenda(activity), activity, locale).join("\n"),
  ];
  calendar.createEvent({
    id: `${registration.id}@${activity.id}.lingxi`,
    sequence: registration.sequence + activity.version,
    stamp: options.stamp,
    start: new Date(activity.startsAt),
    end: new Date(activity.endsAt),
    summary: say(activity.title, locale),
    description: parts.filter(Boolean).join("\n\n"),
    location: say(activity.venue, locale),
    url: options.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organizer?.[1]?.replace(/^"|"$/g, "") || "Lingxi", email: organizer?.[2] ?? options.from },
    attendees: [{ email: registration.email, name: registration.name, rsvp: false }],
  });
  return { method, ics: calendar.toString() };
}

type PublicSession = NonNullable<PublicActivity["agenda"]>["sessions"][number];

/** One session of a public agenda as a calendar entry. It holds nothing that is not public, and the same session gives the same bytes. */
export function sessionEntry(activity: PublicActivity, session: PublicSession, locale: Locale, url: string): string {
  const calendar: ICalCalendar = ical({ prodId, method: ICalCalendarMethod.PUBLISH });
  const room = activity.agenda?.rooms.find(({ id }) => id === session.room);
  const name = (id: string) => activity.agenda?.speakers.find((one) => one.id === id)?.name;
  const people = [...session.chairs, ...session.speakers].flatMap((id) => name(id) ?? []).map((text) => say(text, locale));
  const parts = [
    people.join(locale === "en" ? ", " : "、"),
    session.summary ? say(session.summary, locale) : "",
    say(activity.title, locale),
  ];
  calendar.createEvent({
    id: `${session.id}@${activity.id}.lingxi`,
    stamp: new Date(activity.updatedAt),
    start: new Date(session.startsAt),
    end: new Date(session.endsAt),
    summary: say(session.title, locale),
    description: parts.filter(Boolean).join("\n\n"),
    location: [room ? say(room.name, locale) : "", say(activity.venue, locale)]
      .filter(Boolean)
      .join(locale === "en" ? ", " : "，"),
    url,
    status: activity.status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/**
 * A public activity as a calendar entry for those who did not register: the entry of its feed, with a SEQUENCE that rises with each change. Holds
 * nothing that is not public.
 */
export function publicEntry(activity: PublicActivity, locale: Locale, url: string): string {
  const off = activity.status === "cancelled";
  const calendar = ical({ prodId, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${activity.id}@lingxi`,
    sequence: Math.floor(Date.parse(activity.updatedAt) / 1000),
    stamp: new Date(activity.updatedAt),
    start: new Date(activity.startsAt),
    end: new Date(activity.endsAt),
    summary: say(activity.title, locale),
    description: [
      say(activity.summary, locale),
      activity.agenda ? agendaLines(activity.agenda as Agenda, activity, locale).join("\n") : "",
    ]
      .filter(Boolean)
      .join("\n\n"),
    location: say(activity.venue, locale),
    url,
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

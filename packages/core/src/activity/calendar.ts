import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Stored } from "../platform/entity.ts";
import { say } from "../platform/text.ts";
import type { ActivityRecord, RegistrationRecord } from "./entity.ts";

/**
 * The calendar entry of one registration (RFC 5545): stable UID, times in UTC; CANCEL takes the same entry away. SEQUENCE rises with each change of
 * the activity and of the registration.
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
  const calendar = ical({
    prodId: { company: "Lingxi", product: "Activities", language: "ZH" },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${registration.id}@${activity.id}.lingxi`,
    sequence: registration.sequence + activity.version,
    stamp: options.stamp,
    start: new Date(activity.startsAt),
    end: new Date(activity.endsAt),
    summary: say(activity.title, locale),
    description: say(activity.summary, locale),
    location: say(activity.venue, locale),
    url: options.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organizer?.[1]?.replace(/^"|"$/g, "") || "Lingxi", email: organizer?.[2] ?? options.from },
    attendees: [{ email: registration.email, name: registration.name, rsvp: false }],
  });
  return { method, ics: calendar.toString() };
}

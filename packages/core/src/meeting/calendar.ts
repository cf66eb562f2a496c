import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { fill, type Locale, type Localised, say } from "../platform/text.ts";
import type { AgendaRow } from "./read-own.ts";

const words = {
  "zh-CN": { title: "会面：{name}（{organisation}）", place: "{venue} {table}" },
  en: { title: "Meeting: {name} ({organisation})", place: "{venue}, {table}" },
};

/**
 * Somebody's meetings as a calendar (RFC 5545, PUBLISH): each keeps its UID for good, and its SEQUENCE rises with each change; one that was
 * cancelled is there as cancelled, so that it goes away where it was imported before.
 */
export function agendaCalendar(
  activity: { readonly id: string; readonly venue: Localised },
  agenda: readonly AgendaRow[],
  { locale, url, stamp }: { locale: Locale; url: string; stamp: Date },
): string {
  const calendar = ical({
    prodId: { company: "Lingxi", product: "Meetings", language: "ZH" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, startsAt, endsAt, table, sequence, cancelled, with: other } of agenda)
    calendar.createEvent({
      id: `${id}@${activity.id}.lingxi`,
      sequence,
      stamp,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: fill(words[locale].title, { ...other }),
      location: fill(words[locale].place, { venue: say(activity.venue, locale), table }),
      url,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

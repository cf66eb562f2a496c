import type { Locale } from "./text.ts";
import { zoneNote } from "./zone.ts";

const kept = new Map<string, Intl.DateTimeFormat>();

/** A formatter is dear to make, and pages have many times. */
function formatter(name: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const made = kept.get(name) ?? make();
  kept.set(name, made);
  return made;
}

/** The day on the clock of a place, `2026-11-23`. Days compare as texts. */
export const dayOf = (instant: Date, timeZone = "Asia/Shanghai"): string =>
  formatter(`day ${timeZone}`, () => new Intl.DateTimeFormat("sv-SE", { timeZone })).format(instant);

/** A day as people read it: `2027年6月30日`, `30 Jun 2027`. */
export function formatDay(day: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
  const [year, month, date] = day.split("-").map(Number);
  return locale === "en" ? parts.format(new Date(`${day}T00:00:00Z`)) : `${year}年${month}月${date}日`;
}

const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find((p) => p.type === type)?.value ?? "";

function pieces(instant: string, locale: Locale, timeZone: string) {
  const date = new Date(instant);
  const make = () =>
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", {
      timeZone,
      year: "numeric",
      month: locale === "en" ? "short" : "numeric",
      day: "numeric",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  const parts = formatter(`${locale} ${timeZone}`, make).formatToParts(date);
  const [year, month, day, weekday] = ["year", "month", "day", "weekday"].map((type) => part(parts, type));
  const time = `${part(parts, "hour")}:${part(parts, "minute")}`;
  return { day: locale === "en" ? `${weekday} ${day} ${month} ${year}` : `${year}年${month}月${day}日 ${weekday}`, time };
}

const atTime = ({ day, time }: ReturnType<typeof pieces>, locale: Locale) =>
  locale === "en" ? `${day}, ${time}` : `${day} ${time}`;

/** `2026年11月22日 周日 14:00`, `Sun 22 Nov 2026, 14:00`; on another clock than the programme's with its offset. The instant is ISO 8601. */
export const formatTime = (instant: string, locale: Locale, timeZone = "Asia/Shanghai"): string =>
  atTime(pieces(instant, locale, timeZone), locale) + zoneNote(instant, timeZone);

/** A span; the day stands once when both ends are on it. */
export function formatRange(from: string, to: string, locale: Locale, timeZone = "Asia/Shanghai"): string {
  const [a, b] = [pieces(from, locale, timeZone), pieces(to, locale, timeZone)];
  const end = a.day === b.day ? `–${b.time}` : ` – ${atTime(b, locale)}`;
  return atTime(a, locale) + end + zoneNote(from, timeZone);
}

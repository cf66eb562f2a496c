import type { Locale } from "@lingxi/core/platform/text";
import { offsetText } from "@lingxi/core/platform/zone";

/** What an instant reads as on the clock of a place. Months are 1–12, weekdays 0–6 from Sunday. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly time: string;
}

const home = "Asia/Shanghai";
// Names are ours, so that a newer Unicode table in the runtime cannot change a published page.
const weekdays = {
  "zh-CN": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const make = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    });
  let made: Intl.DateTimeFormat;
  try {
    made = make(zone);
  } catch {
    made = make(home);
  }
  clocks.set(zone, made);
  return made;
}

function momentOf(iso: string, zone: string): Moment {
  const parts = Object.fromEntries(
    clock(zone)
      .formatToParts(new Date(iso))
      .map((p) => [p.type, p.value]),
  );
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  return {
    year,
    month,
    day,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    time: `${parts.hour}:${parts.minute}`,
  };
}

const weekday = (m: Moment, locale: Locale) => weekdays[locale][m.weekday] ?? "";
const month = (m: Moment) => months[m.month - 1] ?? "";

/** `2026年11月22日` or `22 Nov 2026`. */
export function dayText(iso: string, locale: Locale, zone: string = home): string {
  const m = momentOf(iso, zone);
  return locale === "en" ? `${m.day} ${month(m)} ${m.year}` : `${m.year}年${m.month}月${m.day}日`;
}

/** `2026年11月22日 周日 14:00` or `Sun 22 Nov 2026, 14:00`. */
export function instantText(iso: string, locale: Locale, zone: string = home): string {
  const m = momentOf(iso, zone);
  return locale === "en"
    ? `${weekday(m, locale)} ${dayText(iso, locale, zone)}, ${m.time}`
    : `${dayText(iso, locale, zone)} ${weekday(m, locale)} ${m.time}`;
}

/** From start to end; the day is said once when both fall on it. */
export function spanText(from: string, to: string, locale: Locale, zone: string = home): string {
  const sameDay = dayText(from, locale, zone) === dayText(to, locale, zone);
  return `${instantText(from, locale, zone)}${sameDay ? "–" : " – "}${sameDay ? momentOf(to, zone).time : instantText(to, locale, zone)}`;
}

/** The hours only, for where the day stands beside them; a longer thing says both days. */
export function timeText(from: string, to: string, locale: Locale, zone: string = home): string {
  const sameDay = dayText(from, locale, zone) === dayText(to, locale, zone);
  return sameDay ? `${momentOf(from, zone).time}–${momentOf(to, zone).time}` : spanText(from, to, locale, zone);
}

/** The parts of a date block: `11月 / 22 / 周日`. */
export function dateBlock(iso: string, locale: Locale, zone: string = home): { month: string; day: string; weekday: string } {
  const m = momentOf(iso, zone);
  return { month: locale === "en" ? month(m) : `${m.month}月`, day: String(m.day), weekday: weekday(m, locale) };
}

/** A month or a day without a clock, as `2025年3月` or `1 Mar 2025`; anything else as it is. */
export function dateText(date: string, locale: Locale): string {
  const [, year, number, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = months[Number(number) - 1];
  if (!year || !name) return date;
  if (locale === "en") return `${day ? `${Number(day)} ` : ""}${name} ${year}`;
  return `${year}年${Number(number)}月${day ? `${Number(day)}日` : ""}`;
}

/** Which clock is meant: the programme's own by its name, another one by its place and its offset. */
export const zoneText = (iso: string, zone: string, own: string): string =>
  zone === home ? own : `${zone} (${offsetText(iso, zone)})`;

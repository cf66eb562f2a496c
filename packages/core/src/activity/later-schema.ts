import { instantOf, localTime } from "../platform/zone.ts";
import type { Agenda } from "./agenda-schema.ts";
import { shifted } from "./conflicts-schema.ts";
import type { ActivityContent } from "./schema.ts";

interface Whole {
  readonly content: ActivityContent;
  readonly agenda?: Agenda | undefined;
}

/** Moves instants by as much as the clock of the place shows between two of them: 14:00 stays 14:00 when the clocks were changed meanwhile. */
export function mover(from: string, to: string, timeZone: string): (instant: string) => string {
  const shown = (instant: string) => Date.parse(`${localTime(instant, timeZone)}:00Z`);
  const by = shown(to) - shown(from);
  return (instant) => {
    const seconds = Date.parse(instant) % 60_000;
    const local = new Date(shown(instant) + by).toISOString().slice(0, 16);
    return new Date(Date.parse(instantOf(local, timeZone)) + seconds).toISOString();
  };
}

/** An activity as it is when it starts at another time: every time of it moves along. Pure, and light enough for a browser. */
export function startingAt({ content, agenda }: Whole, startsAt: string): Whole {
  const move = mover(content.startsAt, startsAt, content.timeZone);
  const perhaps = <K extends string>(of: Partial<Record<K, string | undefined>>, ...names: K[]) =>
    Object.fromEntries(names.flatMap((name) => (of[name] ? [[name, move(of[name])]] : [])));
  return {
    content: {
      ...content,
      startsAt,
      endsAt: move(content.endsAt),
      registrationClosesAt: move(content.registrationClosesAt),
      ...perhaps(content, "registrationOpensAt", "drawAt"),
      ...(content.tickets
        ? { tickets: content.tickets.map((ticket) => ({ ...ticket, ...perhaps(ticket, "opensAt", "closesAt") })) }
        : {}),
    },
    agenda: agenda && shifted(agenda, move),
  };
}

/** How often a series takes place. `monthly-by-week`: on the same weekday of the same week, as on each second Thursday. */
export const rhythms = ["weekly", "fortnightly", "monthly", "monthly-by-week"] as const;
export type Rhythm = (typeof rhythms)[number];

const day = 86_400_000;

/** The next starts after one, on the clock of the place. A month without that day, or without a fifth such weekday, is left out. */
export function nextStarts(startsAt: string, timeZone: string, rhythm: Rhythm, count: number): string[] {
  const shown = new Date(`${localTime(startsAt, timeZone)}:00Z`);
  const starts: string[] = [];
  for (let n = 1; starts.length < count && n <= count * 4; n++) {
    const local = rhythm.startsWith("monthly")
      ? inMonth(shown, n, rhythm === "monthly-by-week")
      : new Date(shown.getTime() + n * (rhythm === "weekly" ? 7 : 14) * day);
    if (local) starts.push(instantOf(local.toISOString().slice(0, 16), timeZone));
  }
  return starts;
}

function inMonth(first: Date, months: number, byWeek: boolean): Date | undefined {
  const at = new Date(first);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const month = at.getUTCMonth();
  if (byWeek) {
    const week = Math.floor((first.getUTCDate() - 1) / 7);
    at.setUTCDate(1 + ((first.getUTCDay() - at.getUTCDay() + 7) % 7) + week * 7);
  } else at.setUTCDate(first.getUTCDate());
  return at.getUTCMonth() === month ? at : undefined;
}

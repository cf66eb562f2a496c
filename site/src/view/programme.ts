import type { PublicActivity } from "@lingxi/core/activity/schema";
import type { Locale } from "@lingxi/core/platform/text";
import { dayText } from "./date.ts";

export type PublicAgenda = NonNullable<PublicActivity["agenda"]>;
export type PublicSession = PublicAgenda["sessions"][number];

/** What takes place at once. */
export interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sessions: readonly PublicSession[];
}

/** Sessions by day, and on a day by what overlaps. */
export function slotsByDay(sessions: readonly PublicSession[], locale: Locale, zone: string): { day: string; slots: Slot[] }[] {
  const days: { day: string; slots: Slot[] }[] = [];
  for (const session of sessions) {
    const day = dayText(session.startsAt, locale, zone);
    const same = days.at(-1)?.day === day ? days.at(-1) : undefined;
    const slot = same?.slots.at(-1);
    if (same && slot && session.startsAt < slot.endsAt) {
      const endsAt = new Date(Math.max(Date.parse(session.endsAt), Date.parse(slot.endsAt))).toISOString();
      same.slots[same.slots.length - 1] = { ...slot, endsAt, sessions: [...slot.sessions, session] };
      continue;
    }
    const next: Slot = { startsAt: session.startsAt, endsAt: session.endsAt, sessions: [session] };
    if (same) same.slots.push(next);
    else days.push({ day, slots: [next] });
  }
  return days;
}

import type { MeetingSetup, Span } from "./schema.ts";

const at = (instant: string) => new Date(instant).getTime();
const minute = 60_000;
/** A day of the smallest slots. */
export const mostSlots = 300;

export const overlaps = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The slots of an activity in order: as many as fit into each window, apart by the time it takes to walk, none within a break. */
export function slotsOf({
  windows,
  breaks,
  slotMinutes,
  walkMinutes,
}: Pick<MeetingSetup, "windows" | "breaks" | "slotMinutes" | "walkMinutes">): Span[] {
  const found: Span[] = [];
  for (const window of windows.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const end = at(window.endsAt);
    for (let start = at(window.startsAt); start + slotMinutes * minute <= end && found.length < mostSlots; ) {
      const slot = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + slotMinutes * minute).toISOString() };
      const pause = breaks.find((one) => overlaps(one, slot));
      if (!pause) found.push(slot);
      start = pause ? Math.max(at(pause.endsAt), start + minute) : start + (slotMinutes + walkMinutes) * minute;
    }
  }
  return found;
}

import type { ActivityRecord, SeatsRecord } from "./entity.ts";
import type { Availability } from "./schema.ts";

/** What the public is told of the places, from the counter and the clock. A seat that somebody waits for is not free. */
export function availability(seats: SeatsRecord, now: Date): Availability {
  const at = now.toISOString();
  if (seats.status === "cancelled") return "cancelled";
  if (seats.endsAt <= at) return "past";
  if (seats.status !== "published" || seats.registrationClosesAt <= at) return "closed";
  if (seats.waiting > 0 || seats.taken >= seats.capacity) return "waiting-list";
  return seats.capacity - seats.taken <= Math.max(3, seats.capacity * 0.1) ? "few" : "open";
}

/** When an offered seat goes to the next in line: after the organiser's hours, never past the start. */
export function offerDeadline(activity: Pick<ActivityRecord, "offerHours" | "startsAt">, now: Date): string {
  const hours = new Date(now.getTime() + activity.offerHours * 3_600_000).toISOString();
  return hours.localeCompare(activity.startsAt) < 0 ? hours : activity.startsAt;
}

import type { ActivityRecord, SeatsRecord } from "./entity.ts";
import { availability } from "./policy.ts";
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
  };
}

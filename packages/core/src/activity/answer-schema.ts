import * as z from "zod";
import { listOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { Locale } from "../platform/schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { ActivityKind, activityStatuses, availabilities, registrationStatuses } from "./schema.ts";

const Status = z.enum(activityStatuses);

export const PublicActivity = z
  .object({
    id: z.string(),
    kind: ActivityKind,
    status: Status,
    title: Text,
    summary: Text,
    description: Text.describe("Markdown."),
    venue: Text,
    region: z.string().optional().describe("Where it takes place, see `taxonomy/schema.ts`."),
    chains: listOf(z.string()),
    startsAt: Time,
    endsAt: Time,
    registrationClosesAt: Time,
    timeZone: z.string(),
    capacity: z.int(),
    availability: z.enum(availabilities),
    updatedAt: Time,
  })
  .meta({ id: "PublicActivity", description: "What the public may know of an activity." });

export const ActivityRow = z
  .object({
    id: z.string(),
    status: Status,
    publishedAt: Time.optional().describe("Absent: the public never saw it."),
    kind: ActivityKind,
    title: Text,
    summary: Text,
    description: Text.describe("Markdown."),
    venue: Text,
    region: Region.optional(),
    chains: listOf(z.string()),
    startsAt: Time,
    endsAt: Time,
    registrationClosesAt: Time,
    timeZone: z.string(),
    capacity: z.int(),
    offerHours: z.int(),
    ...stored,
    taken: z.int().describe("Seats confirmed and offered."),
    waiting: z.int(),
  })
  .meta({ id: "ActivityRow", description: "An activity as organisers see it." });

const RegistrationStatus = z.enum(registrationStatuses);
export const Moved = z.object({ status: RegistrationStatus });

/** What a person entered, and what became of it. */
const entered = {
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  interest: z.string().optional(),
  locale: Locale,
  consent: z.object({ purpose: z.string(), version: z.string(), at: Time, source: z.string() }),
  status: RegistrationStatus,
  offerExpiresAt: Time.optional(),
  cancelledBecause: z.enum(["person", "offer-expired", "activity", "erased"]).optional(),
};

export const RegistrationRow = z
  .object({
    ...entered,
    activityId: z.string(),
    person: z.string().describe("Keyed digest of the address: one live registration a person and activity."),
    queuedAt: Time.describe("Place in the queue, by time and then by id."),
    sequence: z.int().describe("SEQUENCE of the calendar entry that the person holds."),
    linkAskedAt: Time.optional(),
    ...stored,
  })
  .meta({ id: "RegistrationRow", description: "A registration as those who run the activity see it." });

export const RegisterAnswer = z.object({ activityId: z.string(), status: RegistrationStatus.exclude(["cancelled"]) }).meta({
  id: "RegisterAnswer",
  description:
    "The same for a first and for a repeated registration, so that nobody can find out who is registered; the link goes by mail.",
});

export const OwnRegistration = z
  .object({
    activity: PublicActivity,
    registration: z.object(entered),
    version: z.int().describe("Rises with each change; a form sends it back, so that two tabs do not overwrite each other."),
    position: z.int().optional().describe("1 for the next in line; absent past the first hundred."),
    ticket: z.string().optional().describe("What the QR code says; only with a seat."),
  })
  .meta({ id: "OwnRegistration", description: "What the holder of the secret link sees." });

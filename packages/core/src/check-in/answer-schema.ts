import * as z from "zod";
import { listOf, pageOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { outcomes, reported, ways } from "./schema.ts";

const doorShape = {
  id: z.string(),
  title: Text,
  venue: Text,
  startsAt: Time,
  endsAt: Time,
  timeZone: z.string(),
  cancelled: z.boolean(),
};
const Door = z.object(doorShape).meta({ id: "Door", description: "An activity as the door needs it." });
export const Doors = z.object({ items: listOf(Door) });

export const DoorState = z
  .object({
    ...doorShape,
    entered: z.int(),
    reports: z.int(),
    expected: z.int().describe("Who holds a seat, offered ones among them."),
    listChangedAt: Time.describe("Rises when somebody registers or cancels; a list that was loaded before it is old."),
    keys: listOf(z.string()).describe("Ed25519 public keys that check tickets, base64url, the newest first."),
    keepUntil: Time.describe("Until when a device may keep the list of tickets."),
    now: Time,
  })
  .meta({ id: "DoorState" });

/** Rows are lists, since there are tens of thousands. */
export const Tickets = pageOf(
  z
    .tuple([
      z.string().describe("Person"),
      z.string().describe("The last six characters of the ticket's number"),
      z.union([z.literal(0), z.literal(1), z.literal(2)]).describe("0 holds a seat, 1 waits for one, 2 cancelled"),
      z.string().optional().describe("Name"),
      z.string().optional().describe("Organisation"),
      z.string().optional().describe("How the name sounds, one syllable a character"),
    ])
    .readonly(),
);

export const EntryChanges = pageOf(
  z
    .object({
      person: z.string(),
      status: z.enum(["in", "undone"]),
      scanId: z.string().describe("What let them in."),
      at: Time,
      device: z.string(),
    })
    .meta({ id: "EntryChange" }),
).extend({ now: Time.describe("To ask from, the next time.") });

const Stood = z.object({ at: Time, device: z.string() });

export const DoorReports = pageOf(
  z
    .object({
      activityId: z.string(),
      id: z.string(),
      person: z.string(),
      name: z.string(),
      organisation: z.string(),
      outcome: z.enum(reported),
      at: Time,
      device: z.string(),
      way: z.enum(ways),
      letIn: z.boolean().describe("The device, that knew no better, let them in."),
      receivedAt: Time,
      entry: Stood.optional().describe("For a double: the entry that stood."),
      ...stored,
    })
    .meta({ id: "DoorReport", description: "A scan that let nobody in." }),
);

export const Synced = z
  .object({
    answers: listOf(
      z.object({
        id: z.string(),
        outcome: z.enum(outcomes),
        person: z.string().optional(),
        entry: Stood.optional().describe("By what they are in, when they are."),
      }),
    ),
    now: Time,
  })
  .meta({ id: "Synced", description: "What became of each action, in the order in which they were sent." });

export const AttendanceRows = pageOf(
  z
    .object({
      id: z.string(),
      person: z.string(),
      name: z.string(),
      organisation: z.string(),
      email: z.string(),
      phone: z.string().optional(),
      came: z.boolean(),
      at: Time.optional(),
      device: z.string().optional(),
      way: z.enum(ways).optional(),
    })
    .meta({ id: "AttendanceRow", description: "Somebody who had a seat, and whether they came." }),
);

export const AttendanceFigures = z.object({ seats: z.int(), came: z.int(), absent: z.int(), reports: z.int() });

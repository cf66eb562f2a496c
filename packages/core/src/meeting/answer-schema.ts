import * as z from "zod";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { causes, outcomes, runKinds, runStatuses, twinStates } from "./schema.ts";

const Span = { startsAt: Time, endsAt: Time };
const sides = { id: z.string(), a: z.string().describe("Name and organisation of one side."), b: z.string() };

const Row = z.object({
  ...sides,
  ...Span,
  table: z.string(),
  was: z.object({ startsAt: Time, table: z.string() }).optional().describe("In a draft: what is published now."),
  fresh: z.boolean().optional().describe("In a draft: not published yet."),
  verdict: z.object({ outcome: z.enum(outcomes), followUp: z.boolean(), again: z.boolean() }).optional(),
});

const Setup = z.object({
  windows: listOf(z.object(Span)),
  slotMinutes: z.int(),
  walkMinutes: z.int(),
  breaks: listOf(z.object(Span)),
  tables: listOf(z.object({ id: z.string(), name: z.string(), seats: z.int(), closed: listOf(z.object(Span)) })),
  asksUntil: Time,
  expireHours: z.int(),
  fairness: z.int(),
  pins: listOf(z.object({ id: z.string(), at: Time, table: z.string().optional() })),
  orders: listOf(z.object({ first: z.string(), second: z.string() })),
  version: z.int(),
  slots: z.int().describe("How many slots there are."),
});

const Good = z.object({ missing: z.number().describe("Worth of the meetings without a slot."), breaks: z.int() });

export const Desk = z
  .object({
    title: Text,
    timeZone: z.string(),
    ...Span,
    isMatchmaking: z.boolean(),
    setup: Setup.optional(),
    board: z.string().optional().describe("The screen in the hall is at `/boards/<board>`."),
    figures: z.object({
      people: z.int(),
      asked: z.int(),
      accepted: z.int(),
      declined: z.int(),
      expired: z.int(),
      held: z.int(),
      absent: z.int(),
      followUp: z.int(),
      again: z.int(),
    }),
    binding: z.object({
      people: listOf(z.object({ name: z.string(), meetings: z.int(), slots: z.int() })).describe("More meetings than slots."),
      tables: z.object({ meetings: z.int(), places: z.int() }).optional().describe("More meetings than places at tables."),
    }),
    run: z
      .object({
        id: z.string(),
        kind: z.enum(runKinds),
        status: z.enum(runStatuses),
        startedAt: Time,
        done: z.int().describe("Percent."),
        missing: z.number().optional(),
        breaks: z.int().optional(),
        stopAsked: z.boolean().optional(),
      })
      .optional(),
    draft: z
      .object({
        kind: z.enum(runKinds),
        seed: z.int(),
        madeAt: Time,
        version: z.int(),
        stopped: z.boolean(),
        ...Good.shape,
        spread: z.int().describe("The largest difference of two people's breaks."),
        bound: Good.describe("No schedule does better: equal to what was found, it is proven optimal."),
        rows: listOf(Row),
        unplaced: listOf(z.object({ ...sides, cause: z.enum(causes), who: z.string().optional() })),
        gone: listOf(Row).describe("What is published and would go."),
      })
      .optional(),
    agreed: listOf(z.object(sides)).describe("What both sides accepted, with a slot or without."),
    twins: listOf(
      z.object({
        id: z.string(),
        name: z.string().describe("Name and organisation, under which a second address wants a profile."),
        at: Time,
        state: z.enum(twinStates),
      }),
    ),
    publishedAt: Time.optional(),
    rows: listOf(Row),
  })
  .meta({ id: "MeetingDesk", description: "一对一会面: how the meetings of an activity stand." });

export const SetUp = z.object({ version: z.int(), slots: z.int() });
export const Stopped = z.object({ stopAsked: z.boolean() });
export const Published = z.object({
  published: z.int(),
  ended: z.int().describe("Meetings that ended after the draft was made."),
});
export const Blocked = z.object({ blocked: z.boolean() });
export const Saved = z.object({ saved: z.literal(true) });
export const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  brings: z.string(),
  seeks: z.string().optional(),
  times: z.int().describe("Slots at which they can meet."),
  wishes: z.int(),
  status: z.enum(["in", "out", "blocked"]),
});
export const Decided = z.object({ state: z.enum(twinStates) });

import * as z from "zod";
import { BothWords, listOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { sessionKinds } from "./agenda-schema.ts";
import { ActivityKind, activityStatuses, availabilities } from "./schema.ts";

const Status = z.enum(activityStatuses);

const Draw = z.object({
  commitment: z.string().describe("Hex SHA-256 of the seed, known before anybody registers."),
  seed: z
    .string()
    .optional()
    .describe("Once it is drawn: a lot is the hex SHA-256 of `<seed>:<registration id>`; the lowest is first."),
  drawnAt: Time.optional(),
  entries: z.int().optional(),
});

const Named = listOf(z.object({ id: z.string(), name: Text }));
const session = {
  id: z.string(),
  kind: z.enum(sessionKinds),
  title: Text,
  summary: Text.optional().describe("Plain text."),
  startsAt: Time,
  endsAt: Time,
  room: z.string().optional(),
  track: z.string().optional(),
  speakers: listOf(z.string()),
  chairs: listOf(z.string()),
};
const PublicAgenda = z.object({
  sessions: listOf(
    z.object({ ...session, project: z.string().optional().describe("On stage: it has a page once it is listed.") }),
  ),
  speakers: listOf(
    z.object({
      id: z.string(),
      name: Text,
      about: Text.optional(),
      talent: z.string().optional().describe("Whose page the site may have."),
    }),
  ),
  rooms: Named,
  tracks: Named,
});
export const Agenda = PublicAgenda.extend({
  sessions: listOf(z.object({ ...session, remindHours: z.int().optional() })),
}).meta({ id: "Agenda", description: "The agenda of an activity." });

const StageSession = z
  .object({
    id: z.string(),
    kind: z.enum(["pitch", "break"]),
    title: Text,
    summary: Text.optional(),
    startsAt: Time,
    endsAt: Time,
    project: z.string().optional(),
  })
  .readonly();

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
    registrationOpensAt: Time.optional().describe("Absent: it opened when it was published."),
    registrationClosesAt: Time,
    timeZone: z.string(),
    capacity: z.int(),
    online: z
      .boolean()
      .optional()
      .describe("Those with a confirmed seat may also take part by a link, which goes to them alone."),
    agenda: PublicAgenda.optional().describe("Absent in lists."),
    availability: z.enum(availabilities),
    waitingList: z.boolean().optional().describe("False: none is kept."),
    drawAt: Time.optional(),
    draw: Draw.optional(),
    tickets: listOf(
      z.object({
        id: z.string(),
        name: Text,
        opensAt: Time.optional(),
        closesAt: Time.optional(),
        approval: z.boolean().optional().describe("The organiser decides on each registration."),
        availability: z.enum(availabilities),
      }),
    )
      .optional()
      .describe("What anyone may choose; others are opened by an invitation code."),
    quotas: listOf(z.object({ id: z.string(), name: Text })).optional(),
    updatedAt: Time,
  })
  .meta({ id: "PublicActivity", description: "What the public may know of an activity." });

/** What organisers write. */
const written = {
  kind: ActivityKind,
  title: Text,
  summary: Text,
  description: Text.describe("Markdown."),
  venue: Text,
  onlineLink: z.string().optional(),
  onlineNote: z.string().optional(),
  region: Region.optional(),
  chains: listOf(z.string()),
  startsAt: Time,
  endsAt: Time,
  registrationOpensAt: Time.optional(),
  registrationClosesAt: Time,
  timeZone: z.string(),
  capacity: z.int(),
  offerHours: z.int(),
  reminders: listOf(z.int()).optional().describe("Hours before the start; absent: a day."),
  waitingList: z.boolean().optional(),
  drawAt: Time.optional(),
  quotas: listOf(
    z.object({ id: z.string(), name: Text, size: z.int(), taken: z.int().optional().describe("Absent in lists.") }),
  ).optional(),
  tickets: listOf(
    z.object({
      id: z.string(),
      name: Text,
      quotas: listOf(z.string()),
      opensAt: Time.optional(),
      closesAt: Time.optional(),
      hidden: z.boolean().optional(),
      approval: z.boolean().optional(),
      sold: z.int().optional(),
      waiting: z.int().optional(),
    }),
  ).optional(),
};

export const ActivityRow = z
  .object({
    id: z.string(),
    status: Status,
    publishedAt: Time.optional().describe("Absent: the public never saw it."),
    ...written,
    closedEarly: z.object({ at: Time, was: Time }).optional().describe("Registration was closed before its time."),
    overbooking: z
      .object({
        quotas: listOf(z.object({ id: z.string(), size: z.int(), taken: z.int() })),
        at: Time,
        by: z.string(),
      })
      .optional()
      .describe("Quotas that were knowingly set below what was taken."),
    series: z.string().optional(),
    agenda: Agenda.optional().describe("Absent in lists."),
    stage: listOf(StageSession).optional().describe("What the running order of a roadshow adds to the agenda. Absent in lists."),
    draw: Draw.optional(),
    ...stored,
    taken: z.int().describe("Seats confirmed, offered and held by codes."),
    waiting: z.int(),
  })
  .meta({ id: "ActivityRow", description: "An activity as organisers see it." });

export const ActivityTemplate = z
  .object({
    id: z.string(),
    name: Text,
    content: z.object(written).describe("Its times are those of the activity that it was kept from."),
    agenda: Agenda.optional(),
    ...stored,
  })
  .meta({ id: "ActivityTemplate", description: "What new activities may begin with." });

export const SeriesRow = z
  .object({
    id: z.string(),
    title: Text,
    status: Status,
    startsAt: Time,
    endsAt: Time,
    registrationOpensAt: Time.optional(),
    registrationClosesAt: Time,
    timeZone: z.string(),
  })
  .meta({ id: "SeriesRow", description: "One date of a series." });

export const CarriedRow = z
  .object({
    activityId: z.string(),
    startsAt: Time,
    outcome: z.enum(["changed", "same", "refused"]),
    because: BothWords.optional(),
  })
  .meta({ id: "CarriedRow", description: "What became of a later date to which a change was carried over." });

export const Standing = z
  .object({
    confirmed: z.int(),
    offered: z.int(),
    waitlisted: z.int(),
    requested: z.int(),
    about: z
      .boolean()
      .describe("There are too many to count each: who is offered a seat, and seats that codes hold, are among the confirmed."),
  })
  .meta({ id: "ActivityStanding", description: "How many people a change would concern." });

export const CodeRow = z
  .object({
    activityId: z.string(),
    code: z.string(),
    ticket: z.string(),
    uses: z.int(),
    used: z.int(),
    holds: z.boolean().describe("Its unused seats are counted as taken."),
    until: Time.optional(),
    endedAt: Time.optional(),
    ...stored,
  })
  .meta({ id: "ActivityCode", description: "An invitation code." });

export const Lot = z
  .object({ registration: z.string(), lot: z.string() })
  .meta({ id: "Lot", description: "What the draw gave one registration; names nobody." });

import * as z from "zod";
import { BothWords, listOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { Locale } from "../platform/schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { sessionKinds } from "./agenda-schema.ts";
import { ActivityKind, activityStatuses, availabilities, registrationStatuses } from "./schema.ts";

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
  sessions: listOf(z.object(session)),
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
    draw: Draw.optional(),
    ...stored,
    taken: z.int().describe("Seats confirmed, offered and held by codes."),
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
  ticket: z.string().optional().describe("Absent where the activity has no ticket types."),
  pooled: z.boolean().optional().describe("Takes part in the draw."),
  lot: z.string().optional().describe("What the draw gave; the lowest is first."),
  remark: z.string().optional().describe("Why the organiser refused it."),
  offerExpiresAt: Time.optional(),
  cancelledBecause: z.enum(["person", "offer-expired", "activity", "erased", "transferred"]).optional(),
};

export const RegistrationRow = z
  .object({
    ...entered,
    activityId: z.string(),
    person: z.string().describe("Keyed digest of the address: one live registration a person and activity."),
    code: z.string().optional().describe("The invitation code by which the person came."),
    confirmedAt: Time.optional().describe("Since when the seat is certain."),
    queuedAt: Time.describe("Place in the queue, by time and then by id."),
    sequence: z.int().describe("SEQUENCE of the calendar entry that the person holds."),
    linkAskedAt: Time.optional(),
    ...stored,
  })
  .meta({ id: "RegistrationRow", description: "A registration as those who run the activity see it." });

export const RegisterAnswer = z
  .object({ activityId: z.string(), status: RegistrationStatus.exclude(["cancelled", "refused"]) })
  .meta({
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
    waitsFor: listOf(z.string())
      .optional()
      .describe("While one waits: the quotas that are full; `whole` is the activity's places."),
    transfer: z.string().optional().describe("The secret part of the link that passes the seat on."),
    ticket: z.string().optional().describe("What the QR code says; only with a seat."),
    online: z.object({ link: z.string().optional(), note: z.string().optional() }).optional().describe("Only with a seat."),
  })
  .meta({ id: "OwnRegistration", description: "What the holder of the secret link sees." });

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

export const EnteredRow = z
  .object({
    row: z.int().describe("1 for the first that was sent."),
    outcome: z.enum(["confirmed", "waitlisted", "already", "refused"]),
    problems: listOf(z.object({ field: z.string(), message: BothWords })).optional(),
    because: BothWords.optional(),
  })
  .meta({ id: "EnteredRow", description: "What became of a row that staff entered." });

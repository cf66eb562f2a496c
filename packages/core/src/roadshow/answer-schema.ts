import * as z from "zod";
import { Consent } from "../consent/answer-schema.ts";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { ProjectDetail } from "../project/answer-schema.ts";
import { cooperationWays, ProjectStatus } from "../project/schema.ts";
import { decisions, marks, scoreStatuses, scorings } from "./schema.ts";

const Criterion = z.object({ id: z.string(), name: Text, weight: z.int() });
const call = {
  opensAt: Time,
  closesAt: Time,
  scoringClosesAt: Time,
  scale: z.enum(["0-10", "1-5"]),
  scoring: z.enum(scorings),
  places: z.int(),
  jurorsEach: z.int(),
  standardised: z.boolean(),
  criteria: listOf(Criterion),
};

const StageRow = z
  .object({
    startsAt: Time,
    endsAt: Time,
    name: Text,
    supplier: z.string().optional().describe("Absent for a break."),
    projectId: z.string().optional().describe("Its page, where it is listed."),
  })
  .readonly();

export const PublicCall = z
  .object({
    activityId: z.string(),
    opensAt: Time,
    closesAt: Time,
    places: z.int(),
    criteria: listOf(Criterion),
    stage: listOf(StageRow).describe("The running order; empty before it is published."),
  })
  .meta({ id: "RoadshowCall", description: "供需路演: a call for projects, and its running order." });

export const CallView = z
  .object({
    activityId: z.string(),
    title: Text,
    ...call,
    version: z.int().describe("0 before the call is set up."),
    entries: z.int(),
    accepted: z.int(),
    handedIn: z.int(),
    result: z.object({ at: Time, comments: z.boolean(), reserve: listOf(z.string()) }).optional(),
  })
  .meta({ id: "RoadshowCallView", description: "A call as organisers see it." });

const Decided = z.object({ is: z.enum(decisions), reason: z.string().optional(), at: Time });
const JurorState = z.object({
  id: z.string(),
  status: z.enum(scoreStatuses),
  proposed: z.boolean().describe("Seems to be of the same organisation: kept from the juror until it is cleared."),
  total: z.number().optional().describe("0 to 100, once it is handed in."),
  version: z.int(),
});

export const EntryRow = z
  .object({
    id: z.string(),
    version: z.int(),
    projectId: z.string(),
    projectStatus: ProjectStatus,
    projectVersion: z.int(),
    title: Text,
    organisation: z.string(),
    chain: z.string(),
    trl: z.int(),
    presenter: z.string(),
    status: z.enum(["submitted", "withdrawn"]),
    submittedAt: Time,
    value: z.number().optional().describe("The result, 0 to 100; absent where nobody has handed in."),
    rank: z.int().optional(),
    tied: z.boolean(),
    assigned: z.int(),
    handedIn: z.int(),
    missing: z.int().describe("Scores that are still to come, or that nobody is assigned for."),
    changed: z.boolean().describe("The project was changed after a juror had handed in."),
    decision: Decided.optional(),
    reservePlace: z.int().optional(),
    mark: z.enum(marks).optional(),
    jurors: listOf(JurorState),
  })
  .meta({ id: "RoadshowEntry", description: "A project in a roadshow, with its result." });

const OwnScore = z.object({
  jurorId: z.string(),
  scores: z.record(z.string(), z.number()),
  comment: z.string().optional(),
  handedInAt: Time.optional(),
});

export const EntryDetail = z
  .object({
    entry: EntryRow,
    project: ProjectDetail,
    presenter: z.object({ name: z.string(), position: z.string().optional() }),
    note: z.string().optional(),
    consent: Consent,
    scores: listOf(OwnScore).describe("Those that are handed in."),
  })
  .meta({ id: "RoadshowEntryDetail", description: "A project in a roadshow with everything." });

export const JurorRow = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: z.string().optional().describe("Absent until the juror has said it."),
    assigned: z.int(),
    handedIn: z.int(),
    conflicts: z.int(),
  })
  .meta({ id: "RoadshowJuror", description: "A juror as organisers see them." });

export const JuryRow = z
  .object({
    activityId: z.string(),
    activity: Text,
    entryId: z.string(),
    title: Text.optional().describe("Absent where it is kept from the juror."),
    status: z.enum(scoreStatuses),
    proposed: z.boolean(),
    scoringClosesAt: Time,
    open: z.boolean(),
  })
  .meta({ id: "JuryRow", description: "A project in a juror's list." });

const ScoreView = z.object({ scores: z.record(z.string(), z.number()), comment: z.string().optional() });

export const JuryEntry = z
  .object({
    activityId: z.string(),
    entryId: z.string(),
    version: z.int(),
    status: z.enum(scoreStatuses),
    open: z.boolean().describe("Scoring has not closed."),
    scoringClosesAt: Time,
    scale: z.enum(["0-10", "1-5"]),
    scoring: z.enum(scorings),
    criteria: listOf(Criterion),
    project: z.object({
      title: Text,
      problem: Text,
      advantage: Text,
      economics: Text,
      chain: z.string(),
      trl: z.int(),
      ways: listOf(z.enum(cooperationWays)),
      askingFrom: z.int().optional(),
      askingTo: z.int().optional(),
      note: z.string().optional(),
      organisation: z.string().optional().describe("Only where scoring is open."),
      presenter: z.string().optional().describe("Only where scoring is open."),
    }),
    scores: z.record(z.string(), z.number()),
    comment: z.string().optional(),
    reopened: z.string().optional(),
    others: listOf(ScoreView).describe("What others handed in; only where scoring is open, and after one's own."),
  })
  .meta({ id: "JuryEntry", description: "A project before its juror." });

export const JurorSelf = z.object({
  declared: z.boolean(),
  organisation: z.string().optional(),
  creditCode: z.string().optional(),
});

export const ScoreSaved = z.object({ version: z.int(), status: z.enum(scoreStatuses) });

const orderRow = z.union([
  z.object({ entryId: z.string(), minutes: z.int(), startsAt: Time, endsAt: Time }),
  z.object({ name: Text, minutes: z.int(), startsAt: Time, endsAt: Time }),
]);
export const conflictKinds = ["same-presenter", "not-in-order", "withdrawn", "before-start", "past-end"] as const;
export const OrderView = z
  .object({
    version: z.int().describe("0 before it is saved."),
    startsAt: Time,
    timeZone: z.string(),
    rows: listOf(orderRow),
    accepted: listOf(
      z.object({
        entryId: z.string(),
        title: Text,
        organisation: z.string(),
        presenter: z.string(),
        value: z.number().optional().describe("The result as it is now, 0 to 100."),
        mark: z.enum(marks).optional().describe("What was noted on the day."),
      }),
    ),
    conflicts: listOf(z.object({ kind: z.enum(conflictKinds), entryIds: listOf(z.string()) })),
    published: z.object({ at: Time, moved: z.int().describe("Whose time differs from what was told.") }).optional(),
  })
  .meta({ id: "RoadshowOrder", description: "The running order with its times." });

export const Distributed = z.object({
  assigned: z.int(),
  short: listOf(z.string()).describe("Projects that still lack jurors."),
});

export const ScoreState = z.object({ status: z.enum(scoreStatuses) });

export const OpenCalls = z.object({
  items: listOf(z.object({ activityId: z.string(), title: Text, closesAt: Time, timeZone: z.string() }).readonly()).describe(
    "Those that close first before the others, at most 50.",
  ),
});

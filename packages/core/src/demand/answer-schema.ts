import * as z from "zod";
import { Consent } from "../consent/answer-schema.ts";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { Locale, secrecies } from "../platform/schema.ts";
import { Contact, MoneyRange } from "../project/answer-schema.ts";
import { cooperationWays } from "../project/schema.ts";
import { Region } from "../taxonomy/schema.ts";
import { NeedKind, Solution, UnsolvedReason } from "./clock-schema.ts";
import { comparisons } from "./indicator-schema.ts";
import { type DemandNote, DemandState, DemandStatus, demandNotes } from "./schema.ts";

const Indicator = z
  .object({
    name: z.string(),
    comparison: z.enum(comparisons),
    value: z.string().describe("A number; `10–20` for a range; any text for `=`."),
    unit: z.string().describe("Empty for ratios and grades."),
  })
  .readonly()
  .describe("What the need asks of a solution, in numbers: 良率 ≥ 95 %.");
const ways = listOf(z.enum(cooperationWays));
const kind = NeedKind.optional().describe("归类: what it is about; absent until an organiser has said so.");
const wanted = listOf(Solution).optional().describe("解决方式: how it is to be solved.");
const stale = z.boolean().optional().describe("Its review is overdue: nobody has confirmed for long that the need still stands.");
const why = UnsolvedReason.optional().describe("Why it was closed without a solution.");
const unserved = z.boolean().optional().describe("Nothing on offer is adequate, as far as the matching can tell. Never public.");
const batch = z.string().optional().describe("The batch that it was gathered in.");
const happened = z.object({ offerId: z.string(), at: Time }).readonly();
const proposal = happened.optional().describe("An agreement with an offer: a person is asked whether the need is solved.");
const movedFor = happened
  .optional()
  .describe("It is in contact because both sides of this pair were asked, and no person has said otherwise.");
const notes = listOf(z.enum(Object.keys(demandNotes) as DemandNote[])).describe("What the enterprise should check.");

export const PublicDemand = z
  .object({
    id: z.string(),
    title: Text,
    problem: Text.describe("What is missing, and how one copes today."),
    scenario: Text.optional().describe("Where it would be used."),
    effect: Text.optional().describe("The effect wanted."),
    indicators: listOf(Indicator),
    confidential: z
      .boolean()
      .optional()
      .describe(
        "Problem, effect and indicators are held back as a trade secret; words that say so stand in the place of the problem.",
      ),
    chain: z.string(),
    trl: z.int().optional().describe("Readiness asked for, 1–9 (GB/T 22900)."),
    ways,
    budget: MoneyRange.optional().describe("Budget in 分; absent when it is to be agreed."),
    region: z.string().optional(),
    organisation: z.string(),
    deadline: z.iso
      .date()
      .optional()
      .describe("Day by which a solution is wanted. A need past its day stays listed; whoever shows it compares."),
    state: DemandState,
    kind,
    solutions: wanted,
    stale,
    outcome: Text.optional().describe(
      "What became of it, in words that the organiser made public; only with `solved` and `unsolved`.",
    ),
    listedAt: Time,
    updatedAt: Time,
  })
  .meta({
    id: "PublicDemand",
    description: "需求 as the public reads it. Of a trade secret only the teaser: title and scenario.",
  });

export const DemandDetail = z
  .object({
    id: z.string(),
    status: DemandStatus,
    since: Time.describe("Since when the review is in this state."),
    submittedAt: Time,
    listedAt: Time.optional(),
    remark: z.string().optional().describe("What the organiser said last: what to change, or why not."),
    state: DemandState.describe("Where it stands once it is listed, and since when."),
    stateSince: Time.optional(),
    kind,
    solutions: wanted,
    reviewOn: z.iso.date().optional().describe("Day on which the enterprise is asked whether the need still stands."),
    confirmedAt: Time.optional().describe("When the enterprise last said that it does."),
    stale,
    outcome: z
      .object({ text: Text, shown: z.boolean() })
      .readonly()
      .optional()
      .describe("What became of it; public where `shown`, else for the staff and for the enterprise that wrote it."),
    why,
    unserved,
    batch,
    proposal,
    movedFor,
    decidedAt: Time.optional().describe("When a person last said where it stands."),
    closedBy: z.enum(["enterprise", "staff"]).optional().describe("Who closed it."),
    secrecy: z.enum(secrecies),
    title: Text,
    problem: Text,
    scenario: Text.optional(),
    effect: Text.optional(),
    indicators: listOf(Indicator),
    chain: z.string(),
    trl: z.int().optional(),
    ways,
    budgetFrom: z.int().optional(),
    budgetTo: z.int().optional(),
    deadline: z.iso.date().optional(),
    region: Region,
    organisation: z.string(),
    creditCode: z.string().optional().describe("Never public."),
    contact: Contact,
    locale: Locale,
    consent: Consent.describe("Its source says who entered the need: the enterprise, or an organiser for it."),
    notes,
    version: z.int(),
  })
  .meta({ id: "DemandDetail", description: "A need as its enterprise and the staff see it. Money is 分." });

export const DemandRow = DemandDetail.pick({
  id: true,
  version: true,
  status: true,
  since: true,
  submittedAt: true,
  state: true,
  stateSince: true,
  title: true,
  organisation: true,
  chain: true,
  deadline: true,
  kind: true,
  unserved: true,
  batch: true,
  proposal: true,
  movedFor: true,
  reviewOn: true,
  stale: true,
  notes: true,
}).meta({ id: "DemandRow", description: "A need in the staff's list." });

export const SubmitAnswer = z.object({ id: z.string(), notes }).meta({
  id: "SubmitAnswer",
  description: "The same for a first and for a repeated submission. The secret link goes by mail only.",
});

export const Moved = z.object({ status: DemandStatus });

export const Batch = z
  .object({ id: z.string(), name: Text, createdAt: Time })
  .meta({ id: "DemandBatch", description: "Needs that are taken up together. Which are in it stands with each of them." });
export const BatchMade = z.object({ id: z.string() });
export const Gathered = z.object({
  gathered: z.int().describe("How many are in the batch now."),
  left: z.int().describe("How many were not listed, or are not there."),
});
export const Confirmed = z.object({ reviewOn: z.iso.date() });
export const Closed = z.object({ state: DemandState });

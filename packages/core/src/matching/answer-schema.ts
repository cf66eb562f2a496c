import * as z from "zod";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { cooperationWays } from "../project/schema.ts";
import { documentKinds, reminderStatuses } from "./deal-schema.ts";
import { AskStatus, askSides, conditionNames, failures, offerKinds, steps, verdicts } from "./schema.ts";

const Who = z.object({ id: z.string(), name: z.string().optional() }).readonly().describe("Who did it.");

const Phrase = z
  .object({
    phrase: z.string(),
    passage: z.string().optional().describe("The passage of the offer that answers it; absent where none does."),
  })
  .readonly();

const Compared = z
  .object({
    indicator: z.string().describe("Its name, and what is asked: `良率 ≥ 95 %`."),
    verdict: z.enum(verdicts).describe("`unclear`: a number that cannot be compared; `named`: named without a number."),
    found: z.string().optional().describe("The number as the passage has it."),
    gap: z.number().optional().describe("By how much it falls short, in the unit of what is asked."),
    passage: z.string().optional(),
  })
  .readonly();

export const Step = z
  .object({
    step: z.enum(steps),
    on: z.iso.date(),
    reason: z.enum(failures).optional().describe("Only with `failed`."),
    related: z.boolean().describe("A broker declared that the two sides are related parties."),
    at: Time.optional().describe("When it was recorded."),
    by: Who.optional(),
  })
  .readonly()
  .meta({ id: "MatchStep", description: "What was done with a pair, and on which day." });

export const Match = z
  .object({
    offerId: z.string(),
    kind: z.enum(offerKinds),
    title: Text,
    organisation: z.string(),
    score: z.number().describe("0 to 1: how much of the need is there, by how rare it is."),
    phrases: listOf(Phrase).describe("What the need says, that which tells most first."),
    indicators: listOf(Compared),
    conditions: listOf(z.object({ name: z.enum(conditionNames), holds: z.boolean() }).readonly()).describe(
      "Conditions of which both sides say something. They never change the order.",
    ),
    suitable: z.boolean().optional().describe("What a broker judged; absent where nobody did."),
    steps: listOf(Step).optional().describe("What was done with the pair, by day; absent where nothing was."),
  })
  .readonly()
  .meta({ id: "Match", description: "A project, a patent or an expert on the shortlist of a need, with the reasons." });

export const Matches = z
  .object({
    madeAt: Time.optional().describe("When the shortlist was made; absent where it still is to be."),
    likelihood: z.number().describe("How likely it is that one of all offers answers the need."),
    inadequate: z.boolean().describe("There is no adequate supply; the list shows what comes nearest."),
    items: listOf(Match),
  })
  .meta({ id: "Matches", description: "The shortlist of a need. Of a trade secret it quotes what is hidden from the public." });

const JudgedText = z.object({ id: z.string(), title: z.string(), text: z.string() }).readonly();

export const Judgement = z.object({ need: JudgedText, offer: JudgedText, suitable: z.boolean(), at: Time }).readonly().meta({
  id: "Judgement",
  description: "A pair that a broker judged, with its texts: a line of `bench -- matching --judgements`.",
});

export const Judged = z.object({ suitable: z.boolean() });

export const Ask = z
  .object({
    id: z.string(),
    version: z.int(),
    demandId: z.string(),
    offerId: z.string(),
    kind: z.enum(offerKinds),
    chain: z.string(),
    side: z.enum(askSides).describe("Who was asked: the side of the need, or that of the offer."),
    status: AskStatus,
    since: Time,
    askedAt: Time,
    demandTitle: Text,
    offerTitle: Text.describe("Empty for an expert, whose name is looked up."),
    note: z.string().optional().describe("What they said."),
    related: z.boolean().describe("They declared that the two sides are related parties."),
  })
  .meta({ id: "Ask", description: "One side of a pair that was asked whether it wants to meet the other." });

export const Asked = z.object({ asked: listOf(z.enum(askSides)) });

const Side = z.object({ title: Text, organisation: z.string(), page: z.string().optional() }).readonly();
export const AskView = z
  .object({
    side: z.enum(askSides),
    status: AskStatus,
    own: Side,
    other: Side.describe("What of the other side is public."),
    kind: z.enum(offerKinds),
    name: z.string(),
  })
  .meta({ id: "AskView", description: "What whoever was asked reads." });

export const Answered = z.object({ status: AskStatus });

const reminder = {
  id: z.string(),
  version: z.int(),
  on: z.iso.date(),
  note: z.string().describe("Empty where it was erased along with a person's data."),
  status: z.enum(reminderStatuses),
  at: Time,
  by: Who,
  done: z.object({ at: Time, by: Who }).readonly().optional(),
};
const Paper = z
  .object({
    id: z.string(),
    kind: z.enum(documentKinds),
    personal: z.boolean().describe("It goes when one of the two sides' contacts is erased."),
    size: z.int().describe("Bytes."),
    at: Time,
    by: Who,
  })
  .readonly();

const Entry = z
  .object({
    at: z.string().describe("An instant, or of a step the day on which it was taken."),
    what: z.enum(["step", "asked", "answered", "document", "document-removed", "reminder", "reminder-done"]),
    by: Who.optional().describe("Absent for an answer, which the side itself gave."),
    step: z.enum(steps).optional(),
    recordedAt: Time.optional(),
    reason: z.enum(failures).optional(),
    related: z.boolean().optional(),
    side: z.enum(askSides).optional(),
    status: AskStatus.optional(),
    note: z.string().optional(),
    kind: z.enum(documentKinds).optional(),
    on: z.iso.date().optional(),
  })
  .readonly();

export const Manager = z.object({ id: z.string(), name: z.string(), organisation: z.string() }).readonly();
const agreement = { way: z.enum(cooperationWays), on: z.iso.date(), chain: z.string() };
export const Deal = z
  .object({
    demandId: z.string(),
    offerId: z.string(),
    kind: z.enum(offerKinds),
    chain: z.string(),
    demandTitle: Text,
    offerTitle: Text,
    organisation: z.string().describe("Whose offer it is; empty for an expert who is not in public any more."),
    related: z.boolean().describe("A side or a broker declared that the two are related parties."),
    inForce: z.boolean().optional().describe("Of a patent: whether it is in force today."),
    history: listOf(Entry).describe("What was done, the newest first."),
    documents: listOf(Paper),
    reminders: listOf(z.object(reminder).readonly()).describe("Those that are open, the next first; then those that are done."),
    conversion: z
      .object({
        ...agreement,
        amountFrom: z.int().optional().describe("分; never in public."),
        amountTo: z.int().optional(),
        managers: listOf(Manager),
      })
      .optional(),
  })
  .meta({ id: "Deal", description: "What was done with a need and an offer: steps, answers, documents, reminders." });

export const Reminder = z
  .object({ demandId: z.string(), offerId: z.string(), chain: z.string(), title: Text, ...reminder })
  .meta({ id: "MatchReminder", description: "What somebody wants to be reminded of about a need and an offer." });

export const StepBack = z.object({ takenBack: z.boolean() });
export const KeptDocument = z.object({ id: z.string() });
export const RemovedDocument = z.object({ removed: z.boolean() });
export const Brokered = z
  .object({
    ...agreement,
    demandId: z.string(),
    offerId: z.string(),
    role: z.enum(["manager", "expert"]).describe("Who brokered it, or the expert with whom it was made."),
    demandTitle: Text,
  })
  .meta({ id: "Brokered", description: "A conversion that somebody of the talent pool brought about. Without its amount." });

import * as z from "zod";
import { listOf, Text, Time } from "../platform/answer-schema.ts";
import { AskStatus, askSides, conditionNames, failures, offerKinds, steps, verdicts } from "./schema.ts";

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

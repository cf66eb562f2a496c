import * as z from "zod";
import { BothWords, listOf, Time } from "../platform/answer-schema.ts";
import { allBases } from "./kinds-schema.ts";
import { changeSources, otherPurposes, TopicName } from "./preference-schema.ts";

export const ConsentRecord = z
  .object({
    made: Time,
    subscribed: z.boolean(),
    topics: listOf(z.object({ topic: TopicName, label: BothWords, text: BothWords, version: z.string() })),
    pausedUntil: Time.optional(),
    bases: listOf(
      z.object({
        basis: z.enum(Object.keys(allBases) as [keyof typeof allBases, ...(keyof typeof allBases)[]]),
        meaning: BothWords,
        source: z.string(),
        at: Time,
      }),
    ),
    changes: listOf(
      z.object({
        id: z.string(),
        at: Time,
        purpose: z.enum([...TopicName.options, ...(Object.keys(otherPurposes) as (keyof typeof otherPurposes)[])]),
        label: BothWords,
        text: BothWords.optional(),
        given: z.boolean().optional().describe("Absent for what is chosen and not agreed to."),
        value: z.string().optional().describe("The language, the chains, the end of a pause."),
        textVersion: z.string().optional(),
        source: z.enum(Object.keys(changeSources) as (keyof typeof changeSources)[]),
      }),
    ),
  })
  .meta({ id: "ConsentRecord", description: "What may be sent to a person, and every change of it, the oldest first." });

const Hours = z.object({ from: z.int(), to: z.int() });
export const RulesView = z
  .object({
    cap: z.object({ mails: z.int(), days: z.int() }).optional(),
    quiet: Hours.optional().describe("Full hours by the recipient's clock; the first is quiet, the last is not."),
    version: z.int().describe("0 before anybody set them."),
  })
  .meta({ id: "SendingRules", description: "What holds for every notification." });

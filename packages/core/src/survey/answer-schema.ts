import * as z from "zod";
import { listOf, pageOf, stored, Text, Time } from "../platform/answer-schema.ts";
import { questionKinds, surveyStatuses } from "./kinds-schema.ts";

const Question = z.object({
  id: z.string(),
  kind: z.enum(questionKinds),
  label: Text,
  options: listOf(z.object({ id: z.string(), label: Text })),
  many: z.boolean(),
  required: z.boolean(),
});
const window = { opensAt: Time.optional(), closesAt: Time.optional() };

export const Survey = z
  .object({
    activityId: z.string(),
    status: z.enum(surveyStatuses),
    intro: Text.optional(),
    questions: listOf(Question),
    days: z.int(),
    ...window,
    cursor: z.string().optional(),
    rounds: z.int().optional().describe("How many were in when the last round of invitations was over."),
    ...stored,
  })
  .meta({ id: "Survey", description: "What those who came to an activity are asked." });
export const Opened = z.object({ version: z.int(), opensAt: Time });

export const SurveyResults = z
  .object({
    status: z.enum(surveyStatuses),
    ...window,
    invited: z.int(),
    answers: z.int(),
    questions: listOf(
      z.object({
        id: z.string(),
        kind: z.enum(questionKinds),
        label: Text,
        answered: z.int(),
        mean: z.number().optional().describe("Of ratings from 1 to 5."),
        counts: listOf(z.object({ id: z.string(), label: Text.optional(), count: z.int() })),
      }),
    ),
  })
  .meta({ id: "SurveyResults" });
export const SurveyTexts = pageOf(z.object({ id: z.string(), text: z.string() }));

/** As the console has them. */
export type SurveyRow = z.infer<typeof Survey>;
export type SurveyFigures = z.infer<typeof SurveyResults>;

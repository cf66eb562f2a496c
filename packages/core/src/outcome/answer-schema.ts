import * as z from "zod";
import { listOf, Text, Time } from "../platform/answer-schema.ts";

const counts = {
  registered: z.int().describe("Neither cancelled nor refused."),
  seats: z.int(),
  came: z.int(),
};
const groups = listOf(z.object({ key: z.string().describe("`unknown` where it is not known."), ...counts }));

export const Statistics = z
  .object({
    total: z.object(counts),
    kinds: groups.describe("By kind of organisation."),
    chains: groups.describe("By industry chain; somebody of several counts in each."),
    sources: groups.describe("By where the registration came from."),
  })
  .meta({ id: "AttendanceStatistics" });
export type StatisticsRow = z.infer<typeof Statistics>;

const publicFigures = {
  came: z.int(),
  kinds: listOf(
    z.object({ key: z.string().describe("`fewer`: groups of fewer than five, put together."), count: z.int() }).readonly(),
  ),
  survey: z
    .object({
      answers: z.int(),
      ratings: listOf(
        z.object({ label: Text, mean: z.number().describe("Of ratings from 1 to 5."), answered: z.int() }).readonly(),
      ),
    })
    .readonly()
    .optional()
    .describe("Absent where fewer than five answered."),
};
export const PublicOutcome = z.object(publicFigures).meta({
  id: "PublicOutcome",
  description:
    "What an organiser told of an activity: how many came and what they thought, with no group small enough to tell who.",
});
export const OutcomeView = z
  .object({
    version: z.int().describe("0 before anything was published."),
    now: z.object(publicFigures).describe("What would be shown now."),
    published: z.object({ at: Time, ...publicFigures }).optional(),
  })
  .meta({ id: "OutcomeView" });
export type OutcomeViewRow = z.infer<typeof OutcomeView>;

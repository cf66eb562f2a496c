import * as z from "zod";
import { listOf } from "../platform/answer-schema.ts";

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

export const PublicStatistics = z
  .object({
    came: z.int(),
    kinds: listOf(z.object({ key: z.string().describe("`fewer`: groups of fewer than five, put together."), count: z.int() })),
  })
  .meta({ id: "PublicStatistics", description: "How many came, with no group small enough to tell who." });

import type * as z from "zod";
import { reason } from "../platform/reason.ts";
import type * as answers from "./answer-schema.ts";

/** `met` 达到, `short` 有差距, `unclear` 无法比对, `named` 只提到, `missing` 没有提到. */
export const verdicts = ["met", "short", "unclear", "named", "missing"] as const;
export const conditionNames = ["in-force", "trl", "budget", "region", "ways", "exclusivity"] as const;

/** The shortlist of a need as brokers see it. */
export type Matches = Readonly<z.infer<typeof answers.Matches>>;
export type Match = Readonly<z.infer<typeof answers.Match>>;
export type Judgement = Readonly<z.infer<typeof answers.Judgement>>;

export const matchMissing = reason(
  "matching.not-found",
  "not-found",
  "没有找到这条需求或项目，可能已经下线。请从需求列表重新选择。",
  "There is no such need or project; it may have been withdrawn. Choose one from the list of needs.",
);

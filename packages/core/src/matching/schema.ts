import type * as z from "zod";
import { reason } from "../platform/reason.ts";
import type * as answers from "./answer-schema.ts";

/** `met` 达到, `short` 有差距, `unclear` 无法比对, `named` 只提到, `missing` 没有提到. */
export const verdicts = ["met", "short", "unclear", "named", "missing"] as const;
export const conditionNames = ["in-force", "trl", "budget", "region", "ways", "exclusivity"] as const;

/** 挂牌项目, 专利, 专家. */
export const offerKinds = ["project", "patent", "talent"] as const;
export type OfferKind = (typeof offerKinds)[number];

/** How a pair goes on: 提出, 联系, 会谈, 实地考察, 达成合作, 未成. */
export const steps = ["proposed", "contact", "meeting", "visit", "agreement", "failed"] as const;
/** Why nothing came of it: 没有回应, 价格, 成熟度, 合作条件, 指标达不到, 另有方案, 其他. Chosen, so that no text names anybody. */
export const failures = ["no-answer", "price", "maturity", "terms", "performance", "other-solution", "other"] as const;

/** The shortlist of a need as brokers see it. */
export type Matches = Readonly<z.infer<typeof answers.Matches>>;
export type Match = Readonly<z.infer<typeof answers.Match>>;
export type Step = Readonly<z.infer<typeof answers.Step>>;
export type Judgement = Readonly<z.infer<typeof answers.Judgement>>;

export const stepAhead = reason(
  "matching.step-ahead",
  "invalid",
  "“日期”在今天以后。请填写这一步实际发生的日期。",
  "Day: this is after today. Give the day on which the step was taken.",
);
export const matchMissing = reason(
  "matching.not-found",
  "not-found",
  "没有找到这条需求或供给，可能已经下线。请从需求列表重新选择。",
  "There is no such need or offer; it may have been withdrawn. Choose one from the list of needs.",
);

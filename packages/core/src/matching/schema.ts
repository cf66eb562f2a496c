import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, optionalProse } from "../platform/schema.ts";
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

/** 等待答复, 愿意, 不愿意, 暂时不. */
export const askStatuses = ["open", "yes", "no", "not-now"] as const;
export const AskStatus = z.enum(askStatuses);
export type AskStatus = (typeof askStatuses)[number];
export const askSides = ["need", "offer"] as const;
export type AskSide = (typeof askSides)[number];

const w = (zh: string, en: string) => ({ "zh-CN": zh, en });

/** What somebody who was asked says, on the page behind the link. */
export const AnswerAsk = z
  .object({
    token: z.string().max(200),
    answer: labelled(z.enum(["yes", "no", "not-now"]), "您的答复", "Your answer"),
    note: labelled(
      optionalProse(500),
      "说明",
      "Reason",
      w(
        "不愿意或暂时不的，请写明原因；愿意的可以写方便的时间。",
        "Where the answer is no or not now: why. With a yes: when it suits you.",
      ),
    ),
    related: labelled(
      z.union([z.boolean(), z.literal("yes").transform(() => true)]).default(false),
      "关联关系声明",
      "Related parties",
    ),
  })
  .refine(({ answer, note }) => answer === "yes" || note, {
    path: ["note"],
    params: {
      words: w(
        "“说明”没有填写：不愿意或暂时不的，请写明原因，便于我们另找合适的对象。",
        "Reason: write why, so that we can look for somebody who suits.",
      ),
    },
  });

/** The shortlist of a need as brokers see it. */
export type Matches = Readonly<z.infer<typeof answers.Matches>>;
export type Match = Readonly<z.infer<typeof answers.Match>>;
export type Step = Readonly<z.infer<typeof answers.Step>>;
export type Ask = Readonly<z.infer<typeof answers.Ask>>;
export type AskView = Readonly<z.infer<typeof answers.AskView>>;
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
export const askMissing = reason(
  "matching.ask-link",
  "not-found",
  "链接无效或已过期。请使用最近一封邮件中的链接，或与主办方联系。",
  "This link is not valid any more. Use the one in the latest mail, or ask the organiser.",
);
export const askedAlready = reason(
  "matching.asked",
  "conflict",
  "双方都已征询过，正在等待答复或已有答复，没有再次发信。答复为“暂时不”的可以再次征询。",
  "Both sides were asked already; no mail was sent again. Whoever said “not now” can be asked again.",
);
export const needHasNobody = reason(
  "matching.no-contact-need",
  "precondition-failed",
  "需求没有公开，或联系人信息已删除，无法发信征询。请先公开需求，或电话征询后记录进展。",
  "The need is not listed, or its contact was erased, so nobody can be asked by mail. List it first, or ask by telephone and record the step.",
);
export const offerHasNobody = reason(
  "matching.no-contact-offer",
  "precondition-failed",
  "供给方没有登记邮箱，或已撤下，无法发信征询。请在其记录中补充联系人，或电话征询后记录进展。",
  "The offer has no contact's address, or was taken back, so nobody can be asked by mail. Add a contact to its record, or ask by telephone and record the step.",
);
export const askAnswered = reason(
  "matching.answered",
  "conflict",
  "您已经答复过，答复已记录。如需更改，请与主办方联系。",
  "You have answered already, and the answer is recorded. To change it, ask the organiser.",
);

import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, localised, prose } from "../platform/schema.ts";
import { questionKinds } from "./kinds-schema.ts";

export { type QuestionKind, questionKinds, ratings, type SurveyStatus, surveyStatuses } from "./kinds-schema.ts";

const PartId = z.string().regex(/^[a-z0-9]{1,12}$/);
const distinct = (parts: readonly { readonly id: string }[]) => new Set(parts.map(({ id }) => id)).size === parts.length;

const Option = z.object({ id: PartId, label: labelled(localised(80), "选项", "Option") });

/** One question: a rating from 1 to 5, a choice (of one, or of several), or a text. */
export const Question = z
  .object({
    id: PartId,
    kind: labelled(z.enum(questionKinds), "类型", "Kind"),
    label: labelled(localised(160), "问题", "Question"),
    options: labelled(z.array(Option).max(12).default([]), "选项", "Options"),
    many: labelled(z.boolean().default(false), "可多选", "Several may be chosen"),
    required: labelled(z.boolean().default(false), "必答", "Required"),
  })
  .refine(({ kind, options }) => kind !== "choice" || (options.length >= 2 && distinct(options)), {
    path: ["options"],
    params: { words: { "zh-CN": "选择题至少要有两个不同的选项。", en: "A choice needs at least two different options." } },
  })
  .transform((q) => (q.kind === "choice" ? q : { ...q, options: [], many: false }));
export type Question = z.infer<typeof Question>;

export const SurveyContent = z
  .object({
    intro: labelled(localised(500, true).optional(), "说明（选填）", "Introduction (optional)"),
    questions: labelled(z.array(Question).min(1).max(20), "问题", "Questions"),
    days: labelled(z.int().min(1).max(60).default(14), "开放天数", "Days for which it is open"),
  })
  .refine(({ questions }) => distinct(questions), {
    path: ["questions"],
    params: { words: { "zh-CN": "有两个问题的编号相同。", en: "Two questions have the same id." } },
  });
export type SurveyContent = z.infer<typeof SurveyContent>;

/** What somebody answers, by the question's id. */
export type Answers = Readonly<Record<string, number | string | readonly string[]>>;

const mostText = 1000;
const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal("").transform(() => undefined), schema]).optional();

/** What the answers to these questions may be, as a form sends them. */
export function answersTo(questions: readonly Question[]) {
  const fields = questions.map(({ id, kind, label, options, many, required }) => {
    const ids = options.map((option) => option.id) as [string, ...string[]];
    const several = z.preprocess(
      (sent) => (sent === undefined || sent === "" ? [] : typeof sent === "string" ? [sent] : sent),
      required ? z.array(z.enum(ids)).min(1).max(12) : z.array(z.enum(ids)).max(12),
    );
    const one =
      kind === "rating"
        ? z.coerce.number().int().min(1).max(5)
        : kind === "text"
          ? prose(mostText, required ? 1 : 0)
          : z.enum(ids.length ? ids : ["none"]);
    const asked = kind === "choice" && many ? several : required ? one : optional(one);
    return [id, labelled(asked, label["zh-CN"], label.en ?? label["zh-CN"])] as const;
  });
  return z.object(Object.fromEntries(fields));
}

export const surveyMissing = reason(
  "survey.not-found",
  "not-found",
  "没有找到这份问卷。请使用最近一封邮件中的链接。",
  "There is no such survey. Use the link in the latest mail.",
);
export const surveyClosed = reason(
  "survey.closed",
  "conflict",
  "这份问卷现在不在开放时间内，无法提交。",
  "This survey is not open now, so nothing can be sent.",
);
export const surveyAnswered = reason(
  "survey.answered",
  "conflict",
  "您已经填写过这份问卷。每人一份；回答是匿名的，所以不能再查看或修改。",
  "You have answered this survey already. One answer each; answers are anonymous, so they cannot be seen or changed any more.",
);
export const surveyOpened = reason(
  "survey.opened",
  "conflict",
  "问卷已经开放，问题不能再修改，否则前后的回答无法比较。",
  "The survey has been opened; its questions cannot be changed any more, since answers before and after would not compare.",
);

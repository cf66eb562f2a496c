import * as z from "zod";
import { labelled, localised } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { hasOptions } from "./reading-schema.ts";

/** 单行文字, 多行文字, 单选, 多选, 数字, 日期, 单位（统一社会信用代码）, 产业链. */
export const questionKinds = ["text", "long-text", "one", "many", "number", "date", "organisation", "chain"] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const QuestionKind = z.enum(questionKinds);

/** Characters that an answer may have. */
export const lengths = { text: 200, "long-text": 2000 } as const;
export const mostQuestions = 40;
export const mostOptions = 30;
/** The largest group that an organiser may allow, its leader included. */
export const mostInGroup = 10;

/** Answers are looked up by it, so it is nothing that every object has. */
const PartId = z
  .string()
  .regex(/^[a-z0-9]{1,12}$/)
  .refine((id) => !(id in {}));

export const Option = z.object({ id: PartId, label: labelled(localised(120), "选项", "Choice") });
export type Option = z.infer<typeof Option>;

/** A question of a form. Its id stays when it is moved or worded anew; another kind is another question. */
export const Question = z.object({
  id: PartId,
  kind: labelled(QuestionKind, "类型", "Kind"),
  label: labelled(localised(200), "问题", "Question"),
  hint: labelled(localised(300).optional(), "说明", "Hint"),
  required: labelled(z.boolean().optional(), "必填", "Required"),
  /** Only for these ticket types; for all where it is absent. */
  tickets: labelled(z.array(z.string().max(12)).max(12).optional(), "适用票种", "Ticket types"),
  /** Only asked where an earlier choice is one of these. */
  when: labelled(z.object({ question: PartId, is: z.array(PartId).max(mostOptions) }).optional(), "条件", "Condition"),
  options: labelled(z.array(Option).max(mostOptions).optional(), "选项", "Choices"),
  least: labelled(z.number().optional(), "最小值", "Least"),
  most: labelled(z.number().optional(), "最大值", "Most"),
});
export type Question = z.infer<typeof Question>;

/** What is asked of those who register, and how many may come together. */
export const FormContent = z
  .object({
    questions: labelled(z.array(Question).max(mostQuestions), "问题", "Questions"),
    group: labelled(z.int().min(1).max(mostInGroup).default(1), "每组最多人数", "Largest group"),
  })
  .superRefine(({ questions }, ctx) => {
    for (const { path, words } of questions.flatMap((_, at) => wrongIn(questions, at)))
      ctx.addIssue({ code: "custom", path: ["questions", ...path], params: { words } });
  });
export type FormContent = z.infer<typeof FormContent>;

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What is wrong with one question among the others. */
function wrongIn(questions: readonly Question[], at: number): { path: (string | number)[]; words: Words }[] {
  const question = questions[at];
  if (!question) return [];
  const found: { path: (string | number)[]; words: Words }[] = [];
  const say = (field: string, words: Words) => found.push({ path: [at, field], words });
  const { id, options = [], when, least, most } = question;
  if (questions.findIndex((q) => q.id === id) !== at)
    say("id", w("两个问题编号相同，请删除其中一个。", "Two questions have the same id. Take one away."));
  if (hasOptions(question) && options.length < 2) say("options", w("“选项”至少要有两个。", "Choices: give at least two."));
  if (new Set(options.map((o) => o.id)).size !== options.length)
    say("options", w("“选项”有重复，请删除其中一个。", "Choices: two have the same id. Take one away."));
  if (least !== undefined && most !== undefined && least > most)
    say("most", w("“最大值”不能小于最小值。", "Most: it cannot be below the least."));
  if (when) {
    const asked = questions.slice(0, at).find((q) => q.id === when.question);
    const known = asked && hasOptions(asked) && when.is.every((one) => asked.options?.some((o) => o.id === one));
    if (!known || when.is.length === 0)
      say(
        "when",
        w(
          "“条件”必须指向前面的一道选择题，并至少选一个选项。",
          "Condition: it has to name a choice question further up, and at least one of its choices.",
        ),
      );
  }
  return found;
}

/** A choice by its id; a number as one; a credit code; a chain by its id; a day as `2027-06-30`. */
export type Answer = string | number | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** Answers as they are sent, by the question's id. */
export const Given = z.record(
  z.string().max(12),
  z.union([z.string().max(5000), z.number(), z.array(z.string().max(40)).max(mostOptions)]),
);
export type Given = z.infer<typeof Given>;

import { isCreditCode } from "../organisation/code-schema.ts";
import { OptionalDay } from "../platform/schema.ts";
import { tidy, type Words } from "../platform/text.ts";
import { chosen, isAsked } from "./reading-schema.ts";
import { type Answer, type Answers, type Given, lengths, type Question } from "./schema.ts";

interface FieldError {
  readonly field: string;
  readonly message: Words;
}

/** What an answer is looked up in. */
export interface Known {
  isChain(id: string): boolean;
}

const words = (question: Question, zh: string, en: string): Words => ({
  "zh-CN": `“${question.label["zh-CN"]}”${zh}`,
  en: `${question.label.en ?? question.label["zh-CN"]}: ${en}`,
});

const typed = (value: Given[string] | undefined): string =>
  value === undefined ? "" : Array.isArray(value) ? (value[0] ?? "") : String(value);
/** The answers as they are kept, and what is wrong with them; what was not asked is left out. */
export function checkAnswers(
  questions: readonly Question[],
  given: Given,
  ticket: string | undefined,
  known: Known,
): { answers: Answers; errors: FieldError[] } {
  const answers: Record<string, Answer> = {};
  const errors: FieldError[] = [];
  for (const question of questions) {
    if (!isAsked(question, questions, given, ticket)) continue;
    const read = readAnswer(question, given[question.id], known);
    if (isWrong(read)) errors.push({ field: `answers.${question.id}`, message: read.wrong });
    else if (read !== undefined) answers[question.id] = read;
    else if (question.required)
      errors.push({
        field: `answers.${question.id}`,
        message: words(question, "没有填写，请填写。", "this is missing. Fill it in."),
      });
  }
  return { answers, errors };
}

const isWrong = (read: Read): read is { readonly wrong: Words } => typeof read === "object" && "wrong" in read;

type Read = Answer | undefined | { readonly wrong: Words };

/** One answer as it is kept; undefined where nothing was given. */
function readAnswer(question: Question, value: Given[string] | undefined, known: Known): Read {
  const wrong = (zh: string, en: string) => ({ wrong: words(question, zh, en) });
  const text = typed(value);
  switch (question.kind) {
    case "text":
    case "long-text": {
      const long = question.kind === "long-text";
      const plain = long ? text.toWellFormed().replace(/\r\n?/g, "\n").split("\n").map(tidy).join("\n").trim() : tidy(text);
      const most = lengths[question.kind];
      if (plain.length > most) return wrong(`最多 ${most} 个字，请删减。`, `shorten it to ${most} characters.`);
      return plain || undefined;
    }
    case "one":
    case "many": {
      const picked = [...new Set(chosen(value))];
      if (!picked.every((one) => question.options?.some(({ id }) => id === one)))
        return wrong("请从列出的选项中选择。", "choose one of the options given.");
      if (question.kind === "many") return picked.length ? picked : undefined;
      return picked.length > 1 ? wrong("只能选一项。", "choose one only.") : picked[0];
    }
    case "number": {
      const plain = tidy(text).replace(/[,，]/g, "");
      if (!plain) return undefined;
      const number = /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
      if (Number.isNaN(number)) return wrong("不是数字，请写数字，例如 12。", "this is not a number. Write one, for example 12.");
      if (question.least !== undefined && number < question.least)
        return wrong(`不能小于 ${question.least}。`, `use ${question.least} or more.`);
      if (question.most !== undefined && number > question.most)
        return wrong(`不能大于 ${question.most}。`, `use ${question.most} or less.`);
      return number;
    }
    case "date": {
      const day = OptionalDay.safeParse(text.slice(0, 40));
      return day.success ? day.data : wrong("不是有效的日期，例如 2027-06-30。", "this is not a date, for example 2027-06-30.");
    }
    case "organisation": {
      const code = tidy(text).toUpperCase().replace(/[\s-]/g, "");
      if (!code) return undefined;
      return isCreditCode(code)
        ? code
        : wrong(
            "不是有效的统一社会信用代码（18 位，最后一位是校验码）。请照营业执照填写。",
            "this is no credit code: it has 18 characters, the last one being a check. Copy it from the licence.",
          );
    }
    case "chain":
      return !text || known.isChain(text)
        ? text || undefined
        : wrong("请从列出的选项中选择。", "choose one of the options given.");
  }
}

/** What somebody who saw an older form has to look at: questions that are new or changed, and answers that nobody asks for any more. */
export function changedFor(
  was: readonly Question[],
  is: readonly Question[],
  given: Given,
  ticket: string | undefined,
): { asked: Question[]; gone: Question[] } {
  const before = (question: Question) => was.find(({ id }) => id === question.id);
  const said = (question: Question) => chosen(given[question.id]).some((one) => tidy(one));
  return {
    asked: is.filter((q) => isAsked(q, is, given, ticket) && !sameQuestion(before(q), q)),
    gone: was.filter((q) => said(q) && isAsked(q, was, given, ticket) && !is.some(({ id }) => id === q.id)),
  };
}

/** Whether a question asks the same, whatever stands beside it. */
function sameQuestion(was: Question | undefined, is: Question): boolean {
  const asks = ({ kind, label, options = [], least, most, required = false }: Question) =>
    JSON.stringify([kind, label["zh-CN"], label.en, options.map((o) => [o.id, o.label["zh-CN"]]), least, most, required]);
  return was !== undefined && asks(was) === asks(is);
}

import type { PublicActivity } from "@lingxi/core/activity/schema";
import { type Answers, type Given, lengths, type Question } from "@lingxi/core/form/schema";
import { fill, type Locale, type Localised, say, type Words } from "@lingxi/core/platform/text";
import { allChains } from "@lingxi/core/taxonomy";
import type { Field, Values } from "./form.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  optional: w("{label}（选填）", "{label} (optional)"),
  secrets: w(
    "以下问题由主办方提出。本系统在公共网络上运行，不得填写国家秘密。",
    "The organiser asks the following. This is a public network: state secrets must not be entered.",
  ),
  when: w("仅当“{question}”选择“{choices}”时填写。", "Only if you chose “{choices}” for “{question}”."),
  tickets: w("仅限票种“{tickets}”填写。", "Only with the ticket type “{tickets}”."),
  organisation: w("18 位统一社会信用代码，见营业执照。", "The unified social credit code, 18 characters; see the licence."),
  number: w("请写数字。", "Write a number."),
  date: w("例如 2027-06-30。", "For example 2027-06-30."),
  length: w("最多 {n} 个字。", "Up to {n} characters."),
} satisfies Record<string, Words>;

const nameOf = (id: string) => `answers.${id}`;

/** The organiser's questions as fields. Those that depend on something say on what: the page asks them all, and what does not apply is left out. */
export function questionFields(
  questions: readonly Question[],
  locale: Locale,
  tickets: PublicActivity["tickets"] = [],
  ticket?: string,
): Field[] {
  const shown = questions.filter((q) => ticket === undefined || !q.tickets?.length || q.tickets.includes(ticket));
  const fields = shown.map((question) => fieldOf(question, questions, locale, ticket === undefined ? tickets : []));
  return fields.length ? [{ name: "secrets", as: "note", sentence: words.secrets[locale] }, ...fields] : [];
}

function fieldOf(
  question: Question,
  all: readonly Question[],
  locale: Locale,
  tickets: NonNullable<PublicActivity["tickets"]>,
): Field {
  const { id, kind, required, options = [] } = question;
  const label = say(question.label, locale);
  const on = all.find((q) => q.id === question.when?.question);
  const comma = locale === "en" ? ", " : "、";
  const names = (parts: readonly { readonly id: string; readonly name: Localised }[], ids: readonly string[]) =>
    parts.flatMap((part) => (ids.includes(part.id) ? [say(part.name, locale)] : [])).join(comma);
  const condition =
    on && question.when
      ? fill(words.when[locale], {
          question: say(on.label, locale),
          choices: names(
            (on.options ?? []).map((o) => ({ id: o.id, name: o.label })),
            question.when.is,
          ),
        })
      : "";
  const kinds =
    question.tickets?.length && tickets.length ? fill(words.tickets[locale], { tickets: names(tickets, question.tickets) }) : "";
  const hint = [condition, kinds, question.hint ? say(question.hint, locale) : "", helpOf(kind, locale)].filter(Boolean);
  const choices = options.map((o) => ({ value: o.id, label: say(o.label, locale) }));
  return {
    name: nameOf(id),
    label: required ? label : fill(words.optional[locale], { label }),
    ...(hint.length ? { hint: hint.join(locale === "en" ? " " : "") } : {}),
    ...looks(kind, choices, locale),
  };
}

const helpOf = (kind: Question["kind"], locale: Locale): string =>
  kind === "organisation" || kind === "number" || kind === "date"
    ? words[kind][locale]
    : kind === "long-text"
      ? fill(words.length[locale], { n: lengths["long-text"] })
      : "";

function looks(
  kind: Question["kind"],
  options: NonNullable<Field["options"]>,
  locale: Locale,
): Pick<Field, "as" | "options" | "rows"> {
  switch (kind) {
    case "long-text":
      return { as: "textarea", rows: 4 };
    case "one":
      return { as: options.length > 8 ? "select" : "radios", options };
    case "many":
      return { as: "checkboxes", options };
    case "number":
    case "date":
      return { as: kind };
    case "chain":
      return { as: "select", options: allChains.map((chain) => ({ value: chain.id, label: chain.name[locale] })) };
    default:
      return {};
  }
}

/** What a form sent as answers, by question; core knows which of them are lists. */
export const answersIn = (values: Values): Given =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith("answers.") && value !== undefined
        ? [[name.slice("answers.".length), typeof value === "string" ? value : [...value]]]
        : [],
    ),
  );

/** Answers that are kept, as a form holds them. */
export const answerValues = (answers: Answers = {}): Values =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [nameOf(id), typeof answer === "number" ? String(answer) : answer]),
  );

import { type Locale, say } from "../platform/text.ts";
import type { Answer, Given, Question } from "./schema.ts";

export const hasOptions = ({ kind }: Pick<Question, "kind">): boolean => kind === "one" || kind === "many";

export const chosen = (value: Given[string] | undefined): string[] =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value.filter(Boolean) : [String(value)];

/** Whether a question is asked of somebody, by the ticket type and by what was chosen further up. */
export function isAsked(question: Question, questions: readonly Question[], given: Given, ticket: string | undefined): boolean {
  if (question.tickets?.length && !(ticket && question.tickets.includes(ticket))) return false;
  const { when } = question;
  if (!when) return true;
  const on = questions.find(({ id }) => id === when.question);
  return Boolean(on && isAsked(on, questions, given, ticket) && chosen(given[on.id]).some((one) => when.is.includes(one)));
}

/** An answer in words. */
export function answerText(
  question: Question,
  answer: Answer | undefined,
  locale: Locale,
  chainName: (id: string) => string,
): string {
  if (answer === undefined) return "";
  const option = (id: string) => {
    const found = question.options?.find((o) => o.id === id);
    return found ? say(found.label, locale) : id;
  };
  if (typeof answer === "object") return answer.map(option).join(locale === "en" ? ", " : "、");
  if (question.kind === "one") return option(String(answer));
  return question.kind === "chain" ? chainName(String(answer)) : String(answer);
}

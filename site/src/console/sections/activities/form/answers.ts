import { answerText, hasOptions } from "@lingxi/core/form/reading-schema";
import type { Question } from "@lingxi/core/form/schema";
import { say } from "@lingxi/core/platform/text";
import type { Cell } from "@lingxi/core/platform/xlsx";
import type { ListColumn, ListFilter } from "../../../list/types.ts";
import { currentLocale } from "../../../text.ts";
import type { RegistrationRow } from "../types.ts";
import type { FormRow } from "./draft.ts";
import { words } from "./words.ts";

/** Every question that was ever asked, in the wording of its newest version. */
const everyQuestion = (forms: readonly FormRow[]): Question[] => [
  ...new Map(
    forms
      .flatMap(({ questions }) => questions)
      .toReversed()
      .map((question) => [question.id, question]),
  ).values(),
];

/** A column for each question; what was answered reads as it was asked then. */
export function answerColumns(forms: readonly FormRow[], chainName: (id: string) => string): ListColumn<RegistrationRow>[] {
  const locale = currentLocale();
  return everyQuestion(forms)
    .toSorted((a, b) => placeIn(forms, a) - placeIn(forms, b))
    .map((question) => {
      const text = ({ form, answers }: RegistrationRow): string | number => {
        const answer = answers?.[question.id];
        if (typeof answer === "number") return answer;
        const asked = forms.find(({ number }) => number === form)?.questions.find(({ id }) => id === question.id);
        return answerText(asked ?? question, answer, locale, chainName);
      };
      const value = (row: RegistrationRow): Cell => {
        const answer = row.answers?.[question.id];
        return question.kind === "date" && typeof answer === "string" ? { day: answer } : text(row);
      };
      return { key: `answer-${question.id}`, label: say(question.label, locale), cell: text, text, value, aside: true };
    });
}

const placeIn = (forms: readonly FormRow[], { id }: Question): number => {
  const at = forms[0]?.questions.findIndex((question) => question.id === id) ?? -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
};

/** Narrows to those who chose something. */
export function answerFilter(forms: readonly FormRow[]): ListFilter[] {
  const locale = currentLocale();
  const options = (forms[0]?.questions ?? []).filter(hasOptions).flatMap((question) =>
    (question.options ?? []).map((option) => ({
      value: `${question.id}:${option.id}`,
      label: `${say(question.label, locale)} · ${say(option.label, locale)}`,
    })),
  );
  return options.length ? [{ name: "answer", label: words.answer[locale], options }] : [];
}

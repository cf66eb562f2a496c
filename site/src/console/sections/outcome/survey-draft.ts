import type { Localised } from "@lingxi/core/platform/text";
import type { SurveyRow } from "@lingxi/core/survey/answer-schema";
import type { QuestionKind } from "@lingxi/core/survey/kinds-schema";
import { words } from "./words.ts";

/** A question as it is typed: its options one a line. */
export interface QuestionDraft {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly options: string;
  readonly many: boolean;
  readonly required: boolean;
}
export interface SurveyDraft {
  readonly intro: Localised;
  readonly questions: readonly QuestionDraft[];
  readonly days: string;
}

/** An id that no other question has; what is kept is told apart by it. */
export const freshId = () => `q${Date.now().toString(36).slice(-6)}${Math.floor(Math.random() * 1296).toString(36)}`;

export const blankQuestion = (): QuestionDraft => ({
  id: freshId(),
  kind: "text",
  label: { "zh-CN": "" },
  options: "",
  many: false,
  required: false,
});

export const blankSurvey = (): SurveyDraft => ({
  intro: { "zh-CN": "" },
  questions: [
    { ...blankQuestion(), kind: "rating", label: { "zh-CN": words.first["zh-CN"], en: words.firstEn.en }, required: true },
  ],
  days: "14",
});

export const draftOf = ({ intro, questions, days }: SurveyRow): SurveyDraft => ({
  intro: intro ?? { "zh-CN": "" },
  days: String(days),
  questions: questions.map(({ options, ...question }) => ({
    ...question,
    options: options.map(({ label }) => (label.en ? `${label["zh-CN"]} | ${label.en}` : label["zh-CN"])).join("\n"),
  })),
});

/** As the API takes it. An option's id is its place: questions stay once anybody answers. */
export const inputOf = ({ intro, questions, days }: SurveyDraft, version: number) => ({
  version,
  days: Number(days),
  ...(intro["zh-CN"].trim() ? { intro } : {}),
  questions: questions.map(({ options, ...question }) => ({
    ...question,
    options: options
      .split("\n")
      .map((line) => line.split(/[|｜]/).map((text) => text.trim()))
      .filter(([zh]) => zh)
      .map(([zh = "", en], n) => ({ id: `o${n + 1}`, label: en ? { "zh-CN": zh, en } : { "zh-CN": zh } })),
  })),
});

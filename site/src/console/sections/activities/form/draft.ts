import { hasOptions } from "@lingxi/core/form/reading-schema";
import type { Question, QuestionKind } from "@lingxi/core/form/schema";
import type { Localised } from "@lingxi/core/platform/text";

export interface OptionDraft {
  readonly id: string;
  readonly label: Localised;
}

export interface QuestionDraft {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly hint: Localised;
  readonly required: boolean;
  readonly tickets: readonly string[];
  /** Of the question that it depends on; empty where it is always asked. */
  readonly on: string;
  readonly is: readonly string[];
  readonly options: readonly OptionDraft[];
  readonly least: string;
  readonly most: string;
}

export interface FormDraft {
  readonly questions: readonly QuestionDraft[];
  readonly group: string;
}

/** A version of the form as the API gives it. */
export interface FormRow {
  readonly number: number;
  readonly questions: readonly Question[];
  readonly group: number;
}

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("");
const empty: Localised = { "zh-CN": "" };

export const blankOption = (): OptionDraft => ({ id: newId(), label: empty });
export const blankQuestion = (): QuestionDraft => ({
  ...{ id: newId(), kind: "text", label: empty, hint: empty, required: false, tickets: [], on: "", is: [] },
  options: [blankOption(), blankOption()],
  ...{ least: "", most: "" },
});

export const blank: FormDraft = { questions: [], group: "1" };

export const draftOf = ({ questions, group }: FormRow): FormDraft => ({
  group: String(group),
  questions: questions.map(
    ({ id, kind, label, hint = empty, required = false, tickets = [], when, options = [], least, most }) => ({
      ...{ id, kind, label, hint, required, tickets, options },
      on: when?.question ?? "",
      is: when?.is ?? [],
      least: least === undefined ? "" : String(least),
      most: most === undefined ? "" : String(most),
    }),
  ),
});

/** A number that is none goes as it was typed, so that the API names the field. */
const number = (text: string) => {
  const plain = text.trim();
  return plain === "" ? undefined : Number.isFinite(Number(plain)) ? Number(plain) : (plain as unknown as number);
};

export const toQuestion = (draft: QuestionDraft): Question => ({
  id: draft.id,
  kind: draft.kind,
  label: { "zh-CN": draft.label["zh-CN"], en: draft.label.en },
  ...(draft.hint["zh-CN"] || draft.hint.en ? { hint: { "zh-CN": draft.hint["zh-CN"], en: draft.hint.en } } : {}),
  ...(draft.required ? { required: true } : {}),
  ...(draft.tickets.length ? { tickets: [...draft.tickets] } : {}),
  ...(draft.on ? { when: { question: draft.on, is: [...draft.is] } } : {}),
  ...(hasOptions(draft)
    ? { options: draft.options.map(({ id, label }) => ({ id, label: { "zh-CN": label["zh-CN"], en: label.en } })) }
    : {}),
  ...(draft.kind === "number" ? { least: number(draft.least), most: number(draft.most) } : {}),
});

export const toContent = ({ questions, group }: FormDraft) => ({
  questions: questions.map(toQuestion),
  group: number(group) ?? 1,
});

import { fen } from "@lingxi/core/platform/money";
import type { Secrecy } from "@lingxi/core/platform/schema";
import type { Locale } from "@lingxi/core/platform/text";
import { ulid } from "ulid";

export interface RowDraft {
  readonly name: string;
  readonly comparison: string;
  readonly value: string;
  readonly unit: string;
}

/** What the form holds, as it is typed. */
export interface Draft {
  secrecy: Secrecy | "state-secret" | "";
  title: string;
  problem: string;
  scenario: string;
  effect: string;
  indicators: readonly RowDraft[];
  chain: string;
  trl: string;
  ways: readonly string[];
  budgetFrom: string;
  budgetTo: string;
  deadline: string;
  region: string;
  organisation: string;
  creditCode: string;
  name: string;
  phone: string;
  email: string;
  locale: Locale;
  consent: boolean;
  /** The number that this form is sent with, so that sending it twice makes one need; empty before it is kept or sent. */
  submission: string;
}

export const blankRow: RowDraft = { name: "", comparison: ">=", value: "", unit: "" };

export const blank: Draft = {
  secrecy: "",
  title: "",
  problem: "",
  scenario: "",
  effect: "",
  indicators: [blankRow, blankRow],
  chain: "",
  trl: "",
  ways: [],
  budgetFrom: "",
  budgetTo: "",
  deadline: "",
  region: "",
  organisation: "",
  creditCode: "",
  name: "",
  phone: "",
  email: "",
  locale: "zh-CN",
  consent: false,
  submission: "",
};

/** The number that a form is made with: sending it twice makes one need. */
export const newSubmission = (): string => ulid().toLowerCase();

/** The API's input. An amount that is none goes as it was typed, so that the API names the field; of a state secret nothing goes at all. */
export function toContent(draft: Draft): object {
  if (draft.secrecy === "state-secret") return { secrecy: draft.secrecy };
  const amount = (typed: string) => {
    const read = fen(typed);
    return Number.isNaN(read) ? typed : read;
  };
  const { submission, ...typed } = draft;
  const amounts = { budgetFrom: amount(draft.budgetFrom), budgetTo: amount(draft.budgetTo) };
  return { ...typed, ...amounts, ...(submission ? { submission } : {}) };
}

/** What the browser may keep: nothing before it is known to be no secret, and never who the contact is. */
export const keptOf = (draft: Draft): Draft | undefined =>
  draft.secrecy === "none" ? { ...draft, name: "", phone: "", email: "", consent: false } : undefined;

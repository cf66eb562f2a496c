import { EnterPatent, type PatentDetail } from "@lingxi/core/ip-record/schema";
import { fen, wan } from "@lingxi/core/platform/money";
import { problemsOf } from "../../form/check.ts";

/** What the form holds, as it is typed. */
export interface Draft {
  number: string;
  numberNote: string;
  title: string;
  abstract: string;
  claims: string;
  ipc: string;
  holder: string;
  chain: string;
  legal: string;
  legalOn: string;
  expiresOn: string;
  trl: string;
  ways: readonly string[];
  askingFrom: string;
  region: string;
  exclusive: boolean;
  name: string;
  email: string;
  phone: string;
}

export const blank: Draft = {
  number: "",
  numberNote: "",
  title: "",
  abstract: "",
  claims: "",
  ipc: "",
  holder: "",
  chain: "",
  legal: "",
  legalOn: "",
  expiresOn: "",
  trl: "",
  ways: [],
  askingFrom: "",
  region: "",
  exclusive: false,
  name: "",
  email: "",
  phone: "",
};

export const draftOf = (patent: PatentDetail): Draft => ({
  number: patent.number,
  numberNote: patent.numberNote ?? "",
  title: patent.title,
  abstract: patent.abstract,
  claims: patent.claims ?? "",
  ipc: patent.ipc.join("；"),
  holder: patent.holder,
  chain: patent.chain ?? "",
  legal: patent.legalSaid,
  legalOn: patent.legalOn ?? "",
  expiresOn: patent.expiresOn ?? "",
  trl: patent.trl ? String(patent.trl) : "",
  ways: patent.ways,
  askingFrom: wan(patent.askingFrom),
  region: patent.region ?? "",
  exclusive: patent.exclusive,
  name: patent.contact?.name ?? "",
  email: patent.contact?.email ?? "",
  phone: patent.contact?.phone ?? "",
});

/** The API's input; an amount that is none goes as it was typed, so that the API names the field. */
export function toContent(draft: Draft): object {
  const asking = fen(draft.askingFrom);
  return { ...draft, askingFrom: Number.isNaN(asking) ? draft.askingFrom : asking };
}

export const check = (draft: Draft) => problemsOf(EnterPatent, toContent(draft));

/** What the browser may keep: never who the contact is. */
export const keptOf = (draft: Draft): Draft => ({ ...draft, name: "", email: "", phone: "" });

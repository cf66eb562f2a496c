import { fen } from "@lingxi/core/platform/money";
import type { Locale, Words } from "@lingxi/core/platform/text";
import type { CooperationWay } from "@lingxi/core/project/schema";
import type { Field, Values } from "./form.ts";
import { chainOptions, moneyHint, readinessOptions, regionOptions, secrecyField, secrecyIn, wayOptions } from "./options.ts";
import { many, one } from "./post.ts";

const tradeSecret: Words = {
  "zh-CN": "含商业秘密：只公开名称和解决的问题，其余签署保密协议后提供",
  en: "Trade secret: only title and problem are public, the rest under a non-disclosure agreement",
};

/** The questions about the project itself, the one that decides about all others first. */
export const projectFields = (locale: Locale): Field[] => [
  secrecyField(locale, tradeSecret),
  { name: "title" },
  { name: "problem", as: "textarea", rows: 4 },
  { name: "advantage", as: "textarea", rows: 4 },
  { name: "economics", as: "textarea", rows: 4 },
  { name: "chain", as: "select", options: chainOptions(locale) },
  { name: "trl", as: "select", options: readinessOptions(locale) },
  { name: "ways", as: "checkboxes", options: wayOptions(locale) },
  { name: "askingFrom", as: "number", hint: moneyHint[locale] },
  { name: "askingTo", as: "number", hint: moneyHint[locale] },
  { name: "region", as: "select", options: regionOptions(locale) },
  { name: "name", autocomplete: "name" },
  { name: "organisation", autocomplete: "organization" },
  { name: "creditCode" },
  { name: "phone", as: "tel", autocomplete: "tel" },
];

/** What a form sent, as the verb takes it. */
export function filledIn(values: Values, locale: Locale) {
  const text = (name: string) => one(values[name]);
  return {
    secrecy: secrecyIn(values),
    title: text("title") ?? "",
    problem: text("problem") ?? "",
    advantage: text("advantage") ?? "",
    economics: text("economics") ?? "",
    chain: text("chain") ?? "",
    trl: text("trl") || undefined,
    ways: many(values.ways) as CooperationWay[],
    askingFrom: fen(text("askingFrom")),
    askingTo: fen(text("askingTo")),
    region: (text("region") ?? "") as "",
    name: text("name") ?? "",
    organisation: text("organisation") ?? "",
    creditCode: text("creditCode"),
    phone: text("phone") ?? "",
    locale,
  };
}

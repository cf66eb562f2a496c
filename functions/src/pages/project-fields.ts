import { stateSecretChoice } from "@lingxi/core/platform/schema";
import type { Locale, Words } from "@lingxi/core/platform/text";
import { tidy } from "@lingxi/core/platform/text";
import { type CooperationWay, cooperationWays, readinessLevels } from "@lingxi/core/project/schema";
import { allChains } from "@lingxi/core/taxonomy";
import type { Field, Values } from "./form.ts";
import { many, one } from "./post.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const wayWords: Readonly<Record<CooperationWay, Words>> = {
  assignment: w("转让", "Assignment"),
  licence: w("许可", "Licence"),
  equity: w("作价入股", "Equity"),
  "joint-development": w("合作开发", "Joint development"),
  service: w("技术服务", "Technical service"),
};

const secrecyWords = [
  { value: "none", words: w("不涉密（已自查）", "No secrets (we have checked)") },
  {
    value: "trade-secret",
    words: w(
      "含商业秘密：只公开名称和解决的问题，其余签署保密协议后提供",
      "Trade secret: only title and problem are public, the rest under a non-disclosure agreement",
    ),
  },
  { value: stateSecretChoice, words: w("涉密（国家秘密）", "State secret") },
] as const;

const secrecyHint = w(
  "本系统在公共网络上运行，不得填写国家秘密。选择“涉密”后直接提交即可：不需要填写其他内容，系统不保存任何文字，只给出线下受理编号。",
  "This is a public network: state secrets must not be entered. If you choose “State secret”, just send the form: leave the rest empty. Nothing is kept, and you get a number for the reception desk.",
);
const priceHint = w(
  "单位：万元，例如 50 或 12.5。不填表示面议。",
  "In units of 10,000 yuan, for example 50 or 12.5. Leave empty to negotiate.",
);

/** The chains by their name, for a list to choose from. */
export const chainOptions = (locale: Locale) => allChains.map((chain) => ({ value: chain.id, label: chain.name[locale] }));

/** The questions about the project itself, the one that decides about all others first. */
export const projectFields = (locale: Locale): Field[] => [
  {
    name: "secrecy",
    as: "radios",
    hint: secrecyHint[locale],
    options: secrecyWords.map(({ value, words }) => ({ value, label: words[locale] })),
  },
  { name: "title" },
  { name: "problem", as: "textarea", rows: 4 },
  { name: "advantage", as: "textarea", rows: 4 },
  { name: "economics", as: "textarea", rows: 4 },
  { name: "chain", as: "select", options: chainOptions(locale) },
  {
    name: "trl",
    as: "select",
    options: readinessLevels.map(({ level, meaning }) => ({
      value: String(level),
      label: locale === "en" ? `${level}: ${meaning.en}` : `${level} 级：${meaning["zh-CN"]}`,
    })),
  },
  { name: "ways", as: "checkboxes", options: cooperationWays.map((way) => ({ value: way, label: wayWords[way][locale] })) },
  { name: "askingFrom", as: "number", hint: priceHint[locale] },
  { name: "askingTo", as: "number", hint: priceHint[locale] },
  { name: "name", autocomplete: "name" },
  { name: "organisation", autocomplete: "organization" },
  { name: "phone", as: "tel", autocomplete: "tel" },
];

/** 万元 as people type it → 分. Nothing for an empty field, not a number for what is none. */
export function fen(typed: string | undefined): number | undefined {
  const text = tidy(typed ?? "").replace(/[,，\s]|万元?$/g, "");
  if (!text) return undefined;
  const parts = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(text);
  return parts ? Number(parts[1]) * 1_000_000 + Number((parts[2] ?? "").padEnd(6, "0")) : Number.NaN;
}

/** 分 → 万元 as people type it. */
export const wan = (amount: number | undefined): string => (amount === undefined ? "" : String(amount / 1_000_000));

/** What a form sent, as the verb takes it. */
export function filledIn(values: Values, locale: Locale) {
  const text = (name: string) => one(values[name]);
  const secrecy = many(values.secrecy);
  return {
    secrecy: (secrecy.includes(stateSecretChoice) ? stateSecretChoice : secrecy[0]) as "none",
    title: text("title") ?? "",
    problem: text("problem") ?? "",
    advantage: text("advantage") ?? "",
    economics: text("economics") ?? "",
    chain: text("chain") ?? "",
    trl: text("trl") || undefined,
    ways: many(values.ways) as CooperationWay[],
    askingFrom: fen(text("askingFrom")),
    askingTo: fen(text("askingTo")),
    name: text("name") ?? "",
    organisation: text("organisation") ?? "",
    phone: text("phone") ?? "",
    locale,
  };
}

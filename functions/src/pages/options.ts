import { stateSecretChoice } from "@lingxi/core/platform/schema";
import type { Locale, Words } from "@lingxi/core/platform/text";
import { type CooperationWay, cooperationWays, readinessLevels } from "@lingxi/core/project/schema";
import { allChains } from "@lingxi/core/taxonomy";
import { regions } from "@lingxi/core/taxonomy/schema";
import type { Field, Values } from "./form.ts";
import { many } from "./post.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const wayWords: Readonly<Record<CooperationWay, Words>> = {
  assignment: w("转让", "Assignment"),
  licence: w("许可", "Licence"),
  equity: w("作价入股", "Equity"),
  "joint-development": w("合作开发", "Joint development"),
  service: w("技术服务", "Technical service"),
};
const clean = w("不涉密（已自查）", "No secrets (we have checked)");
const stateSecret = w("涉密（国家秘密）", "State secret");
const secrecyHint = w(
  "本系统在公共网络上运行，不得填写国家秘密。选择“涉密”后直接提交即可：不需要填写其他内容，系统不保存任何文字，只给出线下受理编号。",
  "This is a public network: state secrets must not be entered. If you choose “State secret”, just send the form: leave the rest empty. Nothing is kept, and you get a number for the reception desk.",
);

/** What forms ask in the same way, for lists to choose from. */
export const chainOptions = (locale: Locale) => allChains.map((chain) => ({ value: chain.id, label: chain.name[locale] }));
export const regionOptions = (locale: Locale) => Object.entries(regions).map(([value, name]) => ({ value, label: name[locale] }));
export const wayOptions = (locale: Locale) => cooperationWays.map((way) => ({ value: way, label: wayWords[way][locale] }));
export const readinessOptions = (locale: Locale) =>
  readinessLevels.map(({ level, meaning }) => ({
    value: String(level),
    label: locale === "en" ? `${level}: ${meaning.en}` : `${level} 级：${meaning["zh-CN"]}`,
  }));

/** The question that decides about all others; `tradeSecret` says what stays public of one. */
export const secrecyField = (locale: Locale, tradeSecret: Words): Field => ({
  name: "secrecy",
  as: "radios",
  hint: secrecyHint[locale],
  options: [
    { value: "none", label: clean[locale] },
    { value: "trade-secret", label: tradeSecret[locale] },
    { value: stateSecretChoice, label: stateSecret[locale] },
  ],
});

/** What a form says of secrecy; 涉密 wins, in whatever company it comes. */
export function secrecyIn(values: Values): "none" {
  const secrecy = many(values.secrecy);
  return (secrecy.includes(stateSecretChoice) ? stateSecretChoice : secrecy[0]) as "none";
}

export const moneyHint = w(
  "单位：万元，例如 50 或 12.5。不填表示面议。",
  "In units of 10,000 yuan, for example 50 or 12.5. Leave empty to negotiate.",
);

import { type Comparison, comparisons, type DemandDetail, mostIndicators } from "@lingxi/core/demand/schema";
import { fen, wan } from "@lingxi/core/platform/money";
import type { Locale, Words } from "@lingxi/core/platform/text";
import type { CooperationWay } from "@lingxi/core/project/schema";
import type { Field, Values } from "./form.ts";
import { chainOptions, moneyHint, readinessOptions, regionOptions, secrecyField, secrecyIn, wayOptions } from "./options.ts";
import { many, one } from "./post.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const tradeSecret = w(
  "含商业秘密：名称、应用场景和基本信息公开，问题、期望效果和技术指标不公开",
  "Trade secret: title, scenario and basic facts are public; problem, effect and indicators are not",
);
const comparisonWords: Readonly<Record<Comparison, Words>> = {
  ">=": w("不低于 ≥", "at least ≥"),
  "<=": w("不高于 ≤", "at most ≤"),
  "=": w("等于 =", "equal to ="),
  range: w("范围", "range"),
};
const columns = (locale: Locale) => [
  { name: "name", label: w("指标", "Indicator"), wide: true },
  {
    name: "comparison",
    label: w("比较", "Compared"),
    options: comparisons.map((value) => ({ value, label: comparisonWords[value][locale] })),
  },
  { name: "value", label: w("数值", "Value") },
  { name: "unit", label: w("单位", "Unit") },
];

/** The questions about the need itself, the one that decides about all others first; `today` is the first day that may be its deadline. */
export const demandFields = (locale: Locale, today: string): Field[] => [
  secrecyField(locale, tradeSecret),
  { name: "title" },
  { name: "problem", as: "textarea", rows: 4 },
  { name: "scenario", as: "textarea", rows: 3 },
  { name: "effect", as: "textarea", rows: 3 },
  { name: "indicators", as: "rows", columns: columns(locale), rows: 5, most: mostIndicators },
  { name: "chain", as: "select", options: chainOptions(locale) },
  { name: "trl", as: "select", options: readinessOptions(locale) },
  { name: "ways", as: "checkboxes", options: wayOptions(locale) },
  { name: "budgetFrom", as: "number", hint: moneyHint[locale] },
  { name: "budgetTo", as: "number", hint: moneyHint[locale] },
  { name: "deadline", as: "date", min: today },
  { name: "region", as: "select", options: regionOptions(locale) },
  { name: "organisation", autocomplete: "organization" },
  { name: "creditCode" },
  { name: "name", autocomplete: "name" },
  { name: "phone", as: "tel", autocomplete: "tel" },
];

/** What a form sent, as the verb takes it. Empty rows stay where they are, so that what is wrong is said of the row as people see it. */
export function demandIn(values: Values, locale: Locale) {
  const text = (name: string) => one(values[name]) ?? "";
  return {
    secrecy: secrecyIn(values),
    title: text("title"),
    problem: text("problem"),
    scenario: text("scenario"),
    effect: text("effect"),
    indicators: Array.from({ length: mostIndicators }, (_, i) => ({
      name: text(`indicators.${i}.name`),
      comparison: text(`indicators.${i}.comparison`),
      value: text(`indicators.${i}.value`),
      unit: text(`indicators.${i}.unit`),
    })),
    chain: text("chain"),
    trl: text("trl"),
    ways: many(values.ways) as CooperationWay[],
    budgetFrom: fen(text("budgetFrom")),
    budgetTo: fen(text("budgetTo")),
    deadline: text("deadline"),
    region: text("region") as "xian",
    organisation: text("organisation"),
    creditCode: text("creditCode"),
    name: text("name"),
    phone: text("phone"),
    locale,
  };
}

/** What a need says, as its form shows it. */
export const demandValues = (demand: DemandDetail): Values => {
  const say = (text: DemandDetail["scenario"]) => text?.[demand.locale] ?? text?.["zh-CN"];
  return {
    secrecy: demand.secrecy,
    title: say(demand.title),
    problem: say(demand.problem),
    scenario: say(demand.scenario),
    effect: say(demand.effect),
    ...Object.fromEntries(
      demand.indicators.flatMap((row, i) => Object.entries(row).map(([column, value]) => [`indicators.${i}.${column}`, value])),
    ),
    chain: demand.chain,
    trl: demand.trl === undefined ? "" : String(demand.trl),
    ways: demand.ways,
    budgetFrom: wan(demand.budgetFrom),
    budgetTo: wan(demand.budgetTo),
    deadline: demand.deadline,
    region: demand.region,
    organisation: demand.organisation,
    creditCode: demand.creditCode,
    name: demand.contact.name,
    phone: demand.contact.phone,
  };
};

import * as z from "zod";
import { tidy, type Words } from "../platform/text.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const comparisons = [">=", "<=", "=", "range"] as const;
export type Comparison = (typeof comparisons)[number];

/** What the need asks of a solution, in numbers: 良率 ≥ 95 %. */
export interface Indicator {
  readonly name: string;
  readonly comparison: Comparison;
  /** A number; `10–20` for a range; any text for `=`. */
  readonly value: string;
  /** Empty for ratios and grades. */
  readonly unit: string;
}

/** `≥ 95 %`, `10–20 MPa`, `= IP67`. */
export const amountOf = ({ comparison, value, unit }: Indicator): string =>
  [{ ">=": "≥", "<=": "≤", "=": "=", range: "" }[comparison], value, unit].filter(Boolean).join(" ");

export const mostIndicators = 12;
/** A number as people write it: with thousands separators, or 1.5e-6. */
const number = "([+-]?\\d[\\d,]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)";
/** A unit behind it; never another number. */
const rest = "((?![-+\\d.,–—~～至到]).*)$";
const single = new RegExp(`^${number} *${rest}`);
const span = new RegExp(`^${number} *(?:-|–|—|~|～|至|到|to) *${number} *${rest}`);

const cell = z
  .string()
  .max(500)
  .transform((text) => tidy(text).replaceAll("−", "-").replaceAll("％", "%"))
  .default("");
const Row = z.object({ name: cell, comparison: cell, value: cell, unit: cell });

/** Reads one row, or says by field what is wrong with it. A unit that was typed behind the value is taken from there. */
function readRow(
  { name, comparison, value: typed, unit: given }: z.infer<typeof Row>,
  remark: (of: string, text: Words) => void,
) {
  const known = comparisons.find((c) => c === comparison);
  const [, first = "", second = "", rest = ""] =
    (known === "range" ? span.exec(typed) : known === "=" ? undefined : single.exec(typed)?.toSpliced(2, 0, "")) ?? [];
  const numbers = [first, second].filter(Boolean).map((n) => n.replaceAll(",", ""));
  const unit = given || rest;
  if (!name) remark("name", w("没有写指标名称。", "give the indicator a name."));
  else if (name.length > 60) remark("name", w("名称最多 60 个字，请删减。", "shorten the name to 60 characters."));
  if (!known) remark("comparison", w("请选择比较方式。", "choose how it is compared."));
  if (!typed) remark("value", w("没有写数值。", "give a value."));
  else if (typed.length > 40) remark("value", w("数值最多 40 个字，请删减。", "shorten the value to 40 characters."));
  else if (known === "range" && !(Number(numbers[0]) < Number(numbers[1])))
    remark(
      "value",
      w("范围请写两个数，小的在前，例如 10-20。", "write a range as two numbers, the lower one first, for example 10-20."),
    );
  else if ((known === ">=" || known === "<=") && !(first && (!given || !rest)))
    remark(
      "value",
      w(
        "数值请只写一个数，例如 95；写等级或文字请选“等于”。",
        "write one number, for example 95; for a grade or words choose “equal to”.",
      ),
    );
  if (unit.length > 20) remark("unit", w("单位最多 20 个字，请删减。", "shorten the unit to 20 characters."));
  const value = numbers.length ? numbers.join("–") : typed;
  return { name, comparison: known ?? "=", value, unit };
}

/** Rows of indicators as a form sends them: empty ones are left out, and what is wrong is said with the number of the row. */
export const Indicators = z
  .array(Row)
  .max(50)
  .default([])
  .transform((rows, ctx): Indicator[] => {
    const say = (path: (string | number)[], words: Words) =>
      ctx.addIssue({ code: "custom", path, params: { words }, input: rows });
    const read = rows.flatMap((row, i) =>
      row.name || row.value || row.unit
        ? readRow(row, (field, text) =>
            say([i, field], w(`技术指标第 ${i + 1} 行：${text["zh-CN"]}`, `Indicators, row ${i + 1}: ${text.en}`)),
          )
        : [],
    );
    if (read.length > mostIndicators) say([], w("技术指标最多 12 行，请删减。", "Indicators: at most 12 rows."));
    return read;
  });

import { describe, expect, it } from "vitest";
import { parse } from "../platform/command.ts";
import type { DomainError } from "../platform/error.ts";
import { amountOf, Indicators } from "./indicator-schema.ts";

const row = (name: string, comparison: string, value: string, unit = "") => ({ name, comparison, value, unit });
const empty = row("", ">=", "");
const wrong = (rows: object[]): Record<string, string> => {
  try {
    parse(Indicators, rows);
  } catch (error) {
    return Object.fromEntries((error as DomainError).fields.map(({ field, message }) => [field, message["zh-CN"]]));
  }
  return {};
};

describe("rows of indicators", () => {
  it.each([
    ["full-width figures and signs", row("良率", ">=", "９５％"), row("良率", ">=", "95", "%"), "≥ 95 %"],
    ["a unit behind the number", row("屈服强度", ">=", "1,200.5 MPa"), row("屈服强度", ">=", "1200.5", "MPa"), "≥ 1200.5 MPa"],
    ["a number that begins below nought", row("工作温度", "<=", "−40", "℃"), row("工作温度", "<=", "-40", "℃"), "≤ -40 ℃"],
    ["a power of ten", row("漏率", "<=", "1.5e-9", "Pa·m³/s"), row("漏率", "<=", "1.5e-9", "Pa·m³/s"), "≤ 1.5e-9 Pa·m³/s"],
    ["a range", row("厚度", "range", "0.8 ～ 1.2 mm"), row("厚度", "range", "0.8–1.2", "mm"), "0.8–1.2 mm"],
    ["a range below nought", row("温度", "range", "-40--20", "℃"), row("温度", "range", "-40–-20", "℃"), "-40–-20 ℃"],
    ["a grade", row("防护等级", "=", "IP67"), row("防护等级", "=", "IP67"), "= IP67"],
    ["a ratio without a unit", row("循环比", ">=", "1.5"), row("循环比", ">=", "1.5"), "≥ 1.5"],
  ])("are read as people write them: %s", (_, typed, read, amount) => {
    const [indicator] = parse(Indicators, [typed]);
    expect(indicator).toEqual(read);
    expect(indicator && amountOf(indicator)).toBe(amount);
  });

  it("leave out the empty ones, wherever they stand", () => {
    expect(parse(Indicators, [empty, row("良率", ">=", "95", "%"), empty, {}])).toEqual([row("良率", ">=", "95", "%")]);
    expect(parse(Indicators, undefined)).toEqual([]);
  });

  it("say what is wrong with the number of the row as it stands in the form", () => {
    expect(
      wrong([
        empty,
        row("", ">=", "95"),
        row("良率", "about", "95"),
        row("良率", ">=", ""),
        row("良率", ">=", "很高"),
        row("良率", ">=", "95 %", "克"),
        row("厚度", "range", "1.2-0.8"),
        row("厚度", "range", "0.8"),
        row("厚度", ">=", "0.8-1.2"),
        row("字".repeat(61), "=", "字".repeat(41), "字".repeat(21)),
      ]),
    ).toEqual({
      "1.name": "技术指标第 2 行：没有写指标名称。",
      "2.comparison": "技术指标第 3 行：请选择比较方式。",
      "3.value": "技术指标第 4 行：没有写数值。",
      "4.value": "技术指标第 5 行：数值请只写一个数，例如 95；写等级或文字请选“等于”。",
      "5.value": "技术指标第 6 行：数值请只写一个数，例如 95；写等级或文字请选“等于”。",
      "6.value": "技术指标第 7 行：范围请写两个数，小的在前，例如 10-20。",
      "7.value": "技术指标第 8 行：范围请写两个数，小的在前，例如 10-20。",
      "8.value": "技术指标第 9 行：数值请只写一个数，例如 95；写等级或文字请选“等于”。",
      "9.name": "技术指标第 10 行：名称最多 60 个字，请删减。",
      "9.value": "技术指标第 10 行：数值最多 40 个字，请删减。",
      "9.unit": "技术指标第 10 行：单位最多 20 个字，请删减。",
    });
  });

  it("are at most twelve, not counting empty ones", () => {
    const rows = (n: number) => Array.from({ length: n }, (_, i) => row(`指标${i}`, ">=", "1", "m"));
    expect(parse(Indicators, [...rows(12), empty, empty])).toHaveLength(12);
    expect(wrong(rows(13))).toEqual({ "": "技术指标最多 12 行，请删减。" });
  });
});

import { expect, it } from "vitest";
import { answerColumns } from "../sections/activities/form/answers.ts";
import type { FormRow } from "../sections/activities/form/draft.ts";
import type { RegistrationRow } from "../sections/activities/types.ts";
import { sheetOf, toCells } from "./rows-file.ts";

const label = (text: string) => ({ "zh-CN": text, en: text });
const forms = [
  {
    number: 2,
    questions: [
      { id: "day", kind: "date", label: label("到达日期") },
      { id: "size", kind: "number", label: label("人数") },
      { id: "code", kind: "organisation", label: label("信用代码") },
      { id: "diet", kind: "one", label: label("用餐"), options: [{ id: "a", label: label("不用餐") }] },
    ],
  },
  {
    number: 1,
    questions: [
      { id: "diet", kind: "one", label: label("用餐"), options: [{ id: "a", label: label("素食") }] },
      { id: "gone", kind: "text", label: label("已不再问") },
    ],
  },
] as unknown as FormRow[];
const row = (more: object) => ({ id: "reg_1", name: "甲", ...more }) as unknown as RegistrationRow;

it("writes answers of all versions of a form under their questions, each as what it is", () => {
  const columns = answerColumns(forms, (id) => id);
  expect(sheetOf("报名名单", columns, "Asia/Shanghai").heads).toEqual(["到达日期", "人数", "信用代码", "用餐", "已不再问"]);
  const rows = [
    row({ form: 2, answers: { day: "2027-06-30", size: -3, code: "91510100MA61RJ7X0K", diet: "a" } }),
    row({ form: 1, answers: { diet: "a", gone: "=1+1" } }),
  ];
  expect(toCells(columns, rows)).toEqual([
    [{ day: "2027-06-30" }, -3, "91510100MA61RJ7X0K", "不用餐", ""],
    ["", "", "", "素食", "=1+1"],
  ]);
});

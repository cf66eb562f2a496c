import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { workbook } from "./xlsx.ts";

const sheetOf = async (...rows: Parameters<typeof workbook>[2]) => {
  const files = unzipSync(await workbook("到场 [1]", ["姓名", "时间"], rows, "Asia/Shanghai"));
  return strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
};

it("keeps what looks like a formula a text, and takes away what XML cannot hold", async () => {
  const sheet = await sheetOf(["=1+1", "a\u0000<b>&"], ["13900000000", "\t=1"]);
  expect(sheet).toContain('<c r="A2" t="inlineStr" s="4"><is><t xml:space="preserve">=1+1</t></is></c>');
  expect(sheet).toContain('<c r="A3" t="inlineStr" s="3"><is><t xml:space="preserve">13900000000</t></is></c>');
  expect(sheet).toContain('<c r="B3" t="inlineStr" s="4">');
  expect(sheet).toContain("a&lt;b&gt;&amp;");
  expect(sheet).not.toContain("<f>");
});

it("writes an instant as a date on the clock of the place", async () => {
  // 2026-12-12 14:30 in Shanghai is day 46368 and 14.5 hours.
  const sheet = await sheetOf(["x", { at: "2026-12-12T06:30:00Z" }]);
  expect(Number(/<c r="B2" s="1"><v>([\d.]+)</.exec(sheet)?.[1])).toBeCloseTo(46_368 + 14.5 / 24, 6);
});

it("writes a day as a date without a time", async () => {
  expect(await sheetOf([{ day: "2026-12-12" }])).toContain('<c r="A2" s="5"><v>46368</v></c>');
});

it("writes what is no date as the text that it is", async () => {
  const sheet = await sheetOf([{ at: "soon" }, { day: "" }, { day: "2026-13-01" }]);
  expect(sheet).toContain(">soon</t>");
  expect(sheet).toContain(">2026-13-01</t>");
  expect(sheet).not.toContain("NaN");
});

it("gives the same bytes for the same rows", async () => {
  const once = await workbook("a", ["b"], [["c", 1]], "Asia/Shanghai");
  expect(await workbook("a", ["b"], [["c", 1]], "Asia/Shanghai")).toEqual(once);
});

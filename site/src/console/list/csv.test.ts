import papa from "papaparse";
import { expect, it } from "vitest";
import { toCsv } from "./csv.ts";
import type { ListColumn } from "./types.ts";

interface Row {
  readonly name: string;
  readonly seats: number;
}
const columns: ListColumn<Row>[] = [
  { key: "name", label: "名称", cell: () => "", text: (row) => row.name },
  { key: "seats", label: "名额", cell: () => "", text: (row) => row.seats },
];
const cellsOf = (csv: string) => papa.parse<string[]>(csv.slice(1).trimEnd()).data;

it("keeps Chinese, commas, quotes and lines as they are, behind a byte order mark", async () => {
  const name = '钛合金，"薄壁件",\n第二行';
  const csv = await toCsv(columns, [{ name, seats: -3 }]);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).toContain("\r\n");
  expect(cellsOf(csv)).toEqual([
    ["名称", "名额"],
    [name, "-3"],
  ]);
});

it.each([
  '=HYPERLINK("https://evil.example","click")',
  "+86 13900000000",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  " =1+1",
  "＝1+1",
  "\u200B=1+1",
  "\uFEFF@x",
])("does not let %j become a formula", async (name) => {
  const [, row] = cellsOf(await toCsv(columns, [{ name, seats: 1 }]));
  expect(row?.[0]).toBe(`'${name}`);
});

it("leaves what is no formula alone", async () => {
  const names = ["a=b", "1-2", "王@示例", "'quoted"];
  const rows = cellsOf(
    await toCsv(
      columns,
      names.map((name) => ({ name, seats: 1 })),
    ),
  );
  expect(rows.slice(1).map(([name]) => name)).toEqual(names);
});

import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { workbook } from "../platform/xlsx.ts";
import { readTable } from "./reactions.ts";

const world = embedded();
const read = (bytes: Uint8Array) => readTable(world.ctx(staff("organiser")), { bytes: new Uint8Array(bytes) });
const gbk = new Uint8Array([
  ...[0xd0, 0xd5, 0xc3, 0xfb],
  0x2c,
  ...[0xd3, 0xca, 0xcf, 0xe4],
  0x0a,
  ...[0xcd, 0xf5],
  0x2c,
  ...strToU8("w@example.com"),
]);

/** A workbook as spreadsheets write it, with this in its first sheet. */
const sheet = (cells: string, more = "") =>
  zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="表" sheetId="1" r:id="rId7"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId7" Target="worksheets/sheet9.xml"/></Relationships>',
    ),
    "xl/sharedStrings.xml": strToU8(
      "<sst><si><t>姓名</t></si><si><r><t>邮</t></r><r><t>箱</t></r></si><si><t>到达 &amp; 离开</t></si></sst>",
    ),
    "xl/styles.xml": strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ),
    "xl/worksheets/sheet9.xml": strToU8(`<worksheet><sheetData>${cells}</sheetData>${more}</worksheet>`),
  });
const head = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';

describe("reading a list of people", () => {
  it("takes CSV as offices save it, and knows the columns by their heads", async () => {
    expect(await read(gbk)).toEqual({
      heads: ["姓名", "邮箱"],
      guess: ["name", "email"],
      rows: [{ line: 2, cells: ["王", "w@example.com"] }],
    });
  });

  it("takes a workbook that this product made", async () => {
    const made = await workbook("名单", ["姓名", "邮箱"], [["李", "li@example.com"]], "Asia/Shanghai");
    expect((await read(made)).rows).toEqual([{ line: 2, cells: ["李", "li@example.com"] }]);
  });

  it("reads formulas as what they gave, merged cells as what they say, and dates as days", async () => {
    const rows = `${head}<row r="2"><c r="A2" t="str"><f>B2&amp;"x"</f><v>王&lt;示例</v></c><c r="B2"><v>13900000000</v></c><c r="C2" s="1"><v>46447</v></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><t>李</t></is></c><c r="B4" t="e"><v>#REF!</v></c><c r="C4" s="2"><v>46447.5</v></c></row><row r="5"><c r="A5"/></row>`;
    const found = await read(sheet(rows, '<mergeCells><mergeCell ref="A4:A5"/></mergeCells>'));
    expect(found.heads).toEqual(["姓名", "邮箱", "到达 & 离开"]);
    expect(found.rows).toEqual([
      { line: 2, cells: ["王<示例", "13900000000", "2027-03-01"] },
      { line: 4, cells: ["李", "", "2027-03-01 12:00"] },
      { line: 5, cells: ["李"] },
    ]);
  });

  it("says clearly what it will not take", async () => {
    await expect(read(new Uint8Array(50_000_000))).rejects.toMatchObject({
      reason: "import.too-large",
      params: { size: "50.0" },
    });
    await expect(read(strToU8("姓名,邮箱\n"))).rejects.toMatchObject({ reason: "import.empty" });
    await expect(read(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).rejects.toMatchObject({ reason: "import.workbook" });
    await expect(read(zipSync({ "a.txt": strToU8("x") }))).rejects.toMatchObject({ reason: "import.workbook" });
    await expect(read(strToU8("姓名,邮箱\n机密★,a@example.com\n"))).rejects.toMatchObject({ reason: "text.state-secret" });
  });
});

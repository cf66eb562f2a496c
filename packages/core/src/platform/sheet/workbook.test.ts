import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { workbook } from "../xlsx.ts";
import { readWorkbook } from "./workbook.ts";

const xml = (body: string) => strToU8(`<?xml version="1.0"?>${body}`);

describe("a workbook", () => {
  it("is read as it was written", async () => {
    const bytes = await workbook(
      "专利",
      ["专利号", "名称"],
      [
        ["201710601862.3", "A < B & “C”"],
        [undefined, 7],
      ],
      "Asia/Shanghai",
    );
    expect(await readWorkbook(bytes)).toEqual([
      { line: 1, cells: ["专利号", "名称"] },
      { line: 2, cells: ["201710601862.3", "A < B & “C”"] },
      { line: 3, cells: ["", "7"] },
    ]);
  });

  it("has its texts in a list of their own, in runs, and gaps between cells, as Excel writes it", async () => {
    const bytes = zipSync({
      "xl/workbook.xml": xml('<workbook><sheets><sheet name="一" sheetId="4" r:id="rId9"/></sheets></workbook>'),
      "xl/_rels/workbook.xml.rels": xml(
        '<Relationships><Relationship Target="worksheets/sheet4.xml" Id="rId9"/></Relationships>',
      ),
      "xl/sharedStrings.xml": xml(
        '<sst><si><t>名称</t></si><si><r><t>花生</t></r><r><t xml:space="preserve"> 播种机</t></r><rPh><t>x</t></rPh></si></sst>',
      ),
      "xl/worksheets/sheet1.xml": xml("<worksheet><sheetData/></worksheet>"),
      "xl/worksheets/sheet4.xml": xml(
        '<worksheet><sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="2"/><row r="3"><c r="B3" t="s"><v>1</v></c><c r="AA3"><v>45000</v></c></row></sheetData></worksheet>',
      ),
    });
    const rows = await readWorkbook(bytes);
    expect(rows.map(({ line }) => line)).toEqual([1, 3]);
    expect(rows[1]?.cells[1]).toBe("花生 播种机");
    expect(rows[1]?.cells[26]).toBe("45000");
  });

  it.each([
    ["no archive", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ["an archive of something else", zipSync({ "a.txt": strToU8("a") })],
  ])("is refused: %s", async (_, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ reason: "import.workbook" });
  });

  it("is refused where it unpacks to more than anybody needs", async () => {
    const bytes = zipSync({ "xl/sharedStrings.xml": new Uint8Array(61_000_000) });
    expect(bytes.length).toBeLessThan(100_000);
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ reason: "import.workbook" });
  });
});

import { formula } from "./formula.ts";
import { escapeHtml } from "./html.ts";
import { offsetOf } from "./zone.ts";

/** A cell: a text, a number, an instant (ISO 8601, shown on the clock of a place), a day (`2027-06-30`), or nothing. A text is never taken for a formula or a number. */
export type Cell = string | number | { readonly at: string } | { readonly day: string } | undefined;

const day = 86_400_000;

/** Days since 1899-12-30 on the clock of the place, as spreadsheets count. */
const serial = (instant: string, timeZone: string): number => (Date.parse(instant) + offsetOf(instant, timeZone)) / day + 25_569;

const column = (n: number): string => (n < 26 ? "" : column(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** What XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Formats of `xl/styles.xml`, by their place. */
const styles = { instant: 1, head: 2, text: 3, quoted: 4, day: 5 } as const;

/** Characters that a cell holds at most. */
const mostText = 32_767;

function cellOf(value: Cell, at: string, timeZone: string, head: boolean): string {
  if (value === undefined || value === "") return "";
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === "object") {
    const [instant, style] = "at" in value ? [value.at, styles.instant] : [`${value.day}T00:00:00Z`, styles.day];
    // One number that is none, and no spreadsheet opens the file.
    if (Number.isNaN(Date.parse(instant))) return cellOf("at" in value ? value.at : value.day, at, timeZone, head);
    return `<c r="${at}" s="${style}"><v>${serial(instant, "at" in value ? timeZone : "UTC")}</v></c>`;
  }
  const text = value.slice(0, mostText).toWellFormed().replace(unspeakable, "");
  const style = head ? styles.head : formula.test(text) ? styles.quoted : styles.text;
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeHtml(text)}</t></is></c>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const fixed: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** A workbook of one sheet (ECMA-376): a bold head that stays in sight, instants and days as dates, texts as texts. The same rows give the same bytes. */
export async function workbook(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  timeZone: string,
): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import("fflate");
  const line = (cells: readonly Cell[], n: number, head = false) =>
    `<row r="${n}">${cells.map((cell, i) => cellOf(cell, `${column(i)}${n}`, timeZone, head)).join("")}</row>`;
  const widths = heads.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="22" customWidth="1"/>`).join("");
  const sheet = `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${line(heads, 1, true)}${rows.map((cells, n) => line(cells, n + 2)).join("")}</sheetData></worksheet>`;
  const title = escapeHtml(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31));
  const book = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const files = { ...fixed, "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet };
  const packed = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(head + xml)]));
  return zipSync(packed, { mtime: new Date(1980, 0, 1) });
}

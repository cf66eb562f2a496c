import { type Cell, workbook } from "@lingxi/core/platform/xlsx";
import { toCsv } from "./csv.ts";
import { saveFile } from "./save-file.ts";
import type { FileFormat, ListColumn } from "./types.ts";

/** How a list is written as a workbook: under which heads, and on which clock its instants are shown. */
export interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly timeZone: string;
}

export const sheetOf = <Row>(name: string, columns: readonly ListColumn<Row>[], timeZone: string): Sheet => ({
  name,
  heads: columns.map(({ label }) => label),
  timeZone,
});

/** Rows as a workbook has them: what a column knows better than as text is there as a date or a number. */
export const toCells = <Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): Cell[][] =>
  rows.map((row) => columns.map(({ text, value = text }) => value(row)));

/** Hands a workbook to the reader. */
export async function saveWorkbook(file: string, { name, heads, timeZone }: Sheet, cells: readonly Cell[][]): Promise<void> {
  const bytes = await workbook(name, heads, cells, timeZone);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  saveFile(`${file}.xlsx`, type, bytes as Uint8Array<ArrayBuffer>);
}

export const saveCsv = (file: string, ...content: readonly BlobPart[]): void =>
  saveFile(`${file}.csv`, "text/csv;charset=utf-8", ...content);

interface Written<Row> {
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly timeZone: string;
}

/** Hands rows that are here to the reader. */
export async function saveRows<Row>(
  file: string,
  format: FileFormat,
  { caption, columns, timeZone }: Written<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (format === "csv") saveCsv(file, await toCsv(columns, rows));
  else await saveWorkbook(file, sheetOf(caption, columns, timeZone), toCells(columns, rows));
}

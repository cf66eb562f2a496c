import { formula } from "@lingxi/core/platform/formula";
import type { ListColumn } from "./types.ts";

/**
 * Rows as CSV, under their heads unless they go on from rows before, that Excel opens with its Chinese intact: UTF-8 with a byte order mark, CRLF. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
export async function toCsv<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[], heads = true): Promise<string> {
  const { default: papa } = await import("papaparse");
  const cells = rows.map((row) => columns.map(({ text }) => text(row) ?? ""));
  const table = heads ? [columns.map(({ label }) => label), ...cells] : cells;
  if (!table.length) return "";
  return `${heads ? "\uFEFF" : ""}${papa.unparse(table, { newline: "\r\n", escapeFormulae: formula })}\r\n`;
}

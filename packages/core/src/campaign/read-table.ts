import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { decodeFile } from "../platform/sheet/decode.ts";
import { emptyFile, fileTooLarge, sheetLimits, tooManyRows } from "../platform/sheet/refusals.ts";
import { splitText } from "../platform/sheet/split.ts";
import { readWorkbook } from "../platform/sheet/workbook.ts";
import { refuseMarked } from "../platform/state-secret.ts";
import { tableReading } from "./calls.ts";
import { type Column, columnOf } from "./read-rows.ts";

export interface TableRead {
  readonly heads: readonly string[];
  /** What each column seems to be, where its head says so. */
  readonly guess: readonly (Column | null)[];
  /** With the line or row that each has in the file. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/**
 * Reads a list of people from a file that staff have: CSV in UTF-8, UTF-16 or GBK, or the first sheet of an XLSX workbook. Keeps nothing; which
 * column is what is for the reader to say.
 * @throws DomainError `import.too-large`, `import.too-many-rows`, `import.empty`, and what cannot be read
 */
export const readTable = command({
  ...tableReading,
  async run(ctx, { bytes }): Promise<TableRead> {
    if (bytes.length > sheetLimits.bytes)
      throw new DomainError(fileTooLarge, { params: { size: (bytes.length / 1_000_000).toFixed(1) } });
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
    const all = zipped ? readWorkbook(bytes) : splitText(decodeFile(bytes).text);
    refuseMarked(ctx, all);
    const known = all.slice(0, 10).findIndex(({ cells }) => cells.filter((cell) => columnOf(cell)).length > 1);
    const head = all[Math.max(0, known)];
    const rows = all.slice(Math.max(0, known) + 1);
    if (!head || !rows.length) throw new DomainError(emptyFile);
    if (rows.length > sheetLimits.rows) throw new DomainError(tooManyRows, { params: { rows: rows.length } });
    const width = Math.max(...rows.map(({ cells }) => cells.length), head.cells.length);
    const heads = Array.from({ length: width }, (_, n) => (head.cells[n] ?? "").trim());
    return { heads, guess: heads.map((name) => columnOf(name) ?? null), rows };
  },
});

import * as z from "zod";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { labelled } from "../platform/schema.ts";
import { readTable } from "../platform/sheet/columns.ts";
import { decodeFile } from "../platform/sheet/decode.ts";
import { fileTooLarge, sheetLimits } from "../platform/sheet/refusals.ts";
import { type ImportRun, importNameOf, importRuns } from "../platform/sheet/run.ts";
import { type SheetRow, splitText } from "../platform/sheet/split.ts";
import { readWorkbook } from "../platform/sheet/workbook.ts";
import { refuseMarked } from "../platform/state-secret.ts";
import { dayOf } from "../platform/time.ts";
import { PatentImports, PatentReports } from "./entity.ts";
import { columns, readRow } from "./read-row.ts";
import { noNumberColumn, type PatentImportLine } from "./schema.ts";
import { storeRow } from "./store-row.ts";

const runs = importRuns<ImportRun, PatentImportLine>({ Import: PatentImports, Report: PatentReports });
const clip = (text = "") => text.trim().slice(0, 100);

async function rowsOf(bytes: Uint8Array): Promise<{ rows: SheetRow[]; encoding: string }> {
  if (bytes.length > sheetLimits.bytes)
    throw new DomainError(fileTooLarge, { params: { size: (bytes.length / 1_000_000).toFixed(1) } });
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (packed) return { rows: await readWorkbook(bytes), encoding: "xlsx" };
  const { text, encoding } = decodeFile(bytes);
  return { rows: splitText(text), encoding };
}

/**
 * Puts the patents of a table on offer: CSV (UTF-8, UTF-16, GBK, GB18030) or XLSX. Rows that cannot come in are reported with line, field and remedy;
 * the others do. A number that is on record is brought up to date. The bytes name the import: the same file again changes nothing.
 * @throws DomainError `import.…` for a file that cannot be read as a whole, `patent.no-header`
 */
export const importPatents = command({
  input: z.object({
    bytes: z.instanceof(Uint8Array),
    fileName: labelled(z.string().max(200), "文件名", "File name"),
  }),
  access: ["organiser"],
  async run(ctx, { bytes, fileName }): Promise<ImportRun & { readonly repeated: boolean }> {
    const id = importNameOf(bytes);
    const known = await PatentImports.find(ctx, { id });
    if (known?.status === "finished") return { ...known, repeated: true };
    const { rows: sheet, encoding } = await rowsOf(bytes);
    for (const { cells } of sheet) refuseMarked(ctx, cells.join("\n"));
    const rows = readTable(sheet, columns, "number", noNumberColumn);
    const record = await runs.begin(ctx, known, { id, fileName: fileName.toWellFormed(), encoding, rows: rows.length });
    const thisYear = Number(dayOf(ctx.now()).slice(0, 4));
    const first = new Map<string, number>();
    const jobs = rows.map((row) => {
      const read = readRow(row, thisYear);
      const about = { line: row.line, number: clip(row.cells.number), title: clip(row.cells.title) };
      if ("refused" in read)
        return async (): Promise<PatentImportLine> => ({ ...about, outcome: "refused", reason: read.refused, warnings: [] });
      const earlier = first.get(read.number);
      if (earlier !== undefined)
        return async (): Promise<PatentImportLine> => ({
          ...about,
          outcome: "duplicate",
          reason: {
            "zh-CN": `与第 ${earlier} 行的专利号相同，已保留第 ${earlier} 行。`,
            en: `The same number as line ${earlier}; that one was kept.`,
          },
          warnings: [],
        });
      first.set(read.number, row.line);
      return async (): Promise<PatentImportLine> => {
        const { outcome, warnings } = await storeRow(ctx, record.id, row.line, read);
        return { ...about, outcome, warnings: [...read.warnings, ...warnings] };
      };
    });
    return { ...(await runs.run(ctx, record, jobs)), repeated: false };
  },
});

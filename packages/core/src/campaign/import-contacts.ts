import { command } from "../platform/command.ts";
import { decodeFile } from "../platform/sheet/decode.ts";
import { importNameOf, importRuns } from "../platform/sheet/run.ts";
import { refuseMarked } from "../platform/state-secret.ts";
import { importing } from "./calls.ts";
import { Import, type ImportRecord, Report } from "./entity.ts";
import { readContact } from "./read-contact.ts";
import { readRows } from "./read-rows.ts";
import type { ReportLine } from "./report.ts";
import { sameAs, storeContact } from "./store-contact.ts";

const runs = importRuns<ImportRecord, ReportLine>({ Import, Report });

/**
 * Brings the people of a CSV file in. Rows that cannot come in are reported with line, field and remedy; the others do.
 * The bytes name the import: the same file again changes nothing, and one that was interrupted goes on where it was.
 */
export const importContacts = command({
  ...importing,
  async run(ctx, { bytes, ...statement }): Promise<ImportRecord & { readonly repeated: boolean }> {
    const id = importNameOf(bytes);
    const known = await Import.find(ctx, { id });
    if (known?.status === "finished") return { ...known, repeated: true };

    const { text, encoding } = decodeFile(bytes);
    refuseMarked(ctx, text);
    const rows = readRows(text);
    const record = await runs.begin(ctx, known, { ...statement, id, encoding, rows: rows.length });

    const first = new Map<string, { line: number; read: Parameters<typeof sameAs>[0] }>();
    const jobs = rows.map((row) => {
      const read = readContact(row);
      const about = { line: row.line, name: clip(row.cells.name), email: clip(row.cells.email) };
      if ("refused" in read)
        return async (): Promise<ReportLine> => ({ ...about, outcome: "refused", reason: read.refused, warnings: [] });
      const earlier = first.get(read.fields.email);
      if (!earlier) first.set(read.fields.email, { line: row.line, read: read.fields });
      else
        return async (): Promise<ReportLine> => ({
          ...about,
          outcome: "duplicate",
          reason: {
            "zh-CN": `与第 ${earlier.line} 行重复（同一邮箱），已保留第 ${earlier.line} 行。`,
            en: `The same address as line ${earlier.line}; that one was kept.`,
          },
          warnings: sameAs(earlier.read, read.fields),
        });
      return async (): Promise<ReportLine> => {
        const { outcome, warnings } = await storeContact(ctx, record, row.line, read.fields);
        return { ...about, outcome, warnings: [...read.warnings, ...warnings] };
      };
    });
    return { ...(await runs.run(ctx, record, jobs)), repeated: false };
  },
});

const clip = (text = "") => text.trim().slice(0, 100);

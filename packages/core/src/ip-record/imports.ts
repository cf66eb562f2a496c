import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { Paging } from "../platform/schema.ts";
import type { ImportRun } from "../platform/sheet/run.ts";
import { importsRunning, stopRun } from "../platform/sheet/stop.ts";
import { allImports, PatentImports, PatentReports } from "./entity.ts";
import { type PatentImportLine, patentImportMissing } from "./schema.ts";

const readers = ["organiser", "auditor"] as const;
const ImportId = z.object({ importId: z.string().max(60) });

export const listPatentImports = command({
  input: Paging,
  access: readers,
  run: (ctx, { limit, cursor }): Promise<Page<ImportRun & Stored>> =>
    PatentImports.list(ctx, { index: "byState", pk: allImports, limit, cursor, newestFirst: true }),
});

/** Asks an import to end: what was brought in stays, and the same file goes on where it was. */
export const stopPatentImport = command({
  input: ImportId,
  access: ["organiser"],
  run: (ctx, { importId }) => stopRun(ctx, PatentImports, importId, patentImportMissing),
});

/** The imports that are under way. */
export const patentImportsUnderWay = (ctx: Ctx) => importsRunning(ctx, PatentImports, allImports);

/** One import and a page of a hundred lines of its report, the first by default. */
export const readPatentImport = command({
  input: ImportId.extend({ page: z.coerce.number().int().min(0).max(1000).default(0) }),
  access: readers,
  async run(ctx, { importId, page }): Promise<{ summary: ImportRun & Stored; page: number; lines: readonly PatentImportLine[] }> {
    const [summary, report] = await Promise.all([
      PatentImports.get(ctx, { id: importId }, patentImportMissing),
      PatentReports.find(ctx, { importId, page }),
    ]);
    return { summary, page, lines: report?.lines ?? [] };
  },
});

import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { Paging } from "../platform/schema.ts";
import { allContacts, allImports, Contact, type ContactRecord, Import, type ImportRecord, Report } from "./entity.ts";
import type { ReportLine } from "./report.ts";
import { importMissing } from "./schema.ts";

/** The people that imports brought in, the newest first. */
export const listContacts = command({
  input: Paging,
  access: ["organiser", "auditor"],
  run: (ctx, { limit, cursor }): Promise<Page<ContactRecord & Stored>> =>
    Contact.list(ctx, { index: "byOwner", pk: allContacts, limit, cursor, newestFirst: true }),
});

export const listImports = command({
  input: Paging,
  access: ["organiser", "auditor"],
  run: (ctx, { limit, cursor }): Promise<Page<ImportRecord & Stored>> =>
    Import.list(ctx, { index: "byState", pk: allImports, limit, cursor, newestFirst: true }),
});

/** One import and a page of a hundred lines of its report, the first by default. */
export const readImport = command({
  input: z.object({ importId: z.string().max(60), page: z.coerce.number().int().min(0).max(1000).default(0) }),
  access: ["organiser", "auditor"],
  async run(ctx, { importId, page }): Promise<{ summary: ImportRecord & Stored; page: number; lines: readonly ReportLine[] }> {
    const [summary, report] = await Promise.all([
      Import.get(ctx, { id: importId }, importMissing),
      Report.find(ctx, { importId, page }),
    ]);
    return { summary, page, lines: report?.lines ?? [] };
  },
});

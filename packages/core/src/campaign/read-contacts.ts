import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { Locale, Paging, Reference } from "../platform/schema.ts";
import { importsRunning, stopRun } from "../platform/sheet/stop.ts";
import { type Source, sources } from "../segment/schema.ts";
import { consentsTo, sourcesOf } from "./consented.ts";
import { allContacts, allImports, Contact, type ContactRecord, Import, type ImportRecord, Report } from "./entity.ts";
import type { ReportLine } from "./report.ts";
import { CampaignKind, importMissing } from "./schema.ts";

/** Everyone who is known, the newest first unless asked otherwise; of one chain, those who named it or all of them. */
export const listContacts = command({
  input: Listing.extend({
    chain: Narrow(Reference),
    list: Narrow(z.string().max(200)),
    from: Narrow(z.enum(Object.keys(sources) as [Source, ...Source[]])),
    agreed: Narrow(CampaignKind),
    locale: Narrow(Locale),
  }),
  access: ["organiser", "auditor"],
  async run(ctx, { chain, list, from, agreed, locale, q, order, ...paging }): Promise<Page<ContactRecord & Stored>> {
    const keep = every<ContactRecord>(
      await holding(ctx, q, (c) => [c.name, c.organisation, c.position, c.email, c.phone]),
      chain && ((c) => c.chains.includes(chain) || c.chains.includes("all")),
      list && ((c) => c.lists.includes(list)),
      from && ((c) => sourcesOf(c).includes(from)),
      agreed && ((c) => consentsTo(c, agreed)),
      locale && ((c) => c.locale === locale),
    );
    return listing(ctx, Contact, { index: "byOwner", pk: allContacts, newestFirst: order !== "oldest" }, paging, keep);
  },
});

export const listImports = command({
  input: Paging,
  access: ["organiser", "auditor"],
  run: (ctx, { limit, cursor }): Promise<Page<ImportRecord & Stored>> =>
    Import.list(ctx, { index: "byState", pk: allImports, limit, cursor, newestFirst: true }),
});

/** Asks an import to end: what was brought in stays, and the same file goes on where it was. */
export const stopImport = command({
  input: z.object({ importId: z.string().max(60) }),
  access: ["organiser"],
  run: (ctx, { importId }) => stopRun(ctx, Import, importId, importMissing),
});

/** The imports that are under way. */
export const importsUnderWay = (ctx: Ctx) => importsRunning(ctx, Import, allImports);

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

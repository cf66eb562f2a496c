import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { Case, CaseSlug } from "./entity.ts";
import { readText, summaryOf, toRow, toSummary } from "./public-view.ts";
import { type CaseRow, type CaseSummary, caseMissing, caseStatuses, type FullCase, type PublicCase } from "./schema.ts";

/** One published case, by its id or by the last part of its address. */
export const readPublicCase = command({
  input: z.object({ case: z.string().max(80) }),
  access: "public",
  async run(ctx, { case: name }): Promise<PublicCase> {
    const byId = name.startsWith("cas_");
    const id = byId ? name : (await CaseSlug.get(ctx, { slug: name }, caseMissing)).caseId;
    const record = await Case.get(ctx, { id }, caseMissing);
    const summary = toSummary(record);
    if (!summary || !record.published || (!byId && summary.slug !== name)) throw new DomainError(caseMissing);
    return { ...summary, body: await readText(ctx, id, record.published.revision) };
  },
});

/** Published cases, the newest first, without their texts. */
export const listPublicCases = command({
  input: Paging,
  access: "public",
  async run(ctx, { limit, cursor }): Promise<Page<CaseSummary>> {
    const page = await Case.list(ctx, { index: "byState", pk: "case#published", limit, cursor, newestFirst: true });
    return { ...page, items: page.items.flatMap((record) => toSummary(record) ?? []) };
  },
});

/** What those who write cases see in their list, the newest first. */
export const listCases = command({
  input: Paging.extend({ status: z.enum(caseStatuses).default("draft") }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { status, limit, cursor }): Promise<Page<CaseRow>> {
    const page = await Case.list(ctx, { index: "byState", pk: `case#${status}`, limit, cursor, newestFirst: true });
    return { ...page, items: page.items.map(toRow) };
  },
});

/** A case's draft with its text. */
export const getCase = command({
  input: z.object({ caseId: z.string().max(40) }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId }): Promise<FullCase> {
    const record = await Case.get(ctx, { id: caseId }, caseMissing);
    return { ...toRow(record), body: await readText(ctx, caseId, record.draft.revision) };
  },
});

/** The draft as the public would read it if it were published now. */
export const readDraftCase = command({
  input: z.object({ caseId: z.string().max(40) }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId }): Promise<PublicCase> {
    const { draft, publishedAt } = await Case.get(ctx, { id: caseId }, caseMissing);
    const now = ctx.now().toISOString();
    return { ...summaryOf(caseId, draft, publishedAt ?? now, now), body: await readText(ctx, caseId, draft.revision) };
  },
});

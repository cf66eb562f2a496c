import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { Localised } from "../platform/text.ts";
import { type CaseHead, type CaseRecord, CaseText } from "./entity.ts";
import { isCurrent } from "./policy.ts";
import type { CaseRow, CaseSummary } from "./schema.ts";

/** One revision of the text in both languages. */
export async function readText(ctx: Ctx, caseId: string, revision: number): Promise<Localised> {
  const [zh, en] = await Promise.all([
    CaseText.find(ctx, { caseId, revision, locale: "zh-CN" }),
    CaseText.find(ctx, { caseId, revision, locale: "en" }),
  ]);
  return { "zh-CN": zh?.text ?? "", ...(en ? { en: en.text } : {}) };
}

/** A head as the public sees it, published at these times. */
export function summaryOf(id: string, head: CaseHead, publishedAt: string, updatedAt: string): CaseSummary {
  const { slug, title, summary, chains, cover } = head;
  return { id, slug, title, summary, chains, ...(cover ? { cover } : {}), publishedAt, updatedAt };
}

/** What is public of a record; undefined when nothing is. */
export function toSummary({ id, published, publishedAt }: CaseRecord): CaseSummary | undefined {
  return published && summaryOf(id, published, publishedAt ?? published.at, published.at);
}

export function toRow(record: CaseRecord & Stored): CaseRow {
  const { id, version, status, draft, published, publishedAt, updatedAt, updatedBy } = record;
  const { slug, title, summary, chains, cover } = draft;
  return {
    ...{ id, version, status, slug, title, summary, chains, updatedAt, updatedBy },
    ...(cover ? { cover } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(published ? { publishedSlug: published.slug } : {}),
    changed: published !== undefined && !isCurrent(record),
  };
}

import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { Localised } from "../platform/text.ts";
import { type CaseHead, type CaseRecord, CaseText } from "./entity.ts";
import { isCurrent } from "./policy.ts";
import type { CaseContentView, CaseRow, CaseSummary, PageSummary, PublicCase, PublicPage } from "./schema.ts";

/** One revision of the text in both languages. */
export async function readText(ctx: Ctx, caseId: string, revision: number): Promise<Localised> {
  const [zh, en] = await Promise.all([
    CaseText.find(ctx, { caseId, revision, locale: "zh-CN" }),
    CaseText.find(ctx, { caseId, revision, locale: "en" }),
  ]);
  return { "zh-CN": zh?.text ?? "", ...(en ? { en: en.text } : {}) };
}

/** An object without the names that hold nothing. */
const present = <T extends object>(parts: T): T =>
  Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0)),
  ) as T;

/** What is public of a record in a list; undefined when nothing is. */
export const toSummary = ({ id, published, publishedAt }: CaseRecord): CaseSummary | undefined =>
  published && summaryOf(id, published, publishedAt ?? published.at, published.at);

function summaryOf(id: string, head: Omit<CaseHead, "revision">, publishedAt: string, updatedAt: string): CaseSummary {
  const { slug, title, summary, chains, cover, levers, measures, links } = head;
  return { id, slug, title, summary, chains, ...present({ cover, levers, measures, links }), publishedAt, updatedAt };
}

/** First and latest publication. */
export interface Times {
  readonly publishedAt: string;
  readonly updatedAt: string;
}

/** A text as the public sees it, published at these times. */
export function toPublic(
  id: string,
  { body, ...head }: CaseContentView,
  times: Times,
  addresses: readonly string[] = [],
): PublicCase {
  const { timeline, conditions } = head;
  const formerSlugs = addresses.filter((slug) => slug !== head.slug);
  return {
    ...summaryOf(id, head, times.publishedAt, times.updatedAt),
    body,
    ...present({ timeline, conditions, formerSlugs }),
  };
}

/** The same of a page, in a list and whole. */
export const toPageSummary = ({ id, published, publishedAt }: CaseRecord): PageSummary | undefined =>
  published && pageSummaryOf(id, published, { publishedAt: publishedAt ?? published.at, updatedAt: published.at });

const pageSummaryOf = (id: string, { slug, title, summary, footer }: Omit<CaseHead, "revision">, times: Times): PageSummary => ({
  id,
  slug,
  title,
  summary,
  ...present({ footer }),
  ...times,
});

export function toPublicPage(
  id: string,
  { body, ...head }: CaseContentView,
  times: Times,
  addresses: readonly string[] = [],
): PublicPage {
  const formerSlugs = addresses.filter((slug) => slug !== head.slug);
  return { ...pageSummaryOf(id, head, times), body, ...present({ formerSlugs }) };
}

/** A head with its text, as an editor sees it. */
export async function toContent(ctx: Ctx, caseId: string, { revision, ...head }: CaseHead): Promise<CaseContentView> {
  return { ...head, body: await readText(ctx, caseId, revision) };
}

export function toRow(record: CaseRecord & Stored): CaseRow {
  const { id, version, status, draft, published, publishedAt, review, schedule, returned, updatedAt, updatedBy } = record;
  const { slug, title, summary, chains, cover } = draft;
  return {
    ...{ id, version, status, slug, title, summary, chains, updatedAt, updatedBy },
    ...present({ cover, review, schedule, returned, publishedAt, publishedSlug: published?.slug }),
    changed: published !== undefined && !isCurrent(record),
  };
}

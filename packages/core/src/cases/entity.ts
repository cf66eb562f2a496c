import { entity } from "../platform/entity.ts";
import type { Locale, Localised } from "../platform/text.ts";
import type { CaseStatus, Picture } from "./schema.ts";

/** A case without its text, which is too long to lie in the same item. */
export interface CaseHead {
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  /** Which revision of the text belongs to it. */
  readonly revision: number;
}

export interface CaseRecord {
  readonly id: string;
  readonly status: CaseStatus;
  readonly draft: CaseHead;
  /** What the public reads; `at` is the latest publication. */
  readonly published?: (CaseHead & { readonly at: string }) | undefined;
  /** First publication, kept through a withdrawal. */
  readonly publishedAt?: string | undefined;
}

/** One revision of the text in one language. Never changed, so that publishing is one write of the head. */
interface CaseTextRecord {
  readonly caseId: string;
  readonly revision: number;
  readonly locale: Locale;
  readonly text: string;
}

/** Who an address belongs to: for good, since links to it may be out in the world. */
interface CaseSlugRecord {
  readonly slug: string;
  readonly caseId: string;
}

export const Case = entity<CaseRecord, { id: string }>({
  type: "case",
  key: ({ id }) => ({ pk: `case#${id}`, sk: "case" }),
  indexed: (c) => ({ byState: { pk: `case#${c.status}`, sk: `${c.publishedAt ?? ""}#${c.id}` } }),
});

export const CaseText = entity<CaseTextRecord, { caseId: string; revision: number; locale: Locale }>({
  type: "case-text",
  key: ({ caseId, revision, locale }) => ({ pk: `case#${caseId}`, sk: `text#${String(revision).padStart(6, "0")}#${locale}` }),
});

export const CaseSlug = entity<CaseSlugRecord, { slug: string }>({
  type: "case-slug",
  key: ({ slug }) => ({ pk: `slug#case#${slug}`, sk: "slug" }),
});

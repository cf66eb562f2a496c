import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";
import { type CaseContentView, type CaseRow, type CaseStatus, type CaseVersion, type ContentKind, kindOf } from "./schema.ts";

/** A case or a page without its text, which is too long to lie in the same item. */
export interface CaseHead extends Omit<CaseContentView, "body"> {
  /** Which revision of the text belongs to it. */
  readonly revision: number;
}

export interface CaseRecord extends Pick<CaseRow, "review" | "schedule" | "returned"> {
  readonly id: string;
  readonly status: CaseStatus;
  readonly draft: CaseHead;
  /** The version that made the draft what it is; absent where it was written before versions were kept. */
  readonly drafted?: number | undefined;
  /** What the public reads; `at` is the latest publication. */
  readonly published?: (CaseHead & { readonly at: string }) | undefined;
  /** First publication, kept through a withdrawal. */
  readonly publishedAt?: string | undefined;
  /** Last parts of all addresses that it was ever published at, the latest last. */
  readonly addresses?: readonly string[] | undefined;
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
  readonly kind: ContentKind;
  readonly slug: string;
  readonly caseId: string;
}

/** One entry of a case's history, written with the change that it tells of, never changed. `draft` where the change made a new text. */
export interface CaseHistoryRecord extends Omit<CaseVersion, "version" | "content"> {
  readonly caseId: string;
  readonly number: number;
  readonly draft?: CaseHead | undefined;
}

/** Somebody has the case open in one window. */
interface CasePresenceRecord {
  readonly caseId: string;
  readonly staffId: string;
  readonly window: string;
  readonly name?: string | undefined;
  readonly typing: boolean;
  readonly since: string;
  /** Gone after this, ISO 8601. */
  readonly until: string;
}

const padded = (n: number) => String(n).padStart(6, "0");

/** In the list of drafts a case stands only while it is not on its way to the public; published and withdrawn ones always stand in theirs. */
const onItsWay = (c: CaseRecord) => Boolean(c.review ?? c.schedule);

/** The drafts of a kind that are on their way. */
export const stageOf = (kind: ContentKind, stage: "in-review" | "scheduled") => `${kind}-stage#${stage}`;

export const Case = entity<CaseRecord, { id: string }>({
  type: "case",
  key: ({ id }) => ({ pk: `case#${id}`, sk: "case" }),
  indexed: (c) => ({
    byState:
      c.status === "draft" && onItsWay(c)
        ? undefined
        : { pk: `${kindOf(c.id)}#${c.status}`, sk: `${c.publishedAt ?? ""}#${c.id}` },
    byOwner: c.review
      ? { pk: stageOf(kindOf(c.id), "in-review"), sk: `${c.review.since}#${c.id}` }
      : c.schedule && {
          pk: stageOf(kindOf(c.id), "scheduled"),
          sk: `${c.schedule.held ? "held#" : ""}${c.schedule.publishAt}#${c.id}`,
        },
  }),
});

export const CaseText = entity<CaseTextRecord, { caseId: string; revision: number; locale: Locale }>({
  type: "case-text",
  key: ({ caseId, revision, locale }) => ({ pk: `case#${caseId}`, sk: `text#${padded(revision)}#${locale}` }),
});

export const CaseSlug = entity<CaseSlugRecord, { kind: ContentKind; slug: string }>({
  type: "case-slug",
  key: ({ kind, slug }) => ({ pk: `slug#${kind}#${slug}`, sk: "slug" }),
});

export const CaseHistory = entity<CaseHistoryRecord, { caseId: string; number: number }>({
  type: "case-history",
  key: ({ caseId, number }) => ({ pk: `case#${caseId}`, sk: `history#${padded(number)}` }),
});

export const CasePresence = entity<CasePresenceRecord, { caseId: string; staffId: string; window: string }>({
  type: "case-presence",
  key: ({ caseId, staffId, window }) => ({ pk: `case#${caseId}`, sk: `open#${staffId}#${window}` }),
  expires: ({ until }) => Math.ceil(new Date(until).getTime() / 1000) + 3600,
});

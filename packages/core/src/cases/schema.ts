import type { Picture } from "../picture/schema.ts";
import { reason } from "../platform/reason.ts";
import type { Locale, Localised, Words } from "../platform/text.ts";

/** What is written by this workflow: 引导性案例 case studies, and 页面 pages that stand by themselves, such as common questions. */
export const contentKinds = ["case", "page"] as const;
export type ContentKind = (typeof contentKinds)[number];

/** Which of them an id names: `cas_…` or `pag_…`. */
export const kindOf = (id: string): ContentKind => (id.startsWith("pag_") ? "page" : "case");

/** What the public has of a case. What is published keeps its text while its draft is being edited. */
export const caseStatuses = ["draft", "published", "withdrawn"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/**
 * draft → in-review → (back to draft, with a remark) | scheduled → published → withdrawn. `in-review` and `scheduled` are of the draft: it
 * may be that of a published case.
 */
export const caseStates = ["draft", "in-review", "scheduled", "published", "withdrawn"] as const;
export type CaseState = (typeof caseStates)[number];

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** The reforms and instruments that a case relied on, in the words of the programme. */
export const leverNames = {
  "separate-management": w("职务科技成果单列管理", "Separate management of service inventions"),
  "talent-evaluation": w("技术转移人才评价和职称评定", "Titles for technology transfer"),
  "surplus-funds": w("横向科研项目结余经费出资", "Contribution from surplus contract-research funds"),
  "open-licence": w("专利开放许可", "Open patent licence"),
  "use-first-pay-later": w("先使用后付费", "Use first, pay later"),
  equity: w("作价入股", "Equity contribution"),
  pledge: w("知识产权质押", "IP pledge"),
  "cross-licence": w("交叉许可/专利池", "Cross-licence or patent pool"),
  "joint-development": w("联合研发", "Joint development"),
  other: w("其他", "Other"),
} as const satisfies Record<string, Words>;
export type Lever = keyof typeof leverNames;
export const levers = Object.keys(leverNames) as [Lever, ...Lever[]];
export const leversIn = (locale: Locale) =>
  Object.fromEntries(levers.map((lever) => [lever, leverNames[lever][locale]])) as Readonly<Record<Lever, string>>;

/** How many of each a case may have. */
export const storyLimits = { levers: 4, measures: 8, timeline: 30, links: 12 } as const;

/** A step on the way, with its month (`2025-03`) or day. */
export interface Milestone {
  readonly date: string;
  readonly text: Localised;
}

/** A figure that sums the case up: 良率 71% → 88%. */
export interface Measure {
  readonly label: Localised;
  readonly value: string;
}

export const linkKinds = ["activities", "projects", "demands", "talents"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What stands behind a case on this site, by id. */
export type CaseLinks = Readonly<Record<LinkKind, readonly string[]>>;

/** 引导性案例 in a list. */
export interface CaseSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  readonly levers?: readonly Lever[] | undefined;
  readonly measures?: readonly Measure[] | undefined;
  readonly links?: CaseLinks | undefined;
  /** First publication. ISO 8601, UTC. */
  readonly publishedAt: string;
  /** Latest publication. */
  readonly updatedAt: string;
}

/** What only the case's own page shows. */
export interface CaseStory {
  /** Markdown; raw HTML is shown as text. Pictures are referred to by their path. */
  readonly body: Localised;
  readonly timeline?: readonly Milestone[] | undefined;
  /** What has to be given for it to be repeated elsewhere. */
  readonly conditions?: Localised | undefined;
}

/** 引导性案例 as the public reads it. */
export interface PublicCase extends CaseSummary, CaseStory {
  /** Last parts of addresses that it was published at before; they belong to it for good. */
  readonly formerSlugs?: readonly string[] | undefined;
}

/** 页面 where it is pointed to. */
export interface PageSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  /** Its place among the links at the foot of every page, the smallest first; absent: it does not stand there. */
  readonly footer?: number | undefined;
  readonly publishedAt: string;
  readonly updatedAt: string;
}

/** 页面 as the public reads it. */
export interface PublicPage extends PageSummary {
  /** Markdown, as a case's. */
  readonly body: Localised;
  readonly formerSlugs?: readonly string[] | undefined;
}

/** The last place at the foot. */
export const lastFooter = 20;

/** Who did something: the id of a member of staff or of the product's own work, and the name for people to read. */
export interface Who {
  readonly id: string;
  readonly name?: string | undefined;
}

/** Why it is not published at its time: it was missed by more than a day, or the checklist does not hold any more. */
export const holdReasons = ["late", "checklist"] as const;

/** Approved, to be published at an instant. */
export interface Schedule {
  readonly publishAt: string;
  readonly by: Who;
  readonly held?: (typeof holdReasons)[number] | undefined;
}

/** Days ahead that a publication may be scheduled. */
export const scheduleDays = 366;

/** A case as those who write it see it in their list: the draft, and what became of it. */
export interface CaseRow {
  readonly id: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  /** The draft waits for approval. */
  readonly review?: { readonly since: string; readonly by: Who; readonly note?: string | undefined } | undefined;
  readonly schedule?: Schedule | undefined;
  /** Why it came back from review, until it goes there again. */
  readonly returned?: { readonly at: string; readonly by: Who; readonly remark: string } | undefined;
  /** Where it is published now. */
  readonly publishedSlug?: string | undefined;
  readonly publishedAt?: string | undefined;
  /** The draft differs from what is published. */
  readonly changed: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** All that an editor writes, as it was saved. Rows may still be unfinished. */
export interface CaseContentView extends CaseStory {
  readonly slug: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  readonly levers?: readonly Lever[] | undefined;
  readonly measures?: readonly Measure[] | undefined;
  readonly links?: CaseLinks | undefined;
  /** Of a page only. */
  readonly footer?: number | undefined;
  /** Keys of findings of the checklist that somebody has looked at and accepted. */
  readonly accepted?: readonly string[] | undefined;
}

export interface FullCase extends CaseRow, CaseContentView {}

/** What happened to a case. The first three made a new text. */
export const changeKinds = [
  "created",
  "edited",
  "restored",
  "review-asked",
  "review-recalled",
  "returned",
  "scheduled",
  "unscheduled",
  "held",
  "published",
  "withdrawn",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One entry of a case's history. */
export interface CaseVersion {
  readonly version: number;
  readonly what: ChangeKind;
  readonly at: string;
  readonly by: Who;
  /** It holds a text, which can be compared and restored. */
  readonly content: boolean;
  /** Names of the parts that an edit changed. */
  readonly fields?: readonly string[] | undefined;
  /** The version that was restored. */
  readonly from?: number | undefined;
  readonly remark?: string | undefined;
  readonly publishAt?: string | undefined;
}

/** One version with its text. */
export interface CaseVersionContent extends CaseVersion {
  readonly draft: CaseContentView;
}

/** Something that the checklist says of a draft. */
export interface Finding {
  /** Names rule, field and matter; holds no personal data. */
  readonly key: string;
  /** Blocking: publishing and scheduling are refused. */
  readonly level: "blocking" | "advice";
  /** Path in the input. */
  readonly field: string;
  /** What is wrong, where, and what to do. */
  readonly message: Words;
  /** May be accepted: `consent`, the person has agreed, which lifts a blocking one; `ignore`, it is meant to be so. */
  readonly tick?: "consent" | "ignore" | undefined;
  readonly ticked: boolean;
}

/** Who else has a case open. */
export interface Presence {
  readonly who: Who;
  /** The same person in another window. */
  readonly self: boolean;
  /** Has something typed that is not saved. */
  readonly typing: boolean;
  readonly since: string;
}

/** How often a browser says that it has a case open, and after how long without it counts as gone; seconds. */
export const presenceSeconds = { tell: 20, gone: 50 } as const;

export const caseMissing = reason(
  "case.not-found",
  "not-found",
  "没有找到这篇案例，可能已经下线。请从案例列表重新选择。",
  "There is no such case; it may have been withdrawn. Choose one from the list.",
);
export const pageMissing = reason(
  "page.not-found",
  "not-found",
  "没有找到这个页面，可能已经下线。请从页面列表重新选择。",
  "There is no such page; it may have been withdrawn. Choose one from the list.",
);
/** The refusal for an id that names nothing. */
export const missing = (id: string) => (kindOf(id) === "page" ? pageMissing : caseMissing);

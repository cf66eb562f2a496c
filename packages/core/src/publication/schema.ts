import type { PublicActivity } from "../activity/schema.ts";
import type { IssueSummary, PublicIssue } from "../campaign/issue-schema.ts";
import type { CaseSummary, PageSummary, PublicCase, PublicPage } from "../cases/schema.ts";
import type { PublicDemand } from "../demand/schema.ts";
import type { PublicOutcome } from "../outcome/schema.ts";
import type { Locale, Localised, Words } from "../platform/text.ts";
import type { PublicProject } from "../project/schema.ts";
import type { PublicCall } from "../roadshow/schema.ts";
import type { Segment } from "../search/schema.ts";
import type { PublicTalent } from "../talent/schema.ts";
import type { Chain } from "../taxonomy/schema.ts";

/** What the public site shows, in the order of the navigation. */
export const kinds = ["activities", "projects", "demands", "cases", "talents"] as const;
export type Kind = (typeof kinds)[number];

/** Everything that has a page of its own: what lists show, and pages that stand by themselves. These are made first, since their links stand at the foot of all. */
export const thingKinds = ["pages", ...kinds, "newsletters"] as const;
export type ThingKind = (typeof thingKinds)[number];

export const kindNames: Readonly<Record<ThingKind, Words>> = {
  activities: { "zh-CN": "活动", en: "Activity" },
  projects: { "zh-CN": "项目", en: "Project" },
  demands: { "zh-CN": "需求", en: "Need" },
  cases: { "zh-CN": "案例", en: "Case" },
  talents: { "zh-CN": "人才", en: "Person" },
  pages: { "zh-CN": "页面", en: "Page" },
  newsletters: { "zh-CN": "通讯", en: "Newsletter" },
};

/** A thing of each kind as lists show it. */
export interface Summaries {
  readonly activities: ActivityOnPage;
  readonly projects: PublicProject;
  readonly demands: PublicDemand;
  readonly cases: CaseSummary;
  readonly talents: PublicTalent;
}

/** Everything that has a page, as it is pointed to. */
export interface AnySummaries extends Summaries {
  readonly pages: PageSummary;
  readonly newsletters: IssueSummary;
}
export type AnyEntry = { readonly [K in ThingKind]: { readonly kind: K; readonly thing: AnySummaries[K] } }[ThingKind];

/** A thing of any kind, as lists show it. */
export type Entry = { readonly [K in Kind]: { readonly kind: K; readonly thing: Summaries[K] } }[Kind];

/** By what lists are narrowed. `type`: roadshow, salon, …; `state`: an activity's availability, or where a demand stands; `lever`: the reform used by a case. */
export const facetNames = ["type", "chain", "trl", "way", "region", "state", "lever", "year"] as const;
export type FacetName = (typeof facetNames)[number];

/** The facets of each kind's list, in the order they stand. */
export const facetsOf: Readonly<Record<Kind, readonly FacetName[]>> = {
  activities: ["state", "type", "chain", "region"],
  projects: ["chain", "trl", "way", "region"],
  demands: ["state", "chain", "trl", "region"],
  cases: ["chain", "lever", "year"],
  talents: ["chain"],
};

/** A facet with how many things each value would leave. Values with none are left out, unless chosen. */
export interface Facet {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string; readonly count: number; readonly chosen: boolean }[];
}

/** A thing in a list; with the words that were found, when words were searched for. */
export type FoundEntry = AnyEntry & { readonly title?: readonly Segment[]; readonly excerpt?: readonly Segment[] };

/**
 * A list: the static head page of a kind (`/projects/`: nothing asked, nothing chosen, page 1), or what somebody searched for and narrowed
 * (`/find/projects?chain=titanium`, `/find?q=…` for all kinds).
 */
export interface Found {
  /** Absent: of all kinds. */
  readonly of?: Kind | undefined;
  readonly q: string;
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly sort: "relevance" | "newest";
  /** From 1 to `pages`. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly entries: readonly FoundEntry[];
  readonly facets: readonly Facet[];
  /** How many of each kind the words alone would find; only when words were searched for. */
  readonly counts?: Readonly<Record<Kind, number>> | undefined;
  /** What was searched for instead, since nothing matched as it was written. */
  readonly corrected?: string | undefined;
}

/** The official text of the programme: a link, or a PDF on this site. */
export interface Official {
  readonly title: Localised;
  readonly href: string;
}

/** How many of each kind are public. Activities: those ahead. */
export type Counts = Readonly<Record<Kind, number>>;

export interface ChainFigures extends Counts {
  readonly chain: Chain;
}

/** What else a reader of a thing's page may want. */
export interface Related {
  /** Others of its kind in its first chain, next to it in time: at most four. */
  readonly near: readonly Entry[];
  /** What it names or what names it, such as a case and its project. */
  readonly linked: readonly Entry[];
}

/** A page that could not be made; what stood there before still does. A new thing stands in no list until its page can be made. */
export interface PageFailure {
  /** `thing:cases:cas_…`, `home`, `list:projects`, … */
  readonly key: string;
  readonly tries: number;
  /** Of the last try. ISO 8601, UTC. */
  readonly at: string;
  readonly thing?: { readonly kind: ThingKind; readonly id: string; readonly title: Localised } | undefined;
}

/** An activity with what its own page shows besides: the call for projects of a roadshow, and what it brought once that is published. */
export type ActivityOnPage = PublicActivity & {
  readonly roadshow?: PublicCall | undefined;
  readonly outcome?: PublicOutcome | undefined;
};

/** What a page shows; `kind` chooses its template. */
export type PageData =
  | {
      readonly kind: "home";
      readonly activities: readonly PublicActivity[];
      readonly projects: readonly PublicProject[];
      readonly demands: readonly PublicDemand[];
      readonly cases: readonly CaseSummary[];
      readonly counts: Counts;
    }
  | { readonly kind: "find"; readonly found: Found }
  | { readonly kind: "activity"; readonly activity: ActivityOnPage; readonly related: Related }
  | { readonly kind: "case"; readonly case: PublicCase; readonly related: Related }
  | { readonly kind: "project"; readonly project: PublicProject; readonly related: Related }
  | { readonly kind: "demand"; readonly demand: PublicDemand; readonly related: Related }
  | { readonly kind: "talent"; readonly talent: PublicTalent; readonly related: Related }
  | { readonly kind: "page"; readonly text: PublicPage }
  | { readonly kind: "issue"; readonly issue: PublicIssue }
  | { readonly kind: "issues"; readonly issues: readonly IssueSummary[] }
  | { readonly kind: "chains"; readonly figures: readonly ChainFigures[] }
  | {
      readonly kind: "chain";
      /** Its counts are of everything; the lists below hold the first six. */
      readonly figures: ChainFigures;
      readonly activities: readonly PublicActivity[];
      readonly projects: readonly PublicProject[];
      readonly demands: readonly PublicDemand[];
      readonly cases: readonly CaseSummary[];
      readonly talents: readonly PublicTalent[];
    }
  | { readonly kind: "figures"; readonly figures: Figures }
  | { readonly kind: "policy"; readonly official?: Official | undefined }
  | { readonly kind: "privacy" }
  | { readonly kind: "shell" }
  | { readonly kind: "console" }
  | { readonly kind: "door" }
  | { readonly kind: "not-found" };

/** Pairs of a need and an offer that were brought together, and how many of them agreed. Never an amount. */
export interface Brokered {
  readonly matches: number;
  readonly conversions: number;
}

/** What is on, in numbers; also at `/figures/data.json`. */
export interface Figures {
  readonly counts: Counts;
  readonly chains: readonly (ChainFigures & Brokered)[];
  /**
   * Things by month, Asia/Shanghai, oldest first, without gaps, at most the latest 24. `2026-11`. Projects, demands and cases count in the month in
   * which they became public, people in that of their application, activities in that in which they take place (past or ahead).
   */
  readonly months: readonly ({ readonly month: string } & Counts)[];
  /** How many listed projects have each technology readiness level, 1 to 9. */
  readonly trl: readonly number[];
  /** Demands by where they stand. */
  readonly demandStates: Readonly<Record<string, number>>;
}

/** One node of the graph of a chain, `/figures/graph/<chain>.json`. */
export interface GraphNode {
  /** `chain:titanium`, `organisation:…`, or kind and id of a thing, `projects:prj_…`. */
  readonly id: string;
  readonly kind: "chain" | "organisation" | Kind;
  readonly label: Localised;
  /** Path without language; organisations have none. */
  readonly path?: string | undefined;
  /** An activity that has taken place. */
  readonly over?: true | undefined;
}
export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** Pairs of positions in `nodes`. */
  readonly edges: readonly (readonly [number, number])[];
}

/** A page that stands by itself, as the foot of every page points to it. */
export interface FooterLink {
  /** Without language. */
  readonly path: string;
  readonly title: Localised;
}

/** All that the renderer gets for one page, as `Astro.locals.page`. The same input gives the same bytes. */
export interface PageInput {
  readonly locale: Locale;
  /** Path in this language, `/en/cases/some-slug/`; with its query where a page is made on request. */
  readonly path: string;
  /** `https://host`, without a trailing slash. */
  readonly origin: string;
  /** All chains by id, for names. */
  readonly chains: Readonly<Record<string, Chain>>;
  /** What the foot of the page points to besides what is always there. */
  readonly footer: readonly FooterLink[];
  readonly data: PageData;
}

/** The address of a thing without its language. */
export const paths = {
  home: "/",
  activities: "/activities/",
  activity: (id: string) => `/activities/${id}/`,
  cases: "/cases/",
  case: (slug: string) => `/cases/${slug}/`,
  page: (slug: string) => `/pages/${slug}/`,
  issues: "/newsletters/",
  issue: (id: string) => `/newsletters/${id}/`,
  caseFeed: "/feeds/cases.xml",
  /** The newest of a kind as RSS (`xml`) or JSON Feed. */
  feed: (kind: Kind | "newsletters", format: "xml" | "json") => `/feeds/${kind}.${format}`,
  calendar: "/feeds/activities.ics",
  /** The activities ahead of one chain. */
  chainFeed: (chain: string, format: "json" | "ics") => `/feeds/chains/${chain}/activities.${format}`,
  projects: "/projects/",
  project: (id: string) => `/projects/${id}/`,
  demands: "/demands/",
  demand: (id: string) => `/demands/${id}/`,
  talents: "/talents/",
  talent: (id: string) => `/talents/${id}/`,
  chains: "/chains/",
  chain: (id: string) => `/chains/${id}/`,
  figures: "/figures/",
  policy: "/policy/",
  /** Searching everything, or narrowing one list: made on request. */
  find: "/find",
  findIn: (kind: Kind) => `/find/${kind}`,
  privacy: "/privacy/",
  /** Made on request, for whoever signs in. */
  account: "/account",
  /** Pages of forms, made on request. */
  register: (activityId: string) => `/forms/register/${activityId}`,
  submitProject: "/forms/project",
  enterRoadshow: (activityId: string) => `/forms/roadshow/${activityId}`,
  publishDemand: "/forms/demand",
  joinTalents: "/forms/talent",
} as const;

/** What has a picture for those who link to it, 1200 by 630 pixels: everything by its last part of the address, and the home page as a page `home`. */
export const shareKinds = [...kinds, "chains", "pages"] as const;
export type ShareKind = (typeof shareKinds)[number];
/** What can be printed on one page. */
export const paperKinds = ["cases", "projects", "demands"] as const;
export type PaperKind = (typeof paperKinds)[number];
/** Pixels of a picture for sharing. */
export const shareSize = { width: 1200, height: 630 } as const;

/** Where a thing's picture for sharing is. With `photo` its cover is in it, and it is a JPEG instead of a PNG. */
export const sharePath = (kind: ShareKind, name: string, locale: Locale, photo = false): string =>
  `/share/${kind}/${name}.${locale}.${photo ? "jpg" : "png"}`;

/** Where a thing's one-page PDF is. */
export const paperPath = (kind: PaperKind, name: string, locale: Locale): string => `/papers/${kind}/${name}.${locale}.pdf`;

/** Where a session of an activity is, as a calendar entry. */
export const sessionPath = (activityId: string, sessionId: string, locale: Locale): string =>
  `/papers/sessions/${activityId}-${sessionId}.${locale}.ics`;

/** The address in a language: Chinese at `/`, English under `/en/`. */
export const inLocale = (path: string, locale: Locale): string => (locale === "en" ? `/en${path}` : path);

/** The page of a thing, without its language. */
export function pathOf({ kind, thing }: AnyEntry): string {
  switch (kind) {
    case "activities":
      return paths.activity(thing.id);
    case "projects":
      return paths.project(thing.id);
    case "demands":
      return paths.demand(thing.id);
    case "cases":
      return paths.case(thing.slug);
    case "pages":
      return paths.page(thing.slug);
    case "newsletters":
      return paths.issue(thing.id);
    default:
      return paths.talent(thing.id);
  }
}

/** What narrows a list, as the query of its address: `?chain=titanium&page=2`; empty when nothing does. */
export function findQuery(found: {
  readonly q?: string;
  readonly chosen?: Found["chosen"];
  readonly sort?: Found["sort"] | undefined;
  readonly page?: number;
}): string {
  const query = new URLSearchParams();
  if (found.q) query.set("q", found.q);
  for (const name of facetNames) for (const value of found.chosen?.[name] ?? []) query.append(name, value);
  if (found.sort === "newest" && found.q) query.set("sort", "newest");
  if (found.page && found.page > 1) query.set("page", String(found.page));
  const text = query.toString();
  return text && `?${text}`;
}

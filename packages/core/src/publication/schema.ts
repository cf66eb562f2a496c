import type { PublicActivity } from "../activity/schema.ts";
import type { CaseSummary, PublicCase } from "../cases/schema.ts";
import type { Locale, Localised } from "../platform/text.ts";
import type { PublicProject } from "../project/schema.ts";
import type { PublicTalent } from "../talent/schema.ts";
import type { Chain } from "../taxonomy/schema.ts";

/** A page of a list: `page` from 1 to `pages`. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** The official text of the programme: a link, or a PDF on this site. */
export interface Official {
  readonly title: Localised;
  readonly href: string;
}

export interface ChainFigures {
  readonly chain: Chain;
  readonly activities: number;
  readonly projects: number;
  readonly cases: number;
  readonly talents: number;
}

/** What a page shows; `kind` chooses its template. */
export type PageData =
  | {
      readonly kind: "home";
      readonly activities: readonly PublicActivity[];
      readonly cases: readonly CaseSummary[];
      readonly projects: readonly PublicProject[];
    }
  | { readonly kind: "activities"; readonly listing: Listing<PublicActivity> }
  | { readonly kind: "activity"; readonly activity: PublicActivity }
  | { readonly kind: "cases"; readonly listing: Listing<CaseSummary> }
  | { readonly kind: "case"; readonly case: PublicCase }
  | {
      readonly kind: "projects";
      readonly listing: Listing<PublicProject>;
      readonly chain?: Chain | undefined;
      readonly figures: readonly ChainFigures[];
    }
  | { readonly kind: "project"; readonly project: PublicProject }
  | { readonly kind: "talents"; readonly listing: Listing<PublicTalent> }
  | { readonly kind: "talent"; readonly talent: PublicTalent }
  | { readonly kind: "chains"; readonly figures: readonly ChainFigures[] }
  | {
      readonly kind: "chain";
      readonly figures: ChainFigures;
      readonly activities: readonly PublicActivity[];
      readonly cases: readonly CaseSummary[];
      readonly projects: readonly PublicProject[];
      readonly talents: readonly PublicTalent[];
    }
  | { readonly kind: "policy"; readonly official?: Official | undefined }
  | { readonly kind: "privacy" }
  | { readonly kind: "shell" }
  | { readonly kind: "console" }
  | { readonly kind: "not-found" };

/** All that the renderer gets for one page, as `Astro.locals.page`. The same input gives the same bytes. */
export interface PageInput {
  readonly locale: Locale;
  /** Path in this language, `/en/cases/some-slug/`. */
  readonly path: string;
  /** `https://host`, without a trailing slash. */
  readonly origin: string;
  /** All chains by id, for names. */
  readonly chains: Readonly<Record<string, Chain>>;
  readonly data: PageData;
}

/** The address of a thing without its language. */
export const paths = {
  home: "/",
  activities: "/activities/",
  activity: (id: string) => `/activities/${id}/`,
  cases: "/cases/",
  case: (slug: string) => `/cases/${slug}/`,
  caseFeed: "/feeds/cases.xml",
  projects: "/projects/",
  project: (id: string) => `/projects/${id}/`,
  projectsOfChain: (chain: string) => `/projects/chains/${chain}/`,
  talents: "/talents/",
  talent: (id: string) => `/talents/${id}/`,
  chains: "/chains/",
  chain: (id: string) => `/chains/${id}/`,
  policy: "/policy/",
  privacy: "/privacy/",
  /** Pages of forms, made on request. */
  register: (activityId: string) => `/forms/register/${activityId}`,
  submitProject: "/forms/project",
  joinTalents: "/forms/talent",
} as const;

/** The address in a language: Chinese at `/`, English under `/en/`. */
export const inLocale = (path: string, locale: Locale): string => (locale === "en" ? `/en${path}` : path);

/** A list's address for its n-th page. */
export const pageOf = (path: string, n: number): string => (n <= 1 ? path : `${path}page/${n}/`);

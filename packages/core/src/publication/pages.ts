import type { PublicActivity } from "../activity/schema.ts";
import type { PublicCase } from "../cases/schema.ts";
import type { PublicProject } from "../project/schema.ts";
import type { PublicTalent } from "../talent/schema.ts";
import { allChains } from "../taxonomy/index.ts";
import { type ChainFigures, type Listing, type Official, type PageData, pageOf, paths } from "./schema.ts";
import type { Kind, SiteContent, Things } from "./sources.ts";

/** A page without its language. */
export interface SitePage {
  readonly path: string;
  readonly data: PageData;
}

const pageSize = 20;
const ahead = (a: PublicActivity) => a.availability !== "past" && a.availability !== "cancelled";

function listing<T>(path: string, items: readonly T[], data: (listing: Listing<T>) => PageData): SitePage[] {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  return Array.from({ length: pages }, (_, i) => ({
    path: pageOf(path, i + 1),
    data: data({ items: items.slice(i * pageSize, (i + 1) * pageSize), page: i + 1, pages, total: items.length }),
  }));
}

/** What is public for each chain. */
export function chainFigures(content: SiteContent): ChainFigures[] {
  const count = (items: readonly { chains: readonly string[] }[], id: string) =>
    items.filter((i) => i.chains.includes(id)).length;
  return allChains.map((chain) => ({
    chain,
    activities: count(content.activities.filter(ahead), chain.id),
    cases: count(content.cases, chain.id),
    talents: count(content.talents, chain.id),
    projects: content.projects.filter((p) => p.chain === chain.id).length,
  }));
}

/** The page of one thing. */
export function thingPage<K extends Kind>(kind: K, thing: Things[K]): SitePage {
  switch (kind) {
    case "activities":
      return { path: paths.activity(thing.id), data: { kind: "activity", activity: thing as PublicActivity } };
    case "cases": {
      const story = thing as PublicCase;
      return { path: paths.case(story.slug), data: { kind: "case", case: story } };
    }
    case "projects":
      return { path: paths.project(thing.id), data: { kind: "project", project: thing as PublicProject } };
    default:
      return { path: paths.talent(thing.id), data: { kind: "talent", talent: thing as PublicTalent } };
  }
}

/** The lists of one kind, and every page that gathers things of several kinds. */
export function listPages(content: SiteContent, kinds: readonly Kind[]): SitePage[] {
  const figures = chainFigures(content);
  const upcoming = content.activities.filter(ahead);
  const pages: SitePage[] = [];
  if (kinds.includes("activities")) {
    const past = content.activities.filter((a) => !ahead(a)).reverse();
    pages.push(...listing(paths.activities, [...upcoming, ...past], (l) => ({ kind: "activities", listing: l })));
  }
  if (kinds.includes("cases")) pages.push(...listing(paths.cases, content.cases, (l) => ({ kind: "cases", listing: l })));
  if (kinds.includes("talents")) pages.push(...listing(paths.talents, content.talents, (l) => ({ kind: "talents", listing: l })));
  if (kinds.includes("projects")) {
    pages.push(...listing(paths.projects, content.projects, (l) => ({ kind: "projects", listing: l, figures })));
    for (const chain of allChains) {
      const items = content.projects.filter((p) => p.chain === chain.id);
      pages.push(...listing(paths.projectsOfChain(chain.id), items, (l) => ({ kind: "projects", listing: l, chain, figures })));
    }
  }
  pages.push({
    path: paths.home,
    data: {
      kind: "home",
      activities: upcoming.slice(0, 4),
      cases: content.cases.slice(0, 3),
      projects: content.projects.slice(0, 6),
    },
  });
  pages.push({ path: paths.chains, data: { kind: "chains", figures } });
  return pages;
}

/** The page of a chain: everything that it has. */
export function chainPage(content: SiteContent, figures: ChainFigures): SitePage {
  const { id } = figures.chain;
  const of = <T extends { chains: readonly string[] }>(items: readonly T[]) =>
    items.filter((i) => i.chains.includes(id)).slice(0, 12);
  return {
    path: paths.chain(id),
    data: {
      kind: "chain",
      figures,
      activities: of(content.activities.filter(ahead)),
      cases: of(content.cases),
      talents: of(content.talents),
      projects: content.projects.filter((p) => p.chain === id).slice(0, 12),
    },
  };
}

/** The policy page, with the official text where one is attached. */
export const policyPage = (official: Official | undefined): SitePage => ({
  path: paths.policy,
  data: { kind: "policy", ...(official ? { official } : {}) },
});

export const privacyPage: SitePage = { path: paths.privacy, data: { kind: "privacy" } };

/** Pages that are no place to go to. */
export const unlistedPages: readonly SitePage[] = [
  { path: "/_shell/", data: { kind: "shell" } },
  { path: "/404.html", data: { kind: "not-found" } },
];

/** The page after the last one of a list that has just become full: it is there no more when the list has shrunk. */
export const pagesBeyond = (pages: readonly SitePage[]): string[] =>
  pages.flatMap(({ path, data }) => {
    if (!("listing" in data)) return [];
    const { page, pages: count, total } = data.listing;
    const full = page === count && total > 0 && total % pageSize === 0;
    return full ? [pageOf(path.replace(/page\/\d+\/$/, ""), count + 1)] : [];
  });

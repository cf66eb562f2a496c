import { countMatches } from "../matching/index.ts";
import type { Ctx } from "../platform/context.ts";
import { type Locale, locales } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import { chainFeeds, feedsOf, issueFeeds } from "./feed.ts";
import { figuresOf, graphOf } from "./figures.ts";
import { named, ofChain, placed, wantedList } from "./lists.ts";
import { readOfficialText } from "./official-text.ts";
import { type Entry, inLocale, type Kind, kinds, type PageData, type PageInput, paths, type ThingKind } from "./schema.ts";
import { facetsFrom, type Shelf } from "./shelf.ts";
import { robots } from "./sitemap.ts";
import { findThing, type Things } from "./sources.ts";
import { type SiteFile, writePage } from "./write-files.ts";

/** How many things a list's own page shows; more are found by `/find/…`. */
export const listedAtOnce = 20;
const onChainPage = 6;
const inGraph = 24;
/** Newsletters on their one page. */
const issuesListed = 100;

/** A thing whose page was made, with all that the page shows. */
export type MadeThing = { readonly [K in ThingKind]: { readonly kind: K; readonly whole: Things[K] } }[ThingKind];

/** What a key stands for: pages by their data, each in both languages unless `only` says otherwise, and files. */
interface Made {
  readonly pages?: readonly { readonly path: string; readonly data: PageData; readonly only?: Locale }[];
  readonly files?: readonly SiteFile[];
  readonly thing?: MadeThing;
}

/** The page of one thing. */
export async function thingPage<K extends ThingKind>(
  ctx: Ctx,
  shelf: Shelf,
  kind: K,
  whole: Things[K],
): Promise<{ path: string; data: PageData }> {
  const place = placed(kind, whole, ctx.now());
  return { path: place.path, data: dataOf(kind, whole, await shelf.related(place)) };
}

function dataOf<K extends ThingKind>(kind: K, whole: Things[K], related: Awaited<ReturnType<Shelf["related"]>>): PageData {
  const data: { [L in ThingKind]: (thing: Things[L]) => PageData } = {
    activities: (activity) => ({ kind: "activity", activity, related }),
    projects: (project) => ({ kind: "project", project, related }),
    demands: (demand) => ({ kind: "demand", demand, related }),
    cases: (story) => ({ kind: "case", case: story, related }),
    talents: (talent) => ({ kind: "talent", talent, related }),
    pages: (text) => ({ kind: "page", text }),
    newsletters: (issue) => ({ kind: "issue", issue }),
  };
  return data[kind](whole);
}

const page = (path: string, data: PageData): Made => ({ pages: [{ path, data }] });
const json = (path: string, value: unknown): SiteFile => ({ path, body: JSON.stringify(value), type: "application/json" });

async function list(shelf: Shelf, kind: Kind): Promise<Made> {
  const [things, tally] = await Promise.all([shelf.first(kind, listedAtOnce), shelf.tallyOf(kind)]);
  const entries = things.map((thing) => ({ kind, thing }) as Entry);
  const { total } = tally;
  const pages = Math.max(1, Math.ceil(total / listedAtOnce));
  const found = {
    of: kind,
    q: "",
    chosen: {},
    sort: "newest",
    page: 1,
    pages,
    total,
    entries,
    facets: facetsFrom(kind, tally),
  } as const;
  return page(paths[kind], { kind: "find", found });
}

async function chain(ctx: Ctx, shelf: Shelf, id: string): Promise<Made> {
  const figures = (await shelf.chainFigures()).find((one) => one.chain.id === id);
  if (!figures) return {};
  const [activities, projects, demands, cases, talents] = await Promise.all([
    shelf.head<"activities">(ofChain("activities:ahead", id), onChainPage),
    shelf.first("projects", onChainPage, id),
    shelf.first("demands", onChainPage, id),
    shelf.first("cases", onChainPage, id),
    shelf.first("talents", onChainPage, id),
  ]);
  const made = page(paths.chain(id), { kind: "chain", figures, activities, projects, demands, cases, talents });
  return { ...made, files: await chainFeeds(shelf, figures.chain, ctx.origin) };
}

async function home(shelf: Shelf): Promise<Made> {
  const [activities, projects, demands, cases, counts] = await Promise.all([
    shelf.head<"activities">("activities:ahead", 4),
    shelf.first("projects", 6),
    shelf.head<"demands">(wantedList, 6),
    shelf.first("cases", 3),
    shelf.counts(),
  ]);
  return page(paths.home, { kind: "home", activities, projects, demands, cases, counts });
}

async function figures(ctx: Ctx, shelf: Shelf): Promise<Made> {
  const tallies = await Promise.all(kinds.map(async (kind) => [kind, await shelf.tallyOf(kind)] as const));
  const data = figuresOf(
    Object.fromEntries(tallies) as Record<Kind, Awaited<ReturnType<Shelf["tallyOf"]>>>,
    await shelf.chainFigures(),
    await shelf.counts(),
    await countMatches(ctx),
  );
  return { ...page(paths.figures, { kind: "figures", figures: data }), files: [json("/figures/data.json", data)] };
}

async function graph(shelf: Shelf, id: string): Promise<Made> {
  const chainOf = chainById[id];
  if (!chainOf) return {};
  const parts = await Promise.all(
    kinds.map(async (kind) => (await shelf.first(kind, inGraph, id)).map((thing) => ({ kind, thing }) as Entry)),
  );
  return { files: [json(`/figures/graph/${id}.json`, graphOf(chainOf, parts.flat()))] };
}

const makers: Readonly<Record<string, (ctx: Ctx, shelf: Shelf, rest: string, given?: MadeThing) => Promise<Made>>> = {
  async thing(ctx, shelf, name, given) {
    const { kind, id } = named(name);
    const whole = given?.whole ?? (await findThing(ctx, kind, id));
    if (!whole) return {};
    return { pages: [await thingPage(ctx, shelf, kind, whole)], thing: { kind, whole } as MadeThing };
  },
  list: (_ctx, shelf, kind) => list(shelf, kind as Kind),
  feeds: async (ctx, shelf, kind) => ({ files: await feedsOf(shelf, kind as Kind, ctx.origin) }),
  issues: async (ctx, shelf) => {
    const issues = await shelf.head<"newsletters">("newsletters", issuesListed);
    return { ...page(paths.issues, { kind: "issues", issues }), files: issueFeeds(issues, ctx.origin) };
  },
  chain,
  graph: (_ctx, shelf, id) => graph(shelf, id),
  chains: async (_ctx, shelf) => page(paths.chains, { kind: "chains", figures: await shelf.chainFigures() }),
  figures: (ctx, shelf) => figures(ctx, shelf),
  home: (_ctx, shelf) => home(shelf),
  policy: async (ctx) => {
    const { official } = await readOfficialText(ctx, {});
    return page(paths.policy, { kind: "policy", ...(official ? { official } : {}) });
  },
  fixed: async (ctx) => ({
    pages: [
      { path: paths.privacy, data: { kind: "privacy" } },
      { path: "/_shell/", data: { kind: "shell" } },
      { path: "/404.html", data: { kind: "not-found" } },
      { path: "/console/", data: { kind: "console" }, only: "zh-CN" },
      { path: "/door/", data: { kind: "door" }, only: "zh-CN" },
    ],
    files: [{ path: "/robots.txt", body: robots(ctx.origin), type: "text/plain; charset=utf-8" }],
  }),
};

/**
 * Makes and writes what a key stands for.
 * @param given the thing of the key, where it was just read
 * @throws Error when the renderer fails; then nothing of that page is written
 */
export async function make(
  ctx: Ctx,
  shelf: Shelf,
  key: string,
  given?: MadeThing,
): Promise<{ pages: number; bytes: number; thing?: MadeThing }> {
  const at = key.indexOf(":");
  const [name, rest] = at < 0 ? [key, ""] : [key.slice(0, at), key.slice(at + 1)];
  const maker = makers[name];
  if (!maker) return { pages: 0, bytes: 0 };
  const [{ pages = [], files = [], thing }, footer] = await Promise.all([maker(ctx, shelf, rest, given), shelf.foot()]);
  const inputs = pages.flatMap(({ path, data, only }) =>
    (only ? [only] : locales).map(
      (locale): PageInput => ({ locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, footer, data }),
    ),
  );
  // All of a key's pages are made before the first is written, so that a page never exists in one language only.
  const made = [...(await Promise.all(inputs.map((input) => renderPage(ctx, input)))), ...files];
  const sizes = await Promise.all(made.map((file) => writePage(ctx, file)));
  return { pages: inputs.length, bytes: sizes.reduce((sum, n) => sum + n, 0), ...(thing ? { thing } : {}) };
}

async function renderPage(ctx: Ctx, input: PageInput): Promise<SiteFile> {
  const { body, type, status } = await ctx.render(input);
  if (status >= 500) throw new Error(`the renderer failed on ${input.path}`);
  return { path: input.path, body, type };
}

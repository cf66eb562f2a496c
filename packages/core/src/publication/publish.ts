import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Locale, locales } from "../platform/text.ts";
import { caseFeed } from "./feed.ts";
import { alone } from "./lease.ts";
import { readOfficialText } from "./official-text.ts";
import {
  chainFigures,
  chainPage,
  listPages,
  pagesBeyond,
  policyPage,
  privacyPage,
  type SitePage,
  thingPage,
  unlistedPages,
} from "./pages.ts";
import { inLocale, paths } from "./schema.ts";
import { robots, sitemap } from "./sitemap.ts";
import { type Fresh, findPublic, type Kind, readContent, readKind, type SiteContent } from "./sources.ts";
import { removePages, writeFile, writePages } from "./write-pages.ts";

const chainPages = (content: SiteContent): SitePage[] => chainFigures(content).map((figures) => chainPage(content, figures));

/** Everything that the sitemap names; a case stands for its page. */
function listedPages(content: SiteContent) {
  return [
    ...listPages(content, Object.keys(content) as Kind[]),
    ...content.activities.map((one) => thingPage("activities", one)),
    ...content.cases.map((one) => ({ path: paths.case(one.slug), data: one })),
    ...content.projects.map((one) => thingPage("projects", one)),
    ...content.talents.map((one) => thingPage("talents", one)),
    ...chainPages(content),
    policyPage(undefined),
    privacyPage,
  ];
}

async function writeFeeds(ctx: Ctx, content: SiteContent): Promise<void> {
  const type = "application/rss+xml; charset=utf-8";
  for (const locale of locales)
    await writeFile(ctx, inLocale(paths.caseFeed, locale), caseFeed(content, locale, ctx.origin), type);
}

async function writeSitemap(ctx: Ctx, content: SiteContent): Promise<void> {
  await writeFile(ctx, "/sitemap.xml", sitemap(listedPages(content), ctx.origin), "application/xml; charset=utf-8");
}

/** The page of everything of one kind; only one of them is in memory with its text. */
async function writeThings(ctx: Ctx, kind: Kind, content: SiteContent): Promise<number> {
  let written = 0;
  for (const { id } of content[kind]) {
    const thing = await findPublic(ctx, kind, id);
    if (thing) written += await writePages(ctx, [thingPage(kind, thing)]);
  }
  return written;
}

/** Renders and writes every page. Things come before the lists that point to them. */
export const publishSite = command({
  input: z.object({}),
  access: ["administrator"],
  run: (ctx) => alone(ctx, () => writeAll(ctx)),
});

async function writeAll(ctx: Ctx): Promise<{ pages: number }> {
  const content = await readContent(ctx);
  const kinds = Object.keys(content) as Kind[];
  const { official } = await readOfficialText(ctx, {});
  let pages = await writePages(ctx, [policyPage(official), privacyPage, ...unlistedPages]);
  for (const kind of kinds) pages += await writeThings(ctx, kind, content);
  pages += await writePages(ctx, [...listPages(content, kinds), ...chainPages(content)]);
  await writeFeeds(ctx, content);
  await writeSitemap(ctx, content);
  await writeFile(ctx, "/robots.txt", robots(ctx.origin), "text/plain; charset=utf-8");
  const consoleOnly: readonly Locale[] = ["zh-CN"];
  return { pages: pages + (await writePages(ctx, [{ path: "/console/", data: { kind: "console" } }], consoleOnly)) };
}

const Change = z.object({
  kind: z.enum(["activities", "cases", "projects", "talents"]),
  id: z.string(),
  /** Addresses that the thing had and has no more. */
  former: z.array(z.string()).default([]),
});

/**
 * Renders only what shows the things that changed: their pages, the lists of their kinds, the chains, the home page, the feed and the
 * sitemap. What is not public any more leaves all of these first and its page after, so that nothing ever points to a page that is not
 * there. Many changes cost little more than one; doing it twice changes nothing.
 */
export const publishChanges = command({
  input: z.object({ changes: z.array(Change).min(1) }),
  access: "system",
  run: (ctx, { changes }) => alone(ctx, () => writeChanges(ctx, changes)),
});

async function writeChanges(ctx: Ctx, changes: readonly z.output<typeof Change>[]): Promise<{ pages: number }> {
  const fresh: Fresh[] = [];
  for (const { kind, id } of changes)
    if (!fresh.some((one) => one.kind === kind && one.id === id))
      fresh.push({ kind, id, thing: await findPublic(ctx, kind, id) });
  const content = await readContent(ctx, fresh);
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const own = fresh.flatMap(({ kind, thing }) => (thing ? [thingPage(kind, thing)] : []));
  const lists = listPages(content, kinds);
  let pages = await writePages(ctx, own);
  pages += await writePages(ctx, [...lists, ...chainPages(content)]);
  if (kinds.includes("cases")) await writeFeeds(ctx, content);
  await writeSitemap(ctx, content);
  const gone = changes.flatMap(({ former }) => former).filter((path) => !own.some((page) => page.path === path));
  await removePages(ctx, [...gone, ...pagesBeyond(lists)]);
  return { pages };
}

/** Renders the policy page anew, after its official text changed. */
export const publishPolicy = command({
  input: z.object({}),
  access: "system",
  run: (ctx) =>
    alone(ctx, async () => {
      const { official } = await readOfficialText(ctx, {});
      return { pages: await writePages(ctx, [policyPage(official)]) };
    }),
});

/** Publishes again what changed by the clock alone within the last minutes. Spans may overlap: doing it twice changes nothing. */
export const publishDue = command({
  input: z.object({ minutes: z.int().min(1).max(1440) }),
  access: "system",
  async run(ctx, { minutes }): Promise<{ published: number }> {
    const now = ctx.now();
    const [from, to] = [new Date(now.getTime() - minutes * 60_000).toISOString(), now.toISOString()];
    const activities = await readKind(ctx, "activities");
    const due = activities.filter((a) => [a.registrationClosesAt, a.endsAt].some((at) => at > from && at <= to));
    if (due.length) await publishChanges(ctx, { changes: due.map(({ id }) => ({ kind: "activities", id })) });
    return { published: due.length };
  },
});

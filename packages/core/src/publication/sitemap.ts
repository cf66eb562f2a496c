import * as z from "zod";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { reason } from "../platform/reason.ts";
import { locales } from "../platform/text.ts";
import { allChains } from "../taxonomy/index.ts";
import { Members, membersOf } from "./entity.ts";
import { shownLists } from "./lists.ts";
import { type AnyEntry, inLocale, kinds, pathOf, paths, thingKinds } from "./schema.ts";
import { shelf } from "./shelf.ts";
import { xml } from "./xml.ts";

export const robots = (origin: string): string => `User-agent: *
Disallow: /api/
Disallow: /console/
Disallow: /my/
Disallow: /en/my/

Sitemap: ${origin}/sitemap.xml
`;

const partMissing = reason(
  "site.no-such-sitemap",
  "not-found",
  "没有这一部分站点地图。请从 /sitemap.xml 开始。",
  "There is no such part of the sitemap. Begin with /sitemap.xml.",
);

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The parts of the sitemap: one of the pages that are always there, and one for each kind and month. */
export const siteMap = command({
  input: z.object({}),
  access: "public",
  async run(ctx): Promise<string> {
    const stands = shelf(ctx);
    const tallies = await Promise.all(thingKinds.map(async (kind) => [kind, await stands.tallyOf(kind)] as const));
    const parts = tallies.flatMap(([kind, { byMonth }]) => Object.keys(byMonth).map((month) => `${kind}-${month}`));
    parts.sort((a, b) => (a < b ? -1 : 1));
    const lines = ["pages", ...parts].map(
      (part) => `  <sitemap><loc>${xml(`${ctx.origin}/sitemaps/${part}.xml`)}</loc></sitemap>\n`,
    );
    return `${head}<sitemapindex xmlns="${space}">\n${lines.join("")}</sitemapindex>\n`;
  },
});

/** A part holds at most so many things, each in two languages: half of what the protocol allows. */
const largestPart = 20_000;

/** @throws DomainError `site.no-such-sitemap` */
export const siteMapPart = command({
  input: z.object({ part: z.string().max(40) }),
  access: "public",
  async run(ctx, { part }): Promise<string> {
    if (part === "pages")
      return urls(
        ctx.origin,
        standing.map((path) => ({ path })),
      );
    const [, kindName, month] = /^([a-z]+)-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(part) ?? [];
    const kind = thingKinds.find((one) => one === kindName);
    if (!kind || !month) throw new DomainError(partMissing);
    const between = [firstOf(month), firstOf(nextMonth(month))] as const;
    const found: { path: string; changed: string }[] = [];
    for (const list of shownLists(kind)) {
      let cursor: string | undefined;
      do {
        const page = await Members.list(ctx, { pk: membersOf(list), between, limit: 100, cursor });
        for (const one of page.items) {
          const entry = { kind, thing: one.summary } as AnyEntry;
          found.push({ path: pathOf(entry), changed: entry.thing.updatedAt });
        }
        cursor = page.cursor;
      } while (cursor && found.length < largestPart);
    }
    if (!found.length) throw new DomainError(partMissing);
    return urls(ctx.origin, found);
  },
});

const firstOf = (month: string) => new Date(`${month}-01T00:00:00+08:00`).toISOString();
const nextMonth = (month: string) => {
  const [year = 0, n = 1] = month.split("-").map(Number);
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, "0")}`;
};

/** Pages that are there whatever is published. */
const standing: readonly string[] = [
  paths.home,
  ...kinds.map((kind) => paths[kind]),
  paths.issues,
  paths.chains,
  ...allChains.map(({ id }) => paths.chain(id)),
  paths.figures,
  paths.policy,
  paths.privacy,
];

/** These pages in both languages, each with its twin. */
function urls(origin: string, pages: readonly { readonly path: string; readonly changed?: string }[]): string {
  const lines = pages.flatMap(({ path, changed }) => {
    const more = [
      changed ? `<lastmod>${changed}</lastmod>` : "",
      ...locales.map((locale) => alternate(locale, origin + inLocale(path, locale))),
      alternate("x-default", origin + path),
    ].join("");
    return locales.map((locale) => `  <url><loc>${xml(origin + inLocale(path, locale))}</loc>${more}</url>\n`);
  });
  return `${head}<urlset xmlns="${space}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${lines.join("")}</urlset>\n`;
}

const alternate = (language: string, address: string) =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(address)}"/>`;

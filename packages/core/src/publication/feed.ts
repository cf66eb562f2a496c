import ical, { ICalCalendarMethod } from "ical-generator";
import type { IssueSummary } from "../campaign/issue-schema.ts";
import { type Locale, type Localised, locales, say, type Words } from "../platform/text.ts";
import type { Chain } from "../taxonomy/schema.ts";
import { ofChain, titleOf } from "./lists.ts";
import { type Entry, inLocale, type Kind, pathOf, paths } from "./schema.ts";
import type { Shelf } from "./shelf.ts";
import type { SiteFile } from "./write-files.ts";
import { newest, xml } from "./xml.ts";

const feedSize = 20;
const calendarSize = 100;

/** What has a feed of its own. */
type Fed = Kind | "newsletters";
type FedEntry = Entry | { readonly kind: "newsletters"; readonly thing: IssueSummary };

const titles: Readonly<Record<Fed, Words>> = {
  activities: { "zh-CN": "灵犀计划 · 活动", en: "Lingxi programme · Activities" },
  projects: { "zh-CN": "灵犀计划 · 挂牌项目", en: "Lingxi programme · Listed projects" },
  demands: { "zh-CN": "灵犀计划 · 需求", en: "Lingxi programme · Needs" },
  cases: { "zh-CN": "灵犀计划 · 引导性案例", en: "Lingxi programme · Case studies" },
  talents: { "zh-CN": "灵犀计划 · 转化人才", en: "Lingxi programme · People" },
  newsletters: { "zh-CN": "灵犀计划 · 往期通讯", en: "Lingxi programme · Newsletters" },
};
const about: Readonly<Record<Fed, Words>> = {
  activities: { "zh-CN": "接下来的路演、沙龙与对接活动。", en: "The roadshows, salons and matchmaking events to come." },
  projects: { "zh-CN": "新近挂牌、可以转化的技术。", en: "Technology newly listed for use." },
  demands: { "zh-CN": "企业新近发布的技术需求。", en: "Needs newly published by enterprises." },
  cases: { "zh-CN": "知识产权转化运用的案例，新的在前。", en: "Intellectual property put to use, the newest first." },
  talents: { "zh-CN": "新近公开资料的转化人才。", en: "People of technology transfer who newly opened their profile." },
  newsletters: { "zh-CN": "已发送的通讯，新的在前。", en: "Newsletters that were sent, the newest first." },
};

/** A thing in the words of a feed. */
function toldOf(entry: FedEntry): { title: Localised; summary: Localised; at: string } {
  const { kind, thing } = entry;
  const title = titleOf(entry);
  switch (kind) {
    case "activities":
      return { title, summary: thing.summary, at: thing.updatedAt };
    case "projects":
    case "demands":
      return { title, summary: thing.problem, at: thing.listedAt };
    case "cases":
    case "newsletters":
      return { title, summary: thing.summary, at: thing.publishedAt };
    default:
      return { title, summary: thing.introduction, at: thing.updatedAt };
  }
}

/** Where the feeds of a kind are, without language. */
export const feedPaths = (kind: Fed) => ({
  rss: `/feeds/${kind}.xml`,
  json: `/feeds/${kind}.json`,
  ...(kind === "activities" ? { ics: `/feeds/${kind}.ics` } : {}),
});

/** The newest newsletters as RSS and JSON Feed. */
export function issueFeeds(issues: readonly IssueSummary[], origin: string): SiteFile[] {
  const head = issues.slice(0, feedSize).map((thing): FedEntry => ({ kind: "newsletters", thing }));
  return locales.flatMap((locale) => told("newsletters", head, locale, origin));
}

/** What every feed has: RSS and JSON Feed. */
function told(kind: Fed, entries: readonly FedEntry[], locale: Locale, origin: string): SiteFile[] {
  const { rss: xmlPath, json } = feedPaths(kind);
  return [
    { path: inLocale(xmlPath, locale), body: rss(kind, entries, locale, origin), type: "application/rss+xml; charset=utf-8" },
    { path: inLocale(json, locale), body: jsonFeed(kind, entries, locale, origin), type: "application/feed+json; charset=utf-8" },
  ];
}

/** The activities ahead of one chain as JSON Feed and iCalendar. */
export async function chainFeeds(shelf: Shelf, { id, name }: Pick<Chain, "id" | "name">, origin: string): Promise<SiteFile[]> {
  const things = await shelf.head<"activities">(ofChain("activities:ahead", id), calendarSize);
  const entries = things.map((thing): Entry => ({ kind: "activities", thing }));
  const [json, ics] = [paths.chainFeed(id, "json"), paths.chainFeed(id, "ics")];
  return locales.flatMap((locale) => {
    const title = `${titles.activities[locale]} · ${name[locale]}`;
    return [
      {
        path: inLocale(json, locale),
        body: jsonFeed("activities", entries.slice(0, feedSize), locale, origin, { title, path: json }),
        type: "application/feed+json; charset=utf-8",
      },
      {
        path: inLocale(ics, locale),
        body: calendar(entries, locale, origin, title),
        type: "text/calendar; charset=utf-8",
      },
    ];
  });
}

/** The newest of a kind as RSS 2.0 and JSON Feed 1.1; activities ahead as iCalendar (RFC 5545), too. The same things give the same bytes. */
export async function feedsOf(shelf: Shelf, kind: Kind, origin: string): Promise<SiteFile[]> {
  const things =
    kind === "activities" ? await shelf.head<Kind>("activities:ahead", calendarSize) : await shelf.first(kind, feedSize);
  const entries = things.map((thing) => ({ kind, thing }) as Entry);
  return locales.flatMap((locale) => {
    const head = entries.slice(0, feedSize);
    const { ics } = feedPaths(kind);
    return [
      ...told(kind, head, locale, origin),
      ...(ics
        ? [{ path: inLocale(ics, locale), body: calendar(entries, locale, origin), type: "text/calendar; charset=utf-8" }]
        : []),
    ];
  });
}

const homeOf = (kind: Fed) => (kind === "newsletters" ? paths.issues : paths[kind]);

function rss(kind: Fed, entries: readonly FedEntry[], locale: Locale, origin: string): string {
  const address = (path: string) => xml(origin + inLocale(path, locale));
  const latest = newest(entries.map(({ thing }) => thing.updatedAt));
  const items = entries.map((entry) => {
    const { title, summary, at } = toldOf(entry);
    return `
    <item>
      <title>${xml(say(title, locale))}</title>
      <link>${address(pathOf(entry))}</link>
      <guid isPermaLink="false">${xml(entry.thing.id)}</guid>
      <pubDate>${new Date(at).toUTCString()}</pubDate>
      <description>${xml(say(summary, locale))}</description>
    </item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(titles[kind][locale])}</title>
    <link>${address(homeOf(kind))}</link>
    <description>${xml(about[kind][locale])}</description>
    <language>${locale === "en" ? "en" : "zh-cn"}</language>${latest ? `\n    <lastBuildDate>${new Date(latest).toUTCString()}</lastBuildDate>` : ""}
    <atom:link href="${address(feedPaths(kind).rss)}" rel="self" type="application/rss+xml"/>${items.join("")}
  </channel>
</rss>
`;
}

function jsonFeed(
  kind: Fed,
  entries: readonly FedEntry[],
  locale: Locale,
  origin: string,
  { title, path }: { title: string; path: string } = { title: titles[kind][locale], path: feedPaths(kind).json },
): string {
  const address = (path: string) => origin + inLocale(path, locale);
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description: about[kind][locale],
    language: locale,
    home_page_url: address(homeOf(kind)),
    feed_url: address(path),
    items: entries.map((entry) => {
      const { title, summary, at } = toldOf(entry);
      return {
        id: entry.thing.id,
        url: address(pathOf(entry)),
        title: say(title, locale),
        content_text: say(summary, locale),
        date_published: at,
        date_modified: entry.thing.updatedAt,
      };
    }),
  });
}

const counting = Date.UTC(2026, 0, 1);
/** SEQUENCE: rises with each change, and is the same while nothing changes. */
const sequenceOf = (updatedAt: string) => Math.max(0, Math.floor((Date.parse(updatedAt) - counting) / 1000));

function calendar(entries: readonly Entry[], locale: Locale, origin: string, name = titles.activities[locale]): string {
  const made = ical({
    name,
    prodId: { company: "Lingxi", product: "Activities", language: "ZH" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const entry of entries) {
    if (entry.kind !== "activities") continue;
    const { id, startsAt, endsAt, updatedAt, title, summary, venue } = entry.thing;
    made.createEvent({
      id: `${id}@lingxi`,
      sequence: sequenceOf(updatedAt),
      stamp: new Date(updatedAt),
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: say(title, locale),
      description: say(summary, locale),
      location: say(venue, locale),
      url: origin + inLocale(pathOf(entry), locale),
    });
  }
  return `${made.toString().trimEnd()}\r\n`;
}

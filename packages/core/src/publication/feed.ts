import { type Locale, say, type Words } from "../platform/text.ts";
import { inLocale, paths } from "./schema.ts";
import type { SiteContent } from "./sources.ts";
import { newest, xml } from "./xml.ts";

const feedSize = 50;
const words = {
  title: { "zh-CN": "灵犀计划 · 引导性案例", en: "Lingxi programme · Case studies" },
  about: {
    "zh-CN": "知识产权转化运用的引导性案例，按发布时间排列。",
    en: "Case studies of intellectual property put to use, the newest first.",
  },
} satisfies Record<string, Words>;

/** The newest cases as RSS 2.0. The same content gives the same bytes. */
export function caseFeed({ cases }: SiteContent, locale: Locale, origin: string): string {
  const address = (path: string) => xml(origin + inLocale(path, locale));
  const latest = newest(cases.map(({ updatedAt }) => updatedAt));
  const items = cases.slice(0, feedSize).map(
    (one) => `
    <item>
      <title>${xml(say(one.title, locale))}</title>
      <link>${address(paths.case(one.slug))}</link>
      <guid isPermaLink="false">${xml(one.id)}</guid>
      <pubDate>${new Date(one.publishedAt).toUTCString()}</pubDate>
      <description>${xml(say(one.summary, locale))}</description>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(words.title[locale])}</title>
    <link>${address(paths.cases)}</link>
    <description>${xml(words.about[locale])}</description>
    <language>${locale === "en" ? "en" : "zh-cn"}</language>${latest ? `\n    <lastBuildDate>${new Date(latest).toUTCString()}</lastBuildDate>` : ""}
    <atom:link href="${address(paths.caseFeed)}" rel="self" type="application/rss+xml"/>${items.join("")}
  </channel>
</rss>
`;
}

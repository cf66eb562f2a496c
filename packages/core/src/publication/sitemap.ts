import { locales } from "../platform/text.ts";
import { inLocale } from "./schema.ts";
import { newest, xml } from "./xml.ts";

/** A page and what it shows. */
interface Shown {
  readonly path: string;
  readonly data: object;
}

/** These pages in both languages, each with its twin; `lastmod` is the latest change of what a page shows. The same pages give the same bytes. */
export function sitemap(pages: readonly Shown[], origin: string): string {
  const urls = pages.flatMap(({ path, data }) => {
    const changed = latest(data);
    const more = [
      changed ? `<lastmod>${changed}</lastmod>` : "",
      ...locales.map((locale) => alternate(locale, origin + inLocale(path, locale))),
      alternate("x-default", origin + path),
    ].join("");
    return locales.map((locale) => `  <url><loc>${xml(origin + inLocale(path, locale))}</loc>${more}</url>\n`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("")}</urlset>
`;
}

export const robots = (origin: string): string => `User-agent: *
Disallow: /api/
Disallow: /console/
Disallow: /my/
Disallow: /en/my/

Sitemap: ${origin}/sitemap.xml
`;

const alternate = (language: string, address: string) =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(address)}"/>`;

/** The latest `updatedAt` of anything in the data; instants in UTC sort as text. */
function latest(data: unknown): string {
  if (typeof data !== "object" || data === null) return "";
  return newest(
    Object.entries(data).map(([name, value]) => (name === "updatedAt" && typeof value === "string" ? value : latest(value))),
  );
}

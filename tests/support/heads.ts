import type { Page } from "playwright-core";

/** What a page says of itself to machines, and what it loads. */
export interface Head {
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly canonical: string | undefined;
  /** Addresses by `hreflang`, in the order of these. */
  readonly alternates: Readonly<Record<string, string>>;
  readonly noindex: boolean;
  /** How many `h1` there are. */
  readonly headings: number;
  /** Scripts, styles and handlers written into the page; data for machines is none. */
  readonly inline: number;
  /** Addresses of everything that the browser would fetch to show it. */
  readonly loads: readonly string[];
}

/** Whether a page names itself and its twin in the other language, and the twin says the same. */
export function paired(head: Head, heads: ReadonlyMap<string, Head>, site: string): boolean {
  const { en = "", "zh-CN": zh = "", "x-default": other } = head.alternates;
  const [own, twins] = head.lang === "en" ? [en, zh] : [zh, en];
  const twin = heads.get(twins.slice(site.length));
  return own === site + head.path && other === zh && JSON.stringify(twin?.alternates) === JSON.stringify(head.alternates);
}

/** Reads the pages with the browser's own parser, without showing or running them. The page given must be one of the site. */
export const readHeads = (page: Page, paths: readonly string[]): Promise<Head[]> =>
  page.evaluate(async (paths) => {
    const heads: Head[] = [];
    for (const path of paths) {
      const text = await (await fetch(path)).text();
      const document = new DOMParser().parseFromString(text, "text/html");
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? undefined;
      const alternates = all("link[rel=alternate][hreflang]")
        .map((link) => [link.getAttribute("hreflang") ?? "", link.getAttribute("href") ?? ""] as const)
        .sort(([a], [b]) => a.localeCompare(b));
      const handlers = all("*").filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on")));
      const sources = all(
        "[src], [srcset], link:is([rel=stylesheet], [rel=icon], [rel=preload], [rel=modulepreload], [rel=manifest])",
      );
      heads.push({
        path,
        lang: document.documentElement.lang,
        title: document.title,
        description: attribute("meta[name=description]", "content") ?? "",
        canonical: attribute("link[rel=canonical]", "href"),
        alternates: Object.fromEntries(alternates),
        noindex: /noindex/.test(attribute("meta[name=robots]", "content") ?? ""),
        headings: all("h1").length,
        inline: all("style, [style], script:not([src]):not([type$=json])").length + handlers.length,
        loads: sources.flatMap((element) => [
          ...["src", "href"].flatMap((name) => element.getAttribute(name) ?? []),
          ...(element.getAttribute("srcset") ?? "").split(",").flatMap((one) => one.trim().split(/\s+/)[0] || []),
        ]),
      });
    }
    return heads;
  }, paths);

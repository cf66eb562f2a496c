import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { locales } from "@lingxi/core/platform/text";
import type { PageInput } from "@lingxi/core/publication/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { builtRenderer, type Render, site } from "./built.ts";
import { samples } from "./samples.ts";
import { escapeHtml } from "./view/html.ts";

let render: Render;

beforeAll(async () => {
  render = await builtRenderer();
}, 120_000);

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
/** What a person reads: no tags, no attributes. */
const readable = (html: string) =>
  html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>"]*(?:"[^"]*"[^>"]*)*>|&\w+;/g, " ");

/** Made on request, at `/find`: the only pages for readers that carry a script. */
const made = ({ path }: PageInput) => /^(?:\/en)?\/find(?:[/?]|$)/.test(path);
/** Latin words that Chinese pages do use, and those of the sample things themselves. */
const latin =
  /^(?:English|RSS|ICS|JSON|PDF|GB|TRL|TISC|Cookie|Poly|Ottoline|Featherstonehaugh|https|map|example|photonics|script|alert|titaniun|titanium|lingxi|cn)$/;

/** Pages that are programs: the console, the door, and the frame that forms come in. */
const programs: readonly string[] = ["console", "door", "shell"];
const reading = locales.flatMap((locale) =>
  [...samples(locale)]
    .filter(([, page]) => !programs.includes(page.data.kind))
    .map(([name, page]) => [`${name} in ${locale}`, page] as const),
);

describe.each(reading)("%s", (_name, page) => {
  it("is one whole page in its language, and the same bytes each time", async () => {
    const { status, type, body } = await render(page);
    expect(status).toBe(page.data.kind === "not-found" ? 404 : 200);
    expect(type).toBe("text/html; charset=utf-8");
    expect(body).toMatch(new RegExp(`^<!DOCTYPE html>\\s*<html lang="${page.locale}">`));
    expect(count(body, /<h1[\s>]/g)).toBe(1);
    expect(count(body, /<main[\s>]/g)).toBe(1);
    expect(body.trimEnd()).toMatch(/<\/html>$/);
    expect((await render(structuredClone(page))).body).toBe(body);
  });

  it("shows no trace of the machine", async () => {
    const { body } = await render(page);
    expect(readable(body)).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\w*\}/);
    expect(body.replace(/<script\b[\s\S]*?<\/script>/g, "")).not.toMatch(/\{|\}/);
  });

  it("has its headings in order, none skipped", async () => {
    const levels = [...(await render(page)).body.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [n, level] of levels.entries()) expect(level, `heading ${n + 1}`).toBeLessThanOrEqual((levels[n - 1] ?? 0) + 1);
  });

  it("carries no script where one only reads, no inline style, and takes nothing from elsewhere", async () => {
    const { body } = await render(page);
    const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    const code = scripts.filter((tag) => tag !== '<script type="application/ld+json">');
    if (made(page)) expect(code).toEqual([expect.stringMatching(/^<script type="module" src="\/_astro\/[^"]*\.js">$/)]);
    else expect(code).toEqual([]);
    expect(body).not.toMatch(/\son\w+=|\sstyle="|<style|javascript:/i);
    expect([...body.matchAll(/\ssrc="([^"]*)"/g)].filter(([, src]) => !src?.startsWith("/"))).toEqual([]);
  });

  it("says in schema.org's words what can be read", async () => {
    const { body } = await render(page);
    for (const [, text = ""] of body.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)) {
      const data = JSON.parse(text) as { "@context": string; "@graph": { "@type": string }[] };
      expect(data["@context"]).toBe("https://schema.org");
      for (const node of data["@graph"]) expect(node["@type"]).toMatch(/^[A-Z]\w+$/);
    }
  });

  it("gives every label its id once", async () => {
    const { body } = await render(page);
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of body.matchAll(/\saria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
  });
});

describe("addresses", () => {
  it("names itself and the same page in the other language", async () => {
    const { body } = await render(sample("case-coupling", "en"));
    expect(body).toContain('<link rel="canonical" href="https://lingxi.example.cn/en/cases/coupling/">');
    expect(body).toContain('hreflang="zh-CN" href="https://lingxi.example.cn/cases/coupling/"');
    expect(body).toContain('<a class="language" href="/cases/coupling/" lang="zh-CN"');
  });

  it("keeps the reader in their language", async () => {
    const { body } = await render(sample("home", "en"));
    const inner = [...body.matchAll(/<a[^>]*\shref="(\/[^"]*)"[^>]*>/g)].filter(
      ([tag, href]) => !href?.startsWith("/en/") && href !== "/console" && href !== "/sitemap.xml" && !tag.includes("hreflang"),
    );
    expect(inner).toEqual([]);
  });

  it("says nothing in English on Chinese pages", async () => {
    for (const [name, page] of samples("zh-CN")) {
      if (programs.includes(page.data.kind)) continue;
      const words = readable((await render(page)).body.replace(/<p class="source">.*?<\/p>/, "")).match(/[A-Za-z]{3,}/g) ?? [];
      expect(
        words.filter((word) => !latin.test(word) && !/^(?:Poly)+$/.test(word)),
        name,
      ).toEqual([]);
    }
  });

  it("is found by search engines where it stays, and not where it was made for one question", async () => {
    for (const [name, page] of samples("zh-CN")) {
      const { body } = await render(page);
      if (made(page)) expect(body, name).toContain('<meta name="robots" content="noindex,follow">');
      else if (page.data.kind === "find")
        expect(body, name).toContain(`<link rel="canonical" href="https://lingxi.example.cn${page.path}">`);
      if (made(page)) expect(body, name).not.toContain('rel="canonical"');
    }
  });

  it("has a picture for those who link to it, with its size", async () => {
    const { body } = await render(sample("case-coupling", "en"));
    expect(body).toContain('property="og:image" content="https://lingxi.example.cn/share/cases/coupling.en.jpg"');
    expect(body).toContain('property="og:image:width" content="1200"');
  });
});

describe("a list", () => {
  const links = async (name: string) =>
    [...(await render(sample(name, "zh-CN"))).body.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
      ([tag, href = "", text = ""]) => ({
        tag,
        href: href.replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
        text: text.replace(/<[^>]*>/g, "").trim(),
      }),
    );

  it("is narrowed by addresses that start again at the first page and keep the words", async () => {
    const all = await links("find-projects");
    const to = (text: string) => all.filter((link) => link.text === text).map(({ href }) => href);
    expect(to("西安7")).toEqual([
      "/find/projects?q=%E5%B0%81%E8%A3%85&chain=photonics&chain=titanium&trl=6&region=xian&sort=newest",
    ]);
    expect(to("光子24")).toEqual(["/find/projects?q=%E5%B0%81%E8%A3%85&chain=titanium&trl=6&sort=newest"]);
    expect(to("去掉“成熟度 6 级”成熟度 6 级×")).toEqual([
      "/find/projects?q=%E5%B0%81%E8%A3%85&chain=photonics&chain=titanium&sort=newest",
    ]);
    expect(to("清除条件")).toEqual(["/find/projects?q=%E5%B0%81%E8%A3%85&sort=newest"]);
    expect(to("下一页 →")).toEqual([
      "/find/projects?q=%E5%B0%81%E8%A3%85&chain=photonics&chain=titanium&trl=6&sort=newest&page=4",
    ]);
    expect(to("全部")).toEqual(["/find?q=%E5%B0%81%E8%A3%85&sort=newest"]);
    expect(to("最相关")).toEqual(["/find/projects?q=%E5%B0%81%E8%A3%85&chain=photonics&chain=titanium&trl=6"]);
  });

  it("leads back to its head page when nothing narrows it any more", async () => {
    const removing = (await links("find-cases-lever")).filter(({ text }) => text.startsWith("去掉"));
    expect(removing.map(({ href }) => href)).toEqual(["/cases/"]);
  });

  it("keeps in its search field what is chosen", async () => {
    const { body } = await render(sample("find-projects", "en"));
    expect(body).toContain('action="/en/find/projects"');
    expect(
      [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => `${name}=${value}`),
    ).toEqual(["chain=photonics", "chain=titanium", "trl=6"]);
  });

  it("marks what was found and lets no text be more than text", async () => {
    const { body } = await render(sample("find-all", "zh-CN"));
    expect(body).toContain("光子芯片被动<mark>对准</mark>封装");
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; 良率不稳");
    expect((await render(sample("find-corrected", "zh-CN"))).body).toContain("“titaniun &lt;b&gt;”");
  });

  it.each(["find-none", "find-demands-none", "list-talents-empty"])("says what to do when there is nothing: %s", async (name) => {
    const { body } = await render(sample(name, "zh-CN"));
    expect(count(body, /<div class="empty">[\s\S]*?<a class="button"/g)).toBe(1);
    expect(body).not.toContain('class="pages"');
  });

  it("stands where the navigation says, narrowed or not", async () => {
    expect((await render(sample("list-demands", "zh-CN"))).body).toContain('<a href="/demands/" aria-current="page">需求</a>');
    expect((await render(sample("find-demands-none", "zh-CN"))).body).toContain(
      '<a href="/demands/" aria-current="true">需求</a>',
    );
  });
});

describe("titles that are as long as they may be", () => {
  it.each(["project-prj_04", "demand-unsolved"])("stand whole on the page of %s", async (name) => {
    for (const locale of locales) {
      const { data } = sample(name, locale);
      const { title } = data.kind === "project" ? data.project : data.kind === "demand" ? data.demand : { title: undefined };
      const text = locale === "en" ? title?.en : title?.["zh-CN"];
      expect((await render(sample(name, locale))).body).toContain(`<h1 class="is-long">${escapeHtml(text ?? "-")}</h1>`);
    }
  });
});

describe("an activity", () => {
  it.each(["open", "few", "waiting-list"])("has one way to register while it is %s", async (state) => {
    const page = sample(`activity-${state}`, "zh-CN");
    expect(count((await render(page)).body, /href="\/forms\/register\//g)).toBe(1);
  });

  it.each(["closed", "cancelled", "past"])("says what to do instead when it is %s", async (state) => {
    const { body } = await render(sample(`activity-${state}`, "en"));
    expect(body).not.toContain("/forms/register/");
    expect(body).toContain('href="/en/activities/">See other events');
  });

  it("says so where the content has no English", async () => {
    const { body } = await render(sample("activity-waiting-list", "en"));
    expect(body).toContain("available in Chinese only");
    expect(body).toContain('<h1><span lang="zh-CN">知识产权质押融资专场</span></h1>');
  });
});

describe("the shell of the forms", () => {
  it.each(locales)("leaves the three places to fill in %s", async (locale) => {
    const { body } = await render(sample("shell", locale));
    expect(body).toContain("<title><!--title--></title>");
    expect(count(body, /<!--content-->/g)).toBe(1);
    expect(body).toContain('href="<!--alternate-->"');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(body).not.toContain("<script");
  });
});

describe("the build", () => {
  it("is one file that makes the same pages where nothing is installed, and names no place on this machine", async () => {
    expect(readdirSync(`${site}dist/server`)).toEqual(["entry.mjs"]);
    const folder = mkdtempSync(join(tmpdir(), "lingxi-build-"));
    const entry = `${site}dist/server/entry.mjs`;
    const alone = join(folder, "entry.mjs");
    copyFileSync(entry, alone);
    const program = `import(${JSON.stringify(pathToFileURL(alone).href)}).then(async ({ render }) =>
      process.stdout.write((await render(JSON.parse(process.argv[1]))).body))`;
    const page = sample("case-coupling", "en");
    const made = execFileSync(process.execPath, ["-e", program, JSON.stringify(page)], { cwd: folder, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(made).toBe((await render(page)).body);
    expect(readFileSync(entry, "utf8")).not.toContain(fileURLToPath(new URL("../..", import.meta.url)));
  });
});

describe("what is downloaded", () => {
  const assets = () => readdirSync(`${site}dist/client/_astro`);
  const size = (name: string) => gzipSync(readFileSync(`${site}dist/client/_astro/${name}`)).length;

  it("is one stylesheet under 12 kB", async () => {
    const { body } = await render(sample("home", "zh-CN"));
    const sheets = [...body.matchAll(/<link rel="stylesheet" href="\/_astro\/([^"]*)"/g)].map(([, name]) => name ?? "");
    expect(sheets).toHaveLength(1);
    expect(size(sheets[0] ?? "")).toBeLessThan(12_000);
  });

  it("is at most 30 kB for the first view of any page", async () => {
    const names = [
      ...new Set(
        [...(await render(sample("home", "zh-CN"))).body.matchAll(/\/_astro\/([^"]*\.(?:css|svg))"/g)].map(
          ([, name]) => name ?? "",
        ),
      ),
    ];
    const shared = names.reduce((sum, name) => sum + size(name), 0);
    for (const [name, page] of reading) {
      const script = made(page) ? 2000 : 0;
      expect(gzipSync((await render(page)).body).length + shared + script, name).toBeLessThan(30_000);
    }
  });

  it("is a script under 3 kB where one searches", async () => {
    const { body } = await render(sample("find-all", "zh-CN"));
    const [, name = ""] = /<script type="module" src="\/_astro\/([^"]*)"/.exec(body) ?? [];
    expect(readFileSync(`${site}dist/client/_astro/${name}`, "utf8")).not.toMatch(/\bimport\b/);
    expect(statSync(`${site}dist/client/_astro/${name}`).size).toBeLessThan(3000);
  });

  it("is at most 32 kB of script for the console's first page", async () => {
    const { body } = await render(sample("console", "zh-CN"));
    const [, first = ""] = /<script type="module" src="\/_astro\/([^"]*)"/.exec(body) ?? [];
    const code = readFileSync(`${site}dist/client/_astro/${first}`, "utf8");
    const direct = assets().filter(
      (name) => name === first || new RegExp(`(?:from|import)\\s*"\\./${name.replaceAll(".", "\\.")}"`).test(code),
    );
    expect(direct).toContain(first);
    expect(direct.reduce((sum, name) => sum + size(name), 0)).toBeLessThan(32_000);
  });
});

function sample(name: string, locale: (typeof locales)[number]): PageInput {
  const page = samples(locale).get(name);
  if (!page) throw new Error(`There is no sample ${name}.`);
  return page;
}

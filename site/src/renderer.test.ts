import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { locales } from "@lingxi/core/platform/text";
import type { PageInput } from "@lingxi/core/publication/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { samples } from "./samples.ts";

type Render = (input: PageInput) => Promise<{ status: number; type: string; body: string }>;

const site = fileURLToPath(new URL("..", import.meta.url));
const entry = `${site}dist/server/entry.mjs`;
let render: Render;

/** Builds when a source is newer than what was built. */
function build(): void {
  const sources = [...globSync("src/**/*.*", { cwd: site }), "astro.config.ts"].filter((file) => !/\.test\.ts$|\.md$/.test(file));
  const newest = Math.max(...sources.map((file) => statSync(site + file).mtimeMs));
  if (existsSync(entry) && statSync(entry).mtimeMs > newest) return;
  const astro = fileURLToPath(
    new URL("../bin/astro.mjs", import.meta.resolve("astro/package.json").replace("package.json", "dist/")),
  );
  execFileSync(process.execPath, [astro, "build", "--root", site], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: "pipe",
  });
}

beforeAll(async () => {
  build();
  ({ render } = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as { render: Render });
}, 120_000);

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
/** What a person reads: no tags, no attributes. */
const readable = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");

const reading = locales.flatMap((locale) =>
  [...samples(locale)]
    .filter(([, page]) => page.data.kind !== "console" && page.data.kind !== "shell")
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
    const text = readable((await render(page)).body);
    expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\w*\}/);
  });

  it("carries no script and no inline style, and takes nothing from elsewhere", async () => {
    const { body } = await render(page);
    const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => tag !== '<script type="application/ld+json">')).toEqual([]);
    expect(body).not.toMatch(/\son\w+=|\sstyle="|<style|javascript:/i);
    expect([...body.matchAll(/\ssrc="([^"]*)"/g)].filter(([, src]) => !src?.startsWith("/"))).toEqual([]);
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
      ([tag, href]) => !href?.startsWith("/en/") && href !== "/console" && !tag.includes("hreflang"),
    );
    expect(inner).toEqual([]);
  });

  it("pages through a list", async () => {
    const { body } = await render(sample("activities", "zh-CN"));
    expect(body).toContain('rel="prev" href="/activities/"');
    expect(body).toContain('rel="next" href="/activities/page/3/"');
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

  it("is one stylesheet under 8 kB", async () => {
    const { body } = await render(sample("home", "zh-CN"));
    const sheets = [...body.matchAll(/<link rel="stylesheet" href="\/_astro\/([^"]*)"/g)].map(([, name]) => name ?? "");
    expect(sheets).toHaveLength(1);
    expect(size(sheets[0] ?? "")).toBeLessThan(8000);
  });

  it("is at most 20 kB of script for the console's first page", async () => {
    const { body } = await render(sample("console", "zh-CN"));
    const [, first = ""] = /<script type="module" src="\/_astro\/([^"]*)"/.exec(body) ?? [];
    const code = readFileSync(`${site}dist/client/_astro/${first}`, "utf8");
    const direct = assets().filter(
      (name) => name === first || new RegExp(`(?:from|import)\\s*"\\./${name.replaceAll(".", "\\.")}"`).test(code),
    );
    expect(direct).toContain(first);
    expect(direct.reduce((sum, name) => sum + size(name), 0)).toBeLessThan(20_000);
  });
});

function sample(name: string, locale: (typeof locales)[number]): PageInput {
  const page = samples(locale).get(name);
  if (!page) throw new Error(`There is no sample ${name}.`);
  return page;
}

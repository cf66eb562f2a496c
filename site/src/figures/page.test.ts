import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Locale, locales } from "@lingxi/core/platform/text";
import { beforeAll, describe, expect, it } from "vitest";
import { builtRenderer, type Render, site } from "../built.ts";
import { samples } from "../samples.ts";
import { emptyFigures, figuresPage, sampleFigures } from "./sample.ts";

let render: Render;
beforeAll(async () => {
  render = await builtRenderer();
}, 120_000);

const bodyOf = async (locale: Locale, figures = sampleFigures) => (await render(figuresPage(locale, figures))).body;
const file = (path: string) => readFileSync(`${site}dist/client${path}`, "utf8");
const compressed = (path: string) => gzipSync(file(path)).length;

/** The cells of a chart's table, row by row. */
function tableOf(body: string, title: string): string[][] {
  const from = body.indexOf(`>${title}</h2>`);
  const table = /<tbody>(.*?)<\/tbody>/s.exec(body.slice(from))?.[1] ?? "";
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, "")).slice(0, -1),
  );
}

/** What the page loads at once, and what it loads when that is needed. */
function scriptsOf(body: string): { first: string[]; later: string[] } {
  const [, entry = ""] = /<script type="module" src="([^"]*)"/.exec(body) ?? [];
  const first = new Set([entry]);
  const later = new Set<string>();
  const named = (path: string, pattern: RegExp) => [...file(path).matchAll(pattern)].map(([, name = ""]) => `/_astro/${name}`);
  const statics = (path: string) => named(path, /(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g);
  const dynamics = (path: string) => named(path, /import\(["'`]\.\/([^"'`]+)["'`]\)/g);
  for (const path of first) for (const one of statics(path)) first.add(one);
  for (const path of first) for (const one of dynamics(path)) later.add(one);
  for (const path of later) for (const one of [...statics(path), ...dynamics(path)]) if (!first.has(one)) later.add(one);
  return { first: [...first], later: [...later] };
}

describe.each(locales)("the figures page in %s", (locale) => {
  it("is one whole page, and the same bytes each time", async () => {
    const body = await bodyOf(locale);
    expect(body).toMatch(new RegExp(`^<!DOCTYPE html>\\s*<html lang="${locale}">`));
    expect(body.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(body.trimEnd()).toMatch(/<\/html>$/);
    expect((await render(structuredClone(figuresPage(locale)))).body).toBe(body);
  });

  it("shows no trace of the machine", async () => {
    const text = (await bodyOf(locale)).replace(/<(script|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");
    expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\w*\}/);
  });

  it("has one script of its own, its data, and nothing inline", async () => {
    const body = await bodyOf(locale);
    const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !tag.includes("application/ld+json"))).toEqual([
      '<script type="application/json" id="figures-data">',
      expect.stringMatching(/^<script type="module" src="\/_astro\/[^"]*">$/),
    ]);
    expect(body).not.toMatch(/\son\w+=|\sstyle="|<style|javascript:/i);
  });

  it("gives every label its id once", async () => {
    const body = await bodyOf(locale);
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of body.matchAll(/\saria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
  });
});

describe("without a script", () => {
  it("has every number in a table", async () => {
    const body = await bodyOf("zh-CN");
    expect(tableOf(body, "各产业链有什么")).toEqual([
      ["钛及钛合金", "14", "2", "5", "3", "1", "3"],
      ["数控机床", "9", "1", "3", "2", "1", "2"],
      ["半导体及集成电路", "8", "1", "2", "4", "0", "1"],
      ["煤制烯烃（芳烃）深加工", "1", "0", "1", "0", "0", "0"],
      ["苹果", "1", "0", "0", "0", "1", "0"],
    ]);
    expect(tableOf(body, "每月的动向")[3]).toEqual(["2026年10月", "9", "1", "2", "3", "1", "2"]);
    expect(tableOf(body, "项目的技术成熟度")).toHaveLength(9);
    expect(tableOf(body, "项目的技术成熟度")[5]).toEqual(["6 级，样机在接近实际的环境中通过演示", "4"]);
    expect(tableOf(body, "需求走到哪一步").map(([, n]) => n)).toEqual(["5", "2", "1", "1"]);
  });

  it("leads to the lists, the chains and the data", async () => {
    const body = await bodyOf("en");
    for (const href of ["/en/demands/", "/en/chains/titanium/", "/en/find/projects?trl=6", "/en/chains/", "/figures/data.json"])
      expect(body).toContain(`href="${href}"`);
  });

  it("says so where there is nothing, and what comes next", async () => {
    const body = await bodyOf("zh-CN", emptyFigures);
    expect(body).toContain("还没有公开的内容");
    expect(body).toContain('href="/forms/project"');
    expect(body).not.toContain("<table");
  });

  it("has no chart that has nothing", async () => {
    const body = await bodyOf("en", { ...sampleFigures, trl: emptyFigures.trl });
    expect(body).toContain("There is nothing to count here yet.");
    expect(body).not.toContain('name="show-trl"');
  });
});

describe("what is downloaded", () => {
  it("is at most 30 kB until a chart comes into view, and little of it script", async () => {
    const body = await bodyOf("zh-CN");
    const sheets = [...body.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, path]) => path ?? "");
    const { first, later } = scriptsOf(body);
    expect(sheets).toHaveLength(2);
    expect(later.length).toBeGreaterThan(2);
    expect(first.map(compressed).reduce((a, b) => a + b)).toBeLessThan(2000);
    const bytes = [...first, ...sheets].map(compressed).reduce((a, b) => a + b) + gzipSync(body).length;
    expect(bytes).toBeLessThan(30_000);
  });

  it("is at most 30 kB of script in all", async () => {
    const { first, later } = scriptsOf(await bodyOf("zh-CN"));
    expect([...first, ...later].map(compressed).reduce((a, b) => a + b)).toBeLessThan(30_000);
  });

  it("is on no other page", async () => {
    const { first } = scriptsOf(await bodyOf("zh-CN"));
    const [entry = ""] = first;
    for (const [name, page] of samples("zh-CN")) {
      const { body } = await render(page);
      expect(body, name).not.toContain(entry);
      expect(body, name).not.toMatch(/_astro\/figures\.[^"]*\.css/);
    }
  });
});

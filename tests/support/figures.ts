import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { contentSecurityPolicy } from "../../functions/src/headers.ts";
import type { Graph } from "../../packages/core/src/publication/schema.ts";
import { builtRenderer, site } from "../../site/src/built.ts";
import { figuresPage, largeGraph, lonelyGraph, sampleFigures, sampleGraph } from "../../site/src/figures/sample.ts";
import { type Tour, visitors } from "./journey.ts";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  json: "application/json",
};

const publishedAt = "Tue, 24 Nov 2026 06:03:00 GMT";

/** The figures page as it is published, with data that a test changes while somebody reads it. */
async function figuresSite() {
  const render = await builtRenderer();
  const files = new Map<string, string>();
  const asked: { path: string; status: number }[] = [];
  const put = (path: string, value: unknown) => files.set(path, typeof value === "string" ? value : JSON.stringify(value));
  const graph = (chain: string, value: Graph) => put(`/figures/graph/${chain}.json`, value);

  async function bodyOf(path: string): Promise<string | Buffer | undefined> {
    if (path.startsWith("/_astro/")) return readFile(`${site}dist/client${path}`).catch(() => undefined);
    const locale = { "/figures/": "zh-CN", "/en/figures/": "en" }[path] as "zh-CN" | "en" | undefined;
    return locale ? (await render(figuresPage(locale))).body : files.get(path);
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = await bodyOf(pathname);
    const tag = `"${createHash("sha256")
      .update(body ?? "")
      .digest("hex")
      .slice(0, 16)}"`;
    const status = body === undefined ? 404 : request.headers["if-none-match"] === tag ? 304 : 200;
    asked.push({ path: pathname, status });
    const type = pathname.endsWith("/") ? "text/html; charset=utf-8" : types[pathname.split(".").at(-1) ?? ""];
    const headers = {
      etag: tag,
      "last-modified": publishedAt,
      "cache-control": "public, max-age=0, must-revalidate",
      "content-type": type ?? "text/plain",
    };
    response.writeHead(status, { ...headers, "content-security-policy": contentSecurityPolicy });
    response.end(status === 404 ? "404" : status === 200 ? body : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  /** Puts everything back as it was published. */
  const reset = () => {
    files.clear();
    asked.length = 0;
    put("/figures/data.json", sampleFigures);
    graph("titanium", sampleGraph);
    graph("semiconductors", largeGraph);
    graph("tea", lonelyGraph);
  };
  reset();
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    put,
    remove: (path: string) => files.delete(path),
    graph,
    reset,
    /** The status of each answer given for a path, in turn. */
    answers: (path: string) => asked.filter((one) => one.path === path).map(({ status }) => status),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The figures page for the test file that calls it, as published before each of its tests; `read` opens it. */
export function figuresReader() {
  const open = visitors();
  let published: Awaited<ReturnType<typeof figuresSite>> | undefined;
  beforeAll(async () => {
    published = await figuresSite();
  }, 180_000);
  beforeEach(() => published?.reset());
  // A page that a failed test left open would go on asking.
  const opened: Page[] = [];
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  afterAll(() => published?.close());
  const site = () => {
    if (!published) throw new Error("The site starts in beforeAll; use it in a test.");
    return published;
  };

  /** What the content policy refuses, or the page complains of, fails the test. */
  async function read(tour: Tour, { hash = "", script = true, ready }: Reading = {}): Promise<Page> {
    const page = await open(tour, { script, reading: true });
    opened.push(page);
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
    });
    await ready?.(page);
    await page.goto(`${site().origin}${tour.base}/figures/${hash}`);
    return page;
  }
  return { site, read };
}

interface Reading {
  readonly hash?: string;
  readonly script?: boolean;
  /** Done before the page is opened. */
  readonly ready?: (page: Page) => Promise<unknown>;
}

/** The name of what has the focus. */
export const focused = (page: Page) =>
  page.evaluate(() =>
    document.activeElement === document.body ? "nothing" : document.activeElement?.getAttribute("aria-label"),
  );

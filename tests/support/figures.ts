import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { contentSecurityPolicy } from "../../functions/src/headers.ts";
import type { Graph } from "../../packages/core/src/publication/schema.ts";
import { builtRenderer, site } from "../../site/src/built.ts";
import { figuresPage, largeGraph, lonelyGraph, sampleFigures, sampleGraph } from "../../site/src/figures/sample.ts";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  json: "application/json",
};

const publishedAt = "Tue, 24 Nov 2026 06:03:00 GMT";

/** The figures page as it is published, with data that a test changes while somebody reads it. */
export async function figuresSite() {
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

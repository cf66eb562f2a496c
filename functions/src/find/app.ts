import { Finding, find, findPage, siteMap, siteMapPart, suggestThings } from "@lingxi/core/publication";
import { facetNames } from "@lingxi/core/publication/schema";
import type { LiveIndex } from "@lingxi/core/search";
import { type Context, Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { embedPage } from "./embed.ts";

/** What an address asks for; a facet may stand in it several times. */
function asked(c: Context<Env>) {
  const query = c.req.queries();
  const one = (name: string) => query[name]?.[0] ?? "";
  const chosen = Object.fromEntries(facetNames.flatMap((name) => (query[name] ? [[name, query[name].filter(Boolean)]] : [])));
  return { of: c.req.param("kind"), q: one("q"), sort: one("sort"), page: one("page"), chosen };
}

const fresh = "public, max-age=0, must-revalidate";

/** Searching and narrowing what is public, and the sitemap, from an index that this process keeps. */
export function findApp(index: LiveIndex): Hono<Env> {
  const search = async (c: Context<Env>) => {
    const { ctx, locale } = c.var;
    const found = await findPage(index)(ctx, { ...asked(c), locale } as never);
    c.header("cache-control", fresh);
    return c.html(found.body);
  };
  const pages = new Hono<Env>()
    .get("/find", search)
    .get("/find/embed", embedPage)
    .get("/find/:kind{activities|projects|demands|cases|talents}", search)
    .get("/sitemap.xml", async (c) => xml(c, await siteMap(c.var.ctx, {})))
    .get("/sitemaps/:part{[a-z0-9-]+\\.xml}", async (c) =>
      xml(c, await siteMapPart(c.var.ctx, { part: c.req.param("part").slice(0, -".xml".length) })),
    );
  const api = new Hono<Env>()
    .get("/find", async (c) => {
      const input = Finding.parse({ ...asked(c), of: c.req.query("of") });
      return c.json(await find(c.var.ctx, index, input, c.var.locale));
    })
    .get("/find/suggest", async (c) => {
      const locale = c.req.query("locale") === "en" ? "en" : "zh-CN";
      const suggestions = await suggestThings(c.var.ctx, index, c.req.query("q") ?? "", locale);
      return c.json({ suggestions });
    });
  return appOf({ api, pages });
}

function xml(c: Context<Env>, body: string): Response {
  return c.body(body, 200, { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=300" });
}

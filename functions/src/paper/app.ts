import { sessionCalendar } from "@lingxi/core/activity/reactions";
import { printPaper, sharePicture } from "@lingxi/core/paper";
import type { Locale } from "@lingxi/core/platform/text";
import { type PaperKind, paperKinds, type ShareKind, shareKinds } from "@lingxi/core/publication/schema";
import { type Context, Hono } from "hono";
import { appOf } from "../api/app.ts";
import { notFound } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";
import { cache, deliver } from "./deliver.ts";

/** What an address names: `<name>.<locale>.<extension>`. */
interface Asked<K> {
  readonly kind: K;
  readonly name: string;
  readonly locale: Locale;
  readonly extension: string;
}

/** A title in a header, RFC 8187. */
const fileName = (title: string) =>
  encodeURIComponent(title.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** @throws DomainError `request.no-route` for what is no name of ours */
function asked<K extends string>(c: Context<Env>, kinds: readonly K[], extensions: readonly string[]): Asked<K> {
  const [, name = "", locale, extension = ""] = /^([\w-]{1,80})\.(zh-CN|en)\.([a-z]{3})$/.exec(c.req.param("file") ?? "") ?? [];
  const kind = kinds.find((one) => one === c.req.param("kind"));
  if (!kind || (locale !== "zh-CN" && locale !== "en") || !extensions.includes(extension)) throw notFound();
  return { kind, name, locale, extension };
}

/** An address that a thing had leads to the one that it has, as its page does. */
function moved(c: Context<Env>, path: string): Response {
  c.header("cache-control", cache);
  return c.redirect(path, 301);
}

const pages = new Hono<Env>()
  // The language of a refusal is that of the file, which stands at the end of these addresses.
  .use("/:folder{share|papers}/*", async (c, next) => {
    const [, locale] = /\.(zh-CN|en)\.[a-z]+$/.exec(c.req.path) ?? [];
    c.set("locale", locale === "en" ? "en" : "zh-CN");
    c.set("alternate", c.req.path.replace(/\.(zh-CN|en)(?=\.[a-z]+$)/, locale === "en" ? ".zh-CN" : ".en"));
    await next();
  })
  .get("/share/:kind/:file", async (c) => {
    const { extension, ...what } = asked<ShareKind>(c, shareKinds, ["png", "jpg"]);
    const made = await sharePicture(c.var.ctx, { ...what, photo: extension === "jpg" });
    return "path" in made ? moved(c, made.path) : deliver(c, made);
  })
  .get("/papers/sessions/:file", async (c) => {
    const [, activityId = "", sessionId = "", locale] =
      /^(act_[0-9a-z]{26})-([0-9a-z]{1,26})\.(zh-CN|en)\.ics$/.exec(c.req.param("file")) ?? [];
    if (locale !== "zh-CN" && locale !== "en") throw notFound();
    const { title, ics } = await sessionCalendar(c.var.ctx, { activityId, sessionId, locale });
    c.header("cache-control", cache);
    c.header("content-disposition", `attachment; filename*=UTF-8''${fileName(title)}.ics`);
    return c.body(ics, 200, { "content-type": "text/calendar; charset=utf-8" });
  })
  .get("/papers/:kind/:file", async (c) => {
    const { extension: _, ...what } = asked<PaperKind>(c, paperKinds, ["pdf"]);
    const paper = await printPaper(c.var.ctx, what);
    if ("path" in paper) return moved(c, paper.path);
    const { title, ...made } = paper;
    return deliver(c, made, { "content-disposition": `inline; filename*=UTF-8''${fileName(title)}.pdf` });
  });

/** Pictures for sharing and papers of one page: what is public in another form, made when it is asked for. */
export const app = appOf({ pages });

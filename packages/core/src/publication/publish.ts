import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { locales } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import { chainFigures, chainPage, fixedPages, listPages, type SitePage, thingPage } from "./pages.ts";
import { inLocale, type PageInput } from "./schema.ts";
import { findPublic, type Kind, readContent } from "./sources.ts";

/** Where a page lies in the store: `/x/` is `x/index.html`. */
const fileOf = (path: string) => `${path.replace(/^\//, "")}${path.endsWith("/") ? "index.html" : ""}`;
const cache = "public, max-age=0, must-revalidate";

/** Renders a page in both languages, or in the one given, and writes it. @throws Error when the renderer fails; nothing is written then. */
async function writePages(ctx: Ctx, pages: readonly SitePage[], only?: (typeof locales)[number]): Promise<number> {
  let written = 0;
  for (const { path, data } of pages)
    for (const locale of only ? [only] : locales) {
      const input: PageInput = { locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, data };
      const { body, type, status } = await ctx.render(input);
      if (status >= 500) throw new Error(`the renderer failed on ${input.path}`);
      await ctx.objects.put("site", fileOf(input.path), body, { type, cache });
      written++;
    }
  return written;
}

async function removePages(ctx: Ctx, paths: readonly string[]): Promise<void> {
  for (const path of paths) for (const locale of locales) await ctx.objects.remove("site", fileOf(inLocale(path, locale)));
}

/** Renders and writes every page. Things come before the lists that point to them. */
export const publishSite = command({
  input: z.object({}),
  access: ["administrator"],
  async run(ctx): Promise<{ pages: number }> {
    const content = await readContent(ctx);
    const kinds = Object.keys(content) as Kind[];
    const things = kinds.flatMap((kind) => content[kind].map((thing) => thingPage(kind, thing)));
    const pages = await writePages(ctx, [
      ...fixedPages,
      ...things,
      ...listPages(content, kinds),
      ...chainFigures(content).map((f) => chainPage(content, f)),
    ]);
    return { pages: pages + (await writePages(ctx, [{ path: "/console/", data: { kind: "console" } }], "zh-CN")) };
  },
});

/**
 * Renders only what shows one thing: its page, the lists of its kind, its chains, and the home page. What is not public any more leaves
 * the lists first and its page after, so that no list ever points to a page that is not there. Doing it twice changes nothing.
 */
export const publishChange = command({
  input: z.object({
    kind: z.enum(["activities", "cases", "projects", "talents"]),
    id: z.string(),
    /** Addresses that the thing had and has no more. */
    former: z.array(z.string()).default([]),
  }),
  access: "system",
  async run(ctx, { kind, id, former }): Promise<{ pages: number }> {
    const content = await readContent(ctx, { kind, id });
    const thing = content[kind].find((t) => t.id === id) ?? (await findShownAlone(ctx, kind, id));
    const own = thing ? [thingPage(kind, thing)] : [];
    let pages = await writePages(ctx, own);
    pages += await writePages(ctx, listPages(content, [kind]));
    pages += await writePages(
      ctx,
      chainFigures(content).map((f) => chainPage(content, f)),
    );
    const gone = former.filter((path) => !own.some((page) => page.path === path));
    await removePages(ctx, gone);
    return { pages };
  },
});

/** A cancelled activity is in no list any more, but its page still says so to those who hold the address. */
function findShownAlone(ctx: Ctx, kind: Kind, id: string) {
  if (kind !== "activities") return Promise.resolve(undefined);
  return findPublic(ctx, kind, id);
}

/** Publishes again what changed by the clock alone within the last minutes. Spans may overlap: doing it twice changes nothing. */
export const publishDue = command({
  input: z.object({ minutes: z.int().min(1).max(1440) }),
  access: "system",
  async run(ctx, { minutes }): Promise<{ published: number }> {
    const now = ctx.now();
    const [from, to] = [new Date(now.getTime() - minutes * 60_000).toISOString(), now.toISOString()];
    const { activities } = await readContent(ctx);
    const due = activities.filter((a) => [a.registrationClosesAt, a.endsAt].some((at) => at > from && at <= to));
    for (const { id } of due) await publishChange(ctx, { kind: "activities", id });
    return { published: due.length };
  },
});

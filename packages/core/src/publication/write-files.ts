import type { Ctx } from "../platform/context.ts";
import { movedKey } from "../platform/objects.ts";
import { locales } from "../platform/text.ts";
import { inLocale } from "./schema.ts";

/** A file of the site by its address: `/x/` lies in `x/index.html`. */
export interface SiteFile {
  readonly path: string;
  readonly body: string;
  readonly type: string;
}

const fileOf = (path: string) => `${path.replace(/^\//, "")}${path.endsWith("/") ? "index.html" : ""}`;
const cache = "public, max-age=0, must-revalidate";

/** Writes a file and says how many bytes it has. */
export async function writePage(ctx: Ctx, { path, body, type }: SiteFile): Promise<number> {
  await ctx.objects.put("site", fileOf(path), body, { type, cache });
  return Buffer.byteLength(body);
}

/** Lets an address lead to another, in both languages. */
export async function movePage(ctx: Ctx, from: string, to: string): Promise<void> {
  for (const locale of locales)
    await ctx.objects.put("site", movedKey(fileOf(inLocale(from, locale))), inLocale(to, locale), {
      type: "text/plain; charset=utf-8",
      cache,
    });
}

/** Takes a page away, in both languages, and what led from it elsewhere. */
export async function removePage(ctx: Ctx, path: string): Promise<void> {
  for (const locale of locales) {
    await ctx.objects.remove("site", fileOf(inLocale(path, locale)));
    await ctx.objects.remove("site", movedKey(fileOf(inLocale(path, locale))));
  }
}

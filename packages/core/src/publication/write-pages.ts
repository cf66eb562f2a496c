import type { Ctx } from "../platform/context.ts";
import { type Locale, locales } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import type { SitePage } from "./pages.ts";
import { inLocale, type PageInput } from "./schema.ts";

/** Where a page lies in the store: `/x/` is `x/index.html`. */
const fileOf = (path: string) => `${path.replace(/^\//, "")}${path.endsWith("/") ? "index.html" : ""}`;
const cache = "public, max-age=0, must-revalidate";

/** So many files at once: a store in the cloud takes its time for each. */
const atOnce = 8;

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += atOnce) await Promise.all(items.slice(i, i + atOnce).map(work));
}

export const writeFile = (ctx: Ctx, path: string, body: string, type: string): Promise<void> =>
  ctx.objects.put("site", fileOf(path), body, { type, cache });

/** Renders pages in both languages, or in those given, and writes them. @throws Error when the renderer fails; that page is not written then */
export async function writePages(ctx: Ctx, pages: readonly SitePage[], languages: readonly Locale[] = locales): Promise<number> {
  const inputs = pages.flatMap(({ path, data }) =>
    languages.map((locale): PageInput => ({ locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, data })),
  );
  await inBatches(inputs, async (input) => {
    const { body, type, status } = await ctx.render(input);
    if (status >= 500) throw new Error(`the renderer failed on ${input.path}`);
    await writeFile(ctx, input.path, body, type);
  });
  return inputs.length;
}

export const removePages = (ctx: Ctx, pages: readonly string[]): Promise<void> =>
  inBatches(
    pages.flatMap((path) => locales.map((locale) => fileOf(inLocale(path, locale)))),
    (file) => ctx.objects.remove("site", file),
  );

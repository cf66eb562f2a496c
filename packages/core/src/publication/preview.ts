import * as z from "zod";
import { readDraftCase, readDraftPage, readTypedCase, readTypedPage } from "../cases/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Rendered } from "../platform/render.ts";
import { Locale } from "../platform/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import { placed } from "./lists.ts";
import { thingPage } from "./make.ts";
import { inLocale, type PageInput } from "./schema.ts";
import { shelf } from "./shelf.ts";
import type { Things } from "./sources.ts";

async function rendered<K extends "cases" | "pages">(ctx: Ctx, kind: K, whole: Things[K], locale: Locale): Promise<Rendered> {
  const stands = shelf(ctx);
  const { path, data } = await thingPage(ctx, stands, kind, whole);
  const footer = await stands.foot(placed(kind, whole, ctx.now()));
  const input: PageInput = { locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, footer, data };
  return ctx.render(input);
}

const Draft = z.object({ caseId: z.string().max(40), locale: Locale.default("zh-CN") });
const readers = ["organiser", "editor", "auditor"] as const;

/** A case's draft as a page, exactly as publishing would write it. */
export const previewCase = command({
  input: Draft,
  access: readers,
  run: async (ctx, { caseId, locale }): Promise<Rendered> => rendered(ctx, "cases", await readDraftCase(ctx, { caseId }), locale),
});

/** The same for a page that stands by itself. */
export const previewPage = command({
  input: Draft,
  access: readers,
  run: async (ctx, { caseId, locale }): Promise<Rendered> => rendered(ctx, "pages", await readDraftPage(ctx, { caseId }), locale),
});

/** What somebody is typing as a page, exactly as publishing would write it. */
export const previewTypedCase = command({
  input: readTypedCase.input.extend({ locale: Locale.default("zh-CN") }),
  access: readTypedCase.access,
  run: async (ctx, { locale, ...draft }): Promise<Rendered> => rendered(ctx, "cases", await readTypedCase(ctx, draft), locale),
});

/** The same for a page that stands by itself. */
export const previewTypedPage = command({
  input: readTypedPage.input.extend({ locale: Locale.default("zh-CN") }),
  access: readTypedPage.access,
  run: async (ctx, { locale, ...draft }): Promise<Rendered> => rendered(ctx, "pages", await readTypedPage(ctx, draft), locale),
});

import * as z from "zod";
import { readDraftCase, readTypedCase } from "../cases/index.ts";
import type { PublicCase } from "../cases/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Rendered } from "../platform/render.ts";
import { Locale } from "../platform/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import { thingPage } from "./make.ts";
import { inLocale, type PageInput } from "./schema.ts";
import { shelf } from "./shelf.ts";

async function rendered(ctx: Ctx, story: PublicCase, locale: Locale): Promise<Rendered> {
  const { path, data } = await thingPage(ctx, shelf(ctx), "cases", story);
  const input: PageInput = { locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, data };
  return ctx.render(input);
}

/** A case's draft as a page, exactly as publishing would write it. */
export const previewCase = command({
  input: z.object({ caseId: z.string().max(40), locale: Locale.default("zh-CN") }),
  access: ["organiser", "editor", "auditor"],
  run: async (ctx, { caseId, locale }): Promise<Rendered> => rendered(ctx, await readDraftCase(ctx, { caseId }), locale),
});

/** What somebody is typing as a page, exactly as publishing would write it. */
export const previewTypedCase = command({
  input: readTypedCase.input.extend({ locale: Locale.default("zh-CN") }),
  access: readTypedCase.access,
  run: async (ctx, { locale, ...draft }): Promise<Rendered> => rendered(ctx, await readTypedCase(ctx, draft), locale),
});

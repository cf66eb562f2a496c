import * as z from "zod";
import { readDraftCase } from "../cases/index.ts";
import { command } from "../platform/command.ts";
import type { Rendered } from "../platform/render.ts";
import { Locale } from "../platform/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import { thingPage } from "./make.ts";
import { inLocale, type PageInput } from "./schema.ts";
import { shelf } from "./shelf.ts";

/** A case's draft as a page, exactly as publishing would write it. */
export const previewCase = command({
  input: z.object({ caseId: z.string().max(40), locale: Locale.default("zh-CN") }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId, locale }): Promise<Rendered> {
    const { path, data } = await thingPage(ctx, shelf(ctx), "cases", await readDraftCase(ctx, { caseId }));
    const input: PageInput = { locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, data };
    return ctx.render(input);
  },
});

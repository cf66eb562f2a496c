import * as z from "zod";
import { readDraftCase } from "../cases/index.ts";
import { command } from "../platform/command.ts";
import type { Rendered } from "../platform/render.ts";
import { Locale } from "../platform/schema.ts";
import { chainById } from "../taxonomy/index.ts";
import { thingPage } from "./pages.ts";
import { inLocale, type PageInput } from "./schema.ts";

/** A case's draft as a page, exactly as publishing would write it. */
export const previewCase = command({
  input: z.object({ caseId: z.string().max(40), locale: Locale.default("zh-CN") }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId, locale }): Promise<Rendered> {
    const { path, data } = thingPage("cases", await readDraftCase(ctx, { caseId }));
    const input: PageInput = { locale, path: inLocale(path, locale), origin: ctx.origin, chains: chainById, data };
    return ctx.render(input);
  },
});

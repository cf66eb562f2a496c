import * as z from "zod";
import { readPublicCase } from "../cases/index.ts";
import { readDemand } from "../demand/index.ts";
import type { Picture } from "../picture/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { cropPhoto } from "../platform/paper/picture.ts";
import { Locale } from "../platform/schema.ts";
import { say } from "../platform/text.ts";
import { readProject } from "../project/index.ts";
import { type PaperKind, paperKinds, paperPath } from "../publication/schema.ts";
import { demandLeaf } from "./demand-leaf.ts";
import type { Leaf } from "./leaf.ts";
import { caseLeaf, projectLeaf } from "./leaves.ts";
import { isFormer, type Made, type Moved } from "./made.ts";
import { type Photo, photoBox, printLeaf } from "./print.ts";

interface Subject {
  readonly leaf: Leaf;
  readonly cover?: Picture | undefined;
  /** What it is called in its address now. */
  readonly slug?: string;
}

const subjects: Readonly<Record<PaperKind, (ctx: Ctx, name: string, locale: Locale) => Promise<Subject>>> = {
  cases: async (ctx, name, locale) => {
    const one = await readPublicCase(ctx, { case: name, former: true });
    return { leaf: caseLeaf(one, locale, ctx.origin), cover: one.cover, slug: one.slug };
  },
  demands: async (ctx, demandId, locale) => ({ leaf: demandLeaf(await readDemand(ctx, { demandId }), locale, ctx.origin) }),
  projects: async (ctx, projectId, locale) => ({ leaf: projectLeaf(await readProject(ctx, { projectId }), locale, ctx.origin) }),
};

/**
 * Something public on one page of A4, as a PDF; `title` is its name for a file.
 * @throws DomainError `…not-found` when there is no such thing, or it is not public any more
 */
export const printPaper = command({
  input: z.object({ kind: z.enum(paperKinds), name: z.string().max(80), locale: Locale }),
  access: "public",
  async run(ctx, { kind, name, locale }): Promise<(Made & { readonly title: string }) | Moved> {
    const { leaf, cover, slug = name } = await subjects[kind](ctx, name, locale);
    if (isFormer(name, slug)) return { path: paperPath(kind, slug, locale) };
    return {
      of: JSON.stringify([leaf, cover?.src, cover?.alt]),
      title: leaf.title.text,
      async make() {
        const photo = cover && (await photoOf(ctx, cover, locale));
        return { bytes: await printLeaf(ctx.fonts, leaf, photo), type: "application/pdf" };
      },
    };
  },
});

async function photoOf(ctx: Ctx, cover: Picture, locale: Locale): Promise<Photo | undefined> {
  const stored = await ctx.objects.get("site", cover.src.slice(1));
  // Four pixels a point: 288 dots an inch.
  return stored && { bytes: await cropPhoto(stored.body, photoBox.width * 4, photoBox.height * 4), alt: say(cover.alt, locale) };
}

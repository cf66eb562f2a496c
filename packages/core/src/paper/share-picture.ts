import * as z from "zod";
import { readActivity } from "../activity/index.ts";
import { readPublicCase, readPublicPage } from "../cases/index.ts";
import { readDemand } from "../demand/index.ts";
import type { Picture } from "../picture/schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { Locale } from "../platform/schema.ts";
import { readProject } from "../project/index.ts";
import { type ShareKind, shareKinds, sharePath } from "../publication/schema.ts";
import { readTalent } from "../talent/index.ts";
import { chainById } from "../taxonomy/index.ts";
import { type Card, drawCard } from "./card.ts";
import { activityCard, caseCard, chainCard, demandCard, homeCard, pageCard, projectCard, talentCard } from "./cards.ts";
import { isFormer, type Made, type Moved } from "./made.ts";
import { nothingToDraw } from "./schema.ts";

interface Subject {
  readonly card: Card;
  readonly cover?: Picture | undefined;
  /** What it is called in its address now. */
  readonly slug?: string;
}

const subjects: Readonly<Record<ShareKind, (ctx: Ctx, name: string, locale: Locale) => Promise<Subject>>> = {
  activities: async (ctx, activityId, locale) => ({ card: activityCard(await readActivity(ctx, { activityId }), locale) }),
  projects: async (ctx, projectId, locale) => ({ card: projectCard(await readProject(ctx, { projectId }), locale) }),
  demands: async (ctx, demandId, locale) => ({ card: demandCard(await readDemand(ctx, { demandId }), locale) }),
  cases: async (ctx, name, locale) => {
    const one = await readPublicCase(ctx, { case: name, former: true });
    return { card: caseCard(one, locale), cover: one.cover, slug: one.slug };
  },
  talents: async (ctx, talentId, locale) => ({ card: talentCard(await readTalent(ctx, { talentId }), locale) }),
  chains: async (_ctx, id, locale) => {
    const chain = Object.hasOwn(chainById, id) ? chainById[id] : undefined;
    if (!chain) throw new DomainError(nothingToDraw);
    return { card: chainCard(chain, locale) };
  },
  pages: async (ctx, name, locale) => {
    if (name === "home") return { card: homeCard(locale) };
    const one = await readPublicPage(ctx, { page: name, former: true });
    return { card: pageCard(one, locale), slug: one.slug };
  },
};

/**
 * The picture that stands for something public where it is linked to.
 * @throws DomainError `…not-found` when there is no such thing, or it is not public any more
 */
export const sharePicture = command({
  input: z.object({ kind: z.enum(shareKinds), name: z.string().max(80), locale: Locale, photo: z.boolean().default(false) }),
  access: "public",
  async run(ctx, { kind, name, locale, photo }): Promise<Made | Moved> {
    const { card, cover, slug = name } = await subjects[kind](ctx, name, locale);
    if (isFormer(name, slug)) return { path: sharePath(kind, slug, locale, photo) };
    const src = photo ? (cover?.src ?? "none") : undefined;
    return {
      of: JSON.stringify([card, src]),
      async make() {
        const stored = cover && photo ? await ctx.objects.get("site", cover.src.slice(1)) : undefined;
        return drawCard(ctx.fonts, card, { photo: stored?.body, type: photo ? "image/jpeg" : "image/png" });
      },
    };
  },
});

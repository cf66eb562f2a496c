import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { shown, Talent } from "./entity.ts";
import { isPublic } from "./policy.ts";
import { type PublicTalent, talentMissing } from "./schema.ts";
import { toPublic } from "./views.ts";

/** One public profile. */
export const readTalent = command({
  input: z.object({ talentId: z.string().max(40) }),
  access: "public",
  async run(ctx, { talentId }): Promise<PublicTalent> {
    const talent = await Talent.find(ctx, { id: talentId });
    if (!talent || !isPublic(talent)) throw new DomainError(talentMissing);
    return toPublic(talent);
  },
});

/** Public profiles, the newest first. */
export const listPublicTalents = command({
  input: Paging,
  access: "public",
  async run(ctx, { limit, cursor }): Promise<Page<PublicTalent>> {
    const page = await Talent.list(ctx, { index: "byOwner", pk: shown, limit, cursor, newestFirst: true });
    return { ...page, items: page.items.filter(isPublic).map(toPublic) };
  },
});

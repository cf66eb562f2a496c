import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { Reference } from "../platform/schema.ts";
import { CaseDraft, PageDraft } from "./content.ts";
import { Case } from "./entity.ts";
import { slugFrom } from "./policy.ts";
import { toPublic, toPublicPage } from "./public-view.ts";
import type { PublicCase, PublicPage } from "./schema.ts";

/** What somebody is typing as the public would read it if it were published now. Writes nothing. */
export const readTypedCase = command({
  input: CaseDraft.extend({ caseId: Reference.default("") }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId, ...typed }): Promise<PublicCase> {
    const { id, slug, times, addresses } = await known(ctx, caseId, "cas_preview", typed);
    return toPublic(id, { ...typed, slug }, times, addresses);
  },
});

/** The same for a page. */
export const readTypedPage = command({
  input: PageDraft.extend({ caseId: Reference.default("") }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId, ...typed }): Promise<PublicPage> {
    const { id, slug, times, addresses } = await known(ctx, caseId, "pag_preview", typed);
    return toPublicPage(id, { ...typed, slug, chains: [] }, times, addresses);
  },
});

/** What of it does not depend on what is typed. */
async function known(ctx: Ctx, caseId: string, unsaved: string, { slug, title }: Pick<PageDraft, "slug" | "title">) {
  const record = caseId ? await Case.find(ctx, { id: caseId }) : undefined;
  const now = ctx.now().toISOString();
  const id = caseId || unsaved;
  return {
    id,
    slug: slug || record?.draft.slug || slugFrom(title, id),
    times: { publishedAt: record?.publishedAt ?? now, updatedAt: now },
    addresses: record?.addresses,
  };
}

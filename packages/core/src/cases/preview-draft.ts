import { command } from "../platform/command.ts";
import { Reference } from "../platform/schema.ts";
import { CaseDraft } from "./content.ts";
import { Case } from "./entity.ts";
import { slugFrom } from "./policy.ts";
import { toPublic } from "./public-view.ts";
import type { PublicCase } from "./schema.ts";

/** What somebody is typing as the public would read it if it were published now. Writes nothing. */
export const readTypedCase = command({
  input: CaseDraft.extend({ caseId: Reference.default("") }),
  access: ["organiser", "editor", "auditor"],
  async run(ctx, { caseId, slug, ...content }): Promise<PublicCase> {
    const record = caseId ? await Case.find(ctx, { id: caseId }) : undefined;
    const now = ctx.now().toISOString();
    const times = { publishedAt: record?.publishedAt ?? now, updatedAt: now };
    const id = caseId || "cas_preview";
    return toPublic(
      id,
      { ...content, slug: slug || record?.draft.slug || slugFrom(content.title, id) },
      times,
      record?.addresses,
    );
  },
});

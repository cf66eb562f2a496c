import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { Case, type CaseHead, CaseHistory, type CaseHistoryRecord } from "./entity.ts";
import { toVersion } from "./history.ts";
import { toContent } from "./public-view.ts";
import { versionMissing } from "./refusals.ts";
import { seen } from "./review-case.ts";
import { type CaseVersion, type CaseVersionContent, missing } from "./schema.ts";
import { type Saved, saveDraft } from "./write-case.ts";

const readers = ["organiser", "editor", "auditor"] as const;
const caseId = z.string().max(40);
const entry = z.coerce.number().int().min(1).max(999_999);

/** All that happened to a case, the latest first. */
export const listVersions = command({
  input: Paging.extend({ caseId }),
  access: readers,
  async run(ctx, { caseId: id, limit, cursor }): Promise<Page<CaseVersion>> {
    const [page] = await Promise.all([
      CaseHistory.list(ctx, { pk: `case#${id}`, begins: "history#", limit, cursor, newestFirst: true }),
      Case.get(ctx, { id }, missing(id)),
    ]);
    return { ...page, items: page.items.map(toVersion) };
  },
});

/** @throws DomainError `case.version-not-found`, also for an entry that made no new text */
async function withText(ctx: Ctx, id: string, version: number): Promise<CaseHistoryRecord & { readonly draft: CaseHead }> {
  const { draft, ...rest } = await CaseHistory.get(ctx, { caseId: id, number: version }, versionMissing);
  if (!draft) throw new DomainError(versionMissing);
  return { ...rest, draft };
}

/** One version with its text; two of them can be compared. */
export const getVersion = command({
  input: z.object({ caseId, entry }),
  access: readers,
  async run(ctx, { caseId: id, entry: version }): Promise<CaseVersionContent> {
    const found = await withText(ctx, id, version);
    return { ...toVersion(found), draft: await toContent(ctx, id, found.draft) };
  },
});

/** Makes the text of an earlier version the draft again, as a new version: nothing of the history is taken away. */
export const restoreVersion = command({
  input: z.object({ caseId, version: z.int(), entry }),
  access: ["organiser", "editor"],
  async run(ctx, { entry: from, ...of }): Promise<Saved> {
    const record = await seen(ctx, of);
    const { draft } = await withText(ctx, of.caseId, from);
    return saveDraft(ctx, record, draft, { what: "restored", from });
  },
});

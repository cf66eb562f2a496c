import type { Ctx } from "@lingxi/core/platform/context";
import { logWrites } from "@lingxi/core/search/reactions";
import type { SearchChange, SearchDocument } from "@lingxi/core/search/schema";

/** A document with nothing but a title. */
export const thing = (id: string, zh: string): SearchDocument => ({
  id,
  kind: "projects",
  title: { "zh-CN": zh },
  facets: {},
  order: "",
  payload: id,
});

export async function* all(...documents: SearchDocument[]): AsyncGenerator<SearchDocument> {
  for (const document of documents) yield await Promise.resolve(document);
}
/** Commits changes as publication does, in one transaction with something of its own. */
export async function commit(ctx: Ctx, ...changes: SearchChange[]): Promise<void> {
  await ctx.table.write(
    [{ put: { pk: "thing", sk: ctx.newId("x") } }, ...(await logWrites(ctx, changes))],
    ctx.newId("tok").slice(4),
  );
}

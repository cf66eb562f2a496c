import type { Ctx } from "../platform/context.ts";
import type { Write } from "../platform/table.ts";
import type { SearchChange, SearchDocument, SearchQuery, SearchResult } from "./schema.ts";
export const logWrites = (ctx: Ctx, changes: readonly SearchChange[]): Write[] =>
  changes.map((c) => ({ put: { pk: "search#log", sk: ctx.newId("log"), body: JSON.stringify(c) } }));
export async function saveSnapshot(_ctx: Ctx, documents: AsyncIterable<SearchDocument>): Promise<void> {
  for await (const _ of documents);
}
export interface LiveIndex {
  now(ctx: Ctx): Promise<{ search(q: SearchQuery): SearchResult; suggest(q: string, locale: string): unknown[] }>;
}
export const liveIndex = (): LiveIndex => ({
  now: async () => {
    throw new Error("stub");
  },
});

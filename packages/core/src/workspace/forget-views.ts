import type { Ctx } from "../platform/context.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Views, viewsOf } from "./entity.ts";

/** Whose key somebody's views are sealed with. */
export const viewsPerson = viewsOf;

/** Empties the views of somebody whose account ended. Doing it twice changes nothing. */
export async function forgetViews(ctx: Ctx, owner: string): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await Views.list(ctx, { pk: viewsOf(owner), limit: 100, cursor });
    for (const kept of page.items) {
      if (kept.forgottenAt) continue;
      const forgotten = { views: [], preferred: undefined, forgottenAt: ctx.now().toISOString() };
      try {
        await ctx.table.write([Views.change(ctx, kept, forgotten)], "");
      } catch (error) {
        // A window that was still open wrote it meanwhile: the reaction is tried again and reads it anew.
        if (error instanceof ConditionFailed) throw new Error("views were kept while they were being erased");
        throw error;
      }
    }
    cursor = page.cursor;
  } while (cursor);
}

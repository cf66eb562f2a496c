import type { Ctx } from "./context.ts";
import type { Entity, Stored } from "./entity.ts";
import { changedMeanwhile, DomainError } from "./error.ts";

/** Days that a record may outlive its term before the table tidies it away: the clock's job comes first, and leaves nothing behind. */
export const tidiedAfter = 30;

interface Settled {
  readonly id: string;
  readonly since: string;
}

/**
 * Erases what records of a list (by state and `<since>#<id>`) that have been in their state for so many days still say of people. One that changes
 * meanwhile is left to the next run. @returns how many were erased
 */
export async function eraseOld<T extends Settled, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  list: { readonly pk: string; readonly days: number },
  says: (record: T) => boolean,
  erase: (record: T & Stored) => Promise<void>,
): Promise<number> {
  const before = new Date(ctx.now().getTime() - list.days * 86_400_000).toISOString();
  let erased = 0;
  let cursor: string | undefined;
  do {
    const page = await entity.list(ctx, { index: "byState", pk: list.pk, between: ["0", before], limit: 100, cursor });
    for (const record of page.items.filter(says))
      try {
        await erase(record);
        erased++;
      } catch (error) {
        if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason) throw error;
      }
    cursor = page.cursor;
  } while (cursor);
  return erased;
}

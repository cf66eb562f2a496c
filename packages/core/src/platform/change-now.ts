import type { Ctx } from "./context.ts";
import { type Entity, type Stored, save } from "./entity.ts";
import { changedMeanwhile, DomainError } from "./error.ts";

/**
 * Changes a record as it stands now; one that somebody else changed at the same moment is looked at anew, so that neither change is lost.
 * @param patch what is to be changed; nothing leaves the record alone
 * @returns the record, with what was changed; undefined where there is none
 */
export async function changeNow<T extends object, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  of: K,
  patch: (now: T & Stored) => Partial<T> | undefined,
): Promise<(T & Stored) | undefined> {
  for (let attempt = 1; ; attempt++) {
    const now = await entity.find(ctx, of);
    const change = now && patch(now);
    if (!now || !change) return now;
    try {
      await save(ctx, entity.change(ctx, now, change));
      return { ...now, ...change };
    } catch (error) {
      if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason || attempt >= 5) throw error;
    }
  }
}

import type { Ctx } from "./context.ts";
import type { Entity } from "./entity.ts";
import { ConditionFailed } from "./table.ts";

interface Marked {
  readonly status: string;
}

/**
 * Marks a record in place, or takes the mark away, where it has this status. Its version stays, so that nobody who has it open is refused for what the product noted;
 * whoever writes the record at the same moment may undo the mark, so only what is noted again and again is noted this way.
 */
export async function mark<T extends Marked, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  of: K,
  { name, value, status }: { readonly name: keyof T & string; readonly value: unknown; readonly status: T["status"] },
): Promise<void> {
  const now = await entity.find(ctx, of);
  if (now?.status !== status || Boolean(now[name]) === Boolean(value)) return;
  const expression = value ? `SET #${name} = :value` : `REMOVE #${name}`;
  const values = { ":status": status, ...(value ? { ":value": value } : {}) };
  try {
    await ctx.table.write([entity.update(ctx, of, expression, { condition: "#status = :status", values })], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

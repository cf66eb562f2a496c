import { isDeepStrictEqual } from "node:util";
import type { Ctx } from "./context.ts";
import { type Entity, save } from "./entity.ts";
import { changedMeanwhile, DomainError } from "./error.ts";
import type { Reason } from "./reason.ts";
import { ConditionFailed, type Query } from "./table.ts";

/** A record that somebody submits and somebody else decides upon: in one state since an instant (ISO 8601, UTC). */
interface Reviewed<Status extends string> {
  readonly id: string;
  readonly status: Status;
  readonly since: string;
}

/** Which record, and which version of it the one who decides has seen. */
interface Seen {
  readonly id: string;
  readonly version: number;
}

/**
 * The step from one state to another, for records of one kind.
 * @throws DomainError `missing`, `record.changed` when somebody else was first, `refused` when the state does not allow it
 */
export const reviewStep =
  <Status extends string, T extends Reviewed<Status>>(of: {
    readonly entity: Entity<T, { id: string }>;
    mayStep(from: Status, to: Status): boolean;
    readonly missing: Reason;
    readonly refused: Reason;
  }) =>
  async (ctx: Ctx, { id, version }: Seen, to: Status, patch: Partial<T>): Promise<{ version: number }> => {
    const record = await of.entity.get(ctx, { id }, of.missing);
    if (record.version !== version) throw new DomainError(changedMeanwhile);
    if (!of.mayStep(record.status, to)) throw new DomainError(of.refused);
    await save(ctx, of.entity.change(ctx, record, { ...patch, status: to, since: ctx.now().toISOString() }));
    return { version: version + 1 };
  };

/** How many records a list has; counts to 500 and then says `more`. */
export async function countAll<T extends object, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  list: Pick<Query, "index" | "pk">,
): Promise<{ count: number; more: boolean }> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await entity.list(ctx, { ...list, limit: 500, cursor });
    count += page.items.length;
    cursor = page.cursor;
  } while (cursor && count < 500);
  return { count, more: Boolean(cursor) };
}

/**
 * Makes a record of a form that may have been sent twice: the second one changes nothing when it says the same.
 * @param said what the form said, without what differs each time, such as the instant
 * @throws DomainError `sent` when the record is there and says something else
 */
export async function createOnce<T extends object, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  record: T,
  said: Partial<T>,
  sent: Reason,
): Promise<void> {
  try {
    await ctx.table.write([entity.create(ctx, record)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    if (!saysTheSame(said, error.failed.get(0))) throw new DomainError(sent);
  }
}

/** Whether the stored record says what the form says; absent and undefined are the same. */
function saysTheSame(said: object, stored: object = {}): boolean {
  const plain = (value: object) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  const [mine, theirs] = [plain(said), plain(stored)];
  return Object.keys(mine).every((key) => isDeepStrictEqual(mine[key], theirs[key]));
}

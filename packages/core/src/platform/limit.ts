import type { Ctx } from "./context.ts";
import { entity } from "./entity.ts";
import { DomainError, tooMany } from "./error.ts";
import type { Reason } from "./reason.ts";
import { ConditionFailed } from "./table.ts";

interface Counted {
  readonly name: string;
  readonly of: string;
  /** Number of the window since 1970. */
  readonly window: number;
  readonly count: number;
}

const Counters = entity<Counted, Pick<Counted, "name" | "of" | "window">>({
  type: "limit",
  key: ({ name, of, window }) => ({ pk: `limit#${name}#${of}`, sk: String(window) }),
});

/** So many times in so many seconds. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts one more of something, by a keyed digest of who or where: one conditional write, in windows that begin with the clock's.
 * @throws DomainError `access.too-many` or the reason given, with `minutes` until the window ends
 */
export async function countUp(ctx: Ctx, { name, most, seconds }: Limit, of: string, told: Reason = tooMany): Promise<void> {
  const now = ctx.now().getTime() / 1000;
  const window = Math.floor(now / seconds);
  const ends = (window + 1) * seconds;
  try {
    await ctx.table.write(
      [
        Counters.update(ctx, { name, of, window }, "SET #type = :type, #expiresAt = :expiresAt ADD #count :one", {
          condition: "attribute_not_exists(#count) OR #count < :most",
          values: { ":type": Counters.type, ":expiresAt": ends + 3600, ":one": 1, ":most": most },
        }),
      ],
      "",
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw new DomainError(told, { params: { minutes: Math.max(1, Math.ceil((ends - now) / 60)) } });
  }
}

import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { type DigestLine, type DigestRecord, Digests, dueDigests } from "./entity.ts";

export type Digest = DigestRecord & Stored;

export const findDigest = (ctx: Ctx, person: string): Promise<Digest | undefined> => Digests.find(ctx, { person });

/** Digests whose mail may not have gone. */
export const listDue = (ctx: Ctx): Promise<Page<Digest>> => Digests.list(ctx, { index: "byState", pk: dueDigests, limit: 100 });

/**
 * Takes lines for the mail of a day, with what marks them as taken, all or nothing.
 * @returns undefined where another took some of them at the same moment
 */
export async function takeLines(
  ctx: Ctx,
  was: Digest | undefined,
  taken: { readonly person: string; readonly day: string; readonly lines: readonly DigestLine[] },
  marks: readonly Write[],
): Promise<Digest | undefined> {
  const patch = { ...taken, status: "due" as const };
  const write = was ? Digests.change(ctx, was, patch) : Digests.create(ctx, patch);
  try {
    await ctx.table.write([write, ...marks], ctx.newId("tok").slice(4));
    return Digests.read(write.put ?? {});
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined;
    throw error;
  }
}

/** The mail went, or there is nothing in it any more. Where somebody changed the record at the same moment, the next call settles it. */
export async function settleDigest(ctx: Ctx, digest: Digest): Promise<void> {
  try {
    await ctx.table.write([Digests.change(ctx, digest, { status: "idle", lines: [] })], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

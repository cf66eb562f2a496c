import type { Ctx } from "../context.ts";
import type { Entity, Stored } from "../entity.ts";
import type { Reason } from "../reason.ts";
import { ConditionFailed } from "../table.ts";
import type { ImportRun } from "./run.ts";

type Imports<R extends ImportRun> = Entity<R, { id: string }>;

/** Asks an import to end; one that is over stays as it is. @throws DomainError `missing` */
export async function stopRun<R extends ImportRun>(ctx: Ctx, imports: Imports<R>, id: string, missing: Reason) {
  await imports.get(ctx, { id }, missing);
  const running = { condition: "#status = :running", values: { ":running": "running", ":yes": true } };
  try {
    await ctx.table.write([imports.update(ctx, { id }, "SET #stopAsked = :yes", running)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return { id };
}

/** An import of which nothing was heard for so long is not under way any more: what did it was ended. */
const silent = 60_000;

/** The imports that are under way, of the latest. */
export async function importsRunning<R extends ImportRun>(
  ctx: Ctx,
  imports: Imports<R>,
  all: string,
): Promise<readonly (R & Stored)[]> {
  const { items } = await imports.list(ctx, { index: "byState", pk: all, limit: 5, newestFirst: true });
  const now = ctx.now().getTime();
  return items.filter(({ status, updatedAt }) => status === "running" && now - Date.parse(updatedAt) < silent);
}

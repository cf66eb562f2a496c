import { changeNow } from "../platform/change-now.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { allBatches, Batches } from "./batch-entity.ts";
import { type Batch, batchMissing, GatherDemands, LeaveBatch, MakeBatch } from "./batch-schema.ts";
import { Demand } from "./entity.ts";
import { demandMissing, demandStep } from "./schema.ts";
import { partOf } from "./scope.ts";

/** Makes a batch that needs can be gathered in. */
export const makeBatch = command({
  input: MakeBatch,
  access: ["organiser"],
  async run(ctx, { name }): Promise<{ id: string }> {
    const id = ctx.newId("bat");
    await save(ctx, Batches.create(ctx, { id, name }));
    return { id };
  },
});

/** The batches, the newest first. */
export const listBatches = command({
  input: Paging,
  access: ["reviewer", "organiser", "broker", "auditor"],
  async run(ctx, { limit, cursor }): Promise<Page<Batch>> {
    const page = await Batches.list(ctx, { index: "byState", pk: allBatches, limit, cursor, newestFirst: true });
    return { ...page, items: page.items.map(({ id, name, createdAt }) => ({ id, name, createdAt })) };
  },
});

/**
 * Puts listed needs into a batch, out of the one that they were in. Those that are not listed, or not there, are counted as left; doing it again
 * after a crash goes on where it ended. @throws DomainError `demand.batch-not-found`, `record.changed`
 */
export const gatherDemands = command({
  input: GatherDemands,
  access: ["organiser"],
  async run(ctx, { batchId, demandIds }): Promise<{ gathered: number; left: number }> {
    await Batches.get(ctx, { id: batchId }, batchMissing);
    const ids = [...new Set(demandIds)];
    let gathered = 0;
    for (const id of ids) if (await putIn(ctx, id, batchId)) gathered++;
    return { gathered, left: ids.length - gathered };
  },
});

/** Where somebody moved it at the same moment, their step stays. */
async function putIn(ctx: Ctx, id: string, batch: string): Promise<boolean> {
  const demand = await changeNow(ctx, Demand, { id }, (now) =>
    now.status === "listed" && now.batch !== batch ? { batch } : undefined,
  );
  return demand?.status === "listed";
}

/** Takes a need out of its batch. @throws DomainError `demand.not-found`, `demand.step` where it is in none, `record.changed` */
export const leaveBatch = command({
  input: LeaveBatch,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { demandId, version }): Promise<{ version: number }> {
    const demand = await Demand.get(ctx, { id: demandId }, demandMissing);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    if (!demand.batch) throw new DomainError(demandStep);
    await save(ctx, Demand.change(ctx, demand, { batch: undefined }));
    return { version: version + 1 };
  },
});

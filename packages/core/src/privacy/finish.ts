import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { errorFacts } from "../platform/log.ts";
import { settles } from "../platform/vault/ring.ts";
import { type ErasureRecord, Erasures, openErasures } from "./entity.ts";
import { eraseAll } from "./everywhere.ts";

/**
 * Carries erasures on: retires the person's keys, and once no process can seal with them any more erases what was still written meanwhile, and then
 * the keys. Any number of these may run and be killed anywhere.
 */
export const finishErasures = command({
  input: z.object({}),
  access: "system",
  async run(ctx): Promise<{ finished: number }> {
    await ctx.vault.prepare();
    const { items } = await Erasures.list(ctx, { index: "byState", pk: openErasures, limit: 100 });
    let finished = 0;
    for (const erasure of items)
      try {
        if (await step(ctx, erasure)) finished++;
      } catch (error) {
        ctx.log.error("an erasure failed and is tried again", { erasure: erasure.id, ...errorFacts(error) });
      }
    return { finished };
  },
});

async function step(ctx: Ctx, erasure: ErasureRecord & Stored): Promise<boolean> {
  const now = ctx.now();
  await eraseAll(ctx, erasure.people);
  if (erasure.status === "asked") {
    const labels = [];
    for (const person of erasure.people) labels.push(await ctx.vault.retire(person));
    await ctx.table.write([Erasures.change(ctx, erasure, { status: "retired", retiredAt: now.toISOString(), labels })], "");
    return false;
  }
  if (now.getTime() - new Date(erasure.retiredAt ?? now).getTime() < settles) return false;
  for (const label of erasure.labels) await ctx.vault.erase(label);
  await ctx.table.write([Erasures.change(ctx, erasure, { status: "finished", finishedAt: now.toISOString() })], "");
  return true;
}

import { matchDemands } from "@lingxi/core/matching/reactions";
import { objects } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 day)";

const runtime = lazyRuntime(process.env, async () => ({ objects: await objects(process.env) }));

/** Makes the index of offers and every shortlist anew: those of before there were any, and those that another way of ranking would order otherwise. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await matchDemands(makeCtx({ kind: "system", name: "match-anew" }, event.id ?? "clock"), {
    demandIds: [],
    all: true,
    anew: true,
  });
}

import { objects } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { compactSnapshot } from "@lingxi/core/search/reactions";

export const schedule = "rate(1 hour)";

const runtime = lazyRuntime(process.env, async () => ({ objects: await objects(process.env) }));

/** Brings the search's index up to date with what changed since, so that a function that starts has little to read besides. */
export async function handler(event: { id?: string }): Promise<{ changes: number }> {
  const makeCtx = await runtime();
  return compactSnapshot(makeCtx({ kind: "system", name: "index-site" }, event.id ?? "clock"));
}

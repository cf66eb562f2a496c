import { objects } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { finishErasures } from "@lingxi/core/privacy/reactions";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env, async () => ({ objects: await objects(process.env) }));

/** Erases the keys of people who asked to be erased. Makes the first seed of all keys where there is none. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await finishErasures(makeCtx({ kind: "system", name: "erase-people" }, event.id ?? "clock"), {});
}

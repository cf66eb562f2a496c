import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env);

/** Makes the keys of personal data where there are none yet. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await makeCtx({ kind: "system", name: "erase-people" }, event.id ?? "clock").vault.prepare();
}

import { objects, renderer } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { publishDue } from "@lingxi/core/publication";

export const schedule = "rate(5 minutes)";

const runtime = lazyRuntime(process.env, async () => ({
  objects: await objects(process.env),
  render: renderer(process.env),
}));

/** Renders again what time alone has changed, and whatever could not be made the last time. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await publishDue(makeCtx({ kind: "system", name: "republish-due" }, event.id ?? "clock"), {});
}

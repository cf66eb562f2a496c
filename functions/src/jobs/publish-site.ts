import { objects, renderer } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { publishSite } from "@lingxi/core/publication";

export const schedule = "rate(1 day)";

const runtime = lazyRuntime(process.env, async () => ({
  objects: await objects(process.env),
  render: renderer(process.env),
}));

/** Renders every page: after a deployment, when an operator calls it, and once a day against anything that a reaction missed. */
export async function handler(event: { id?: string }): Promise<{ pages: number }> {
  const makeCtx = await runtime();
  return publishSite(makeCtx({ kind: "system", name: "publish-site" }, event.id ?? "operator"), {});
}

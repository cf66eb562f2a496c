import { publishScheduled } from "@lingxi/core/cases/reactions";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env);

/** Publishes the case studies whose time has come. Their pages follow from the change, as after any other. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await publishScheduled(makeCtx({ kind: "system", name: "publish-scheduled" }, event.id ?? "clock"), {});
}

import { objects } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { expirePersonal } from "@lingxi/core/privacy/reactions";

export const schedule = "rate(1 day)";

const runtime = lazyRuntime(process.env, async () => ({ objects: await objects(process.env) }));

/** Erases what records say of people once the time that was promised is over. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await expirePersonal(makeCtx({ kind: "system", name: "expire-personal" }, event.id ?? "clock"), {});
}

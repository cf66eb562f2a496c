import { expireOffers } from "@lingxi/core/activity/reactions";
import { lazyRuntime } from "../runtime.ts";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime();

/** Takes back seats that were offered and not accepted in time. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await expireOffers(makeCtx({ kind: "system", name: "expire-offers" }, event.id ?? "clock"), {});
}

import { expireCodes, expireOffers } from "@lingxi/core/activity/reactions";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env);

/** Takes back seats that were offered and not accepted in time, and those that codes held for too long. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  const ctx = makeCtx({ kind: "system", name: "expire-offers" }, event.id ?? "clock");
  await expireOffers(ctx, {});
  await expireCodes(ctx, {});
}

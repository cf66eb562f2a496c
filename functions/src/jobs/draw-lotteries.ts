import { drawLotteries } from "@lingxi/core/activity/reactions";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env);

/** Draws the lotteries of activities whose time has come. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await drawLotteries(makeCtx({ kind: "system", name: "draw-lotteries" }, event.id ?? "clock"), {});
}

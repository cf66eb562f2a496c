import { outboundFrom } from "@lingxi/core/platform/outbound";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { deliverWebhooks } from "@lingxi/core/webhook/reactions";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env, async () => ({ outbound: outboundFrom(process.env) }));

/** Calls webhooks again whose receiver did not take a message. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await deliverWebhooks(makeCtx({ kind: "system", name: "deliver-webhooks" }, event.id ?? "clock"), { milliseconds: 40_000 });
}

import { remindOwners } from "@lingxi/core/demand/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 hour)";

const runtime = lazyRuntime(process.env, async () => ({ mailer: await mailer(process.env) }));

/** Asks enterprises whether their needs still stand, and marks those that nobody confirmed. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  const ctx = makeCtx({ kind: "system", name: "send-need-notices" }, event.id ?? "clock");
  await remindOwners(ctx, { milliseconds: 45_000, silence: mailSilence(process.env) });
}

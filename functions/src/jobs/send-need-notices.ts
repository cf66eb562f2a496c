import { remindOwners } from "@lingxi/core/demand/reactions";
import { sendDigests } from "@lingxi/core/matching/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 hour)";

const runtime = lazyRuntime(process.env, async () => ({ mailer: await mailer(process.env) }));

/** Asks enterprises whether their needs still stand and marks those that nobody confirmed; tells owners of needs and offers what was found for them. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  const ctx = makeCtx({ kind: "system", name: "send-need-notices" }, event.id ?? "clock");
  const work = { milliseconds: 100_000, silence: mailSilence(process.env) };
  await remindOwners(ctx, work);
  await sendDigests(ctx, work);
}

import { sendNotices } from "@lingxi/core/notice/reactions";
import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env, async () => ({ mailer: await mailer(process.env) }));

/** Reminds those who come as organisers say, and tells them what has changed. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  const ctx = makeCtx({ kind: "system", name: "send-notices" }, event.id ?? "clock");
  await sendNotices(ctx, { milliseconds: 45_000, silence: mailSilence(process.env) });
}

import { mailer, mailSilence } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";
import { sendSurveys } from "@lingxi/core/survey/reactions";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env, async () => ({ mailer: await mailer(process.env) }));

/** Invites those who came to the surveys that are open. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  const ctx = makeCtx({ kind: "system", name: "send-surveys" }, event.id ?? "clock");
  await sendSurveys(ctx, { milliseconds: 45_000, silence: mailSilence(process.env) });
}

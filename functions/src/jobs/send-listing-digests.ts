import { sendDigests } from "@lingxi/core/listing-digest/reactions";
import { afterSilence, campaignPace, mailer, mailSilence } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(15 minutes)";

const runtime = lazyRuntime(process.env, async () => ({ mailer: await mailer(process.env) }));

/** Tells those who follow a chain, on Mondays by their own clock, what is newly listed in it. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await sendDigests(makeCtx({ kind: "system", name: "send-listing-digests" }, event.id ?? "clock"), {
    milliseconds: 45_000,
    silence: mailSilence(process.env),
    afterSilence: afterSilence(process.env),
    pace: campaignPace(process.env),
  });
}

import { sendCampaigns } from "@lingxi/core/campaign/reactions";
import { afterSilence, campaignPace, mailer, mailSilence } from "@lingxi/core/platform/parts";
import { lazyRuntime } from "@lingxi/core/platform/runtime";

export const schedule = "rate(1 minute)";

const runtime = lazyRuntime(process.env, async () => ({ mailer: await mailer(process.env) }));

/** Works off what is left of the campaigns that are being sent: after a crash, a pause of the transport, or more mails than one run takes. */
export async function handler(event: { id?: string }): Promise<void> {
  const makeCtx = await runtime();
  await sendCampaigns(makeCtx({ kind: "system", name: "send-campaign-batch" }, event.id ?? "clock"), {
    milliseconds: 50_000,
    silence: mailSilence(process.env),
    afterSilence: afterSilence(process.env),
    pace: campaignPace(process.env),
  });
}

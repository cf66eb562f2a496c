import { type CampaignFact, sendCampaigns } from "@lingxi/core/campaign/reactions";
import { afterSilence, campaignPace, mailer, mailSilence } from "@lingxi/core/platform/parts";
import { subscriber } from "../subscriber.ts";

/** Begins at once what an organiser started; what does not fit into one run is left to the clock. */
export const handler = subscriber(
  "start-campaign",
  (ctx, { data }) =>
    sendCampaigns(ctx, {
      campaignId: (data as CampaignFact).campaignId,
      milliseconds: 20_000,
      silence: mailSilence(process.env),
      afterSilence: afterSilence(process.env),
      pace: campaignPace(process.env),
    }),
  async () => ({ mailer: await mailer(process.env) }),
);

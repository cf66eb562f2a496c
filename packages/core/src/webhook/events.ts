import type { Derive } from "../platform/event.ts";
import type { WebhookRecord } from "./entity.ts";

/** The product switched a webhook off by itself. */
export const deriveWebhookEvents: Derive = {
  webhook({ before, after }) {
    const [was, is] = [before, after] as unknown as [WebhookRecord | undefined, WebhookRecord | undefined];
    return is?.status === "disabled" && was?.status !== "disabled"
      ? [{ name: "webhook.disabled", data: { webhookId: is.id } }]
      : [];
  },
};

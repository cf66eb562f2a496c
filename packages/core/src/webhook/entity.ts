import { entity } from "../platform/entity.ts";
import type { CallTrouble } from "../platform/outbound.ts";
import type { DeliveryStatus, DisabledBecause, WebhookContent, WebhookStatus } from "./schema.ts";

export interface WebhookRecord extends WebhookContent {
  readonly id: string;
  readonly status: WebhookStatus;
  /** Rises with each new secret; the one before holds for a day more. */
  readonly generation: number;
  readonly rolledAt?: string | undefined;
  /** Since when nothing got through; absent while all is well. */
  readonly failingSince?: string | undefined;
  readonly disabledBecause?: DisabledBecause | undefined;
}

/** One call, or one that was begun and of which nothing more is known. */
export interface Attempt {
  readonly at: string;
  readonly status?: number | undefined;
  readonly bytes?: number | undefined;
  readonly milliseconds?: number | undefined;
  readonly trouble?: CallTrouble | undefined;
}

/** One message to one webhook, and every call that was made for it. */
export interface DeliveryRecord {
  readonly webhookId: string;
  /** The receiver's `webhook-id`, the same in every attempt: made from the event, so that one event is one message. */
  readonly id: string;
  readonly event: string;
  readonly at: string;
  readonly data: Readonly<Record<string, string>>;
  readonly status: DeliveryStatus;
  /** Since it was last sent by hand. */
  readonly tries: number;
  readonly attempts: readonly Attempt[];
  readonly nextAt?: string | undefined;
}

export const allWebhooks = "webhooks";
export const dueDeliveries = "webhooks-due";
export const deliveriesOf = (webhookId: string) => `webhook-deliveries#${webhookId}`;
const keptDays = 30;

export const Webhooks = entity<WebhookRecord, { id: string }>({
  type: "webhook",
  key: ({ id }) => ({ pk: `webhook#${id}`, sk: "webhook" }),
  indexed: (hook) => ({ byState: hook.status === "removed" ? undefined : { pk: allWebhooks, sk: hook.id } }),
});

export const Deliveries = entity<DeliveryRecord, { webhookId: string; id: string }>({
  type: "webhook-delivery",
  key: ({ webhookId, id }) => ({ pk: deliveriesOf(webhookId), sk: id }),
  indexed: (d) => ({
    byState: d.status === "waiting" && d.nextAt ? { pk: dueDeliveries, sk: `${d.nextAt}#${d.webhookId}#${d.id}` } : undefined,
  }),
  expires: ({ at }) => Math.floor(new Date(at).getTime() / 1000) + keptDays * 86_400,
});

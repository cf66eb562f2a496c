import { Versioned } from "@lingxi/core/platform/answer-schema";
import {
  changeWebhook,
  getWebhook,
  listDeliveries,
  listWebhooks,
  registerWebhook,
  resendDelivery,
  rollWebhookSecret,
  switchWebhook,
  testWebhook,
} from "@lingxi/core/webhook";
import { Deliveries, Delivery, RolledSecret, Webhook, WebhookSecret, Webhooks } from "@lingxi/core/webhook/answer-schema";
import { answer } from "./answer.ts";

export const webhook = [
  answer(listWebhooks, Webhooks),
  answer(getWebhook, Webhook),
  answer(registerWebhook, WebhookSecret),
  answer(changeWebhook, Versioned),
  answer(switchWebhook, Versioned),
  answer(rollWebhookSecret, RolledSecret),
  answer(testWebhook, Delivery),
  answer(listDeliveries, Deliveries),
  answer(resendDelivery, Delivery),
];

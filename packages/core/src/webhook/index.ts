export { listDeliveries, resendDelivery, testWebhook } from "./deliveries.ts";
export {
  changeWebhook,
  getWebhook,
  listWebhooks,
  registerWebhook,
  removeWebhook,
  rollWebhookSecret,
  switchWebhook,
} from "./webhooks.ts";

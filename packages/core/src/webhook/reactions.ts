export { deliverWebhooks, tellWebhooks } from "./deliver.ts";
export { deriveWebhookEvents } from "./events.ts";

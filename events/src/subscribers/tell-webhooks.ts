import { outboundFrom } from "@lingxi/core/platform/outbound";
import { tellWebhooks } from "@lingxi/core/webhook/reactions";
import { subscriber } from "../subscriber.ts";

/** Tells the webhooks that want it what happened. */
export const handler = subscriber("tell-webhooks", tellWebhooks, async () => ({ outbound: outboundFrom(process.env) }));

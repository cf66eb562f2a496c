import * as z from "zod";
import { listOf, pageOf, stored, Time } from "../platform/answer-schema.ts";
import { callTroubles, deliveryStatuses, disabledReasons, hookEventNames, webhookStatuses } from "./schema.ts";

export const Webhook = z
  .object({
    id: z.string(),
    url: z.string(),
    events: listOf(z.enum(hookEventNames)),
    note: z.string(),
    status: z.enum(webhookStatuses),
    generation: z.int().describe("Which secret it has: rises with each new one."),
    rolledAt: Time.optional().describe("For a day after it, messages are signed with the secret before as well."),
    failingSince: Time.optional().describe("Since when nothing got through."),
    disabledBecause: z.enum(disabledReasons).optional(),
    ...stored,
  })
  .meta({ id: "Webhook", description: "An address that is told of events by signed calls (Standard Webhooks 1.0)." });
export const Webhooks = z.object({ items: listOf(Webhook) });
export const WebhookSecret = z.object({ id: z.string(), secret: z.string().describe("`whsec_…`; shown in this answer only.") });
export const RolledSecret = z.object({ version: z.int(), secret: z.string() });

export const Delivery = z
  .object({
    webhookId: z.string(),
    id: z.string().describe("The receiver's `webhook-id`, the same in every attempt."),
    event: z.string(),
    at: Time.describe("When it happened."),
    data: z.record(z.string(), z.string()).describe("Ids alone."),
    status: z.enum(deliveryStatuses),
    tries: z.int(),
    attempts: listOf(
      z.object({
        at: Time,
        status: z.int().optional(),
        bytes: z.int().optional().describe("Size of the answer's body."),
        milliseconds: z.int().optional(),
        trouble: z.enum(callTroubles).optional().describe("Why there was no answer."),
      }),
    ),
    nextAt: Time.optional(),
    ...stored,
  })
  .meta({ id: "WebhookDelivery", description: "One message to one webhook, with every call that was made for it." });
export const Deliveries = pageOf(Delivery);

/** As the console has them. */
export type WebhookRow = z.infer<typeof Webhook>;
export type DeliveryRow = z.infer<typeof Delivery>;

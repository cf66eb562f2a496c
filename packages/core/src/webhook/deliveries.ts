import * as z from "zod";
import { command } from "../platform/command.ts";
import { type Page, type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Listing, listing, Narrow } from "../platform/listing.ts";
import { attempt } from "./deliver.ts";
import { Deliveries, type DeliveryRecord, deliveriesOf } from "./entity.ts";
import { deliveryMissing, deliveryStatuses, testEvent, webhookIdle } from "./schema.ts";
import { readWebhook } from "./webhooks.ts";

export type DeliveryRow = DeliveryRecord & Stored;

/** What was sent to a webhook and what it answered, the newest first unless asked otherwise. */
export const listDeliveries = command({
  input: Listing.omit({ q: true }).extend({ webhookId: z.string().max(40), status: Narrow(z.enum(deliveryStatuses)) }),
  access: ["organiser", "auditor"],
  async run(ctx, { webhookId, status, order, ...paging }): Promise<Page<DeliveryRow>> {
    const query = { pk: deliveriesOf(webhookId), newestFirst: order !== "oldest" };
    return listing(ctx, Deliveries, query, paging, status && ((one) => one.status === status));
  },
});

/** Sends a message again at once, with the id that it had, and with all its retries. */
export const resendDelivery = command({
  input: z.object({ webhookId: z.string().max(40), deliveryId: z.string().max(60), version: z.int() }),
  access: ["organiser"],
  async run(ctx, { webhookId, deliveryId: id, version }): Promise<DeliveryRow> {
    const [hook, delivery] = await Promise.all([
      readWebhook(ctx, { webhookId }),
      Deliveries.get(ctx, { webhookId, id }, deliveryMissing),
    ]);
    if (hook.status !== "active") throw new DomainError(webhookIdle);
    if (delivery.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Deliveries.change(ctx, delivery, { status: "waiting", tries: 0, nextAt: ctx.now().toISOString() }));
    await attempt(ctx, { webhookId, id });
    return Deliveries.get(ctx, { webhookId, id }, deliveryMissing);
  },
});

/** Sends a test message now, and answers what became of it. It is in the log, and retried, like any other. */
export const testWebhook = command({
  input: z.object({ webhookId: z.string().max(40) }),
  access: ["organiser"],
  async run(ctx, { webhookId }): Promise<DeliveryRow> {
    if ((await readWebhook(ctx, { webhookId })).status !== "active") throw new DomainError(webhookIdle);
    const at = ctx.now().toISOString();
    const id = `msg_${at.replace(/\D/g, "")}${ctx.newId("t").slice(-16)}`;
    const facts = { webhookId, id, event: testEvent, at, data: { webhookId } };
    await save(ctx, Deliveries.create(ctx, { ...facts, status: "waiting", tries: 0, attempts: [], nextAt: at }));
    await attempt(ctx, { webhookId, id });
    return Deliveries.get(ctx, { webhookId, id }, deliveryMissing);
  },
});

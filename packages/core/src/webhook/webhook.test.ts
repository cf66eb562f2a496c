import { afterEach, describe, expect, it } from "vitest";
import { anyone, embedded, staff } from "../../../../tests/support/embedded.ts";
import { isSigned, type Reply, receiver } from "../../../../tests/support/receiver.ts";
import type { DomainEvent } from "../platform/event.ts";
import { outbound } from "../platform/outbound.ts";
import { deliverWebhooks, tellWebhooks } from "./deliver.ts";
import { listDeliveries, resendDelivery, testWebhook } from "./deliveries.ts";
import { deriveWebhookEvents } from "./events.ts";
import { hookEventNames, waits } from "./schema.ts";
import { getWebhook, listWebhooks, registerWebhook, removeWebhook, rollWebhookSecret, switchWebhook } from "./webhooks.ts";

const world = embedded();
const day = 86_400_000;
let n = 0;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  const ctx = world.ctx(staff("organiser"));
  for (const { id: webhookId, version } of (await listWebhooks(ctx, {})).items) await removeWebhook(ctx, { webhookId, version });
});

/** A receiver, a webhook that calls it, and contexts that may. */
async function hooked(reply?: () => Reply, events = [...hookEventNames]) {
  const there = await receiver(reply);
  closing.push(there.close);
  const ctx = world.ctx(staff("organiser"), { outbound: outbound({ trusted: [there.host] }) });
  const { id: webhookId, secret } = await registerWebhook(ctx, { url: there.url, events });
  const log = async () => (await listDeliveries(ctx, { webhookId })).items;
  return { there, ctx, webhookId, secret, log };
}

const event = (name: string, data = {}): DomainEvent => ({
  id: `evt-${++n}`,
  name,
  time: world.clock.now.toISOString(),
  requestId: "r",
  actor: "system",
  data,
});
const confirmed = () =>
  event("activity.registration-confirmed", { activityId: "act_1", person: "a-digest", registrationId: "reg_1" });

describe("a webhook", () => {
  it("gets one signed message for one event, however often the event comes, with ids and nothing of the person", async () => {
    const { there, ctx, secret, log, webhookId } = await hooked();
    const happened = confirmed();
    await tellWebhooks(ctx, happened);
    await tellWebhooks(ctx, happened);
    expect(there.calls).toHaveLength(1);
    const [call] = there.calls;
    if (!call) throw new Error("no call");
    expect(isSigned(secret, call)).toBe(true);
    expect(isSigned(secret, { ...call, body: `${call.body} ` })).toBe(false);
    expect(isSigned(secret, { ...call, timestamp: "1" })).toBe(false);
    expect(JSON.parse(call.body)).toEqual({
      type: happened.name,
      timestamp: happened.time,
      data: { activityId: "act_1", registrationId: "reg_1" },
    });
    expect(call.body).not.toContain("a-digest");
    expect(await log()).toMatchObject([{ id: call.id, webhookId, status: "delivered", attempts: [{ status: 204, bytes: 0 }] }]);
  });

  it("gets only the events that it chose", async () => {
    const { there, ctx } = await hooked(undefined, ["activity.called-off"]);
    await tellWebhooks(ctx, confirmed());
    await tellWebhooks(ctx, event("activity.called-off", { activityId: "act_1", version: 3 }));
    expect(there.calls.map(({ body }) => JSON.parse(body).type)).toEqual(["activity.called-off"]);
  });

  it("is tried again at growing distances within a day, then given up, switched off, and told of", async () => {
    let up = false;
    const { there, ctx, webhookId, log } = await hooked(() => (up ? 200 : 500));
    await tellWebhooks(ctx, confirmed());
    expect(await deliverWebhooks(ctx, { milliseconds: 1000 })).toBe(0);
    const began = world.clock.now.getTime();
    for (const wait of waits) {
      world.clock.advance(wait * 1000 - 1);
      expect(await deliverWebhooks(ctx, { milliseconds: 1000 })).toBe(0);
      world.clock.advance(wait * 100 + 1);
      expect(await deliverWebhooks(ctx, { milliseconds: 1000 })).toBe(1);
    }
    expect(world.clock.now.getTime() - began).toBeLessThan(1.1 * day);
    const [given] = await log();
    expect(given).toMatchObject({ status: "given-up", tries: waits.length + 1 });
    expect(new Set(there.calls.map(({ id }) => id))).toEqual(new Set([given?.id]));
    expect(there.calls).toHaveLength(given?.attempts.length ?? 0);
    const hook = await getWebhook(ctx, { webhookId });
    expect(hook).toMatchObject({ status: "disabled", disabledBecause: "failing" });
    const told = deriveWebhookEvents.webhook?.({ before: { ...hook, status: "active" }, after: { ...hook } });
    expect(told).toEqual([{ name: "webhook.disabled", data: { webhookId } }]);
    await expect(testWebhook(ctx, { webhookId })).rejects.toMatchObject({ reason: "webhook.idle" });
    up = true;
    const { version } = await switchWebhook(ctx, { webhookId, version: hook.version, on: true });
    const sent = { webhookId, deliveryId: given?.id ?? "", version: given?.version ?? 0 };
    expect(await resendDelivery(ctx, sent)).toMatchObject({ status: "delivered", id: given?.id });
    await expect(resendDelivery(ctx, sent)).rejects.toMatchObject({ reason: "record.changed" });
    expect(version).toBe(hook.version + 1);
  });

  it("that works now and then is not switched off; one that is gone is at once", async () => {
    let reply = 500;
    const { ctx, webhookId } = await hooked(() => reply);
    await tellWebhooks(ctx, confirmed());
    for (const wait of waits) {
      reply = 200;
      await tellWebhooks(ctx, confirmed());
      reply = 500;
      world.clock.advance(wait * 1100);
      await deliverWebhooks(ctx, { milliseconds: 1000 });
    }
    expect(await getWebhook(ctx, { webhookId })).toMatchObject({ status: "active" });
    reply = 410;
    await tellWebhooks(ctx, confirmed());
    expect(await getWebhook(ctx, { webhookId })).toMatchObject({ status: "disabled", disabledBecause: "gone" });
  });

  it("with a new secret is signed by both for a day, and by the new one alone after it", async () => {
    const { there, ctx, webhookId, secret: old } = await hooked();
    const { secret } = await rollWebhookSecret(ctx, { webhookId, version: 1 });
    const signedBy = async () => {
      await testWebhook(ctx, { webhookId });
      const call = there.calls.at(-1);
      return call ? [isSigned(old, call), isSigned(secret, call)] : [];
    };
    expect(await signedBy()).toEqual([true, true]);
    world.clock.advance(day);
    expect(await signedBy()).toEqual([false, true]);
  });

  it("never leads into a private network, and is the organisers' alone", async () => {
    const ctx = world.ctx(staff("organiser"), { outbound: outbound() });
    const register = (url: string, by = ctx) => registerWebhook(by, { url, events: ["case.changed"] });
    await expect(register("https://127.0.0.1/")).rejects.toMatchObject({ reason: "webhook.private" });
    await expect(register("http://example.com/")).rejects.toMatchObject({ reason: "webhook.insecure" });
    await expect(register("https://me:secret@example.com/")).rejects.toMatchObject({ reason: "input.invalid" });
    for (const by of [world.ctx(anyone), world.ctx(staff("editor")), world.ctx(staff("auditor"))])
      await expect(register("https://example.com/", by)).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});

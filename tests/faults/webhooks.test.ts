import type { DomainEvent } from "@lingxi/core/platform/event";
import { outbound } from "@lingxi/core/platform/outbound";
import { getWebhook, listDeliveries, registerWebhook, removeWebhook } from "@lingxi/core/webhook";
import { deliverWebhooks, tellWebhooks } from "@lingxi/core/webhook/reactions";
import { describe, expect, it } from "vitest";
import { embedded, staff } from "../support/embedded.ts";
import { chance, faulty } from "../support/faults.ts";
import { type Received, type Reply, receiver } from "../support/receiver.ts";

const world = embedded();
const events = 12;
const patience = 4;

/** What a receiver does that fails as the seed says. What it answered 2xx to it has. */
function troubled(random: () => number) {
  const has = new Map<string, number>();
  const asked = new Map<string, number>();
  const reply = ({ id }: Received): Reply => {
    const times = (asked.get(id) ?? 0) + 1;
    asked.set(id, times);
    // Half of the attempts may fail here, so that some are left for the table's own faults: else one in six hundred would run out of them.
    const draw = times > patience ? 1 : random();
    if (draw < 0.2) return 500;
    if (draw < 0.3) return "hang-up";
    if (draw < 0.35) return "redirect";
    has.set(id, (has.get(id) ?? 0) + 1);
    // It took the message, and its answer does not come through.
    return draw < 0.45 ? "hang-up" : 200;
  };
  return { has, reply };
}

/** Sends events through a faulty table to a faulty receiver until nothing is due any more. */
async function run(seed: number, retries = true) {
  const random = chance(seed);
  const { has, reply } = troubled(random);
  const there = await receiver(reply);
  const calls = outbound({ trusted: [there.host] });
  const calm = world.ctx(staff("organiser"), { outbound: calls });
  const client = faulty(world.client, random, { throttle: 0.03, lost: 0.03 });
  const ctx = world.ctx({ kind: "system", name: "test" }, { outbound: calls, client });
  const { id: webhookId } = await registerWebhook(calm, { url: there.url, events: ["case.changed"] });
  const again = async (work: () => Promise<unknown>) => {
    for (let tries = 0; tries < 40; tries++)
      try {
        return await work();
      } catch {
        // As a queue or a clock does: the same once more.
      }
    throw new Error("it never went through");
  };
  for (let n = 0; n < events; n++) {
    const event: DomainEvent = {
      id: `evt-${seed}-${n}`,
      name: "case.changed",
      time: world.clock.now.toISOString(),
      requestId: "r",
      actor: "x",
      data: { caseId: `cas_${n}` },
    };
    await again(() => tellWebhooks(ctx, event));
    // The stream delivers at least once.
    if (random() < 0.3) await again(() => tellWebhooks(ctx, event));
    world.clock.advance(1000);
  }
  const log = async () => (await listDeliveries(calm, { webhookId, limit: 500 })).items;
  for (let hour = 0; retries && hour < 30 && (await log()).some(({ status }) => status === "waiting"); hour++) {
    world.clock.advance(3_600_000);
    await again(() => deliverWebhooks(ctx, { milliseconds: 1000 }));
  }
  await there.close();
  const { version } = await getWebhook(calm, { webhookId });
  await removeWebhook(calm, { webhookId, version });
  return { has, calls: there.calls, log: await log() };
}

describe("webhooks whose receiver and table fail", () => {
  it.each([1, 2, 3, 4, 5, 6])(
    "give each event at least once, with the same id, and a log that balances (seed %i)",
    async (seed) => {
      const { has, calls, log } = await run(seed);
      expect(log).toHaveLength(events);
      for (const { id, status, attempts, data } of log) {
        expect(status).toBe("delivered");
        expect(has.get(id) ?? 0).toBeGreaterThanOrEqual(1);
        const received = calls.filter((call) => call.id === id);
        expect(new Set(received.map(({ body }) => body)).size).toBe(1);
        expect(JSON.parse(received[0]?.body ?? "{}").data).toEqual(data);
        // Every call is in the log; one that was begun and never made is there too.
        expect(attempts.length).toBeGreaterThanOrEqual(received.length);
        expect(attempts.filter(({ status: answer = 0 }) => answer >= 200 && answer < 300)).toHaveLength(1);
      }
      expect(new Set(calls.map(({ id }) => id))).toEqual(new Set(log.map(({ id }) => id)));
    },
  );

  it("lose events without the retries", async () => {
    const { log } = await run(1, false);
    expect(log.some(({ status }) => status !== "delivered")).toBe(true);
  });
});

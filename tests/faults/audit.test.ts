import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import {
  appendTrail,
  findHead,
  publicKey,
  publicText,
  signingKey,
  type Told,
  verifyTrail,
  wholeTrail,
} from "@lingxi/core/audit/reactions";
import { beforeEach, describe, expect, it } from "vitest";
import { embedded, system } from "../support/embedded.ts";
import { chance, faulty } from "../support/faults.ts";

const key = signingKey("a secret for tests");
const world = embedded();
const changes = 60;

const told = (n: number): Told => ({
  event: `event-${n}`,
  at: "2026-11-23T02:00:00.000Z",
  events: ["activity.changed"],
  before: n % 3 ? item(n, n - 1) : undefined,
  after: item(n, n),
});
const item = (n: number, capacity: number) => ({
  pk: `activity#act_${n % 7}`,
  sk: "activity",
  type: "activity",
  capacity,
  version: n,
  updatedAt: "2026-11-23T02:00:00.000Z",
  updatedBy: "stf_one",
  requestId: `req_${n}`,
});

/** The stream: batches, some told twice, some late. */
function deliveries(random: () => number): Told[][] {
  const batches: Told[][] = [];
  for (let n = 0; n < changes; ) {
    const size = 1 + Math.floor(random() * 9);
    batches.push(Array.from({ length: Math.min(size, changes - n) }, (_, i) => told(n + i)));
    n += size;
  }
  const again = batches.filter(() => random() < 0.4);
  const mixed = batches.filter(() => random() < 0.3).map((batch) => [...batch].reverse());
  return [...batches, ...again, ...mixed].sort(() => random() - 0.5);
}

beforeEach(async () => {
  for (const { pk, sk } of await world.scan())
    await world.client.send(new DeleteItemCommand({ TableName: "lingxi", Key: marshall({ pk, sk }) }));
});

async function reckon() {
  const ctx = world.ctx(system);
  const items = [];
  for await (const found of wholeTrail(ctx, "2026-11")) items.push(found);
  const { findings } = await verifyTrail(items, await findHead(ctx), [publicKey(publicText(key))]);
  const events = items.map(({ body }) => (JSON.parse(String(body)) as { event: string }).event);
  return { findings, events };
}
const all = Array.from({ length: changes }, (_, n) => `event-${n}`);
const sorted = (events: readonly string[]) => [...events].sort((a, b) => Number(a.slice(6)) - Number(b.slice(6)));

/** Each batch until it is taken, as the stream does. */
async function work(batches: readonly Told[][], client: DynamoDBClient): Promise<void> {
  for (const batch of batches)
    for (let attempt = 0; ; attempt++) {
      try {
        await appendTrail(world.ctx(system, { client }), batch, key);
        break;
      } catch (error) {
        if (attempt > 60) throw error;
      }
    }
}

describe("the audit trail", () => {
  it.each([3000, 3001, 3002, 3003])(
    "holds each change once, in an unbroken chain, while records come twice, late and to three readers, and answers are lost (seed %i)",
    async (seed) => {
      const random = chance(seed);
      const client = faulty(world.client, random, { conflict: 0.15, throttle: 0.1, lost: 0.15 });
      await Promise.all([0, 1, 2].map(() => work(deliveries(random), client)));
      const { findings, events } = await reckon();
      expect(findings).toEqual([]);
      expect(sorted(events)).toEqual(all);
    },
    60_000,
  );

  it("is caught at doubling or at a broken chain by the same run when nothing is conditional (control)", async () => {
    const random = chance(3000);
    const client = faulty(world.client, random, { unguarded: true });
    await Promise.all([0, 1, 2].map(() => work(deliveries(random), client)));
    const { findings, events } = await reckon();
    expect([findings.length > 0, events.length]).not.toEqual([false, changes]);
  });

  it("goes on where a reader was killed, before or after any of its calls", async () => {
    const batch = all.map((_, n) => told(n));
    let calls = 0;
    const counting = {
      send(command: never) {
        calls++;
        return world.client.send(command);
      },
    } as unknown as DynamoDBClient;
    await appendTrail(world.ctx(system, { client: counting }), batch.slice(0, 5), key);
    for (let n = 0; n < calls * 2; n++) {
      let left = Math.floor(n / 2);
      const dying = {
        async send(command: never) {
          if (left-- > 0) return world.client.send(command);
          if (n % 2) await world.client.send(command);
          throw new Error("killed");
        },
      } as unknown as DynamoDBClient;
      const part = batch.slice(5 + n * 5, 10 + n * 5);
      await expect(appendTrail(world.ctx(system, { client: dying }), part, key)).rejects.toThrow("killed");
      await appendTrail(world.ctx(system), part, key);
    }
    const { findings, events } = await reckon();
    expect(findings).toEqual([]);
    expect(sorted(events)).toEqual(all.slice(0, 5 + calls * 2 * 5));
    expect(calls).toBeGreaterThan(1);
  });
});

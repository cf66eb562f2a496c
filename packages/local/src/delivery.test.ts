import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { jsonLog } from "@lingxi/core/platform/log";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { backoff } from "./backoff.ts";
import { envelope } from "./bus.ts";
import { readRate, startClock } from "./clock.ts";
import { openDataFolder } from "./data-folder.ts";
import type { DeadLetter } from "./dead-letter.ts";
import { startDynoxide } from "./dynoxide.ts";
import { facts } from "./facts.ts";
import { subjectOf } from "./mail-header.ts";
import { openQueues, type QueueHandler } from "./queues.ts";
import { readStream } from "./stream.ts";
import { ensureTable } from "./table.ts";

const folder = mkdtempSync(join(tmpdir(), "lingxi-delivery-"));
const log = jsonLog({}, () => {});
const closers: (() => unknown)[] = [];
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function queuesFor(handler: QueueHandler, buried: DeadLetter[] = []) {
  const data = openDataFolder(mkdtempSync(join(folder, "data-")));
  const queues = openQueues(
    data.db,
    [{ name: "note", events: ["thing.made"], source: "lingxi", handler }],
    async (letter) => void buried.push(letter),
    log,
  );
  closers.push(
    () => queues.close(),
    () => data.close(),
  );
  return { queues, db: data.db };
}

describe("a queue", () => {
  it("takes only the events that its subscriber wants, from the source that it wants", () => {
    const { queues } = queuesFor(async () => undefined);
    queues.publish([
      envelope("lingxi", "thing.made", {}),
      envelope("lingxi", "thing.gone", {}),
      envelope("aws.ses", "thing.made", {}),
    ]);
    expect(queues.waiting()).toBe(1);
  });

  it("hands over at most ten at once, and keeps what failed for later", async () => {
    const sizes: number[] = [];
    const { queues } = queuesFor(async ({ Records }) => {
      sizes.push(Records.length);
      return { batchItemFailures: Records.slice(0, 1).map((record) => ({ itemIdentifier: record.messageId })) };
    });
    queues.publish(Array.from({ length: 12 }, (_, i) => envelope("lingxi", "thing.made", { i })));
    await queues.start();
    await vi.waitFor(() => expect(queues.waiting()).toBe(2));
    expect(sizes.slice(0, 2)).toEqual([10, 2]);
  });

  it("makes a dead letter of a message that fails the twelfth time, and goes on with the others", async () => {
    const buried: DeadLetter[] = [];
    const seen: string[] = [];
    const { queues, db } = queuesFor(async ({ Records }) => {
      const bad = Records.filter((record) => record.body.includes("poison"));
      seen.push(
        ...Records.filter((record) => !bad.includes(record)).map(
          (record) => (JSON.parse(record.body) as { detail: { id: string } }).detail.id,
        ),
      );
      return { batchItemFailures: bad.map((record) => ({ itemIdentifier: record.messageId })) };
    }, buried);
    queues.publish([envelope("lingxi", "thing.made", { id: "poison" }), envelope("lingxi", "thing.made", { id: "good" })]);
    db.exec("update queue set attempts = 11 where body like '%poison%'");
    await queues.start();
    await vi.waitFor(() => expect(queues.waiting()).toBe(0));
    expect(buried).toEqual([
      expect.objectContaining({ queue: "note", attempts: 12, why: "BatchItemFailure", body: expect.stringContaining("poison") }),
    ]);
    expect(seen).toEqual(["good"]);
  });

  it("keeps the message when its dead letter could not be written", async () => {
    const { db } = queuesFor(async () => undefined);
    const queues = openQueues(
      db,
      [{ name: "note", events: ["thing.made"], handler: () => Promise.reject(new Error("down")) }],
      () => Promise.reject(new Error("the table is away")),
      log,
    );
    closers.unshift(() => queues.close());
    queues.publish([envelope("lingxi", "thing.made", {})]);
    db.exec("update queue set attempts = 11");
    await queues.start();
    await new Promise((done) => setTimeout(done, 150));
    expect(queues.waiting()).toBe(1);
  });

  it("hears what the transport said of its mails before any other reaction begins", async () => {
    const { db } = queuesFor(async () => undefined);
    const heard: string[] = [];
    const hearing =
      (name: string, milliseconds: number): QueueHandler =>
      async () => {
        await new Promise((done) => setTimeout(done, milliseconds));
        heard.push(name);
        return undefined;
      };
    const queues = openQueues(
      db,
      [
        { name: "send", events: ["thing.made"], source: "lingxi", handler: hearing("send", 0) },
        { name: "feedback", events: ["Email Delivered"], source: "aws.ses", handler: hearing("feedback", 100) },
      ],
      async () => undefined,
      log,
    );
    closers.unshift(() => queues.close());
    queues.publish([envelope("lingxi", "thing.made", {}), envelope("aws.ses", "Email Delivered", {})]);
    await queues.start();
    await vi.waitFor(() => expect(heard).toEqual(["feedback", "send"]));
  });

  it("waits between 0.1 and 30 seconds, longer after each failure", () => {
    expect(backoff(1, () => 0)).toBe(100);
    expect(backoff(3, () => 1)).toBe(800);
    expect(backoff(12, () => 1)).toBe(30_000);
  });
});

describe("the clock", () => {
  it("reads rates and refuses what it cannot keep", () => {
    expect([readRate("rate(1 minute)"), readRate("rate(2 hours)"), readRate("rate(1 day)")]).toEqual([
      60_000, 7_200_000, 86_400_000,
    ]);
    expect(() => readRate("cron(0 2 * * ? *)")).toThrow(/not a rate/);
  });

  it("starts each job soon, and a failing one harms no other", async () => {
    const ran: string[] = [];
    const job = (name: string, fails: boolean) => ({
      name,
      schedule: "rate(1 minute)",
      handler: async () => {
        ran.push(name);
        if (fails) throw new Error("no");
      },
    });
    const clock = startClock([job("a", true), job("b", false)], log, 1);
    closers.push(() => clock.close());
    await vi.waitFor(() => expect(ran).toEqual(["a", "b"]));
  });
});

it("reads the subject of a raw mail, folded and in encoded words", () => {
  const words = ["您的", "门票"].map((text) => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`).join("\r\n ");
  expect(subjectOf(Buffer.from(`From: a@b\r\nSubject: ${words}\r\n\r\nSubject: not this`))).toBe("您的门票");
  expect(subjectOf(Buffer.from("Subject: =?utf-8?Q?caf=C3=A9_au_lait?=\r\n\r\n"))).toBe("café au lait");
});

describe("the stream", () => {
  it("isolates a change that the relay cannot take, keeps it as a dead letter, and loses none of the others", {
    timeout: 15_000,
  }, async () => {
    const file = join(folder, "stream.db");
    const dynoxide = await startDynoxide(file);
    const client = new DynamoDBClient({
      endpoint: dynoxide.endpoint,
      region: "cn-northwest-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });
    const arn = await ensureTable(client, "lingxi", file);
    const data = openDataFolder(mkdtempSync(join(folder, "data-")));
    for (const sk of ["1", "2", "bad", "3", "4"])
      await client.send(new PutItemCommand({ TableName: "lingxi", Item: { pk: { S: "thing" }, sk: { S: sk } } }));

    const taken: string[] = [];
    const buried: DeadLetter[] = [];
    let failures = 0;
    const start = () =>
      readStream({
        endpoint: dynoxide.endpoint,
        arn,
        credentials: { accessKeyId: "a", secretAccessKey: "b" },
        facts: facts(data.db),
        bury: async (letter) => void buried.push(letter),
        log,
        attempts: 3,
        async handler({ Records }) {
          const keys = (Records as { dynamodb: { Keys: { sk: { S: string } } } }[]).map((record) => record.dynamodb.Keys.sk.S);
          if (keys.includes("bad")) {
            failures++;
            throw new Error("cannot");
          }
          taken.push(...keys);
          return undefined;
        },
      });
    const first = start();
    await vi.waitFor(() => expect(taken).toEqual(["1", "2", "3", "4"]), 10_000);
    expect(buried).toEqual([expect.objectContaining({ queue: "relay", attempts: 3, body: expect.stringContaining("bad") })]);
    expect(failures).toBeGreaterThan(3);
    await first.close();

    // A second reader begins where the first one ended.
    await client.send(new PutItemCommand({ TableName: "lingxi", Item: { pk: { S: "thing" }, sk: { S: "5" } } }));
    const second = start();
    closers.push(
      () => second.close(),
      () => dynoxide.close(),
      () => data.close(),
    );
    await vi.waitFor(() => expect(taken).toEqual(["1", "2", "3", "4", "5"]), 5000);
  });
});

import type { DomainEvent } from "@lingxi/core/platform/event";
import type { SQSEvent } from "aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { batchSubscriber, subscriber } from "./subscriber.ts";

beforeAll(() => {
  Object.assign(process.env, {
    TABLE_NAME: "t",
    SITE_ORIGIN: "https://lingxi.example",
    LINK_SECRETS: "s",
    AWS_REGION: "cn-north-1",
  });
});

/** Messages as the queue gives them, named by their ids. */
const batch = (...ids: string[]) =>
  ({
    Records: ids.map((id) => ({
      messageId: id,
      body: JSON.stringify({ source: "lingxi", "detail-type": "case.changed", detail: { id, requestId: "r", data: {} } }),
    })),
  }) as unknown as SQSEvent;

const failing = (calls: string[][]) => async (_ctx: unknown, events: readonly DomainEvent[]) => {
  calls.push(events.map(({ id }) => id));
  if (events.some(({ id }) => id === "bad")) throw new Error("cannot be dealt with");
};

describe("a reaction to many events at once", () => {
  it("gets a batch together", async () => {
    const calls: string[][] = [];
    const handler = batchSubscriber("test", failing(calls), async () => ({}));
    expect(await handler(batch("a", "b"))).toEqual({ batchItemFailures: [] });
    expect(calls).toEqual([["a", "b"]]);
  });

  it("gets them one by one when one cannot be dealt with, and only that one is delivered again", async () => {
    const calls: string[][] = [];
    const handler = batchSubscriber("test", failing(calls), async () => ({}));
    expect(await handler(batch("a", "bad", "b"))).toEqual({ batchItemFailures: [{ itemIdentifier: "bad" }] });
    expect(calls).toEqual([["a", "bad", "b"], ["a"], ["bad"], ["b"]]);
  });
});

describe("a reaction to one event", () => {
  it("gets each by itself, and only what failed is delivered again", async () => {
    const calls: string[][] = [];
    const react = failing(calls);
    const handler = subscriber("test", (ctx, event) => react(ctx, [event]));
    expect(await handler(batch("a", "bad", "b"))).toEqual({ batchItemFailures: [{ itemIdentifier: "bad" }] });
    expect(calls).toEqual([["a"], ["bad"], ["b"]]);
  });
});

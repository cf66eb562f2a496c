import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { poll } from "./poll.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000);

it("asks at once and every 15 seconds", async () => {
  const ask = vi.fn(async () => {});
  poll(ask, () => {}).now();
  await seconds(0);
  expect(ask).toHaveBeenCalledTimes(1);
  await seconds(14.9);
  expect(ask).toHaveBeenCalledTimes(1);
  await seconds(30);
  expect(ask).toHaveBeenCalledTimes(3);
});

it("asks for the first time in 15 seconds where there is no hurry", async () => {
  const ask = vi.fn(async () => {});
  poll(ask, () => {}).later();
  await seconds(14);
  expect(ask).not.toHaveBeenCalled();
  await seconds(16);
  expect(ask).toHaveBeenCalledTimes(2);
});

it("waits longer from failure to failure, at most 4 minutes, and asks as often as before when it succeeds", async () => {
  let broken = true;
  const times: number[] = [];
  const begun = Date.now();
  const failed = vi.fn();
  const ask = async () => {
    times.push((Date.now() - begun) / 1000);
    if (broken) throw new Error("no answer");
  };
  poll(ask, failed).now();
  await seconds(960);
  expect(times).toEqual([0, 30, 90, 210, 450, 690, 930]);
  expect(failed).toHaveBeenCalledTimes(7);
  broken = false;
  await seconds(240);
  expect(times.slice(7)).toEqual([1170, 1185, 1200]);
});

it("asks nothing while it is paused, and at once afterwards", async () => {
  const ask = vi.fn(async () => {});
  const { now, pause } = poll(ask, () => {});
  now();
  await seconds(1);
  pause();
  await seconds(600);
  expect(ask).toHaveBeenCalledTimes(1);
  now();
  await seconds(0);
  expect(ask).toHaveBeenCalledTimes(2);
});

it("drops the question under way when it is paused, and takes it for no failure", async () => {
  const signals: AbortSignal[] = [];
  const failed = vi.fn();
  const ask = (signal: AbortSignal) =>
    new Promise<void>((_resolve, reject) => {
      signals.push(signal);
      signal.addEventListener("abort", () => reject(new Error("dropped")));
    });
  const { now, pause } = poll(ask, failed);
  now();
  pause();
  await seconds(600);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(failed).not.toHaveBeenCalled();
});

it("takes an answer that does not come within 10 seconds for a failure, and goes on", async () => {
  const failed = vi.fn();
  const ask = vi.fn(
    (signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("late")))),
  );
  poll(ask, failed).now();
  await seconds(10);
  expect(failed).toHaveBeenCalledTimes(1);
  await seconds(30);
  expect(ask).toHaveBeenCalledTimes(2);
});

it("asks once at a time, however often it is told to", async () => {
  let open = 0;
  let most = 0;
  const ask = async (signal: AbortSignal) => {
    open += 1;
    most = Math.max(most, open);
    signal.addEventListener("abort", () => {
      open -= 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 5000));
  };
  const { now } = poll(ask, () => {});
  for (let n = 0; n < 5; n += 1) now();
  await seconds(1);
  expect([open, most]).toEqual([1, 1]);
});

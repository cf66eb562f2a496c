import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../../tests/support/embedded.ts";
import { chance } from "../../../../../tests/support/faults.ts";
import { sharedPace } from "./pace.ts";

const world = embedded();
const rate = 40;

/** Workers whose clocks go on by what they sleep and by what their work takes; whoever is behind goes next. @returns when each mail went */
async function race(workers: number, seed: number, { alone = false, work = 120 } = {}): Promise<number[]> {
  const next = chance(seed);
  const start = Date.UTC(2026, 10, 23) + seed * 1_000_000;
  const all = Array.from({ length: workers }, () => {
    const watch = { time: start + next() * 300 };
    return { watch, pace: sharedPace(async () => rate, clockOf(watch)) };
  });
  const went: number[] = [];
  for (let n = 0; n < 300; n++) {
    const worker = all.reduce((a, b) => (b.watch.time < a.watch.time ? b : a));
    const ctx = world.ctx(system);
    // A worker that believes to be alone takes all of the time, as one without the record would.
    const table = { ...ctx.table, get: async () => undefined, write: async () => {} };
    await worker.pace(alone ? { ...ctx, table } : ctx);
    went.push(worker.watch.time);
    worker.watch.time += next() * work;
  }
  return went.sort((a, b) => a - b);
}
const clockOf = (watch: { time: number }) => ({
  now: () => watch.time,
  async sleep(milliseconds: number) {
    watch.time += milliseconds;
  },
});
const most = (went: readonly number[]) =>
  Math.max(...went.map((start) => went.filter((at) => at >= start && at < start + 1000).length));

describe("several workers at once", () => {
  it.each([1, 2, 3, 4, 5])("never send more in a second than the account may (seed %i)", async (seed) => {
    expect(most(await race(4, seed))).toBeLessThanOrEqual(rate);
  });

  it("would, if each took the time for its own", async () => {
    const worst = await Promise.all([1, 2, 3].map(async (seed) => most(await race(4, seed, { alone: true }))));
    expect(Math.max(...worst)).toBeGreaterThan(rate);
  });

  it("use what campaigns may have: three quarters of the account's rate", async () => {
    const went = await race(1, 9, { work: 0 });
    expect(went.filter((at) => at - (went[0] ?? 0) < 5000)).toHaveLength(0.75 * rate * 5);
  });
});

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

/** How many of the mails that somebody waits for, six a second, the account refuses beside a campaign's. */
function refusedBeside(campaign: readonly number[]): number {
  const [from = 0, to = 0] = [campaign[0], campaign.at(-1)];
  const waited = Array.from({ length: Math.floor(((to - from) / 1000) * 6) }, (_, n) => ({
    at: from + (n * 1000) / 6,
    waited: true,
  }));
  const all = [...campaign.map((at) => ({ at, waited: false })), ...waited].sort((a, b) => a.at - b.at);
  const taken: number[] = [];
  let refused = 0;
  for (const mail of all) {
    if (taken.filter((at) => at > mail.at - 1000).length < rate) taken.push(mail.at);
    else if (mail.waited) refused++;
  }
  return refused;
}

describe("a mail that somebody waits for", () => {
  it.each([1, 2, 3])("is taken at once beside a campaign with four workers (seed %i)", async (seed) => {
    expect(refusedBeside(await race(4, seed))).toBe(0);
  });

  it("is refused where the campaign takes the whole rate (control)", async () => {
    expect(refusedBeside(await race(4, 1, { alone: true, work: 20 }))).toBeGreaterThan(0);
  });
});

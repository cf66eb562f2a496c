import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { alone } from "./lease.ts";

const world = embedded();

/** Ten publishers at once; how many worked at the same time at most. */
async function most(around: (work: () => Promise<void>) => Promise<void>): Promise<number> {
  let working = 0;
  let seen = 0;
  const work = async () => {
    seen = Math.max(seen, ++working);
    await new Promise((done) => setTimeout(done, 5));
    working--;
  };
  await Promise.all(Array.from({ length: 10 }, () => around(work)));
  return seen;
}

describe("the lease of the site", () => {
  it("lets one publisher work at a time, where without it several would", async () => {
    expect(await most((work) => alone(world.ctx(system), work))).toBe(1);
    expect(await most((work) => work())).toBeGreaterThan(1);
  });

  it("is free again after a publisher failed, and once a killed one's time is over", async () => {
    await expect(alone(world.ctx(system), () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    let released: () => void = () => {};
    const killed = alone(world.ctx(system), () => new Promise<void>((done) => (released = done)));
    await new Promise((done) => setTimeout(done, 50));
    world.clock.advance(9_000);
    expect(await alone(world.ctx(system), async () => "next")).toBe("next");
    released();
    await killed;
  });
});

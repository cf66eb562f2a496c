import { afterAll, describe, expect, it } from "vitest";
import { guards } from "./activities/guards.ts";
import { Schedules, toldOf } from "./activities/schedules.ts";

const schedules = new Schedules();
afterAll(() => schedules.close());

/** As many as the checks run each time; `npm run soak -- activities --schedules 10000` runs any number. */
const fixed = 700;
const fresh = 300;
const one = (n: number) => Math.floor(n) % 2 ** 30;

async function run(first: number, count: number): Promise<string[]> {
  const found: string[] = [];
  for (let n = 0; n < count && found.length < 2; n++) {
    const failure = await schedules.take(one(first + n));
    if (failure) found.push(toldOf(failure));
  }
  return found;
}

describe("registration, offers, approval, transfers, quotas, codes and imports under faults", () => {
  it(`break no invariant in ${fixed} schedules that are the same each time`, async () => {
    expect(await run(1, fixed)).toEqual([]);
  }, 900_000);

  it(`break none in ${fresh} that are new each time`, async () => {
    expect(await run(one(Math.random() * 2 ** 30), fresh)).toEqual([]);
  }, 900_000);
});

describe("the same schedules without a guard (control)", () => {
  it.each(guards.map((guard) => [guard.name, guard] as const))(
    "%s: the fault is found",
    async (_name, guard) => {
      for (let n = 0; n < fixed; n++) if ((await schedules.take(guard.first + n, { guard }))?.broken) return;
      throw new Error(`${fixed} schedules did not find it`);
    },
    900_000,
  );
});

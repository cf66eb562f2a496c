import { describe, expect, it } from "vitest";
import { check } from "./check.ts";
import { plan } from "./plan.ts";
import type { Problem, Slots } from "./problem.ts";
import { seededRandom } from "./random.ts";
import { repair } from "./repair.ts";

function problem(seed: number): Problem {
  const random = seededRandom(seed);
  const any = (n: number) => Math.floor(random() * n);
  const people = 5;
  return {
    people,
    slots: 4,
    meetings: Array.from({ length: 6 }, (_, i) => ({ people: [i % people, (i + 1 + any(people - 1)) % people] })),
    unavailable: Array.from({ length: people }, () => (random() < 0.3 ? [any(4)] : [])),
    tables: [{ seats: 2 }, { seats: 2 }],
  };
}
const steps = (n: number) => {
  let asked = 0;
  return () => asked++ / n;
};

/** The least moves that hold as many, by looking at all schedules. */
function least(of: Problem, was: Slots): { lost: number; out: number; moved: number } {
  let best = [Number.POSITIVE_INFINITY, 0, 0];
  const visit = (slots: number[]) => {
    if (slots.length === of.meetings.length) {
      if (check(of, slots).length) return;
      const count = (test: (m: number) => boolean) => slots.filter((_, m) => test(m)).length;
      const found = [
        count((m) => was[m] !== -1 && slots[m] === -1),
        count((m) => was[m] === -1 && slots[m] === -1),
        count((m) => was[m] !== -1 && slots[m] !== was[m]),
      ];
      const i = found.findIndex((one, n) => one !== best[n]);
      if (i >= 0 && (found[i] as number) < (best[i] as number)) best = found;
      return;
    }
    for (let slot = -1; slot < of.slots; slot++) visit([...slots, slot]);
  };
  visit([]);
  return { lost: best[0] as number, out: best[1] as number, moved: best[2] as number };
}

describe("a repair", () => {
  it.each([1, 2, 3, 4])(
    "moves as few as can be when a table closes and somebody comes late (problem %i)",
    async (seed) => {
      const before = problem(seed);
      const { slots } = await plan({ ...before, meetings: before.meetings.slice(0, 5) }, { seed, progress: steps(60) });
      const closed = { ...before, tables: [{ seats: 2 }, { seats: 2, closed: [slots[0] as number] }] };
      const was = [...slots, -1];
      const found = await repair(closed, was, { seed });
      const best = least(closed, was);
      expect(check(closed, found.slots)).toEqual([]);
      expect(found.moved).toHaveLength(best.moved);
      expect(was.filter((slot, m) => slot !== -1 && found.slots[m] === -1)).toHaveLength(best.lost);
      expect(was.filter((slot, m) => slot === -1 && found.slots[m] === -1)).toHaveLength(best.out);
      expect(found.proven).toBe(true);
    },
    30_000,
  );

  it("moves nothing when somebody cancels", async () => {
    const before = problem(9);
    const { slots } = await plan(before, { seed: 1, progress: steps(60) });
    const rest = { ...before, meetings: before.meetings.slice(1) };
    expect((await repair(rest, slots.slice(1), { seed: 1 })).moved).toEqual([]);
  });
});

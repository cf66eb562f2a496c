import { describe, expect, it } from "vitest";
import { check, measure } from "./check.ts";
import { plan } from "./plan.ts";
import type { Problem, Slots } from "./problem.ts";
import { seededRandom } from "./random.ts";

/** Ends after so many questions about progress, whatever the clock says. */
const steps = (n: number) => {
  let asked = 0;
  return () => asked++ / n;
};

function small(seed: number): Problem {
  const random = seededRandom(seed);
  const any = (n: number) => Math.floor(random() * n);
  const people = 3 + any(3);
  const slots = 4 + any(2);
  const meetings = Array.from({ length: 3 + any(4) }, () => {
    const a = any(people);
    const own = Array.from({ length: slots }, (_, slot) => slot).filter(() => random() < 0.8);
    const size = random() < 0.15 ? 3 : 2;
    return {
      people: Array.from({ length: size }, (_, i) => (a + i) % people),
      ...(random() < 0.4 ? { slots: own } : {}),
      ...(random() < 0.2 ? { worth: 2 } : {}),
    };
  });
  return {
    people,
    slots,
    meetings,
    unavailable: Array.from({ length: people }, () => (random() < 0.3 ? [any(slots)] : [])),
    tables: Array.from({ length: 1 + any(3) }, (_, i) => ({
      seats: i === 0 ? 3 : 2,
      ...(random() < 0.2 ? { closed: [any(slots)] } : {}),
    })),
    ...(random() < 0.4 ? { precedences: [[0, meetings.length - 1]] as const } : {}),
    ...(random() < 0.5 ? { fairness: any(2) } : {}),
  };
}

/** The best there is, by looking at all schedules. */
function bruteForce(problem: Problem): { missing: number; breaks: number } {
  let best = { missing: Number.POSITIVE_INFINITY, breaks: 0 };
  const slots: number[] = [];
  const busy = new Set<string>();
  const visit = (missing: number) => {
    if (missing > best.missing) return;
    const m = slots.length;
    const meeting = problem.meetings[m];
    if (!meeting) {
      const { breaks } = measure(problem, slots);
      if ((missing < best.missing || breaks < best.breaks) && check(problem, slots).length === 0) best = { missing, breaks };
      return;
    }
    for (let slot = 0; slot < problem.slots; slot++) {
      if (meeting.slots && !meeting.slots.includes(slot)) continue;
      const keys = meeting.people.map((person) => `${person} ${slot}`);
      if (keys.some((key) => busy.has(key))) continue;
      for (const key of keys) busy.add(key);
      slots.push(slot);
      visit(missing);
      slots.pop();
      for (const key of keys) busy.delete(key);
    }
    slots.push(-1);
    visit(missing + (meeting.worth ?? 1));
    slots.pop();
  };
  visit(0);
  return best;
}

describe("a plan", () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    "is the best there is, or says how far it may be off (problem %i)",
    async (seed) => {
      const problem = small(seed);
      const best = bruteForce(problem);
      const { slots, missing, breaks, bound } = await plan(problem, { seed, progress: steps(200) });
      expect(check(problem, slots)).toEqual([]);
      expect(measure(problem, slots)).toMatchObject({ missing, breaks });
      expect(bound.missing).toBeLessThanOrEqual(best.missing);
      if (bound.missing === 0)
        expect(bound.breaks).toBeLessThanOrEqual(best.missing === 0 ? best.breaks : Number.POSITIVE_INFINITY);
      expect({ missing, breaks }).toEqual(best);
      if (best.missing === 0) expect(bound).toEqual(best);
      else expect(bound.missing).toBeGreaterThan(0);
    },
  );

  it("is the same for the same seed", async () => {
    const problem = small(7);
    const [a, b] = [
      await plan(problem, { seed: 3, progress: steps(100) }),
      await plan(problem, { seed: 3, progress: steps(100) }),
    ];
    expect(a).toEqual(b);
  });
});

describe("the checker", () => {
  const problem: Problem = {
    people: 4,
    slots: 3,
    meetings: [{ people: [0, 1] }, { people: [0, 2], slots: [1, 2] }, { people: [2, 3] }],
    unavailable: [[], [2], [], []],
    tables: [{ seats: 2 }, { seats: 2, closed: [2] }],
    precedences: [[0, 1]],
    fairness: 0,
  };
  const right: Slots = [0, 1, 0];

  it("finds nothing in a schedule that is right", () => {
    expect(check(problem, right)).toEqual([]);
  });

  it.each<[string, Slots, RegExp]>([
    ["twice at once", [1, 1, 0], /twice/],
    ["somebody away", [2, 1, 0], /away/],
    ["a slot of its own", [0, 0, 1], /not one of its own/],
    ["no such slot", [0, 3, 0], /slot 3/],
    ["tables", [0, 2, 2], /no table|twice/],
    ["order", [1, 1, 0], /not before/],
    ["unfair", [0, 2, 0], /differ/],
    ["too few", [0, 1], /2 slots for 3/],
  ])("finds %s", (_, slots, what) => {
    expect(check(problem, slots).join("; ")).toMatch(what);
  });
});

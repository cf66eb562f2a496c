import fc from "fast-check";

/** What somebody does, with places in lists instead of names: they become real when the step is taken. */
export interface Act {
  readonly what: (typeof acts)[number][0] | "give-up" | "group" | "group-leaves" | "group-names";
  readonly who: number;
  readonly other: number;
  readonly size: number;
}

/** Each with its weight. */
const acts = [
  ["register", 10],
  ["cancel", 5],
  ["approve", 4],
  ["accept", 4],
  ["decline", 2],
  ["transfer", 2],
  ["quota", 3],
  ["tickets", 3],
  ["offer", 2],
  ["clock", 2],
  ["import", 2],
  ["code", 1],
  ["end-code", 1],
  ["rush", 3],
] as const;

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.oneof(...acts.map(([what, weight]) => ({ weight, arbitrary: fc.constant(what) }))) as fc.Arbitrary<Act["what"]>,
  who: fc.nat(8),
  other: fc.nat(8),
  size: fc.nat(5),
});

export interface Schedule {
  /** Which kind of activity: see `houses`. */
  readonly house: number;
  /** How much goes wrong. */
  readonly faults: { readonly conflict: number; readonly throttle: number; readonly lost: number; readonly stale: number };
  /** Chance of a crash, of a delivery, of a second delivery. */
  readonly crash: number;
  readonly deliver: number;
  readonly again: number;
  /** What happens in each step; two at once where there are two. */
  readonly steps: readonly (readonly Act[])[];
  readonly seed: number;
}

const upTo = (most: number) => fc.nat(100).map((n) => (n * most) / 100);

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  house: fc.nat(5),
  faults: fc.record({ conflict: upTo(0.3), throttle: upTo(0.06), lost: upTo(0.12), stale: upTo(0.3) }),
  crash: upTo(0.15),
  deliver: fc.nat(100).map((n) => 0.3 + (n * 0.7) / 100),
  again: upTo(0.4),
  steps: fc.array(fc.oneof({ weight: 2, arbitrary: fc.tuple(act) }, { weight: 1, arbitrary: fc.tuple(act, act) }), {
    minLength: 30,
    maxLength: 30,
  }),
  seed: fc.nat(),
});

const part = (id: string, size: number) => ({ id, name: { "zh-CN": id }, size });
const ticket = (id: string, quotas: string[], more: object = {}) => ({ id, name: { "zh-CN": id }, quotas, ...more });

/** Activities of several kinds: one quota; none waits; shared quotas; approval; a lottery; quotas that overlap. */
const houses: readonly { capacity: number; [more: string]: unknown }[] = [
  { capacity: 3 },
  { capacity: 2, waitingList: false },
  {
    capacity: 4,
    quotas: [part("front", 2), part("firms", 1)],
    tickets: [ticket("firm", ["front", "firms"]), ticket("guest", ["front"]), ticket("member", [])],
  },
  { capacity: 3, quotas: [part("few", 1)], tickets: [ticket("student", ["few"], { approval: true }), ticket("member", [])] },
  { capacity: 2, drawAt: 2 * 3_600_000 },
  {
    capacity: 5,
    quotas: [part("a", 2), part("b", 2)],
    tickets: [ticket("inA", ["a"]), ticket("inB", ["b"]), ticket("both", ["a", "b"])].map((t) => ({
      ...t,
      id: t.id.toLowerCase(),
    })),
  },
];

/** What the organiser of a schedule announces. */
export function contentOf(plan: Schedule, from: Date) {
  const hour = 3_600_000;
  const text = { "zh-CN": "活动" };
  const house = houses[plan.house % houses.length] ?? { capacity: 2 };
  const { capacity, drawAt, ...more } = house;
  const at = (hours: number) => new Date(from.getTime() + hours * hour).toISOString();
  return {
    ...{ kind: "salon" as const, title: text, summary: text, description: text, venue: text, chains: [], offerHours: 24 },
    ...{ startsAt: at(24 * 38), endsAt: at(24 * 39), registrationClosesAt: at(24 * 37) },
    ...more,
    capacity,
    ...(drawAt ? { drawAt: new Date(from.getTime() + Number(drawAt)).toISOString() } : {}),
  };
}

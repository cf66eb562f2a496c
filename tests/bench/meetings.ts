import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Problem, plan, repair, type Slots } from "@lingxi/core/meeting";
import type { Bench, Figure } from "./run.ts";

/** An instance as researchers exchange it: meetings of two, a day of two halves. */
interface Instance {
  readonly name: string;
  readonly people: number;
  readonly slots: number;
  readonly morningSlots: number;
  readonly tables: number;
  readonly fairness: number;
  readonly meetings: readonly { readonly a: number; readonly b: number; readonly session: "morning" | "afternoon" | "any" }[];
  readonly unavailable: readonly (readonly number[])[];
  readonly knownOptimumBreaks?: number;
}

function problemOf({ people, slots, morningSlots, tables, fairness, meetings, unavailable }: Instance): Problem {
  const day = Array.from({ length: slots }, (_, slot) => slot);
  const halves = { morning: day.slice(0, morningSlots), afternoon: day.slice(morningSlots), any: day };
  return {
    people,
    slots,
    fairness,
    unavailable,
    tables: Array.from({ length: tables }, () => ({ seats: 2 })),
    meetings: meetings.map(({ a, b, session }) => ({ people: [a, b], slots: halves[session] })),
  };
}

/** How many of a schedule's meetings move when one is cancelled, and when a table closes in the slot that has most meetings. */
async function* repairs(name: string, problem: Problem, slots: Slots): AsyncGenerator<Figure> {
  const inSlot = (slot: number) => slots.filter((one) => one === slot).length;
  const busiest = slots.toSorted((a, b) => inSlot(b) - inSlot(a))[0] ?? 0;
  const [first, ...tables] = problem.tables;
  const changes: [string, Problem, Slots][] = [
    ["cancelled", { ...problem, meetings: problem.meetings.slice(1) }, slots.slice(1)],
    ["closed", { ...problem, tables: [{ seats: first?.seats ?? 2, closed: [busiest] }, ...tables] }, slots],
  ];
  for (const [what, changed, was] of changes) {
    const began = performance.now();
    const { moved, proven } = await repair(changed, was, { seed: 1 });
    const share = Math.round((1000 * moved.length) / Math.max(1, was.length)) / 10;
    yield { metric: `moved.${what}.${name}`, value: share, unit: `% of ${was.length}${proven ? ", proven least" : ""}` };
    yield { metric: `repair-seconds.${what}.${name}`, value: Math.round((performance.now() - began) / 10) / 100, unit: "s" };
  }
}

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const { values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      instances: { type: "string" },
      seconds: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      out: { type: "string" },
      repair: { type: "boolean", default: false },
    },
  });
  if (!values.instances) throw new Error("--instances DIR: a folder of instances, one JSON file each.");
  const seconds = Number(values.seconds);
  let [optimal, all] = [0, 0];
  for (const file of readdirSync(values.instances)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const instance = JSON.parse(readFileSync(join(values.instances, file), "utf8")) as Instance;
    const began = performance.now();
    const spent = () => (performance.now() - began) / 1000;
    // A little is left for the end: checking, and the solver's last step.
    const { slots, missing, breaks, bound } = await plan(problemOf(instance), {
      seed: Number(values.seed),
      progress: () => spent() / (seconds - 0.5),
    });
    const took = spent();
    const name = file.slice(0, -".json".length);
    const known = instance.knownOptimumBreaks;
    all++;
    if (missing === 0 && breaks === (known ?? bound.breaks)) optimal++;
    yield { metric: `breaks.${name}`, value: breaks, unit: "", ...(known === undefined ? {} : { limit: `optimum ${known}` }) };
    yield { metric: `bound.${name}`, value: bound.breaks, unit: "" };
    yield { metric: `missing.${name}`, value: missing, unit: "", limit: "0" };
    yield { metric: `seconds.${name}`, value: Math.round(took * 100) / 100, unit: "s", limit: `under ${seconds}` };
    if (values.repair) yield* repairs(name, problemOf(instance), slots);
    if (values.out) {
      mkdirSync(values.out, { recursive: true });
      writeFileSync(join(values.out, `${name}.json`), JSON.stringify({ slots, breaks, bound: bound.breaks }));
    }
  }
  yield { metric: "optimal", value: optimal, unit: `of ${all}` };
}

export const bench: Bench = {
  name: "meetings",
  about: "One-to-one meetings into slots: breaks, the proven bound, seconds; one thread.",
  measure,
};

import { check } from "./check.ts";
import { type Problem, type Slots, unplaced } from "./problem.ts";
import { Question } from "./satisfy.ts";

/** A schedule that was made to hold again, and what that took. */
export interface Repair {
  readonly slots: Slots;
  /** Meetings that had a slot and have another now, or none. */
  readonly moved: readonly number[];
  /** No repair that holds as many moves fewer. */
  readonly proven: boolean;
}

const enough = 100_000;

/**
 * Makes a schedule hold again after something changed: keeps as many of the meetings that had a slot as can be, then gives a slot to as many of the
 * others as can be, then moves as few as can be. Three questions to the SAT solver, each with the answer of the one before (lexicographic
 * minimal perturbation: El Sakkout and Wallace 2000).
 * @param was the slot that each meeting had, or -1
 */
export async function repair(
  problem: Problem,
  was: Slots,
  options: { seed: number; rest?: () => Promise<void> },
): Promise<Repair> {
  const { fairness: _, ...rules } = problem;
  const { createModule, Cadical } = await import("cadical-wasm");
  const solver = new Cadical(await createModule(), { quiet: true, seed: options.seed & 0x7fffffff });
  const had = was.flatMap((slot, m) => (slot === unplaced ? [] : [m]));
  const fresh = was.flatMap((slot, m) => (slot === unplaced ? [m] : []));
  const only = (some: readonly number[]) => some.map((m) => [m] as const);
  const places = had.map((m) => [m, was[m] as number] as const);
  const counts = [only(had), only(fresh), places];
  const question = new Question(solver, rules, 0, { optional: true, counts, rest: options.rest });
  question.hint(was);
  const anyBreaks = Number.POSITIVE_INFINITY;
  const limits: number[] = [];
  let best: Slots = was.map(() => unplaced);
  let proven = true;
  for (const [n, { length }] of counts.entries())
    for (let most = 0; most <= length; most++) {
      const answer = await question.ask(anyBreaks, () => false, enough, [], [...limits, most]);
      if (typeof answer === "string") {
        proven &&= answer === "none";
        continue;
      }
      best = answer;
      limits[n] = most;
      break;
    }
  solver.dispose();
  const wrong = check(rules, best);
  if (wrong.length) throw new Error(`a repair that breaks the rules: ${wrong[0]}`);
  return { slots: best, moved: had.filter((m) => best[m] !== was[m]), proven };
}

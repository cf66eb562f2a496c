import { anneal } from "./anneal.ts";
import { check, measure } from "./check.ts";
import type { Problem, Slots } from "./problem.ts";
import { seededRandom } from "./random.ts";
import { Question } from "./satisfy.ts";
import { State } from "./state.ts";

/** A schedule and how good it is known to be. */
export interface Plan {
  readonly slots: Slots;
  /** Worth of the meetings that have no slot. */
  readonly missing: number;
  /** Gaps between consecutive meetings of one person, over all people. */
  readonly breaks: number;
  /** No schedule leaves out less, or with as much held has fewer breaks, than these: equal to the plan's own, it is proven optimal. */
  readonly bound: { readonly missing: number; readonly breaks: number };
}

export interface PlanOptions {
  /** The same seed and the same amount of work give the same plan. */
  readonly seed: number;
  /** How much of the time is used, from 0 to 1; from 1 on the best so far is the plan. */
  progress(): number;
  /** Told of each better plan. */
  better?(plan: Plan): void;
  /** Awaited now and then, so that others in the same process get their turn; what is done in between is the same with and without. */
  readonly rest?: () => Promise<void>;
}

/** The share of the time for a first schedule, and where the solver ends if it has not met its bound: annealing again has the rest. */
const annealed = 0.1;
const solved = 0.6;
/** Conflicts after which the solver turns from the bound to the schedule, and back: more each round. */
const patience = 100_000;

/**
 * Gives every meeting a slot, with as few breaks as can be, and says how few can be at all: annealing finds a good schedule, then a SAT solver is asked
 * for better ones from above and for proofs that there are none from below, until both meet or time is out.
 */
export async function plan(problem: Problem, { seed, progress, better, rest }: PlanOptions): Promise<Plan> {
  const state = new State(problem);
  let lower = { missing: leastMissing(problem, state), breaks: 0 };
  let best: Plan | undefined;
  const take = (slots: Slots) => {
    const { missing, breaks } = measure(problem, slots);
    if (best && (missing > best.missing || (missing === best.missing && breaks >= best.breaks))) return;
    best = { slots, missing, breaks, bound: lower };
    better?.(best);
  };
  const proven = () => best !== undefined && best.missing <= lower.missing && best.breaks <= lower.breaks;
  await anneal(state, {
    seed,
    rest,
    progress: () => progress() / annealed,
    better: (slots) => {
      take(slots);
      return proven();
    },
  });
  const random = seededRandom(seed + 1);
  const unplaced = (): Plan => ({ slots: problem.meetings.map(() => -1), ...measure(problem, []), bound: lower });
  if (!proven() && lower.missing === 0 && progress() < 1) {
    const { createModule, Cadical } = await import("cadical-wasm");
    const solver = new Cadical(await createModule(), { quiet: true, seed: seed & 0x7fffffff });
    const stop = () => progress() >= solved;
    const ceiling = best?.missing === 0 ? best.breaks : problem.people * (problem.slots >> 1);
    const question = new Question(solver, problem, ceiling, { rest });
    if (best) question.hint(best.slots);
    /** Large neighbourhoods (Shaw 1998): most meetings stay, those of some people may move, and the solver looks for one break less. */
    const improve = async (conflicts: number) => {
      for (let tries = 0, free = 0.3; tries < 24 && free < 1 && best && !proven() && !stop(); tries++) {
        const { slots, breaks } = best;
        const loose = neighbourhood(problem, slots, free, random);
        const answer = await question.ask(
          breaks - 1,
          stop,
          conflicts / 8,
          slots.map((slot, m) => (loose.has(m) ? -1 : slot)),
        );
        if (typeof answer === "string") free *= 1.08;
        else take(answer);
      }
    };
    for (let conflicts = patience; !proven() && !stop(); conflicts = Math.min(2 * conflicts, 1e9)) {
      const most = best?.missing === 0 ? best.breaks - 1 : ceiling;
      while (lower.breaks <= most) {
        const answer = await question.ask(lower.breaks, stop, conflicts);
        if (answer === "unknown") break;
        if (answer !== "none") {
          take(answer);
          break;
        }
        lower = { ...lower, breaks: lower.breaks + 1 };
      }
      if (proven() || stop()) break;
      if (best?.missing === 0) await improve(conflicts);
      if (proven() || stop()) break;
      const known = best?.missing === 0 ? best.breaks : undefined;
      const answer = await question.ask(known === undefined ? ceiling : known - 1, stop, conflicts);
      if (typeof answer !== "string") take(answer);
      else if (answer === "none" && known !== undefined) lower = { ...lower, breaks: known };
      else if (answer === "none") {
        // Not all can be held, however many breaks: at least the one that is worth the least is left out.
        lower = { missing: Math.min(...state.worth), breaks: 0 };
        break;
      }
    }
    solver.dispose();
  }
  if (!proven() && progress() < 1) {
    const from = progress();
    await anneal(new State(problem), {
      seed: seed + 2,
      rest,
      progress: () => (progress() - from) / (1 - from),
      better: (slots) => {
        take(slots);
        return proven();
      },
    });
  }
  const found = { ...(best ?? unplaced()), bound: lower };
  const wrong = check(problem, found.slots);
  if (wrong.length) throw new Error(`a schedule that breaks its own rules: ${wrong[0]}`);
  return found;
}

/** What no schedule can hold: people with more meetings than time, and more meetings than tables. The true number may be larger. */
function leastMissing({ people, slots, meetings, tables, unavailable }: Problem, state: State): number {
  const cheapest = (worths: readonly number[], n: number) =>
    [...worths]
      .sort((a, b) => a - b)
      .slice(0, Math.max(0, n))
      .reduce((sum, one) => sum + one, 0);
  const worths = [...state.worth];
  const room = tables.reduce((sum, { closed }) => sum + slots - new Set(closed).size, 0);
  let twice = 0;
  for (let person = 0; person < people; person++) {
    const own = meetings.flatMap((meeting, m) => (meeting.people.includes(person) ? [worths[m] as number] : []));
    twice += cheapest(own, own.length - (slots - new Set(unavailable[person]).size));
  }
  const without = worths.filter((_, m) => state.choices[m]?.length === 0).reduce((sum, one) => sum + one, 0);
  // A meeting that one lacks is lacking for all its people at once.
  const size = Math.max(2, ...meetings.map((meeting) => meeting.people.length));
  return Math.max(without, cheapest(worths, meetings.length - room), twice / size);
}

/** Meetings that may move: of those who have breaks, and of people drawn by lot until `share` of all meetings are among them. */
function neighbourhood({ people, meetings }: Problem, slots: Slots, share: number, random: () => number): ReadonlySet<number> {
  const theirs: number[][] = Array.from({ length: people }, () => []);
  for (const [m, meeting] of meetings.entries()) for (const person of meeting.people) theirs[person]?.push(m);
  const torn = theirs.flatMap((own, person) => {
    const days = own.map((m) => slots[m] as number).sort((a, b) => a - b);
    return days.some((slot, i) => i > 0 && slot > (days[i - 1] as number) + 1) ? [person] : [];
  });
  const others = theirs.flatMap((own, person) => (own.length && !torn.includes(person) ? [{ person, lot: random() }] : []));
  const loose = new Set<number>();
  for (const person of [...torn, ...others.sort((a, b) => a.lot - b.lot).map(({ person }) => person)]) {
    if (loose.size >= share * meetings.length) break;
    for (const m of theirs[person] ?? []) loose.add(m);
  }
  return loose;
}

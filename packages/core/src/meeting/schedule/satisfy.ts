import type { Cadical } from "cadical-wasm";
import { atMost, type Clauses, count, oneAtMost } from "./counting.ts";
import type { Problem, Slots } from "./problem.ts";
import { State, seatsOf } from "./state.ts";

/** Conflicts between two rests: some tens of milliseconds. */
const piece = 400;

interface Asking {
  /** Meetings may stay without a slot. */
  readonly optional?: boolean;
  /** What may be missed so often: meetings that are held, at all or in a certain slot. */
  readonly counts?: readonly (readonly (readonly [meeting: number, slot?: number])[])[];
  readonly rest?: (() => Promise<void>) | undefined;
}

/**
 * The question whether all meetings can be held with so many breaks, for the SAT solver CaDiCaL. What follows from the rules but the solver would have to
 * count for itself is said too: how often each person and each slot is busy (as in Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy and Villaret, JAIR 2022).
 */
export class Question {
  readonly #solver: Cadical;
  readonly #problem: Problem;
  /** The variable of a meeting in a slot. */
  readonly #in: readonly ReadonlyMap<number, number>[];
  /** True when there are as many breaks as its place says, and more; the same for what is counted otherwise. */
  readonly #breaks: readonly number[];
  readonly #counted: readonly (readonly number[])[];
  readonly #rest: Asking["rest"];

  /** @param most breaks that can be asked for */
  constructor(solver: Cadical, problem: Problem, most: number, { optional, rest, counts = [] }: Asking = {}) {
    const { people, slots, meetings, tables } = problem;
    this.#solver = solver;
    this.#problem = problem;
    this.#rest = rest;
    let last = 0;
    const clauses: Clauses = { fresh: () => ++last, add: (...literals) => solver.addClause(literals) };
    const { add, fresh } = clauses;
    const { choices } = new State(problem);
    this.#in = choices.map((own) => new Map([...own].map((slot) => [slot, fresh()])));
    for (const own of this.#in) {
      if (!optional) add(...own.values());
      oneAtMost(clauses, [...own.values()]);
    }
    const theirs: number[][] = Array.from({ length: people }, () => []);
    for (const [m, meeting] of meetings.entries()) for (const person of meeting.people) theirs[person]?.push(m);
    const inSlot = (some: readonly number[], slot: number) => some.flatMap((m) => this.#in[m]?.get(slot) ?? []);

    const busy: number[][] = [];
    const breaks: number[] = [];
    const counted: number[][] = [];
    // Somebody has as few breaks as there are for each: fairness counts from there.
    const least = Math.floor(most / Math.max(1, people));
    for (const own of theirs) {
      const days: number[] = [];
      let before: number | undefined;
      const mine: number[] = [];
      const began: number[] = [];
      for (let slot = 0; slot < slots; slot++) {
        const here = inSlot(own, slot);
        oneAtMost(clauses, here);
        const is = fresh();
        for (const literal of here) add(-literal, is);
        add(-is, ...here);
        // Whether the day has begun: one variable from the first slot to this one.
        const since = fresh();
        add(-is, since);
        add(-since, is, ...(before === undefined ? [] : [before]));
        if (before !== undefined) add(-before, since);
        if (slot >= 2) {
          const pause = fresh();
          add(-is, days[slot - 1] as number, -(began[slot - 2] as number), pause);
          if (least > 0) {
            add(-pause, is);
            add(-pause, -(days[slot - 1] as number));
            add(-pause, began[slot - 2] as number);
          }
          mine.push(pause);
        }
        days.push(is);
        began.push(since);
        before = since;
      }
      busy.push(days);
      atMost(clauses, days, own.length);
      for (const some of spans(own.map((m) => [...(choices[m] as Int32Array)]))) {
        const held = optional
          ? 0
          : own.filter((m) => [...(choices[m] as Int32Array)].every((slot) => some.includes(slot))).length;
        atMost(
          clauses,
          some.map((slot) => -(days[slot] as number)),
          some.length - held,
        );
      }
      if (own.length > 1) breaks.push(...mine);
      counted.push(mine);
    }
    this.#fair(clauses, counted, least);
    for (const size of new Set(meetings.map(seatsOf)))
      for (let slot = 0; slot < slots; slot++) {
        const room = tables.filter((table) => table.seats >= size && !table.closed?.includes(slot)).length;
        const some = meetings.flatMap((meeting, m) => (seatsOf(meeting) >= size ? [m] : []));
        atMost(clauses, inSlot(some, slot), room);
        if (some.length === meetings.length && meetings.every((meeting) => meeting.people.length === 2))
          atMost(
            clauses,
            busy.map((days) => days[slot] as number),
            2 * room,
          );
      }
    for (const [first, second] of problem.precedences ?? [])
      for (const [slot, a] of this.#in[first] ?? [])
        for (const [other, b] of this.#in[second] ?? []) if (other <= slot) add(-a, -b);
    this.#breaks = count(clauses, breaks, most + 1);
    this.#counted = counts.map((wishes) => {
      const missed = wishes.map(([m, slot]) => {
        const own = this.#in[m];
        const literal = fresh();
        // True unless it is held, or held there.
        add(literal, ...(slot === undefined ? (own?.values() ?? []) : [own?.get(slot) ?? []].flat()));
        return literal;
      });
      return count(clauses, missed, missed.length);
    });
  }

  /** Nobody has more breaks than fairness allows over the one who has the fewest. */
  #fair(clauses: Clauses, counted: readonly (readonly number[])[], least: number): void {
    const { fairness } = this.#problem;
    if (fairness === undefined) return;
    const outputs = counted.map((mine) => count(clauses, mine, fairness + least + 1, least > 0));
    const everybody = Array.from({ length: least }, () => clauses.fresh());
    for (const [i, all] of everybody.entries()) for (const own of outputs) clauses.add(-all, ...own.slice(i, i + 1));
    for (const own of outputs)
      for (let over = 0; over <= least; over++) {
        const has = own[fairness + over];
        if (has === undefined) continue;
        const all = everybody[over];
        clauses.add(-has, ...(all === undefined ? [] : [all]));
      }
  }

  /** Likely answers, from a schedule that is known. */
  hint(slots: Slots): void {
    for (const [m, own] of this.#in.entries())
      for (const [slot, literal] of own) this.#solver.phase(slots[m] === slot ? literal : -literal);
  }

  /**
   * A schedule with at most `breaks`, `none` when there is none, or `unknown` when `stop` or the number of conflicts ended it first.
   * @param kept meetings that stay where they are: slots, or -1 for those that may move
   * @param limits how much of each of `counts` may be missed
   */
  async ask(
    breaks: number,
    stop: () => boolean,
    conflicts: number,
    kept: Slots = [],
    limits: readonly number[] = [],
  ): Promise<Slots | "none" | "unknown"> {
    this.#solver.setTerminate(stop);
    const cuts = [this.#breaks[breaks], ...limits.map((limit, i) => this.#counted[i]?.[limit])];
    const assumptions = [
      ...kept.flatMap((slot, m) => this.#in[m]?.get(slot) ?? []),
      ...cuts.flatMap((cut) => (cut === undefined ? [] : -cut)),
    ];
    const answer = await this.#solve(assumptions, stop, conflicts);
    if (answer === "unsatisfiable") return "none";
    if (answer === "unknown") return "unknown";
    return this.#in.map((own) => [...own].find(([, literal]) => this.#solver.value(literal))?.[0] ?? -1);
  }

  /** In one go, or in pieces with a rest between them: the solver keeps what it has learnt. */
  async #solve(assumptions: number[], stop: () => boolean, conflicts: number) {
    if (!this.#rest) return this.#solver.solve({ assumptions, conflicts });
    for (let left = conflicts; left > 0; left -= piece) {
      const answer = this.#solver.solve({ assumptions, conflicts: Math.min(piece, left) });
      if (answer !== "unknown" || stop()) return answer;
      await this.#rest();
    }
    return "unknown" as const;
  }
}

/** Sets of slots within which some of the meetings must lie, each once; the whole day is left out, since it is counted already. */
function spans(choices: readonly (readonly number[])[]): number[][] {
  const found = new Map(choices.map((own) => [own.join(), [...own]]));
  return [...found.values()];
}

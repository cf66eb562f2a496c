import { type Meeting, type Problem, unplaced } from "./problem.ts";

/** The seats a meeting needs. */
export const seatsOf = (meeting: Meeting): number => meeting.seats ?? meeting.people.length;

/**
 * A schedule that is being made. Whoever places asks `isFree` before, or clears the way: hard rules hold at all times. Everything that the search asks for
 * a million times a second is a flat array.
 */
export class State {
  readonly problem: Problem;
  readonly slotOf: Int32Array;
  /** Meeting of a person in a slot, at `person * slots + slot`, or -1. */
  readonly held: Int32Array;
  /** 1 where a meeting may be held, at `meeting * slots + slot`: its own slots, everybody there, a table large enough. */
  readonly allowed: Uint8Array;
  /** The slots of each meeting where `allowed` is 1. */
  readonly choices: readonly Int32Array[];
  /** Runs of consecutive meetings of each person: breaks are one less. */
  readonly runs: Int32Array;
  /** How many people have so many runs. */
  readonly peopleWithRuns: Int32Array;
  readonly worth: Float64Array;
  breaks = 0;
  /** Worth of what has no slot. */
  missing = 0;
  readonly people: readonly Int32Array[];
  readonly #before: readonly (readonly number[])[];
  readonly #after: readonly (readonly number[])[];
  readonly #sizes: readonly number[];
  readonly #sizeOf: Int32Array;
  /** Tables with at least a size's seats, and meetings that need as many, at `size * slots + slot`. */
  readonly #room: Int32Array;
  readonly #used: Int32Array;

  constructor(problem: Problem) {
    const { people, slots, meetings, tables } = problem;
    this.problem = problem;
    this.slotOf = new Int32Array(meetings.length).fill(unplaced);
    this.held = new Int32Array(people * slots).fill(-1);
    this.runs = new Int32Array(people);
    this.peopleWithRuns = new Int32Array(slots + 2);
    this.peopleWithRuns[0] = people;
    this.worth = Float64Array.from(meetings, ({ worth }) => worth ?? 1);
    this.missing = this.worth.reduce((sum, one) => sum + one, 0);
    this.people = meetings.map((meeting) => Int32Array.from(meeting.people));
    this.#sizes = [...new Set(meetings.map(seatsOf))].sort((a, b) => a - b);
    this.#sizeOf = Int32Array.from(meetings, (meeting) => this.#sizes.indexOf(seatsOf(meeting)));
    this.#room = new Int32Array(this.#sizes.length * slots);
    this.#used = new Int32Array(this.#sizes.length * slots);
    for (const [size, seats] of this.#sizes.entries())
      for (let slot = 0; slot < slots; slot++)
        this.#room[size * slots + slot] = tables.filter((table) => table.seats >= seats && !table.closed?.includes(slot)).length;
    const away = problem.unavailable.map((list) => new Set(list));
    this.allowed = new Uint8Array(meetings.length * slots);
    this.choices = meetings.map((meeting, m) => {
      const own = meeting.slots ?? Array.from({ length: slots }, (_, slot) => slot);
      const open = own.filter(
        (slot) =>
          !meeting.people.some((person) => away[person]?.has(slot)) &&
          (this.#room[(this.#sizeOf[m] ?? 0) * slots + slot] ?? 0) > 0,
      );
      for (const slot of open) this.allowed[m * slots + slot] = 1;
      return Int32Array.from(open);
    });
    this.#before = meetings.map((_, m) => (problem.precedences ?? []).filter(([, b]) => b === m).map(([a]) => a));
    this.#after = meetings.map((_, m) => (problem.precedences ?? []).filter(([a]) => a === m).map(([, b]) => b));
  }

  /** Whether the order with other placed meetings holds, were `m` in `slot`. */
  inOrder(m: number, slot: number): boolean {
    for (const other of this.#before[m] ?? []) {
      const at = this.slotOf[other] as number;
      if (at !== unplaced && at >= slot) return false;
    }
    for (const other of this.#after[m] ?? []) {
      const at = this.slotOf[other] as number;
      if (at !== unplaced && at <= slot) return false;
    }
    return true;
  }

  /** Whether a table is left for `m` in `slot`: for its size, and for each smaller one whose meetings might sit at the same tables. */
  hasTable(m: number, slot: number): boolean {
    const { slots } = this.problem;
    for (let size = this.#sizeOf[m] as number; size >= 0; size--)
      if ((this.#used[size * slots + slot] as number) >= (this.#room[size * slots + slot] as number)) return false;
    return true;
  }

  /** Whether `m` can be put into `slot` as it is. */
  isFree(m: number, slot: number): boolean {
    const { slots } = this.problem;
    if (!this.allowed[m * slots + slot] || !this.hasTable(m, slot) || !this.inOrder(m, slot)) return false;
    for (const person of this.people[m] as Int32Array) if ((this.held[person * slots + slot] as number) >= 0) return false;
    return true;
  }

  place(m: number, slot: number): void {
    const { slots } = this.problem;
    this.slotOf[m] = slot;
    this.missing -= this.worth[m] as number;
    for (let size = this.#sizeOf[m] as number; size >= 0; size--) add(this.#used, size * slots + slot, 1);
    for (const person of this.people[m] as Int32Array) {
      const at = person * slots + slot;
      this.held[at] = m;
      this.#run(person, 1 - this.#beside(at, slot));
    }
  }

  lift(m: number): void {
    const { slots } = this.problem;
    const slot = this.slotOf[m] as number;
    this.slotOf[m] = unplaced;
    this.missing += this.worth[m] as number;
    for (let size = this.#sizeOf[m] as number; size >= 0; size--) add(this.#used, size * slots + slot, -1);
    for (const person of this.people[m] as Int32Array) {
      const at = person * slots + slot;
      this.held[at] = -1;
      this.#run(person, this.#beside(at, slot) - 1);
    }
  }

  /** The largest difference of two people's breaks. */
  spread(): number {
    let least = -1;
    let most = 0;
    for (let n = 0; n < this.peopleWithRuns.length; n++)
      if ((this.peopleWithRuns[n] as number) > 0) {
        most = Math.max(0, n - 1);
        if (least < 0) least = most;
      }
    return most - Math.max(0, least);
  }

  #beside(at: number, slot: number): number {
    return (
      (slot > 0 && (this.held[at - 1] as number) >= 0 ? 1 : 0) +
      (slot + 1 < this.problem.slots && (this.held[at + 1] as number) >= 0 ? 1 : 0)
    );
  }

  #run(person: number, change: number): void {
    if (change === 0) return;
    const had = this.runs[person] as number;
    const has = had + change;
    this.runs[person] = has;
    add(this.peopleWithRuns, had, -1);
    add(this.peopleWithRuns, has, 1);
    this.breaks += (has > 0 ? has - 1 : 0) - (had > 0 ? had - 1 : 0);
  }
}

const add = (to: Int32Array, at: number, n: number) => {
  to[at] = (to[at] as number) + n;
};

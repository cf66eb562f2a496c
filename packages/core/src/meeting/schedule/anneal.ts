import { type Slots, unplaced } from "./problem.ts";
import { seededRandom } from "./random.ts";
import type { State } from "./state.ts";

/** What a meeting without a slot costs, in breaks; and a break more than fairness allows. */
const missingCost = 4;
const unfairCost = 3;
/** The temperature at the start and at the end: e^(-1/0.7) and e^(-1/0.12) are the odds for one break more. */
const hottest = 0.7;
const coldest = 0.12;
/** Meetings that one move may take along. */
const longest = 200;
const movesBetween = 256;

interface Cooling {
  readonly seed: number;
  /** How far the search is, from 0 to 1 and over; asked every few hundred moves. */
  progress(): number;
  /** A schedule that is better than all before: true ends the search. */
  better(slots: Slots): boolean;
  /** Awaited now and then, so that others get their turn. */
  readonly rest?: (() => Promise<void>) | undefined;
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) over schedules that keep every hard rule. A move takes a meeting to another slot, and whoever
 * stands in the way there back to the slot it came from, and so on (Kempe chains, as in timetabling: Thompson and Dowsland 1998); what finds no place stays out at a price.
 */
export async function anneal(state: State, { seed, progress, better, rest }: Cooling): Promise<void> {
  const random = seededRandom(seed);
  const { meetings, slots, fairness = Number.POSITIVE_INFINITY } = state.problem;
  if (meetings.length === 0) return;
  const any = (length: number) => Math.floor(random() * length);
  const cost = () => state.missing * missingCost + state.breaks + Math.max(0, state.spread() - fairness) * unfairCost;

  /** Meetings that moved, each with the slot it had. */
  const log: number[] = [];
  const move = (m: number, slot: number) => {
    const had = state.slotOf[m] as number;
    log.push(m, had);
    if (had !== unplaced) state.lift(m);
    if (slot !== unplaced) state.place(m, slot);
  };
  const undo = () => {
    for (let i = log.length - 2; i >= 0; i -= 2) {
      const m = log[i] as number;
      const had = log[i + 1] as number;
      if (state.slotOf[m] !== unplaced) state.lift(m);
      if (had !== unplaced) state.place(m, had);
    }
  };
  const somebodyIn = (slot: number): number => {
    const start = any(meetings.length);
    for (let i = 0; i < meetings.length; i++) {
      const m = (start + i) % meetings.length;
      if (state.slotOf[m] === slot) return m;
    }
    return unplaced;
  };
  const chain = (first: number, from: number, to: number) => {
    const queue = [first, to];
    if (state.slotOf[first] !== unplaced) move(first, unplaced);
    for (let i = 0; i < queue.length && i < 2 * longest; i += 2) {
      const m = queue[i] as number;
      const slot = queue[i + 1] as number;
      const back = slot === to ? from : to;
      if (!state.allowed[m * slots + slot] || !state.inOrder(m, slot)) continue;
      for (const person of state.people[m] as Int32Array) {
        const other = state.held[person * slots + slot] as number;
        if (other < 0) continue;
        move(other, unplaced);
        queue.push(other, back);
      }
      if (!state.hasTable(m, slot)) {
        // Nobody is in the way, yet every table is taken.
        const giver = somebodyIn(slot);
        if (giver === unplaced) continue;
        move(giver, unplaced);
        queue.push(giver, back);
        if (!state.hasTable(m, slot)) continue;
      }
      move(m, slot);
    }
  };
  /** Gives what has no slot the best that is free. */
  const settle = (m: number) => {
    let chosen = unplaced;
    let least = Number.POSITIVE_INFINITY;
    for (const slot of state.choices[m] as Int32Array) {
      if (!state.isFree(m, slot)) continue;
      const breaks = state.breaks;
      state.place(m, slot);
      const price = state.breaks - breaks + random() / 2;
      state.lift(m);
      if (price < least) {
        least = price;
        chosen = slot;
      }
    }
    if (chosen !== unplaced) move(m, chosen);
  };
  const pick = (): number => {
    const m = any(meetings.length);
    if (state.missing === 0 || random() > 0.3) return m;
    for (let i = 0; i < meetings.length; i++) {
      const other = (m + i) % meetings.length;
      if (state.slotOf[other] === unplaced) return other;
    }
    return m;
  };

  let now = cost();
  let best = [Number.POSITIVE_INFINITY, 0, 0];
  let temperature = hottest;
  for (let moves = 0; ; moves++) {
    if (moves % movesBetween === 0) {
      const done = progress();
      if (done >= 1) return;
      if (rest) await rest();
      temperature = hottest * (coldest / hottest) ** done;
    }
    const m = pick();
    const choices = state.choices[m] as Int32Array;
    if (choices.length === 0) continue;
    const to = choices[any(choices.length)] as number;
    const had = state.slotOf[m] as number;
    if (to === had) continue;
    log.length = 0;
    chain(m, had !== unplaced ? had : (choices[any(choices.length)] as number), to);
    for (let i = 0; i < log.length && state.missing > 0; i += 2)
      if (state.slotOf[log[i] as number] === unplaced) settle(log[i] as number);
    const then = cost();
    if (then > now && random() >= Math.exp((now - then) / temperature)) {
      undo();
      continue;
    }
    now = then;
    const { missing, breaks } = state;
    const unfair = Math.max(0, state.spread() - fairness);
    if (!isLess([unfair, missing, breaks], best)) continue;
    best = [unfair, missing, breaks];
    if (unfair === 0 && better([...state.slotOf])) return;
  }
}

/** Whether the first of the numbers that differ is less. */
const isLess = (a: readonly number[], b: readonly number[]): boolean => {
  const i = a.findIndex((one, n) => one !== b[n]);
  return i >= 0 && (a[i] as number) < (b[i] as number);
};

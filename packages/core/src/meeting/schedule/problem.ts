/** One meeting to be held. People, slots and meetings are numbers from 0. */
export interface Meeting {
  /** Who takes part: two in a talk of one to one, more with delegations. */
  readonly people: readonly number[];
  /** Slots in which it may be held; every slot when left out. */
  readonly slots?: readonly number[];
  /** What it is worth when not all can be held; 1 when left out. */
  readonly worth?: number;
  /** The least seats of its table; as many as people when left out. */
  readonly seats?: number;
}

/** What is to be scheduled: meetings, into slots, so that nobody is in two at once and there is a table for each. */
export interface Problem {
  readonly people: number;
  readonly slots: number;
  readonly meetings: readonly Meeting[];
  /** Slots in which a person cannot meet, a list for each person. */
  readonly unavailable: readonly (readonly number[])[];
  /** Seats of each table; with `closed`, the slots in which it is not there. */
  readonly tables: readonly { readonly seats: number; readonly closed?: readonly number[] }[];
  /** Pairs of meetings of which the first must end before the second begins. */
  readonly precedences?: readonly (readonly [number, number])[];
  /** The most by which the breaks of two people may differ; no limit when left out. */
  readonly fairness?: number;
}

/** A meeting that has no slot. */
export const unplaced = -1;

/** A slot for each meeting in order, or `unplaced`. */
export type Slots = readonly number[];

import type { Item } from "./table.ts";

/** Something that happened in the business. Payloads hold ids and facts, no personal data. */
export interface DomainEvent<Name extends string = string, Data extends object = object> {
  /** The same for every delivery of the same event: reactions are idempotent by it. */
  readonly id: string;
  readonly name: Name;
  /** When it was committed, ISO 8601 UTC. */
  readonly time: string;
  readonly requestId: string;
  readonly actor: string;
  readonly data: Data;
}

/** One committed change of one item. `before` is absent for a new item, `after` for a removed one. */
export interface Change {
  readonly before?: Item | undefined;
  readonly after?: Item | undefined;
}

/** What a slice derives from a change of its own item: events without the envelope. */
export interface Derived {
  readonly name: string;
  readonly data: object;
}

/** Derives the domain events of a slice: for each item type, what a change of it means. */
export type Derive = Readonly<Record<string, (change: Change) => Derived[]>>;

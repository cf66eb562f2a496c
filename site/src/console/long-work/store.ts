import type { Words } from "@lingxi/core/platform/text";
import { storePrefix as prefix } from "./now.ts";
import type { Call } from "./run.ts";

/** A piece of long work: what it is called, where it was begun, and the call of each row. */
export interface Job {
  readonly id: string;
  /** Who began it: nobody else goes on with it on the same machine. */
  readonly owner: string;
  readonly title: Words;
  readonly href: string;
  readonly calls: readonly Call[];
}

/** Answers that one entry of the store holds, so that an answer writes little. */
const chunk = 100;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Keeps work through a reload: the rows once, their answers as they come, and what is under way. */
export class WorkStore {
  readonly #store: Store;
  readonly #answers = new Map<string, Map<number, Map<number, string>>>();
  readonly #now = new Map<string, Set<number>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** @returns whether it will survive a reload; a browser keeps five megabytes at most */
  add(job: Job): boolean {
    return this.#put(prefix + job.id, job);
  }

  jobs(): Job[] {
    const ids = Array.from({ length: this.#store.length }, (_, n) => this.#store.key(n) ?? "");
    return ids.flatMap((key) =>
      key.startsWith(prefix) && !key.slice(prefix.length).includes(".") ? (this.#read<Job>(key) ?? []) : [],
    );
  }

  /** What became of rows so far, and which were under way when it ended. */
  state(job: Job): { before: Map<number, string>; unsure: ReadonlySet<number> } {
    const before = new Map<number, string>();
    for (let n = 0; n * chunk < job.calls.length; n++)
      for (const [index, why] of this.#read<[number, string][]>(`${prefix}${job.id}.${n}`) ?? []) before.set(index, why);
    const now = this.#read<number[]>(`${prefix}${job.id}.now`) ?? [];
    return { before, unsure: new Set(now.filter((index) => !before.has(index))) };
  }

  began(id: string, index: number): void {
    const now = this.#now.get(id) ?? new Set();
    now.add(index);
    this.#now.set(id, now);
    this.#put(`${prefix}${id}.now`, [...now]);
  }

  ended(id: string, index: number, why: string): void {
    const n = Math.floor(index / chunk);
    const key = `${prefix}${id}.${n}`;
    const chunks = this.#answers.get(id) ?? new Map<number, Map<number, string>>();
    this.#answers.set(id, chunks);
    const answers = chunks.get(n) ?? new Map(this.#read<[number, string][]>(key) ?? []);
    chunks.set(n, answers.set(index, why));
    this.#put(key, [...answers]);
    this.#now.get(id)?.delete(index);
  }

  remove(job: Job): void {
    const keys = Array.from({ length: Math.ceil(job.calls.length / chunk) }, (_, n) => `.${n}`);
    for (const part of ["", ".now", ...keys]) this.#store.removeItem(prefix + job.id + part);
    this.#answers.delete(job.id);
    this.#now.delete(job.id);
  }

  #read<T>(key: string): T | undefined {
    try {
      return JSON.parse(this.#store.getItem(key) ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  }

  #put(key: string, value: unknown): boolean {
    try {
      this.#store.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }
}

import type { DoorState, Entry, Queued } from "./types.ts";

/** A list of tickets as it lies on the device: sealed. `from`: when it was loaded. */
export interface KeptList {
  readonly id: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
  readonly from: string;
}

/** A door as it stood when it was last heard of. */
export interface KeptDoor {
  readonly id: string;
  readonly state: DoorState;
  /** Up to when entries are known. */
  readonly since?: string | undefined;
}

const name = "lingxi-door";
let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore("kept");
      db.createObjectStore("doors", { keyPath: "id" });
      db.createObjectStore("lists", { keyPath: "id" });
      db.createObjectStore("entries", { keyPath: ["activityId", "person"] });
      db.createObjectStore("queue", { keyPath: "n", autoIncrement: true });
    };
    request.onsuccess = () => {
      // Another tab wipes it.
      request.result.onversionchange = () => {
        request.result.close();
        opening = undefined;
      };
      done(request.result);
    };
    request.onerror = () => failed(request.error);
  });
  return opening;
}

type Store = "kept" | "doors" | "lists" | "entries" | "queue";

/** Runs one transaction; done when it is on the disk as far as the browser says. */
async function run<T>(
  store: Store,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T> {
  const db = await open();
  return new Promise<T>((done, failed) => {
    const transaction = db.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => done(request?.result as T);
    transaction.onabort = () => failed(transaction.error);
    transaction.onerror = () => failed(transaction.error);
  });
}

export const keep = (key: string, value: unknown) => run("kept", "readwrite", (s) => s.put(value, key));
export const kept = <T>(key: string) => run<T | undefined>("kept", "readonly", (s) => s.get(key));

export const doorsKept = () => run<KeptDoor[]>("doors", "readonly", (s) => s.getAll());
export const doorKept = (id: string) => run<KeptDoor | undefined>("doors", "readonly", (s) => s.get(id));
export const keepDoor = (door: KeptDoor) => run("doors", "readwrite", (s) => s.put(door));

export const listKept = (id: string) => run<KeptList | undefined>("lists", "readonly", (s) => s.get(id));
export const listsKept = () => run<IDBValidKey[]>("lists", "readonly", (s) => s.getAllKeys());
export const keepList = (list: KeptList) => run("lists", "readwrite", (s) => s.put(list));

const ofActivity = (id: string) => IDBKeyRange.bound([id, ""], [id, "\uffff"]);
export const entriesKept = (id: string) => run<Entry[]>("entries", "readonly", (s) => s.getAll(ofActivity(id)));
export const keepEntries = (entries: readonly Entry[]) =>
  run("entries", "readwrite", (s) => {
    for (const entry of entries) s.put(entry);
    return undefined;
  });

export const queued = () => run<Queued[]>("queue", "readonly", (s) => s.getAll());
export const enqueue = (one: Queued) => run<IDBValidKey>("queue", "readwrite", (s) => s.add(one));
export const requeue = (one: Queued) => run("queue", "readwrite", (s) => s.put(one));
export const dequeue = (all: readonly Queued[]) =>
  run("queue", "readwrite", (s) => {
    for (const { n } of all) if (n !== undefined) s.delete(n);
    return undefined;
  });

/** Takes one activity off the device. What is not sent yet stays. */
export async function dropDoor(id: string): Promise<void> {
  await run("lists", "readwrite", (s) => s.delete(id));
  await run("doors", "readwrite", (s) => s.delete(id));
  await run("entries", "readwrite", (s) => s.delete(ofActivity(id)));
}

/** Takes everything off the device: the key first, so that what a broken wiping leaves cannot be read. */
export async function wipe(): Promise<void> {
  await run("kept", "readwrite", (s) => s.delete("key"));
  for (const store of ["lists", "doors", "entries", "queue", "kept"] as const) await run(store, "readwrite", (s) => s.clear());
}

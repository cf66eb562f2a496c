import type { Words } from "@lingxi/core/platform/text";
import type { Sheet } from "../list/rows-file.ts";
import { exportsName } from "./now.ts";

/** A list that is read page by page into a file, kept by the browser with what was read so far. */
export interface ExportJob {
  /** Also that of its record on the server. */
  readonly id: string;
  readonly owner: string;
  readonly title: Words;
  /** The file's name, without its end. */
  readonly name: string;
  /** The list's address in the console, and in the API. */
  readonly href: string;
  readonly api: string;
  readonly locale: string;
  readonly rows: number;
  /** Only of a workbook: its pieces are rows of cells (JSON), and it is put together when it is saved. */
  readonly sheet?: Sheet | undefined;
  /** Pieces of the file that are there. */
  readonly pieces: number;
  readonly cursor?: string | undefined;
  readonly status: "running" | "finished" | "stopped";
  /** ISO 8601. */
  readonly at: string;
}

/** A file holds what people told of themselves: it does not lie around for longer. Milliseconds. */
const keptFor = 24 * 3_600_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const over = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  if (opened) return opened;
  const request = indexedDB.open(exportsName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("jobs", { keyPath: "id" });
    request.result.createObjectStore("pieces");
  };
  opened = done(request).then((database) => {
    // Whoever leaves takes it away.
    database.onversionchange = () => {
      database.close();
      opened = undefined;
    };
    return database;
  });
  return opened;
}

const both = async (mode: IDBTransactionMode) => (await open()).transaction(["jobs", "pieces"], mode);

/** Notes how far it has come, with the piece that was read; together, so that a reload goes on with the page after. */
export async function keepExport(job: ExportJob, piece?: Uint8Array<ArrayBuffer>): Promise<void> {
  const transaction = await both("readwrite");
  transaction.objectStore("jobs").put(job);
  if (piece !== undefined) transaction.objectStore("pieces").put(piece, [job.id, job.pieces - 1]);
  await over(transaction);
}

/** Somebody's exports of this browser, the newest first; what is too old goes. */
export async function keptExports(owner: string): Promise<readonly ExportJob[]> {
  const jobs: ExportJob[] = await done((await both("readonly")).objectStore("jobs").getAll());
  const old = jobs.filter(({ at }) => Date.now() - Date.parse(at) > keptFor);
  for (const job of old) await dropExport(job);
  return jobs.filter((job) => job.owner === owner && !old.includes(job)).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The pieces of a file, in their order, sealed. */
export async function piecesOf({ id, pieces }: ExportJob): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  return done((await both("readonly")).objectStore("pieces").getAll(IDBKeyRange.bound([id, 0], [id, pieces])));
}

export async function dropExport({ id, pieces }: ExportJob): Promise<void> {
  const transaction = await both("readwrite");
  transaction.objectStore("jobs").delete(id);
  transaction.objectStore("pieces").delete(IDBKeyRange.bound([id, 0], [id, pieces]));
  await over(transaction);
}

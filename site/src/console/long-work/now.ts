import type { ExportJob } from "./export-store.ts";
import type { Report } from "./run.ts";
import type { Job } from "./store.ts";

/** A piece of work of this browser as it stands. `elsewhere`: another window of this browser does it. */
export interface Running {
  readonly job: Job;
  readonly report: Report | undefined;
  readonly elsewhere: boolean;
  stop(): void;
}

/** Told to the window whenever some work has come further. */
export const workMoved = "lingxi:work";

/** Told to the window when some work is over. */
export const workEnded = "lingxi:work-ended";

/** Told to the window when the product itself has been given something to do that takes a while. */
export const workGiven = "lingxi:work-given";

const running = new Map<string, Running>();

/** The work of this browser that is not over. */
export const workNow = (): readonly Running[] => [...running.values()];

export const isRunning = (id: string): boolean => running.has(id);

export function putRunning(one: Running): void {
  running.set(one.job.id, one);
  dispatchEvent(new Event(workMoved));
}

export const dropRunning = (id: string): void => void running.delete(id);

/** What the store of long work names its entries by. */
export const storePrefix = "lingxi.work.";

/** Whether this browser holds work that was not over when its page went away. */
export const isWorkKept = (): boolean => Object.keys(localStorage).some((key) => key.startsWith(storePrefix));

/** A list that is being read into a file by this window. */
export interface Exporting {
  readonly job: ExportJob;
  stop(): void;
}
const exporting = new Map<string, Exporting>();

export const exportsNow = (): readonly Exporting[] => [...exporting.values()];

export function putExporting(one: Exporting): void {
  exporting.set(one.job.id, one);
  dispatchEvent(new Event(workMoved));
}

export function dropExporting(id: string): void {
  exporting.delete(id);
  dispatchEvent(new Event(workMoved));
}

/** The database that exports lie in. */
export const exportsName = "lingxi-exports";
const exportsKey = "lingxi.exports";

/** Whether this browser may hold files, or what was read of one: what nobody exported anything in need not look. */
export const isExportKept = (): boolean => localStorage.getItem(exportsKey) !== null;
export const noteExport = (): void => localStorage.setItem(exportsKey, "1");

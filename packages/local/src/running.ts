import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the parts of a running host are, for operators' commands on this machine. */
export interface Running {
  readonly origin: string;
  readonly table: string;
  readonly objects: string;
}

const fileIn = (folder: string) => join(folder, "running.json");

/** Writes it down for as long as the host runs. @returns what takes it away */
export function tellOperators(folder: string, running: Running): () => void {
  writeFileSync(fileIn(folder), JSON.stringify(running), { mode: 0o600 });
  return () => forgetRunning(folder);
}

export const forgetRunning = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** What the host said that has taken the folder; undefined where it has not come so far. */
export const whatRuns = (folder: string): Running | undefined =>
  existsSync(fileIn(folder)) ? (JSON.parse(readFileSync(fileIn(folder), "utf8")) as Running) : undefined;

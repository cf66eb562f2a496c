import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** One entry file: one function. */
export interface Entry {
  /** The file's name, or its folder's for `handler.ts`: `api`, `expire-offers`, `send-ticket`. */
  readonly name: string;
  readonly kind: "http" | "job" | "stream" | "subscriber";
  readonly file: string;
  /** For a job: an EventBridge Scheduler expression, read from the file. */
  readonly schedule?: string;
}

const isEntry = (file: string) => file.endsWith(".ts") && !/\.(test|d)\.ts$/.test(file);
const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Every function of the tree, by its entry files; a new file is a new function. */
export function findEntries(root: string): Entry[] {
  const functions = join(root, "functions/src");
  const http = list(functions)
    .map((name): Entry => ({ name, kind: "http", file: join(functions, name, "handler.ts") }))
    .filter(({ file }) => existsSync(file));
  const jobs = list(join(functions, "jobs"))
    .filter(isEntry)
    .map((name): Entry => {
      const file = join(functions, "jobs", name);
      return { name: basename(name, ".ts"), kind: "job", file, schedule: scheduleOf(file) };
    });
  const streams = ["relay", "trail"].map((name) => ({ name, file: join(root, `events/src/${name}.ts`) }));
  const subscribers = join(root, "events/src/subscribers");
  return [
    ...http,
    ...jobs,
    ...streams.filter(({ file }) => existsSync(file)).map((entry): Entry => ({ ...entry, kind: "stream" })),
    ...list(subscribers)
      .filter(isEntry)
      .map((name): Entry => ({ name: basename(name, ".ts"), kind: "subscriber", file: join(subscribers, name) })),
  ];
}

/** `export const schedule = "rate(1 minute)"` of a job, without running the job. */
function scheduleOf(file: string): string {
  const found = /^export const schedule(?::\s*string)?\s*=\s*["'`]((?:rate|cron)\([^)"'`]+\))["'`]/m.exec(
    readFileSync(file, "utf8"),
  )?.[1];
  if (!found) throw new Error(`${file} has no schedule: export const schedule = "rate(5 minutes)" or "cron(0 3 * * ? *)".`);
  return found;
}

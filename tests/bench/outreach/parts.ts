import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A process of the bench that says lines of JSON: the last one is what counts. */
export interface Part<T> {
  last(): T | undefined;
  /** Ends it when it has done what is in its hands, or at once. */
  end(how?: "kill"): Promise<void>;
}

const start = (name: string, env: Readonly<Record<string, string>>, flags: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [...flags, join(import.meta.dirname, name)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });

const linesOf = ({ stdout }: ChildProcess) => {
  if (!stdout) throw new Error("a process without output");
  return createInterface({ input: stdout });
};

export function startPart<T>(name: string, env: Readonly<Record<string, string>>): Part<T> {
  const child = start(name, env, ["--expose-gc"]);
  let last: T | undefined;
  linesOf(child).on("line", (line) => {
    last = JSON.parse(line) as T;
  });
  const ended = once(child, "exit");
  return {
    last: () => last,
    async end(how) {
      if (how === "kill") child.kill("SIGKILL");
      else child.stdin?.end();
      await ended;
    },
  };
}

export interface SinkCounts {
  /** Different keys, and mails; more mails than keys are doubled ones. */
  readonly keys: number;
  readonly mails: number;
  readonly doubled: number;
  /** When the last one was taken, milliseconds since 1970. */
  readonly last: number;
}

/** A transport that counts, as a process of its own. */
export async function startSink(latency: number) {
  const child = start("sink.ts", { LATENCY: String(latency) });
  const [port] = (await once(linesOf(child), "line")) as [string];
  const url = `http://127.0.0.1:${port}`;
  const get = async <T>(path: string) => (await (await fetch(`${url}${path}`)).json()) as T;
  return {
    url,
    counts: () => get<SinkCounts>("/"),
    /** When each of these was taken, 0 where it was not. */
    takenAt: async (keys: readonly string[]) => (await get<{ at: number[] }>(`/at?keys=${keys.join(",")}`)).at,
    close() {
      child.kill("SIGKILL");
    },
  };
}

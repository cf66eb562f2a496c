import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../packages/local/src/free-port.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const fixtureHost = join(root, "tests/support/host-fixture/main.ts");
const realHost = join(root, "packages/local/src/main.ts");

/** A whole host as a process of its own. */
export interface HostProcess {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  /** What it has printed so far. */
  words(): string;
  /** Asks it to stop, or ends it the hard way. @returns its exit code, null when a signal ended it */
  end(signal?: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export interface HostStart {
  /** Another program than the product's own. */
  readonly program?: string;
  readonly dataDir?: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a host and waits until it is ready; the data folder is a new one unless one is given. */
export async function startHostProcess(start: HostStart = {}): Promise<HostProcess> {
  const dataDir = start.dataDir ?? (await mkdtemp(join(tmpdir(), "lingxi-host-")));
  const port = start.port ?? (await freePort());
  const { child, words, ended } = launchHost({ ...start, dataDir, port });
  const origin = `http://127.0.0.1:${port}`;
  const end = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  for (const deadline = Date.now() + 60_000; ; ) {
    if (await healthy(origin)) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`the host did not start:\n${words()}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    origin,
    port,
    dataDir,
    words,
    end,
    async remove() {
      await end("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts a host without waiting for it: for starts that are refused. */
export function launchHost(start: HostStart & { dataDir: string; port: number }): {
  child: ChildProcess;
  words: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [start.program ?? realHost, ...(start.args ?? [])], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "", PORT: String(start.port), DATA_DIR: start.dataDir, ...start.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  return { child, words: () => text, ended: new Promise((done) => child.once("close", (code) => done(code))) };
}

async function healthy(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/health`)).status === 200;
  } catch {
    return false;
  }
}

/** Asks again until the answer is there. @throws when it is not in time */
export async function eventually<T>(ask: () => Promise<T | undefined | false>, within = 10_000): Promise<T> {
  for (const deadline = Date.now() + within; ; ) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not in ${within} ms`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** The token of the first sign-in link. A host answers before it has printed its last line. */
export const printedToken = (host: Pick<HostProcess, "words">): Promise<string> =>
  eventually(async () => /sign-in#(\S+)\s/.exec(host.words())?.[1], 30_000);

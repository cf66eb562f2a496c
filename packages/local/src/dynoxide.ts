import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import { Refusal } from "./refusal.ts";

/** The embedded table's process, on one SQLite file. */
export interface Dynoxide {
  readonly endpoint: string;
  readonly file: string;
  close(): Promise<void>;
}

const leash = `exec 3<&0; { cat <&3 >/dev/null; kill $$; } 2>/dev/null & exec "$@" 3<&- </dev/null`;

/** Starts Dynoxide on the file; one that a killed host left behind on the same file is ended first. @throws Refusal */
export async function startDynoxide(file: string, options: { onExit?: (code: number | null) => void } = {}): Promise<Dynoxide> {
  const program = findProgram();
  const pidFile = `${file}.pid`;
  await endLeftover(pidFile, file);
  const port = await freePort();
  // A group of its own, so that Ctrl-C reaches the host first; it ends with the host's end of the pipe, however the host ends.
  const child = spawn(
    "/bin/sh",
    ["-c", leash, "dynoxide", program, "--host", "127.0.0.1", "--port", String(port), "--db-path", file],
    {
      stdio: ["pipe", "ignore", "pipe"],
      detached: true,
    },
  );
  let words = "";
  child.stderr.on("data", (chunk) => {
    words = `${words}${chunk}`.slice(-2000);
  });
  let closing = false;
  child.on("exit", (code) => closing || options.onExit?.(code));
  if (child.pid) writeFileSync(pidFile, String(child.pid));
  await answering(child, port, () => words);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    file,
    async close() {
      closing = true;
      await end(child);
      child.stdin.destroy();
      rmSync(pidFile, { force: true });
    },
  };
}

function findProgram(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
    return join(folder, "dynoxide");
  } catch {
    throw new Refusal(
      `内嵌数据表 Dynoxide 没有适用于 ${process.platform}-${process.arch} 的版本：请用 DYNAMODB_ENDPOINT 指定任何兼容 DynamoDB 的地址，例如 DynamoDB Local。`,
      `The embedded table Dynoxide has no build for ${process.platform}-${process.arch}: name any DynamoDB-compatible endpoint in DYNAMODB_ENDPOINT, for example DynamoDB Local.`,
    );
  }
}

async function answering(child: ChildProcess, port: number, words: () => string): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  child.kill("SIGKILL");
  throw new Error(`Dynoxide did not start: ${words().trim() || "no answer"}`);
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 1500);
  await gone;
  clearTimeout(hard);
}

/** Ends the process named in the pid file, but only when its command line says that it is a Dynoxide on this very file. */
async function endLeftover(pidFile: string, file: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  if (Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(file)) {
    process.kill(pid, "SIGTERM");
    for (let i = 0; i < 100 && commandLine(pid).includes(file); i++) {
      if (i === 75) process.kill(pid, "SIGKILL");
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  rmSync(pidFile, { force: true });
}

function commandLine(pid: number): string {
  try {
    const line =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return line.includes("dynoxide") ? line : "";
  } catch {
    return "";
  }
}

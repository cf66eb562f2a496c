import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../packages/local/src/free-port.ts";
import type { Bench, Figure } from "./run.ts";

const tree = join(import.meta.dirname, "../..");

/** Resident bytes of a process and all that it started, from /proc. */
function resident(pid: number): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1] ?? 0) * 1024;
        return [{ pid: Number(name), parent, rss }];
      } catch {
        return [];
      }
    });
  const family = (of: number): number =>
    processes.filter((p) => p.parent === of).reduce((sum, p) => sum + p.rss + family(p.pid), 0);
  return (processes.find((p) => p.pid === pid)?.rss ?? 0) + family(pid);
}

async function start(dataDir: string): Promise<{ ready: number; memory: number; peak: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: tree,
    detached: true,
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  });
  const pid = child.pid ?? 0;
  const ended = new Promise((done) => child.once("exit", done));
  try {
    for (let peak = 0; ; ) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
      if (answer?.status === 200) {
        const ready = (performance.now() - began) / 1000;
        for (let second = 0; second < 5; second++) {
          await new Promise((done) => setTimeout(done, 1000));
          peak = Math.max(peak, resident(pid));
        }
        return { ready, memory: resident(pid), peak };
      }
      peak = Math.max(peak, resident(pid));
      if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error("npm start did not become ready");
      await new Promise((done) => setTimeout(done, 50));
    }
  } finally {
    process.kill(-pid, "SIGTERM");
    await ended;
  }
}

async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-start-"));
  const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;
  const seconds = (value: number) => Math.round(value * 100) / 100;
  try {
    const first = await start(join(folder, "data"));
    const again = await start(join(folder, "data"));
    yield { metric: "ready", value: seconds(first.ready), unit: "s", limit: "at most 10" };
    yield { metric: "ready-again", value: seconds(again.ready), unit: "s" };
    yield { metric: "memory", value: megabytes(first.memory), unit: "MB", limit: "at most 500" };
    yield { metric: "memory-peak", value: megabytes(Math.max(first.peak, again.peak)), unit: "MB" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "start",
  about:
    "from npm start on an installed tree and an empty data folder to the first 200 of /api/health; resident memory of all its processes five seconds later",
  measure,
};

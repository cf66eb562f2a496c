import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../site/static-build");
const astro = join(import.meta.dirname, "../../../node_modules/.bin/astro");

/** The same pages, from the same templates, by Astro's own static build. Seconds from its start to its end, bundling included. */
export async function buildStatically(inputs: string): Promise<{ pages: number; seconds: number; peak: number }> {
  const outDir = mkdtempSync(join(tmpdir(), "lingxi-bench-static-"));
  const began = performance.now();
  const child = spawn(process.execPath, [astro, "build", "--root", root, "--outDir", outDir], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PAGE_INPUTS: inputs, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  let peak = 0;
  const look = setInterval(() => {
    try {
      const now = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
      peak = Math.max(peak, now);
    } catch {
      // It has just ended.
    }
  }, 100);
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  clearInterval(look);
  rmSync(outDir, { recursive: true, force: true });
  if (code !== 0) throw new Error(`Astro's static build ended with ${code}`);
  const lines = readFileSync(inputs, "utf8").trimEnd().split("\n");
  const pages = new Set(lines.map((line) => (JSON.parse(line) as { path: string }).path)).size;
  return { pages, seconds: (performance.now() - began) / 1000, peak };
}

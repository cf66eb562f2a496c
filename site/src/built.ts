import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, rmSync, statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PageInput } from "@lingxi/core/publication/schema";

export type Render = (input: PageInput) => Promise<{ status: number; type: string; body: string }>;

/** The folder of the site, with a slash at its end. */
export const site = fileURLToPath(new URL("..", import.meta.url));
const entry = `${site}dist/server/entry.mjs`;
const lock = `${site}.building`;

function isFresh(): boolean {
  const patterns = ["src/**/*.*", "astro.config.ts", "../packages/core/src/**/{schema,text,reason,time}.ts"];
  const sources = globSync(patterns, { cwd: site }).filter((file) => !/\.test\.ts$|\.md$/.test(file));
  const newest = Math.max(...sources.map((file) => statSync(site + file).mtimeMs));
  return existsSync(entry) && statSync(entry).mtimeMs > newest;
}

function build(): void {
  const astro = fileURLToPath(
    new URL("../bin/astro.mjs", import.meta.resolve("astro/package.json").replace("package.json", "dist/")),
  );
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, [astro, "build", "--root", site], { env, stdio: "pipe" });
}

/** Holds the lock, unless another test file does. */
function lockIt(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** The built renderer, for tests; built first when a source is newer than what was built, by one test file at a time. */
export async function builtRenderer(): Promise<Render> {
  while (existsSync(lock) || !isFresh()) {
    if (!lockIt()) await new Promise((resolve) => setTimeout(resolve, 200));
    else
      try {
        build();
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
  }
  return ((await import(/* @vite-ignore */ pathToFileURL(entry).href)) as { render: Render }).render;
}

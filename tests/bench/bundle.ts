import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { bundle } from "../../infra/bundle.ts";
import { findEntries } from "../../infra/entries.ts";
import type { Bench, Figure } from "./run.ts";

const rounds = 15;
const tree = join(import.meta.dirname, "../..");
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Milliseconds from nothing to a loaded module, in a fresh process. */
function initialise(file: string): number {
  const program = `const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});console.log(performance.now()-t);process.exit(0)`;
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { ...process.env, AWS_REGION: "cn-northwest-1" },
  });
  if (done.status !== 0) throw new Error(`${file} does not load:\n${done.stderr}`);
  return Number(done.stdout);
}

/**
 * The baseline is a handler with the DynamoDB client as the SDK ships it; `baseline-trimmed` leaves out the credential providers that
 * Lambda does not need, as our own functions do.
 */

/** Bytes of every JavaScript file in the package, those loaded on demand too. */
const packed = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".mjs"))
    .map((name) => readFileSync(join(folder, name)));

async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tree, "node_modules/.cache-bench-"));
  const baseline = join(folder, "baseline.ts");
  writeFileSync(
    baseline,
    'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";\nconst client = new DynamoDBClient({});\nexport const handler = async () => client.config.region();\n',
  );
  try {
    const built = [
      { name: "baseline", file: baseline, credentials: "any" as const },
      { name: "baseline-trimmed", file: baseline },
      ...findEntries(tree),
    ].map(({ name, file, ...options }) => {
      const outdir = join(tree, "node_modules/.cache/lingxi-bench", name);
      return {
        name,
        outdir,
        start: bundle({ entry: file, outdir, ...("credentials" in options ? { credentials: options.credentials } : {}) }).bytes,
      };
    });
    const times = new Map(built.map(({ name }) => [name, [] as number[]]));
    // Round by round, so that a noisy moment hits all of them.
    for (let round = 0; round < rounds; round++)
      for (const { name, outdir } of built) times.get(name)?.push(initialise(join(outdir, "index.mjs")));
    const base = median(times.get("baseline") ?? []);
    for (const { name, outdir, start } of built) {
      const files = packed(outdir);
      const bytes = files.reduce((sum, file) => sum + file.length, 0);
      const took = median(times.get(name) ?? []);
      yield { metric: `bytes.${name}`, value: bytes, unit: "B", ...(name === "api" ? { limit: "at most 450,000" } : {}) };
      yield { metric: `start-bytes.${name}`, value: start, unit: "B" };
      yield {
        metric: `gzip.${name}`,
        value: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
        unit: "B",
      };
      yield { metric: `init.${name}`, value: Math.round(took * 100) / 100, unit: "ms" };
      yield {
        metric: `init-ratio.${name}`,
        value: Math.round((took / base) * 1000) / 1000,
        unit: "",
        ...(name === "api" ? { limit: "at most 1.3" } : {}),
      };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "bundle",
  about: `minified size of each function, and the time to load it against a handler with only the DynamoDB client (medians of ${rounds} fresh processes)`,
  measure,
};

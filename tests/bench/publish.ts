import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { startObjects } from "../../packages/local/src/objects.ts";
import { ensureTable, tableName } from "../../packages/local/src/table.ts";
import { buildStatically } from "./publish/static-build.ts";
import type { Bench, Figure } from "./run.ts";

const tree = join(import.meta.dirname, "../..");
const renderer = join(tree, "site/dist/server/entry.mjs");

interface Measured {
  readonly pages: number;
  readonly fullSeconds: number;
  readonly peak: number;
  readonly costs: readonly {
    readonly pages: number;
    readonly bytes: number;
    readonly calls: number;
    readonly readable: number;
    readonly done: number;
  }[];
}

/** Seeds and publishes a site of so many entries in a process of its own, on the embedded table and object store. */
async function worker(size: number, inputs: string): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-publish-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const objects = await startObjects(join(folder, "objects"));
  try {
    const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
    const client = new DynamoDBClient({ endpoint: table.endpoint, region: "cn-northwest-1", credentials });
    await ensureTable(client, tableName, table.file);
    client.destroy();
    return await new Promise((done, failed) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, "publish/worker.ts")], {
        stdio: ["ignore", "pipe", "inherit"],
        env: {
          ...process.env,
          ...{
            TABLE_ENDPOINT: table.endpoint,
            OBJECTS_ENDPOINT: objects.endpoint,
            RENDERER: renderer,
            SIZE: String(size),
            INPUTS: inputs,
          },
        },
      });
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString("utf8");
      });
      child.once("exit", (code) => {
        if (code === 0) done(JSON.parse(said) as Measured);
        else failed(new Error(`publishing ${size} entries ended with ${code}`));
      });
    });
  } finally {
    await objects.close();
    await table.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits;

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  if (!existsSync(renderer)) throw new Error("The site is not built: npm run build:site first.");
  const at = args.indexOf("--sizes");
  const sizes = at < 0 ? [100, 1000, 10_000] : (args[at + 1] ?? "").split(",").map(Number);
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-inputs-"));
  const medians: { pages: number; bytes: number; calls: number; done: number }[] = [];
  try {
    for (const size of sizes) {
      const inputs = join(folder, `${size}.json`);
      const { pages, fullSeconds, peak, costs } = await worker(size, inputs);
      const of = (name: keyof Measured["costs"][number]) => median(costs.map((cost) => cost[name]));
      yield { metric: `full-rate.${size}`, value: round(pages / fullSeconds), unit: "pages/s" };
      yield { metric: `full-pages.${size}`, value: pages, unit: "pages" };
      yield { metric: `full-memory.${size}`, value: round(peak / 1e6), unit: "MB" };
      const built = await buildStatically(inputs);
      yield { metric: `static-build-rate.${size}`, value: round(built.pages / built.seconds), unit: "pages/s" };
      yield { metric: `static-build-memory.${size}`, value: round(built.peak / 1e6), unit: "MB" };
      yield { metric: `change-pages.${size}`, value: of("pages"), unit: "pages" };
      yield { metric: `change-bytes.${size}`, value: of("bytes"), unit: "bytes" };
      yield { metric: `change-calls.${size}`, value: of("calls"), unit: "calls of table and store" };
      yield { metric: `change-readable.${size}`, value: round(of("readable"), 1), unit: "ms" };
      yield { metric: `change-done.${size}`, value: round(of("done"), 1), unit: "ms" };
      medians.push({ pages: of("pages"), bytes: of("bytes"), calls: of("calls"), done: of("done") });
    }
    const [first, last] = [medians[0], medians.at(-1)];
    if (first && last && medians.length > 1) {
      const ratios = {
        pages: last.pages / first.pages,
        bytes: last.bytes / first.bytes,
        calls: last.calls / first.calls,
        time: last.done / first.done,
      };
      for (const [name, value] of Object.entries(ratios))
        yield { metric: `change-${name}-ratio`, value: round(value, 2), unit: "" };
      yield { metric: "change-cost-ratio", value: round(Math.max(...Object.values(ratios)), 2), unit: "", limit: "at most 1.5" };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "publish",
  about:
    "full publication and single changes (new, edited, withdrawn) of sites of 100, 1,000 and 10,000 entries on the embedded table and store, beside Astro's own static build of the same pages; the ratio compares the largest site with the smallest by pages, bytes, calls and time, whichever is worst (--sizes a,b)",
  measure,
};

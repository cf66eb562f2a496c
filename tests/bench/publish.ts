import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { startObjects } from "../../packages/local/src/objects.ts";
import { ensureTable, tableName } from "../../packages/local/src/table.ts";
import { buildStatically } from "./publish/static-build.ts";
import type { Bench, Figure } from "./run.ts";

const tree = join(import.meta.dirname, "../..");
const renderer = join(tree, "site/dist/server/entry.mjs");

/** What `npm start` gives its Node, which publishes as well. */
const asTheHost = ["--max-semi-space-size=2"];

interface Full {
  readonly pages: number;
  readonly fullSeconds: number;
  readonly peak: number;
}
type Cost = Readonly<Record<"pages" | "bytes" | "calls" | "readable" | "done", number>>;

/** A site of so many entries in a process of its own, on an embedded table and object store of its own. */
interface Site {
  readonly size: number;
  readonly full: Full;
  /** One round of changes. */
  change(round: number): Promise<readonly Cost[]>;
  close(): Promise<void>;
}

async function publishedSite(size: number, inputs: string): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-publish-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const objects = await startObjects(join(folder, "objects"));
  const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: "cn-northwest-1", credentials });
  await ensureTable(client, tableName, table.file);
  client.destroy();
  const settings = {
    ...{ TABLE_ENDPOINT: table.endpoint, OBJECTS_ENDPOINT: objects.endpoint, THINGS: join(folder, "things.json") },
    ...{ RENDERER: renderer, SIZE: String(size), INPUTS: inputs },
  };
  const start = (name: string) =>
    spawn(process.execPath, [...asTheHost, join(import.meta.dirname, "publish", name)], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...settings },
    });
  const [seeded] = await once(start("seeder.ts"), "exit");
  if (seeded !== 0) throw new Error(`seeding ${size} entries ended with ${seeded}`);
  const child = start("worker.ts");
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const line = await lines.next();
    if (line.done) throw new Error(`publishing ${size} entries ended with ${await ended}`);
    return JSON.parse(line.value) as T;
  };
  return {
    size,
    full: await next<Full>(),
    change(round) {
      child.stdin.write(`${round}\n`);
      return next();
    },
    async close() {
      child.stdin.end();
      await ended;
      await objects.close();
      await table.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits;
const option = (args: readonly string[], name: string, otherwise: string) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
};

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  // Its words go beside the figures, which a machine may read.
  const built = spawnSync(process.execPath, [join(tree, "packages/local/bin/build-site.mjs")], { stdio: ["ignore", 2, 2] });
  if (built.status !== 0) throw new Error("The site could not be built: see the words above.");
  const sizes = option(args, "sizes", "100,1000,10000").split(",").map(Number);
  const rounds = Number(option(args, "rounds", "20"));
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-inputs-"));
  const sites: Site[] = [];
  try {
    for (const size of sizes) {
      const inputs = join(folder, `${size}.json`);
      const site = await publishedSite(size, inputs);
      sites.push(site);
      const { pages, fullSeconds, peak } = site.full;
      yield { metric: `full-rate.${size}`, value: rounded(pages / fullSeconds), unit: "pages/s" };
      yield { metric: `full-pages.${size}`, value: pages, unit: "pages" };
      yield { metric: `full-memory.${size}`, value: rounded(peak / 1e6), unit: "MB" };
      const built = await buildStatically(inputs);
      yield { metric: `static-build-rate.${size}`, value: rounded(built.pages / built.seconds), unit: "pages/s" };
      yield { metric: `static-build-memory.${size}`, value: rounded(built.peak / 1e6), unit: "MB" };
    }
    // In turn, so that whatever else the machine does falls on all of them.
    const costs = new Map<number, Cost[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++)
      for (const site of sites) costs.get(site.size)?.push(...(await site.change(round)));
    const middle = (size: number, name: keyof Cost) => median((costs.get(size) ?? []).map((cost) => cost[name]));
    const mean = (size: number, name: keyof Cost) => {
      const all = (costs.get(size) ?? []).map((cost) => cost[name]);
      return all.reduce((sum, n) => sum + n, 0) / Math.max(1, all.length);
    };
    for (const size of sizes) {
      yield { metric: `change-pages.${size}`, value: rounded(mean(size, "pages"), 1), unit: "pages" };
      yield { metric: `change-bytes.${size}`, value: rounded(mean(size, "bytes")), unit: "bytes" };
      yield { metric: `change-calls.${size}`, value: rounded(mean(size, "calls"), 1), unit: "calls of table and store" };
      yield { metric: `change-readable.${size}`, value: rounded(middle(size, "readable"), 1), unit: "ms" };
      yield { metric: `change-done.${size}`, value: rounded(middle(size, "done"), 1), unit: "ms" };
    }
    const [first, last] = [sizes[0], sizes.at(-1)];
    if (first === undefined || last === undefined || first === last) return;
    const ratios = {
      pages: mean(last, "pages") / mean(first, "pages"),
      bytes: mean(last, "bytes") / mean(first, "bytes"),
      calls: mean(last, "calls") / mean(first, "calls"),
      time: middle(last, "done") / middle(first, "done"),
    };
    for (const [name, value] of Object.entries(ratios))
      yield { metric: `change-${name}-ratio`, value: rounded(value, 2), unit: "" };
    yield { metric: "change-cost-ratio", value: rounded(Math.max(...Object.values(ratios)), 2), unit: "", limit: "at most 1.5" };
  } finally {
    for (const site of sites) await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "publish",
  about:
    "full publication and single changes (new, edited, withdrawn) of sites of 100, 1,000 and 10,000 entries on the embedded table and store, beside Astro's own static build of the same pages; change-cost-ratio compares the largest site with the smallest by pages, bytes, calls and median time, whichever is worst (--sizes a,b --rounds n)",
  measure,
};

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSecrets } from "../../packages/local/src/data-folder.ts";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { eventually, startHostProcess } from "../support/host.ts";
import { crowd } from "./api/crowd.ts";
import { fill, type Records, type Size } from "./api/records.ts";
import { routes } from "./api/routes.ts";
import { type Cost, countedWorld } from "./api/units.ts";
import type { Bench, Figure } from "./run.ts";

const fromArgs = (args: readonly string[], name: string, otherwise: number) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

/** Fills the table of a data folder, and counts what each route costs there. */
async function filled(dataDir: string, size: Size): Promise<{ records: Records; costs: ReadonlyMap<string, Cost> }> {
  const table = await startDynoxide(join(dataDir, "table.db"));
  const counted = await countedWorld(table, readSecrets(dataDir, "secrets"), readSecrets(dataDir, "master-key"));
  try {
    const records = await fill(counted.world, size);
    const costs = new Map<string, Cost>();
    for (const route of routes) costs.set(route.name, await counted.costOf(route, records));
    return { records, costs };
  } finally {
    counted.close();
    await table.close();
  }
}

/** Until everything that can be found is, and the host has nothing left to do: its processor time stands still. */
async function settled(origin: string, { things }: Records): Promise<void> {
  await eventually(async () => {
    const found = (await (await fetch(`${origin}/api/find?q=`)).json()) as { total?: number };
    return (found.total ?? 0) >= things;
  }, 600_000);
  let quick = 0;
  await eventually(async () => {
    const began = performance.now();
    await fetch(`${origin}/api/health`);
    quick = performance.now() - began < 20 ? quick + 1 : 0;
    return quick > 100;
  }, 600_000);
}

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const size = { people: fromArgs(args, "people", 2000), things: fromArgs(args, "things", 600) };
  const [requests, atOnce] = [fromArgs(args, "requests", 1000), fromArgs(args, "at-once", 10)];
  const dataDir = mkdtempSync(join(tmpdir(), "lingxi-bench-api-"));
  try {
    const { records, costs } = await filled(dataDir, size);
    for (const { name, reads } of routes) {
      const { trips, calls, read, written } = costs.get(name) ?? { trips: 0, calls: 0, read: 0, written: 0 };
      yield {
        metric: `round-trips.${name}`,
        value: trips,
        unit: "one after the other, a request",
        ...(reads ? { limit: "at most 2" } : {}),
      };
      yield { metric: `table-requests.${name}`, value: calls, unit: "in all, a request" };
      yield { metric: `read-units.${name}`, value: read, unit: "a request" };
      yield { metric: `write-units.${name}`, value: written, unit: "a request" };
    }
    const host = await startHostProcess({ dataDir, args: ["--empty"], env: { FORM_LIMIT: "1000000" } });
    try {
      await settled(host.origin, records);
      for (const route of routes) {
        await crowd(host.origin, route, records, Math.min(50, requests), atOnce, requests);
        const { rate, took } = await crowd(host.origin, route, records, requests, atOnce);
        yield { metric: `rate.${route.name}`, value: Math.round(rate), unit: "requests/s" };
        yield { metric: `p95.${route.name}`, value: took[Math.floor(took.length * 0.95)] ?? 0, unit: "ms" };
      }
    } finally {
      await host.end();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "api",
  about: `the ten most used routes on the embedded default, over HTTP (--people 2000 --things 600 --requests 1000 --at-once 10): ${routes
    .map(({ name, about }) => `${name} = ${about}`)
    .join(", ")}; round trips and units are those of the table, the session's included`,
  measure,
};

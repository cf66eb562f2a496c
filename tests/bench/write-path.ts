import { parseArgs } from "node:util";
import type { Bench, Figure } from "./run.ts";
import { type Rush, simulate } from "./write-path/simulate.ts";

/** The ways that `docs/write-path.md` compares. */
const ways: readonly { readonly name: string; readonly rush: Partial<Rush> }[] = [
  { name: "one counter, queue", rush: {} },
  { name: "one counter, no queue", rush: { queue: false } },
  { name: "one counter, hold 4 ms, queue", rush: { hold: 4 } },
  { name: "one counter, hold 16 ms, queue", rush: { hold: 16 } },
  { name: "4 shards, queue", rush: { shards: 4 } },
  { name: "16 shards, queue", rush: { shards: 16 } },
  { name: "16 shards, no queue", rush: { shards: 16, queue: false } },
  { name: "counter alone, queue", rush: { by: "single", hold: 1 } },
];

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const { values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: {
      people: { type: "string", default: "10000" },
      seats: { type: "string", default: "500" },
      seconds: { type: "string", default: "10" },
      hold: { type: "string", default: "8" },
      seed: { type: "string", default: "1" },
    },
  });
  const rush: Rush = {
    people: Number(values.people),
    seats: Number(values.seats),
    within: Number(values.seconds) * 1000,
    hold: Number(values.hold),
    queue: true,
    shards: 1,
    by: "transaction",
    seed: Number(values.seed),
  };
  for (const { name, rush: other } of ways) {
    const found = simulate({ ...rush, ...other });
    const said = (metric: string, value: number, unit: string, limit?: string): Figure => ({
      metric: `${name}: ${metric}`,
      value,
      unit,
      ...(limit ? { limit } : {}),
    });
    const written = found.confirmed + found.queued;
    yield said("sold after", Math.round(found.soldAfter) / 1000, "s");
    yield said("all answered after", Math.round(found.doneAfter) / 1000, "s");
    yield said("told to try again", found.busy, "people");
    yield said("oversold", Math.max(0, found.confirmed - rush.seats), "seats", "0");
    yield said("conflicts", Math.round((found.conflicts / Math.max(1, written)) * 100) / 100, "per write that counted");
    yield said("counter units", Math.round((found.units / Math.max(1, written)) * 100) / 100, "per write that counted");
    yield said("p95", Math.round(found.p95), "ms");
  }
}

export const bench: Bench = {
  name: "write-path",
  about:
    "a rush on one activity in the cloud, simulated: conflicts, units, and what spreading the counter buys (--people 10000 --seats 500 --seconds 10 --hold 8 --seed 1)",
  measure,
};

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { Ctx } from "@lingxi/core/platform/context";
import { createKeys } from "@lingxi/core/platform/keys";
import { s3Objects } from "@lingxi/core/platform/objects-s3";
import { runtime } from "@lingxi/core/platform/runtime";
import { liveIndex } from "@lingxi/core/search";
import { buckets } from "../../packages/local/src/objects.ts";
import { tableName } from "../../packages/local/src/table.ts";
import { makePrefixes, makeQueries } from "./search-documents.ts";

/** A context on embedded parts that run already. */
export function searchCtx({ table, objects }: { table: string; objects: string }): {
  ctx: Ctx;
  client: DynamoDBClient;
  close(): void;
} {
  const common = { region: "cn-northwest-1", credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" } };
  const client = new DynamoDBClient({ ...common, endpoint: table });
  const s3 = new S3Client({ ...common, endpoint: objects, forcePathStyle: true });
  const make = runtime(
    { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: "bench" },
    { client, keys: createKeys(["bench"]), objects: s3Objects(s3, buckets) },
  );
  return {
    ctx: make({ kind: "system", name: "bench" }, "bench"),
    client,
    close() {
      client.destroy();
      s3.destroy();
    },
  };
}

/** Milliseconds, each list rising; `busy` is processor time, which other work on the machine does not lengthen as much; `memory` is what the index holds, `resident` what the process grew by, garbage and the SDK included; bytes. */
export interface Answered {
  readonly cold: number;
  readonly coldBusy: number;
  readonly queries: readonly number[];
  readonly busy: readonly number[];
  readonly suggestions: readonly number[];
  readonly memory: number;
  readonly resident: number;
}

/** Bytes that are in use, after what is not was collected. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
const rising = (list: number[]) => list.sort((a, b) => a - b);
const busyTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const filters = [{}, {}, { chain: ["titanium", "hydrogen"] }, { region: ["xian"], trl: ["5", "6", "7"] }];

async function answer(endpoints: { table: string; objects: string }): Promise<Answered> {
  const { ctx, close } = searchCtx(endpoints);
  const live = liveIndex();
  const ask = (q: string, n: number) =>
    live.search(ctx, {
      q,
      locale: n % 5 ? "zh-CN" : "en",
      facets: filters[n % filters.length] ?? {},
      sort: "relevance",
      page: 1,
      size: 20,
    });
  const before = { held: held(), rss: process.memoryUsage().rss };
  const [start, idle] = [performance.now(), busyTime()];
  await ask("钛合金", 0);
  const [cold, coldBusy] = [performance.now() - start, busyTime() - idle];
  const queries: number[] = [];
  const busy: number[] = [];
  for (const [n, q] of makeQueries(600).entries()) {
    const [began, worked] = [performance.now(), busyTime()];
    await ask(q, n);
    queries.push(performance.now() - began);
    busy.push(busyTime() - worked);
  }
  const suggestions: number[] = [];
  for (const prefix of makePrefixes(200)) {
    const began = performance.now();
    await live.suggest(ctx, prefix, "zh-CN");
    suggestions.push(performance.now() - began);
  }
  const resident = process.memoryUsage().rss - before.rss;
  const memory = held() - before.held;
  close();
  return { cold, coldBusy, queries: rising(queries), busy: rising(busy), suggestions: rising(suggestions), memory, resident };
}

const [, script, given] = process.argv;
if (script === import.meta.filename) console.log(JSON.stringify(await answer(JSON.parse(given ?? "{}"))));

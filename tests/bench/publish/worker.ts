// One size of site in a process of its own, so that the memory measured is the publisher's. Prints a JSON line for the full publication, and
// one for each number on its input, which asks for a round of changes.
import { createWriteStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { editCase, getCase, publishCase, withdrawCase } from "@lingxi/core/cases";
import { createKeys } from "@lingxi/core/platform/keys";
import type { Objects } from "@lingxi/core/platform/objects";
import { s3Objects } from "@lingxi/core/platform/objects-s3";
import type { Render } from "@lingxi/core/platform/render";
import { runtime } from "@lingxi/core/platform/runtime";
import type { Table } from "@lingxi/core/platform/table";
import { publishChanges, publishSite } from "@lingxi/core/publication";
import type { PageInput } from "@lingxi/core/publication/schema";
import { buckets } from "../../../packages/local/src/objects.ts";
import { tableName } from "../../../packages/local/src/table.ts";
import { drawFrom, type Made, makeOne } from "./content.ts";

const { TABLE_ENDPOINT = "", OBJECTS_ENDPOINT = "", RENDERER = "", THINGS = "", INPUTS = "" } = process.env;
const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
const client = new DynamoDBClient({ endpoint: TABLE_ENDPOINT, region: "cn-northwest-1", credentials });
const s3 = new S3Client({
  endpoint: OBJECTS_ENDPOINT,
  region: "cn-northwest-1",
  credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
  forcePathStyle: true,
});
const { render } = (await import(RENDERER)) as { render: Render };

/** What goes to the store and the table, counted. */
const counted = { pages: 0, bytes: 0, puts: 0, reads: 0, writes: 0 };
let firstPut = 0;
function counting(objects: Objects): Objects {
  return {
    ...objects,
    async put(store, key, body, options) {
      await objects.put(store, key, body, options);
      firstPut ||= performance.now();
      counted.puts += 1;
      counted.bytes += typeof body === "string" ? Buffer.byteLength(body) : body.length;
    },
  };
}
const countingTable = (table: Table): Table => ({
  get: (...args) => {
    counted.reads += 1;
    return table.get(...args);
  },
  getMany: (...args) => {
    counted.reads += 1;
    return table.getMany(...args);
  },
  query: (...args) => {
    counted.reads += 1;
    return table.query(...args);
  },
  write: (...args) => {
    counted.writes += 1;
    return table.write(...args);
  },
});
/** What was rendered, a line each, for the static build; not kept in memory, which is measured. */
let inputs = INPUTS ? createWriteStream(INPUTS) : undefined;
const made = runtime(
  { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: "bench" },
  {
    client,
    keys: createKeys(["bench"]),
    objects: counting(s3Objects(s3, buckets)),
    log: { info() {}, error: (message, facts) => console.error(message, facts) },
    render: (input) => {
      counted.pages += 1;
      const { chains: _, ...page } = input as PageInput;
      inputs?.write(`${JSON.stringify(page)}\n`);
      return render(input);
    },
  },
);
const ctxOf = (requestId: string) => {
  const ctx = made({ kind: "system", name: "bench" }, requestId);
  return { ...ctx, table: countingTable(ctx.table) };
};
const ctx = ctxOf("bench");
const draw = drawFrom(8);
const things = JSON.parse(readFileSync(THINGS, "utf8")) as Made[];

const began = performance.now();
const { pages, failed } = await publishSite(ctx, {});
const fullSeconds = (performance.now() - began) / 1000;
const peak = process.resourceUsage().maxRSS * 1024;
const full = { ...counted };
if (failed) throw new Error(`${failed} pages could not be made`);
await new Promise<void>((done) => (inputs ? inputs.end(done) : done()));
inputs = undefined;

/** What one change cost. */
interface Cost {
  readonly pages: number;
  readonly bytes: number;
  readonly calls: number;
  /** Milliseconds until the first page was in the store, the thing's own, and until everything that shows it was. */
  readonly readable: number;
  readonly done: number;
}
async function measured(kind: Made["kind"], id: string): Promise<Cost> {
  Object.assign(counted, { pages: 0, bytes: 0, puts: 0, reads: 0, writes: 0 });
  firstPut = 0;
  const from = performance.now();
  await publishChanges(ctx, { changes: [{ kind, id }] });
  const done = performance.now() - from;
  const { pages: rendered, bytes, puts, reads, writes } = counted;
  return { pages: rendered, bytes, calls: puts + reads + writes, readable: (firstPut || from + done) - from, done };
}

const cases = things.filter(({ kind }) => kind === "cases");
/** A new thing, a case with another title, and now and then a case withdrawn. */
async function round(n: number): Promise<Cost[]> {
  const kind = (["projects", "cases", "demands", "activities", "talents"] as const)[n % 5] ?? "cases";
  const fresh = await makeOne(ctx, kind, 1_000_000 + n, draw);
  const costs = [await measured(fresh.kind, fresh.id)];
  const { id } = draw.pick(cases);
  const { version, slug, status, title, summary, body, chains } = await getCase(ctx, { caseId: id });
  if (status !== "published") return costs;
  const renamed = { ...title, "zh-CN": `${title["zh-CN"]}（改）`.slice(-100) };
  const edited = await editCase(ctx, { caseId: id, version, slug, summary, body, chains: [...chains], title: renamed });
  await publishCase(ctx, { caseId: id, version: edited.version });
  costs.push(await measured("cases", id));
  if (n % 4 !== 3) return costs;
  await withdrawCase(ctx, { caseId: id, version: edited.version + 1 });
  return [...costs, await measured("cases", id)];
}

const say = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
say({ pages, fullSeconds, peak, calls: full.puts + full.reads + full.writes });
for await (const line of createInterface({ input: process.stdin })) say(await round(Number(line)));
client.destroy();
process.exit(0);

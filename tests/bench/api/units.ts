import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createKeys } from "@lingxi/core/platform/keys";
import { pinyin } from "@lingxi/core/platform/pinyin";
import { runtime } from "@lingxi/core/platform/runtime";
import { liveIndex } from "@lingxi/core/search";
import { findApp } from "../../../functions/src/find/app.ts";
import type { Dynoxide } from "../../../packages/local/src/dynoxide.ts";
import { ensureTable, tableName } from "../../../packages/local/src/table.ts";
import { call } from "../../support/api.ts";
import type { World } from "../../support/embedded.ts";
import { countRounds } from "../../support/rounds.ts";
import type { Records } from "./records.ts";
import type { Route } from "./routes.ts";

/** What one request costs at the table, as the table reports it. */
export interface Cost {
  /** Requests that were waited for one after the other; those on their way at the same time are one. */
  readonly trips: number;
  /** All requests. */
  readonly calls: number;
  readonly read: number;
  readonly written: number;
}
interface Used {
  readonly CapacityUnits?: number;
}

const reading = /^(Get|BatchGet|Query|Scan|TransactGet)/;
const times = 10;

/** The application on a table of which every request is counted. */
export async function countedWorld(table: Dynoxide, secrets: string, masterKeys: string) {
  const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: "cn-northwest-1", credentials });
  await ensureTable(client, tableName, table.file);
  const total = { trips: 0, calls: 0, read: 0, written: 0 };
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: "INDEXES" });
        const answer = await next(args);
        const used = [(answer.output as { ConsumedCapacity?: Used | Used[] }).ConsumedCapacity ?? []].flat();
        const units = used.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        total[reading.test(commandName) ? "read" : "written"] += units;
        return answer;
      },
    { step: "initialize" },
  );
  const rounds = countRounds(client);
  const make = runtime(
    { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: masterKeys },
    { client, keys: createKeys([secrets]), sound: pinyin, log: { info() {}, error() {} } },
  );
  const world: Pick<World, "ctx"> = { ctx: (actor = { kind: "public" }) => make(actor, "bench") };
  const find = findApp(liveIndex());

  /** What a request of the route costs once the process is warm, the mean of ten. */
  async function costOf(route: Route, records: Records): Promise<Cost> {
    const send = async (n: number) => {
      const { method = "GET", path, body, cookie } = route.request(records, n);
      const options = { ...(body ? { body } : {}), ...(cookie ? { cookies: [cookie] } : {}) };
      const answer = await call(world, method, path, path.startsWith("/api/find") ? { ...options, app: find } : options);
      if (answer.status !== (route.status ?? 200)) throw new Error(`${route.about} answered ${answer.status}: ${answer.text}`);
      // An index that was read just now is not read again.
      if (route.name === "find") await new Promise((done) => setTimeout(done, 600));
    };
    await send(-1);
    const before = { ...total };
    for (let n = 0; n < times; n++) {
      const { calls, depth } = await rounds.of(() => send(-2 - n));
      total.calls += calls;
      total.trips += depth;
    }
    const mean = (name: keyof Cost) => (total[name] - before[name]) / times;
    return { trips: mean("trips"), calls: mean("calls"), read: mean("read"), written: mean("written") };
  }

  return { world, costOf, close: () => client.destroy() };
}

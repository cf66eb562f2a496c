import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enterPatent } from "@lingxi/core/ip-record";
import { createKeys } from "@lingxi/core/platform/keys";
import { runtime } from "@lingxi/core/platform/runtime";
import { dynamoClient } from "@lingxi/core/platform/table";
import { SupplyHead } from "../../../packages/core/src/matching/entity.ts";
import { indexOffers, type Offer } from "../../../packages/core/src/matching/offer.ts";
import { shortlist } from "../../../packages/core/src/matching/shortlist.ts";
import { aboutIn, offerIn, patentOffer } from "../../../packages/core/src/matching/supplied.ts";
import { readSupply, updateSupply } from "../../../packages/core/src/matching/supply-index.ts";
import { startDynoxide } from "../../../packages/local/src/dynoxide.ts";
import { ensureTable, tableName } from "../../../packages/local/src/table.ts";
import type { Figure } from "../run.ts";

const things = [
  "花生播种机",
  "苹果分选线",
  "钛合金焊接",
  "无人机避障",
  "氢气储罐",
  "羊奶脱膻",
  "光纤陀螺",
  "电池隔膜",
  "核桃破壳",
  "煤矿支架",
];
const parts = [
  "机架",
  "电机",
  "传动轴",
  "控制器",
  "传感器",
  "料斗",
  "喷嘴",
  "冷却腔",
  "导轨",
  "夹具",
  "滤网",
  "密封圈",
  "换热管",
  "压电片",
  "反射镜",
];
const ends = ["提高效率", "降低能耗", "减小误差", "延长寿命", "便于清洗", "防止堵塞", "降低成本", "适应坡地"];

/** A text of the length and the words that patents have, another for each number; the same number gives the same. */
function patent(n: number): Offer {
  let seed = n * 2_654_435_761 + 1;
  const next = (of: readonly string[]) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return `${of[seed % of.length]}`;
  };
  const clause = () =>
    `所述${next(parts)}与${next(parts)}相连，${next(parts)}${(seed % 900) + 100}设于${next(parts)}一侧，${next(ends)}`;
  const title = `一种${next(parts)}可调的${next(things)}`;
  const abstract = `${title}，${Array.from({ length: 6 }, clause).join("；")}。`;
  const claims = Array.from({ length: 24 }, clause).join("；");
  return patentOffer({
    ...{
      id: `ipr_2018${10_000_000 + n}-0`,
      number: `2018${10_000_000 + n}.0`,
      title,
      abstract,
      claims,
      ipc: ["A01C5/04"],
      holder: "示例大学",
    },
    ...{ legal: "in-force", ways: [], exclusive: false, offered: true },
  });
}

const at = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
const round = (value: number) => Math.round(value * 10) / 10;

/** The index of so many patents as the function that ranks keeps it: loaded cold, asked, and brought up to date with one more. */
export async function* measurePatents(count: number): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const client = dynamoClient({
    endpoint: table.endpoint,
    region: "cn-northwest-1",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  try {
    await ensureTable(client, tableName, table.file);
    const files = new Map<string, Uint8Array>();
    const makeCtx = runtime(
      { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: "a master key for benches" },
      {
        client,
        keys: createKeys(["a secret for benches"]),
        log: { info() {}, error() {} },
        objects: {
          put: async (_, key, body) => void files.set(key, typeof body === "string" ? new TextEncoder().encode(body) : body),
          get: async (_, key) => {
            const body = files.get(key);
            return body && { body, type: "application/octet-stream" };
          },
          remove: async (_, key) => void files.delete(key),
        },
      },
    );
    const ctx = makeCtx({ kind: "system", name: "bench" }, "bench");
    const began = performance.now();
    const bytes = indexOffers(
      (function* () {
        for (let n = 0; n < count; n++) yield patent(n);
      })(),
    );
    yield { metric: "index-time", value: Math.round(performance.now() - began), unit: "ms" };
    yield { metric: "index-bytes", value: bytes.length, unit: "bytes" };
    files.set("supply/bench.bin", bytes);
    const head = { base: "supply/bench.bin", gone: [], former: [], at: ctx.now().toISOString() };
    await ctx.table.write([SupplyHead.create(ctx, head)], "");

    const need = (n: number) => {
      const { title, text } = patent(n * 7 + 3);
      return { title: title.slice(0, 20), text: text.slice(0, 200), chain: "apples", ipc: ["A01"] };
    };
    const ask = async (n: number) => {
      const library = await readSupply(ctx);
      if (!library) throw new Error("there is no index");
      return shortlist(library, need(n), (id) => aboutIn(library, id), 10);
    };
    const cold = performance.now();
    await ask(0);
    yield {
      metric: "cold-load",
      value: round(performance.now() - cold),
      unit: "ms",
      limit: "at most 500, first answer included",
    };
    const took: number[] = [];
    for (let n = 1; n <= 100; n++) {
      const start = performance.now();
      await ask(n);
      took.push(performance.now() - start);
    }
    yield { metric: "query-p50", value: round(at(took, 0.5)), unit: "ms" };
    yield { metric: "query-p95", value: round(at(took, 0.95)), unit: "ms", limit: "at most 25" };

    const staff = makeCtx({ kind: "staff", id: "stf_bench", roles: ["organiser"] }, "bench");
    const waits: number[] = [];
    for (let n = 0; n < 10; n++) {
      const form = {
        number: `2019${10_000_000 + n}`,
        title: `一种雪莲烘干机${n}`,
        abstract: "一种雪莲烘干机。",
        holder: "示例大学",
        legal: "in-force",
      } as const;
      const start = performance.now();
      const { id } = await enterPatent(staff, form);
      await updateSupply(ctx, [id]);
      const library = await readSupply(ctx);
      if (!library || !offerIn(library, id)) throw new Error("the new patent is not found");
      waits.push(performance.now() - start);
    }
    yield {
      metric: "findable-after",
      value: round(Math.max(...waits)),
      unit: "ms",
      limit: "at most 1000, without the way from table to reaction",
    };
  } finally {
    client.destroy();
    await table.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

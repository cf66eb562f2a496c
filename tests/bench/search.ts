import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { liveIndex } from "@lingxi/core/search";
import { logWrites, saveSnapshot } from "@lingxi/core/search/reactions";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { startObjects } from "../../packages/local/src/objects.ts";
import { ensureTable, tableName } from "../../packages/local/src/table.ts";
import type { Bench, Figure } from "./run.ts";
import { makeDocument } from "./search-documents.ts";
import { type Answered, searchCtx } from "./search-reader.ts";

const fromArgs = (args: readonly string[], name: string, otherwise: number) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
const changes = 20;
const round = (value: number) => Math.round(value * 100) / 100;
const at = (sorted: readonly number[], share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);

/** A process that has never searched: it loads what is stored and answers. */
async function freshReader(endpoints: { table: string; objects: string }): Promise<Answered> {
  const child = spawn(
    process.execPath,
    ["--expose-gc", join(import.meta.dirname, "search-reader.ts"), JSON.stringify(endpoints)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  return JSON.parse(text) as Answered;
}

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const entries = fromArgs(args, "entries", 10_000);
  const folder = mkdtempSync(join(tmpdir(), "lingxi-bench-search-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const objects = await startObjects(join(folder, "objects"));
  const endpoints = { table: table.endpoint, objects: objects.endpoint };
  const { ctx, client, close } = searchCtx(endpoints);
  try {
    await ensureTable(client, tableName, table.file);
    const documents = Array.from({ length: entries }, (_, n) => makeDocument(n));
    const began = performance.now();
    const { bytes } = await saveSnapshot(
      ctx,
      (async function* () {
        yield* documents;
      })(),
    );
    yield { metric: "index-size", value: round(bytes / 1e6), unit: "MB" };
    yield { metric: "index-time", value: round((performance.now() - began) / 1000), unit: "s" };

    const { cold, coldBusy, queries, suggestions, memory, resident, busy } = await freshReader(endpoints);
    yield { metric: "cold-load", value: round(cold), unit: "ms", limit: "at most 500" };
    yield { metric: "cold-load-busy", value: round(coldBusy), unit: "ms of processor" };
    yield { metric: "query-p50", value: at(queries, 0.5), unit: "ms" };
    yield { metric: "query-p95", value: at(queries, 0.95), unit: "ms", limit: "at most 25" };
    yield { metric: "query-busy-p95", value: at(busy, 0.95), unit: "ms of processor" };
    yield { metric: "suggest-p95", value: at(suggestions, 0.95), unit: "ms" };
    yield { metric: "memory", value: round(memory / 1e6), unit: "MB" };
    yield { metric: "memory-resident", value: round(resident / 1e6), unit: "MB" };

    const live = liveIndex();
    const query = { locale: "zh-CN", facets: {}, sort: "relevance", page: 1, size: 20 } as const;
    await live.search(ctx, { ...query, q: "钛" });
    const took: number[] = [];
    for (let n = 0; n < changes; n++) {
      const document = { ...makeDocument(entries + n), title: { "zh-CN": `新发布之物 novelty${n}` } };
      const writes = await logWrites(ctx, [{ document }]);
      const start = performance.now();
      await ctx.table.write([{ put: { pk: "bench", sk: `${n}` } }, ...writes], ctx.newId("tok").slice(4));
      while (!(await live.search(ctx, { ...query, q: `novelty${n}` })).hits.some(({ id }) => id === document.id))
        await new Promise((done) => setTimeout(done, 5));
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    yield { metric: "write-to-findable", value: at(took, 0.5), unit: "ms" };
    yield { metric: "write-to-findable-max", value: at(took, 1 - 1 / changes), unit: "ms", limit: "at most 1,000" };
  } finally {
    close();
    await objects.close();
    await table.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bench: Bench = {
  name: "search",
  about:
    "documents of about 800 characters, every third also in English (--entries 10000): a snapshot of them, a fresh process that loads it from the embedded table and objects and answers words, sentences, pinyin, English, filters, traditional and full-width writing; then changes until they are found",
  measure,
};

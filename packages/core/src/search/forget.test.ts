import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { all, commit, thing } from "../../../../tests/support/search.ts";
import { tableName } from "../../../local/src/table.ts";
import type { Ctx } from "../platform/context.ts";
import { forgetRemoved } from "./forget.ts";
import { allEntries, loaded } from "./library.ts";
import { liveIndex } from "./live.ts";
import { logWrites } from "./log.ts";
import type { SearchDocument } from "./schema.ts";
import { compactSnapshot, saveSnapshot } from "./snapshot.ts";

const world = embedded();
const snapshots = () => [...world.files.keys()].filter((key) => key.startsWith("private/search/"));
async function fresh(ctx: Ctx, q: string): Promise<string[]> {
  const result = await liveIndex().search(ctx, { q, locale: "zh-CN", facets: {}, sort: "relevance", page: 1, size: 50 });
  return result.hits.map(({ payload }) => payload).sort();
}

/** Nothing that an earlier test wrote is met again. */
beforeEach(async () => {
  world.files.clear();
  world.clock.advance(40 * 86_400_000);
  await world.client.send(new DeleteItemCommand({ TableName: tableName, Key: { pk: { S: "search#head" }, sk: { S: "head" } } }));
});

describe("what was removed", () => {
  const removal = async (ctx: Ctx, id: string) => {
    const [write] = await logWrites(ctx, [{ id, gone: true }]);
    await ctx.table.write(write ? [write] : [], "");
    return { document: id, at: String(write?.put?.sk) };
  };
  const forget = async (ctx: Ctx, id: string) => forgetRemoved(ctx, { removed: [await removal(ctx, id)] });
  const kept = () =>
    snapshots()
      .flatMap((key) => [...allEntries(loaded(world.files.get(key)?.body ?? new Uint8Array()))])
      .map(({ document }) => document.id);
  const logged = async () =>
    (await world.scan()).filter(
      ({ type, entry, made }) => type === "search-log" && entry && made === world.clock.now.toISOString(),
    );

  it("lies in no snapshot and in no line of the log any more, and what was logged later does", async () => {
    const ctx = world.ctx(system);
    for (const id of ["a", "b"]) await commit(ctx, { document: thing(id, "钛合金") });
    await saveSnapshot(ctx, all(thing("a", "钛合金"), thing("b", "钛管")));
    await compactSnapshot(ctx);
    expect(kept()).toEqual(["a", "b", "a", "b"]);
    expect(await logged()).toHaveLength(2);
    const one = await removal(ctx, "a");
    await forgetRemoved(ctx, { removed: [one] });
    expect(kept()).toEqual(["b"]);
    expect((await logged()).map(({ document }) => document)).toEqual(["b"]);
    expect(await fresh(ctx, "钛")).toEqual(["b"]);
    await commit(ctx, { document: thing("a", "钛棒") });
    await forgetRemoved(ctx, { removed: [one] });
    expect(await fresh(ctx, "钛")).toEqual(["a", "b"]);
  });

  for (const guarded of [true, false])
    it(`leaves readers all the rest while it is taken out${guarded ? "" : " (control: who does not read the head again has the log alone)"}`, async () => {
      const ctx = world.ctx(system);
      await saveSnapshot(ctx, all(thing("a", "钛合金"), thing("b", "钛管")));
      const held = await ctx.table.get({ pk: "search#head", sk: "head" });
      let taken = false;
      const reader: Ctx = {
        ...ctx,
        log: { info() {}, error() {} },
        table: { ...ctx.table, get: async (...given) => (guarded ? ctx.table.get(...given) : held) },
        objects: {
          ...ctx.objects,
          async get(...given) {
            if (!taken) await forget(ctx, "a");
            taken = true;
            return ctx.objects.get(...given);
          },
        },
      };
      expect(await fresh(reader, "钛")).toEqual(guarded ? ["b"] : []);
    });

  for (const guarded of [true, false])
    it(`is in no snapshot that was being made from what stood there before${guarded ? "" : " (control: without the log and the condition it is)"}`, async () => {
      const ctx = world.ctx(system);
      await saveSnapshot(ctx, all());
      const { query, write } = ctx.table;
      const careless: Ctx["table"] = {
        ...ctx.table,
        query: () => Promise.resolve({ items: [] }),
        write: (writes, token) =>
          write(
            writes.map(({ condition: _, values, ...rest }) => (rest.put ? rest : { ...rest, ...(values ? { values } : {}) })),
            token,
          ),
      };
      let removed = 0;
      const maker: Ctx = {
        ...ctx,
        table: guarded ? { ...ctx.table, query, write } : careless,
        objects: {
          ...ctx.objects,
          async put(...given) {
            if (!removed++) await forget(ctx, "b");
            return ctx.objects.put(...given);
          },
        },
      };
      async function* read(): AsyncGenerator<SearchDocument> {
        yield* all(thing("a", "钛合金"), thing("b", "钛管"), thing("c", "钛棒"));
        await forget(ctx, "a");
      }
      await saveSnapshot(maker, read());
      expect(kept()).toEqual(guarded ? ["c"] : ["a", "b", "c"]);
    });
});

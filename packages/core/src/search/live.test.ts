import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { makeDocument, seeded } from "../../../../tests/bench/search-documents.ts";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { all, commit, thing } from "../../../../tests/support/search.ts";
import { tableName } from "../../../local/src/table.ts";
import type { Ctx } from "../platform/context.ts";
import { liveIndex } from "./live.ts";
import { logWrites } from "./log.ts";
import type { SearchDocument } from "./schema.ts";
import { compactSnapshot, loadSnapshot, readHead, saveSnapshot } from "./snapshot.ts";

const world = embedded();
const day = 86_400_000;

type Live = ReturnType<typeof liveIndex>;
async function titles(live: Live, ctx: Ctx, q: string): Promise<string[]> {
  const result = await live.search(ctx, { q, locale: "zh-CN", facets: {}, sort: "relevance", page: 1, size: 50 });
  return result.hits.map(({ payload }) => payload).sort();
}
const fresh = (ctx: Ctx, q: string) => titles(liveIndex(), ctx, q);
const snapshots = () => [...world.files.keys()].filter((key) => key.startsWith("private/search/"));

/** Nothing that an earlier test wrote is met again: there is no snapshot, and the log is of other days. */
beforeEach(async () => {
  world.files.clear();
  world.clock.advance(40 * day);
  await world.client.send(new DeleteItemCommand({ TableName: tableName, Key: { pk: { S: "search#head" }, sk: { S: "head" } } }));
});

describe("a live index", () => {
  it("finds what was committed, also where no snapshot was ever saved", async () => {
    const ctx = world.ctx(system);
    await commit(ctx, { document: thing("a", "钛合金") }, { document: thing("b", "钛管") });
    expect(await fresh(ctx, "钛")).toEqual(["a", "b"]);
  });

  it("finds a change, a replacement and a removal within half a second", async () => {
    const ctx = world.ctx(system);
    const live = liveIndex();
    expect(await titles(live, ctx, "钛")).toEqual([]);
    await commit(ctx, { document: thing("a", "钛合金") });
    expect(await titles(live, ctx, "钛")).toEqual([]);
    world.clock.advance(500);
    expect(await titles(live, ctx, "钛")).toEqual(["a"]);
    await commit(ctx, { document: thing("a", "铝合金") });
    world.clock.advance(500);
    expect(await titles(live, ctx, "钛")).toEqual([]);
    expect(await titles(live, ctx, "铝合金")).toEqual(["a"]);
    await commit(ctx, { id: "a", gone: true });
    world.clock.advance(500);
    expect(await titles(live, ctx, "铝合金")).toEqual([]);
  });

  it("begins with the snapshot and adds what was committed since", async () => {
    const ctx = world.ctx(system);
    await saveSnapshot(ctx, all(thing("a", "钛合金"), thing("b", "钛管")));
    await commit(ctx, { document: thing("c", "钛棒") }, { id: "b", gone: true });
    expect(await fresh(ctx, "钛")).toEqual(["a", "c"]);
  });

  it("keeps what is committed while a snapshot is made", async () => {
    const ctx = world.ctx(system);
    async function* slow(): AsyncGenerator<SearchDocument> {
      yield thing("a", "钛合金");
      world.clock.advance(5 * 60_000);
      await commit(ctx, { document: thing("b", "钛管") });
      world.clock.advance(5 * 60_000);
    }
    await saveSnapshot(ctx, slow());
    expect(await fresh(ctx, "钛")).toEqual(["a", "b"]);
  });

  it("finds a change whose id is older than others that it has seen", async () => {
    const ctx = world.ctx(system);
    const live = liveIndex();
    world.clock.advance(-40_000);
    const late = await logWrites(ctx, [{ document: thing("late", "钛管") }]);
    world.clock.advance(40_000);
    await commit(ctx, { document: thing("a", "钛合金") });
    expect(await titles(live, ctx, "钛")).toEqual(["a"]);
    await ctx.table.write(late, "");
    world.clock.advance(1000);
    // Not by the short look back that each reading does.
    expect(await titles(live, ctx, "钛")).toEqual(["a"]);
    world.clock.advance(14_000);
    expect(await titles(live, ctx, "钛")).toEqual(["a", "late"]);
    expect(await fresh(ctx, "钛")).toEqual(["a", "late"]);
  });

  it("agrees with a process that starts later, in whatever order changes of one document arrive", async () => {
    const ctx = world.ctx(system);
    const live = liveIndex();
    const earlier = await logWrites(ctx, [{ document: thing("a", "钛管") }]);
    world.clock.advance(10);
    await commit(ctx, { document: thing("a", "苹果") });
    expect(await titles(live, ctx, "苹果")).toEqual(["a"]);
    await ctx.table.write(earlier, "");
    world.clock.advance(600);
    expect(await titles(live, ctx, "苹果")).toEqual(["a"]);
    expect(await fresh(ctx, "苹果")).toEqual(["a"]);
  });

  it("reads on over midnight", async () => {
    const ctx = world.ctx(system);
    const live = liveIndex();
    world.clock.now = new Date(`${world.clock.now.toISOString().slice(0, 10)}T23:59:59.900Z`);
    await commit(ctx, { document: thing("a", "钛合金") });
    expect(await titles(live, ctx, "钛")).toEqual(["a"]);
    world.clock.advance(1000);
    await commit(ctx, { document: thing("b", "钛管") });
    expect(await titles(live, ctx, "钛")).toEqual(["a", "b"]);
    expect(await fresh(ctx, "钛")).toEqual(["a", "b"]);
  });

  it("takes up a new snapshot", async () => {
    const ctx = world.ctx(system);
    const live = liveIndex();
    await saveSnapshot(ctx, all(thing("a", "钛合金")));
    expect(await titles(live, ctx, "钛")).toEqual(["a"]);
    world.clock.advance(5 * 60_000);
    await saveSnapshot(ctx, all(thing("b", "钛管")));
    expect(await titles(live, ctx, "钛")).toEqual(["b"]);
  });

  it("answers from the log alone where the snapshot is broken or missing, says so once, and tries again", async () => {
    const errors: string[] = [];
    const ctx = { ...world.ctx(system), log: { info() {}, error: (message: string) => errors.push(message) } };
    await commit(ctx, { document: thing("a", "钛合金") });
    world.clock.advance(5 * 60_000);
    await saveSnapshot(ctx, all(thing("a", "钛合金"), thing("b", "钛管")));
    const [key = ""] = snapshots();
    const object = world.files.get(key);
    for (const broken of [undefined, { body: object?.body.slice(0, 100) ?? new Uint8Array(), type: "" }]) {
      errors.length = 0;
      if (broken) world.files.set(key, broken);
      else world.files.delete(key);
      const live = liveIndex();
      expect(await titles(live, ctx, "钛")).toEqual(["a"]);
      world.clock.advance(1000);
      expect(await titles(live, ctx, "钛")).toEqual(["a"]);
      expect(errors).toEqual(["search.snapshot"]);
      if (object) world.files.set(key, object);
      world.clock.advance(30_000);
      expect(await titles(live, ctx, "钛")).toEqual(["a", "b"]);
    }
  });

  it("answers with what it has when the table does not, and fails only where it has nothing", async () => {
    const ctx = world.ctx(system);
    await commit(ctx, { document: thing("a", "钛合金") });
    const down: Ctx = { ...ctx, table: { ...ctx.table, get: () => Promise.reject(new Error("down")) } };
    const live = liveIndex();
    await expect(titles(live, down, "钛")).rejects.toThrow("down");
    expect(await titles(live, ctx, "钛")).toEqual(["a"]);
    world.clock.advance(1000);
    expect(await titles(live, down, "钛")).toEqual(["a"]);
  });

  it("reads the table once for questions at the same moment, and not again for half a second", async () => {
    const ctx = world.ctx(system);
    let reads = 0;
    const counting: Ctx = {
      ...ctx,
      table: {
        ...ctx.table,
        get: (key, consistent) => {
          reads++;
          return ctx.table.get(key, consistent);
        },
      },
    };
    const live = liveIndex();
    await Promise.all([titles(live, counting, "钛"), titles(live, counting, "铝"), titles(live, counting, "")]);
    await titles(live, counting, "钛");
    expect(reads).toBe(1);
    world.clock.advance(500);
    await titles(live, counting, "钛");
    expect(reads).toBe(2);
  });
});

describe("snapshots", () => {
  it("are compacted with the log, and answer the same", async () => {
    const ctx = world.ctx(system);
    await saveSnapshot(ctx, all(...Array.from({ length: 30 }, (_, n) => makeDocument(n))));
    world.clock.advance(5 * 60_000);
    await commit(ctx, { document: thing("a", "钛合金试样") }, { id: makeDocument(3).id, gone: true });
    const before = await fresh(ctx, "钛合金");
    world.clock.advance(5 * 60_000);
    expect(await compactSnapshot(ctx)).toMatchObject({ documents: 30, changes: 2 });
    // Nothing of the log is needed any more.
    world.clock.advance(5 * 60_000);
    expect(await fresh(ctx, "钛合金")).toEqual(before);
    expect(before).toContain("a");
    expect(await compactSnapshot(ctx)).toMatchObject({ documents: 30, changes: 0 });
  });

  it("are made of the log alone where there was none", async () => {
    const ctx = world.ctx(system);
    await commit(ctx, { document: thing("a", "钛合金") });
    expect((await compactSnapshot(ctx)).documents).toBe(1);
    expect(snapshots()).toHaveLength(1);
  });

  it("stay for ten minutes after another took their place", async () => {
    const ctx = world.ctx(system);
    for (let n = 0; n < 3; n++) {
      await saveSnapshot(ctx, all(thing(`${n}`, "钛合金")));
      world.clock.advance(60_000);
    }
    expect(snapshots()).toHaveLength(3);
    world.clock.advance(11 * 60_000);
    await saveSnapshot(ctx, all());
    expect(snapshots()).toHaveLength(2);
  });

  it("can be loaded by whoever read the name of one just before another took its place", async () => {
    const ctx = world.ctx(system);
    await saveSnapshot(ctx, all(thing("old", "钛合金")));
    const held = await readHead(ctx);
    for (const id of ["b", "c"]) {
      world.clock.advance(4 * 60_000);
      await commit(ctx, { document: thing(id, "钛管") });
      await compactSnapshot(ctx);
    }
    if (!held) throw new Error("There is no head.");
    expect((await loadSnapshot(ctx, held)).size).toBe(1);
    world.clock.advance(11 * 60_000);
    await compactSnapshot(ctx);
    world.clock.advance(11 * 60_000);
    // The last is taken away by a job that finds nothing else to do.
    expect(snapshots()).toHaveLength(2);
    expect((await compactSnapshot(ctx)).changes).toBe(0);
    await expect(loadSnapshot(ctx, held)).rejects.toThrow("There is no search snapshot");
    expect(snapshots()).toEqual([`private/${(await readHead(ctx))?.key}`]);
  });

  for (const guarded of [true, false])
    it(`do not stay for ever when their maker was killed${guarded ? "" : " (control: without word of them they do)"}`, async () => {
      const ctx = world.ctx(system);
      await saveSnapshot(ctx, all(thing("a", "钛合金")));
      const killed: Ctx = {
        ...ctx,
        table: {
          ...ctx.table,
          async write(writes, token) {
            if (writes.some(({ put }) => put?.type === "search-head")) throw new Error("killed");
            if (guarded) await ctx.table.write(writes, token);
          },
        },
      };
      await expect(saveSnapshot(killed, all(thing("b", "钛合金")))).rejects.toThrow("killed");
      expect(snapshots()).toHaveLength(2);
      for (const id of ["c", "d", "e"]) {
        world.clock.advance(11 * 60_000);
        await commit(ctx, { document: thing(id, "钛管") });
        await compactSnapshot(ctx);
      }
      // The one that counts, the one before it, and the one that was left.
      expect(snapshots()).toHaveLength(guarded ? 2 : 3);
      expect(await fresh(ctx, "钛管")).toEqual(["c", "d", "e"]);
    });

  for (const guarded of [true, false])
    it(`are not compacted over one that somebody else saved meanwhile${guarded ? "" : " (control: without the condition they are)"}`, async () => {
      const ctx = world.ctx(system);
      await saveSnapshot(ctx, all(thing("old", "钛合金")));
      world.clock.advance(5 * 60_000);
      await commit(ctx, { document: thing("b", "钛管") });
      const slow: Ctx = {
        ...ctx,
        objects: {
          ...ctx.objects,
          put: async (...given) => {
            await ctx.objects.put(...given);
            await saveSnapshot(ctx, all(thing("new", "钛合金"), thing("b", "钛管")));
          },
        },
        table: {
          ...ctx.table,
          write: (writes, token) =>
            ctx.table.write(
              guarded
                ? writes
                : writes.map((write) => {
                    const { condition: _, values: __, ...rest } = write;
                    return write.put ? rest : write;
                  }),
              token,
            ),
        },
      };
      await compactSnapshot(slow);
      expect(await fresh(ctx, "钛")).toEqual(guarded ? ["b", "new"] : ["b", "old"]);
    });

  it("are not compacted when the latest cannot be read, which would lose what only it has", async () => {
    const ctx = world.ctx(system);
    await saveSnapshot(ctx, all(thing("a", "钛合金")));
    const [key = ""] = snapshots();
    world.files.delete(key);
    await expect(compactSnapshot(ctx)).rejects.toThrow("There is no search snapshot");
    expect(snapshots()).toEqual([]);
  });
});

describe("logWrites", () => {
  it("writes items that expire after thirty days and hold no text that can be read", async () => {
    const ctx = world.ctx(system);
    const [write] = await logWrites(ctx, [{ document: thing("a", "钛合金") }]);
    expect(write?.put).toMatchObject({
      pk: `search#log#${world.clock.now.toISOString().slice(0, 10)}`,
      document: "a",
      expiresAt: Math.ceil(world.clock.now.getTime() / 1000) + 30 * 86_400,
    });
    expect(write?.put?.entry).toBeInstanceOf(Uint8Array);
  });

  it("refuses a document that the table could not hold", async () => {
    const random = seeded(1);
    const payload = Array.from({ length: 60_000 }, () => random().toString(36).slice(2)).join("");
    await expect(logWrites(world.ctx(system), [{ document: { ...thing("a", "钛"), payload } }])).rejects.toThrow("too large");
  });
});

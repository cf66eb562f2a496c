import { describe, expect, it } from "vitest";
import { embedded } from "../../../../tests/support/embedded.ts";
import type { Ctx } from "./context.ts";
import { readingAhead } from "./read-ahead.ts";
import type { Key } from "./table.ts";

const world = embedded();
const key = (n: number): Key => ({ pk: `ahead#${n}`, sk: "item" });
const keys = (count: number, from = 0) => Array.from({ length: count }, (_, n) => key(from + n));

/** Notes what the table is asked for. */
function noting(asked: { keys: number; consistent: boolean }[], failing?: Error): Ctx {
  const ctx = world.ctx();
  const getMany: Ctx["table"]["getMany"] = (of, consistent = false) => {
    asked.push({ keys: of.length, consistent });
    return failing ? Promise.reject(failing) : ctx.table.getMany(of, consistent);
  };
  return { ...ctx, table: { ...ctx.table, getMany } };
}
const put = (n: number, value: string) => world.ctx().table.write([{ put: { ...key(n), value } }], "");

describe("a context that reads ahead", () => {
  it("asks at once for what it asked for the last time, and gives what is there now", async () => {
    for (let n = 0; n < 150; n++) await put(n, "old");
    const asked: { keys: number; consistent: boolean }[] = [];
    expect(await readingAhead(noting(asked), "list").table.getMany(keys(150))).toHaveLength(150);
    expect(asked.map((one) => one.keys)).toEqual([100, 50]);
    await put(3, "new");
    asked.length = 0;
    const { table } = readingAhead(noting(asked), "list");
    expect(asked.map((one) => one.keys)).toEqual([100, 50]);
    const items = await table.getMany(keys(151));
    expect(asked.map((one) => one.keys)).toEqual([100, 50, 1]);
    expect(items.find((item) => item.pk === key(3).pk)?.value).toBe("new");
    expect(await table.get(key(4), false)).toMatchObject({ value: "old" });
    expect(asked).toHaveLength(3);
  });

  it("reads as consistently as it is asked to, whatever was read before", async () => {
    await readingAhead(world.ctx(), "strict").table.getMany(keys(2));
    const asked: { keys: number; consistent: boolean }[] = [];
    const { table } = readingAhead(noting(asked), "strict");
    await table.getMany(keys(2), true);
    expect(asked).toEqual([
      { keys: 2, consistent: false },
      { keys: 2, consistent: true },
    ]);
  });

  it("remembers nothing under another name, nor in another process", async () => {
    await readingAhead(world.ctx(), "one").table.getMany(keys(2));
    const asked: { keys: number; consistent: boolean }[] = [];
    readingAhead(noting(asked), "two");
    readingAhead({ ...noting(asked), vault: { ...world.ctx().vault } }, "one");
    expect(asked).toEqual([]);
  });

  it("fails only where what could not be read is asked for", async () => {
    await readingAhead(world.ctx(), "down").table.getMany(keys(2));
    const { table } = readingAhead(noting([], new Error("down")), "down");
    await expect(table.getMany(keys(1))).rejects.toThrow("down");
    expect(await table.getMany([])).toEqual([]);
  });
});

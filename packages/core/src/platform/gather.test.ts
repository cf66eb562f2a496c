import { BatchGetItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { embedded } from "../../../../tests/support/embedded.ts";
import type { Ctx } from "./context.ts";
import { gathering } from "./gather.ts";
import type { Key } from "./table.ts";

const world = embedded();
const key = (n: number): Key => ({ pk: `gather#${n}`, sk: "item" });
/** Counts how often the table is asked. */
function counted(asked: number[], failing?: Error): Ctx {
  const ctx = world.ctx();
  const getMany: Ctx["table"]["getMany"] = (keys, consistent) => {
    asked.push(keys.length);
    return failing ? Promise.reject(failing) : ctx.table.getMany(keys, consistent);
  };
  return { ...ctx, table: { ...ctx.table, getMany } };
}

describe("a context that gathers", () => {
  it("reads together what is asked for in one turn, each once, and gives each its own", async () => {
    const ctx = world.ctx();
    for (let n = 0; n < 130; n++) if (n !== 7) await ctx.table.write([{ put: { ...key(n), n } }], "");
    const asked: number[] = [];
    const { table } = gathering(counted(asked));
    const all = Array.from({ length: 130 }, (_, n) => n);
    const found = await Promise.all([...all, 3, 7].map((n) => table.get(key(n))));
    expect(asked).toEqual([100, 30]);
    expect(found.map((item) => item?.n)).toEqual([...all.map((n) => (n === 7 ? undefined : n)), 3, undefined]);
    expect((await table.get(key(1)))?.n).toBe(1);
    expect(asked).toEqual([100, 30, 1]);
  });

  it("sees what was written before it was asked", async () => {
    const ctx = gathering(world.ctx());
    await ctx.table.write([{ put: { ...key(1), n: "new" } }], "");
    expect((await ctx.table.get(key(1)))?.n).toBe("new");
  });

  it("asks the table itself for what is sure to be the latest", async () => {
    const asked: unknown[] = [];
    const client = new Proxy(world.client, {
      get: (of, name) =>
        name === "send"
          ? (command: { input: object }) => {
              if (command instanceof BatchGetItemCommand) asked.push(...Object.values(command.input.RequestItems ?? {}));
              return of.send(command as Parameters<typeof of.send>[0]);
            }
          : Reflect.get(of, name),
    });
    await gathering(world.ctx(undefined, { client })).table.get(key(1));
    expect(asked).toMatchObject([{ ConsistentRead: true }]);
  });

  it("fails each that was asked for when the table fails", async () => {
    const { table } = gathering(counted([], new Error("down")));
    const both = await Promise.allSettled([table.get(key(1)), table.get(key(2))]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { Item } from "../platform/table.ts";
import { appendTrail } from "./append.ts";
import { signingKey } from "./chain.ts";
import { readTrail } from "./read-trail.ts";

const world = embedded();
const key = signingKey("a secret for tests");
const sealed = async (name: string, version: number): Promise<Item> => {
  const item = { pk: "talent#tal_1", sk: "talent", type: "talent", name, version, updatedAt: world.clock.now.toISOString() };
  const ctx = world.ctx();
  await ctx.table.write([{ put: item, seals: [{ person: "p1", attributes: ["name"] }] }], "");
  const { Item: stored = {} } = await world.client.send(
    new GetItemCommand({ TableName: "lingxi", Key: { pk: { S: item.pk }, sk: { S: item.sk } } }),
  );
  return { ...unmarshall(stored), updatedBy: "stf_one", requestId: "req_1" };
};

describe("reading the trail", () => {
  it("shows who changed what, with personal values opened until the person is erased, and to auditors alone", async () => {
    const before = await sealed("王示例", 1);
    const after = await sealed("王更名", 2);
    const told = { at: world.clock.now.toISOString(), events: ["talent.changed"] };
    await appendTrail(
      world.ctx(system),
      [
        { ...told, event: "one", after: before },
        { ...told, event: "two", before, after },
      ],
      key,
    );
    await appendTrail(world.ctx(system), [{ ...told, event: "two", before, after }], key);
    const read = (asked: object) => readTrail(world.ctx(staff("auditor")), asked);
    const { items } = await read({ record: "tal_1" });
    expect(items.map(({ n, action, actor, requestId }) => [n, action, actor, requestId])).toEqual([
      [2, "changed", "stf_one", "req_1"],
      [1, "created", "stf_one", "req_1"],
    ]);
    expect(items[0]?.fields).toEqual([
      { name: "name", before: { is: "王示例", personal: true }, after: { is: "王更名", personal: true } },
    ]);
    expect((await read({ actor: "stf_one" })).items).toHaveLength(2);
    expect((await read({})).items).toHaveLength(2);
    expect((await read({ month: "2026-10" })).items).toEqual([]);

    await world.ctx().vault.erase(await world.ctx().vault.retire("p1"));
    expect((await read({ record: "tal_1" })).items[0]?.fields).toEqual([
      { name: "name", before: { erased: true }, after: { erased: true } },
    ]);
    await expect(readTrail(world.ctx(staff("organiser")), {})).rejects.toMatchObject({ reason: "access.forbidden" });
  });
});

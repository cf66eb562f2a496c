import {
  type BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { anyone, embedded } from "../../../../../tests/support/embedded.ts";
import { entity } from "../entity.ts";
import { reason } from "../reason.ts";
import { keyTableOf } from "../table-definition.ts";
import { settles } from "./ring.ts";

interface Note {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly state: string;
  readonly rows: readonly { readonly who: string; readonly n: number }[];
}
const Notes = entity<Note, { id: string }>({
  type: "note",
  personal: { person: (n) => n.person, empty: { name: "", phone: undefined } },
  personalRows: { rows: { person: (row: Note["rows"][number]) => `row${row.n}`, empty: { who: "" } } },
  key: ({ id }) => ({ pk: `note#${id}`, sk: "note" }),
  indexed: () => ({ byState: { pk: "notes", sk: "0" } }),
});
const missing = reason("note.missing", "not-found", "没有。", "None.");
const note = (id: string, person: string): Note => ({
  id,
  person,
  name: `名字 ${person}`,
  phone: "13900000009",
  state: "open",
  rows: [
    { who: "行一", n: 1 },
    { who: "行二", n: 2 },
  ],
});

const world = embedded();
/** A context of another process, which has read nothing yet. */
const elsewhere = () => world.ctx(anyone, {});
const write = (record: Note) => {
  const ctx = world.ctx();
  return ctx.table.write([Notes.create(ctx, record)], "");
};
const stored = async (id: string) =>
  JSON.stringify(
    await world.client.send(new GetItemCommand({ TableName: "lingxi", Key: { pk: { S: `note#${id}` }, sk: { S: "note" } } })),
    (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value),
  );
const read = (id: string, ctx = world.ctx()) => Notes.get(ctx, { id }, missing);

describe("what an entity declares personal", () => {
  it("is sealed in the table and read as it was written", async () => {
    await write(note("1", "p1"));
    const raw = await stored("1");
    for (const secret of ["名字", "13900000009", "行一"]) expect(raw).not.toContain(secret);
    expect(raw).toContain("open");
    expect(await read("1")).toMatchObject(note("1", "p1"));
    const [listed] = (await Notes.list(world.ctx(), { index: "byState", pk: "notes", limit: 1 })).items;
    expect(listed?.name).toBe("名字 p1");
  });

  it("is opened in what a refused condition shows", async () => {
    await expect(write(note("1", "p1"))).rejects.toMatchObject({
      failed: new Map([[0, expect.objectContaining({ name: "名字 p1" })]]),
    });
  });

  it("is nobody's where it is empty", async () => {
    await write({ ...note("empty", "p0"), name: "", phone: undefined, rows: [] });
    expect(await stored("empty")).not.toContain("sealedFor");
  });

  it("is read as consistently as was asked for, several at once too", async () => {
    const asked: (boolean | undefined)[] = [];
    const send = (command: BatchGetItemCommand) => {
      for (const of of Object.values(command.input.RequestItems ?? {})) asked.push(of.ConsistentRead);
      return world.client.send(command);
    };
    const { table } = world.ctx(anyone, { client: { send } as unknown as DynamoDBClient });
    for (const consistent of [true, false]) await table.getMany([{ pk: "note#none", sk: "note" }], consistent);
    expect(asked).toEqual([true, false]);
  });

  it("can be moved to no other item", async () => {
    await write(note("here", "p1"));
    const { Item } = await world.client.send(
      new GetItemCommand({ TableName: "lingxi", Key: { pk: { S: "note#here" }, sk: { S: "note" } } }),
    );
    await world.client.send(new PutItemCommand({ TableName: "lingxi", Item: { ...Item, pk: { S: "note#there" } } }));
    await expect(read("there")).rejects.toThrow();
    expect((await read("here")).name).toBe("名字 p1");
  });
});

describe("erasing a key", () => {
  it("takes one person's values from the table and from every backup of it, and nobody else's", async () => {
    await write(note("2", "p2"));
    await write(note("3", "p3"));
    const { Items: backup = [] } = await world.client.send(new ScanCommand({ TableName: "lingxi", ConsistentRead: true }));
    const label = await world.ctx().vault.retire("p2");
    await world.ctx().vault.erase(label);
    await world.ctx().vault.erase(label);
    for (const Item of backup) await world.client.send(new PutItemCommand({ TableName: "lingxi", Item }));
    const erased = await read("2");
    expect(erased).toMatchObject({ name: "", state: "open", person: "p2" });
    expect(erased.phone).toBeUndefined();
    expect((await read("3")).name).toBe("名字 p3");
  });

  it("does nothing to a backup that holds the keys as well (control)", async () => {
    await write(note("4", "p4"));
    const TableName = keyTableOf("lingxi");
    const { Items: keys = [] } = await world.client.send(new ScanCommand({ TableName, ConsistentRead: true }));
    const label = await world.ctx().vault.retire("p4");
    await world.ctx().vault.erase(label);
    expect((await read("4")).name).toBe("");
    const { Items: after = [] } = await world.client.send(new ScanCommand({ TableName, ConsistentRead: true }));
    for (const Item of keys) await world.client.send(new PutItemCommand({ TableName, Item }));
    expect((await read("4", elsewhere())).name).toBe("名字 p4");
    for (const Item of after) await world.client.send(new PutItemCommand({ TableName, Item }));
  });

  it("gives a person who comes back another key, also in a process that read the ring before", async () => {
    const old = world.ctx();
    const first = (await old.vault.current("p5")).label;
    await elsewhere().vault.retire("p5");
    expect((await old.vault.current("p5")).label).toBe(first);
    world.clock.advance(settles);
    expect((await old.vault.current("p5")).label).not.toBe(first);
    await world.ctx().vault.erase(first);
    await write(note("5", "p5"));
    expect((await read("5")).name).toBe("名字 p5");
  });

  it("loses none of many at once", async () => {
    const people = Array.from({ length: 12 }, (_, n) => `many${n}`);
    for (const person of people) await write(note(person, person));
    await Promise.all(
      people.slice(0, 8).map(async (person) => {
        const { vault } = elsewhere();
        await vault.erase(await vault.retire(person));
      }),
    );
    for (const [n, person] of people.entries())
      expect((await read(person, elsewhere())).name).toBe(n < 8 ? "" : `名字 ${person}`);
  });

  it("holds the seeds sealed with the master key", async () => {
    const { Items = [] } = await world.client.send(new ScanCommand({ TableName: keyTableOf("lingxi") }));
    expect(Items.length).toBeGreaterThan(1);
    for (const item of Items) expect(new Set(Object.keys(item))).toEqual(new Set(["pk", "retired", "seeds", "sk", "version"]));
    const { vault } = await import("./ring.ts");
    const { dynamoTable } = await import("../table.ts");
    const stranger = vault(
      dynamoTable(world.client, keyTableOf("lingxi")),
      () => "another",
      () => world.clock.now,
    );
    await expect(stranger.current("p1")).rejects.toThrow("master key");
    const rotated = vault(
      dynamoTable(world.client, keyTableOf("lingxi")),
      () => "another,a master key for tests",
      () => world.clock.now,
    );
    expect((await rotated.find("p1.0"))?.encrypting.export()).toEqual(
      (await world.ctx().vault.find("p1.0"))?.encrypting.export(),
    );
  });
});

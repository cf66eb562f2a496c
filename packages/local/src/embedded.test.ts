import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataFolder, readSecrets } from "./data-folder.ts";
import { startDynoxide } from "./dynoxide.ts";
import { buckets, startObjects } from "./objects.ts";
import { ensureTable, tableName, trimStream } from "./table.ts";

const local = { region: "cn-northwest-1", credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" } };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lingxi-embedded-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the embedded table", () => {
  it("keeps its items and its stream address over a restart, even after a hard kill of its host", async () => {
    const file = join(folder, "table.db");
    const first = await startDynoxide(file);
    const client = new DynamoDBClient({ ...local, endpoint: first.endpoint });
    const arn = await ensureTable(client, tableName, first.file);
    await client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: "a" }, sk: { S: "b" } } }));

    // The first one is not closed: the second start meets it as a killed host leaves it.
    const second = await startDynoxide(file);
    const again = new DynamoDBClient({ ...local, endpoint: second.endpoint });
    await expect(fetch(first.endpoint)).rejects.toThrow();
    expect(await ensureTable(again, tableName, second.file)).toBe(arn);
    const { Item } = await again.send(new GetItemCommand({ TableName: tableName, Key: { pk: { S: "a" }, sk: { S: "b" } } }));
    expect(Item?.pk?.S).toBe("a");
    await second.close();
  });

  it("finds the number of the next stream record without reading those before it", async () => {
    const question = "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1";
    const program = import.meta.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`);
    expect((await readFile(new URL("dynoxide", program))).includes(question)).toBe(true);
    const dynoxide = await startDynoxide(join(folder, "stream.db"));
    const client = new DynamoDBClient({ ...local, endpoint: dynoxide.endpoint });
    await ensureTable(client, tableName, dynoxide.file);
    const db = new DatabaseSync(dynoxide.file);
    const plan = () => db.prepare(`explain query plan ${question}`).all(tableName)[0]?.detail;
    expect(plan()).toContain("USING COVERING INDEX stream_in_order");
    // The same index with the type in lower case is none to SQLite.
    db.exec(`drop index stream_in_order;
      create index other on _stream_records (table_name, CAST(sequence_number AS integer))`);
    expect(plan()).not.toContain("COVERING");
    db.close();
    await dynoxide.close();
  });

  it("trims what is consumed and older than a day, and never the newest record", async () => {
    const dynoxide = await startDynoxide(join(folder, "trim.db"));
    const client = new DynamoDBClient({ ...local, endpoint: dynoxide.endpoint });
    await ensureTable(client, tableName, dynoxide.file);
    for (const sk of ["1", "2", "3"])
      await client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: "a" }, sk: { S: sk } } }));
    const left = () => {
      const db = new DatabaseSync(dynoxide.file);
      const numbers = db
        .prepare("select sequence_number n from _stream_records order by id")
        .all()
        .map((row) => row.n);
      db.close();
      return numbers;
    };
    expect(trimStream(dynoxide.file, tableName, "3", new Date())).toBe(0);
    const later = new Date(Date.now() + 2 * 86_400_000);
    expect(trimStream(dynoxide.file, tableName, "1", later)).toBe(1);
    expect(trimStream(dynoxide.file, tableName, "3", later)).toBe(1);
    expect(left()).toEqual(["3"]);
    await client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: "a" }, sk: { S: "4" } } }));
    expect(left()).toEqual(["3", "4"]);
    await dynoxide.close();
  });
});

describe("the embedded object store", () => {
  it("never shows half an object or a foreign digest while it is being replaced", async () => {
    const store = await startObjects(join(folder, "objects"));
    const client = new S3Client({ ...local, endpoint: store.endpoint, forcePathStyle: true });
    const put = (letter: string) =>
      client.send(
        new PutObjectCommand({
          Bucket: buckets.site,
          Key: "page/index.html",
          Body: letter.repeat(letter === "a" ? 50_000 : 90_000),
          ContentType: "text/html",
        }),
      );
    await put("a");
    const writes = (async () => {
      for (let i = 0; i < 25; i++) await put(i % 2 ? "a" : "b");
    })();
    const etags = new Map<string, string>();
    for (let i = 0; i < 50; i++) {
      const answer = await client.send(new GetObjectCommand({ Bucket: buckets.site, Key: "page/index.html" }));
      const text = (await answer.Body?.transformToString()) ?? "";
      expect(text).toMatch(text.startsWith("a") ? /^a{50000}$/ : /^b{90000}$/);
      const known = etags.get(text[0] ?? "") ?? answer.ETag;
      expect(answer.ETag).toBe(known);
      etags.set(text[0] ?? "", known ?? "");
    }
    await writes;
    await store.close();
  });
});

describe("the data folder", () => {
  it("belongs to one process at a time, and is free again once it is closed", () => {
    const path = join(folder, "data");
    const first = openDataFolder(path);
    expect(() => openDataFolder(path)).toThrow(/in use by another process/);
    first.close();
    openDataFolder(path).close();
  });

  it("says in one sentence that it cannot be written", () => {
    expect(() => openDataFolder("/proc/lingxi")).toThrow(/cannot be written \(ENOENT\)/);
  });

  it("makes its secrets once", () => {
    const path = join(folder, "data");
    expect(readSecrets(path, "secrets")).toBe(readSecrets(path, "secrets"));
    expect(readSecrets(path, "secrets")).toMatch(/^[\w-]{43}$/);
  });
});

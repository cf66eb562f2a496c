import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Actor } from "@lingxi/core/platform/actor";
import type { Ctx } from "@lingxi/core/platform/context";
import type { Change } from "@lingxi/core/platform/event";
import { createKeys } from "@lingxi/core/platform/keys";
import type { RawMail } from "@lingxi/core/platform/mail/mailer";
import type { Item } from "@lingxi/core/platform/table";
import { dynamoTable } from "@lingxi/core/platform/table";
import { keyTableOf } from "@lingxi/core/platform/table-definition";
import { vault } from "@lingxi/core/platform/vault/ring";
import { sealedTable } from "@lingxi/core/platform/vault/sealed-table";
import { startDynoxide } from "@lingxi/local/dynoxide";
import { ensureTable, tableName } from "@lingxi/local/table";
import { plainClient } from "../../support/plain-table.ts";

/** One committed change, with the number that the stream gives it. */
export interface Told extends Change {
  readonly sequence: number;
}

/** What the contexts of one schedule share. */
export interface Shared {
  now(): Date;
  newId(prefix: string): string;
  send(mail: RawMail): Promise<{ messageId: string }>;
}

/** A real table on a file, with what schedules need of it. */
export interface Ground {
  readonly client: DynamoDBClient;
  /** The stream since it was asked last. */
  changes(): Told[];
  ctx(client: DynamoDBClient, actor: Actor, shared: Shared): Ctx;
  close(): Promise<void>;
}

const never = (what: string) =>
  new Proxy(
    {},
    {
      get() {
        throw new Error(`Activities need no ${what}.`);
      },
    },
  ) as never;

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-activities-"));
  const table = await startDynoxide(join(folder, "table.db"));
  const sdk = new DynamoDBClient({
    endpoint: table.endpoint,
    region: "cn-northwest-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  await ensureTable(sdk, tableName, table.file);
  sdk.destroy();
  const { client, close } = plainClient(table.endpoint);
  const db = new DatabaseSync(table.file, { timeout: 5000 });
  const read = db.prepare("select id, old_image, new_image from _stream_records where table_name = ? and id > ? order by id");
  let seen = 0;
  const keys = createKeys(["a secret for tests"]);
  // The keys of people are proven elsewhere: here they are read once.
  const people = vault(
    dynamoTable(client, keyTableOf(tableName)),
    () => "a master key for tests",
    () => new Date(0),
  );
  await people.prepare();

  return {
    client,
    changes() {
      const rows = read.all(tableName, seen) as { id: number; old_image: string | null; new_image: string | null }[];
      seen = rows.at(-1)?.id ?? seen;
      return rows.map((row) => ({ sequence: row.id, before: toItem(row.old_image), after: toItem(row.new_image) }));
    },
    ctx: (faulty, actor, { now, newId, send }) => ({
      actor,
      requestId: "req_test",
      origin: "https://lingxi.example",
      now,
      newId,
      table: sealedTable(
        dynamoTable(
          faulty,
          tableName,
          () => 0,
          async () => {},
        ),
        people,
      ),
      vault: people,
      keys,
      mailer: { from: "灵犀计划 <noreply@lingxi.example>", replyTo: "help@lingxi.example", send },
      objects: never("objects"),
      outbound: never("outbound"),
      render: () => Promise.reject(new Error("no renderer")),
      fonts: never("fonts"),
      sound: async () => () => [],
      log: { info() {}, error() {} },
    }),
    async close() {
      db.close();
      close();
      await table.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const toItem = (image: string | null): Item | undefined =>
  image
    ? unmarshall(
        JSON.parse(image, (name, value: unknown) =>
          name === "B" && typeof value === "string" ? Buffer.from(value, "base64") : value,
        ) as Record<string, AttributeValue>,
      )
    : undefined;

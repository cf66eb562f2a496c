import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { dynamoTable } from "@lingxi/core/platform/table";
import { keyTableOf } from "@lingxi/core/platform/table-definition";
import { vault } from "@lingxi/core/platform/vault/ring";
import { openItem } from "@lingxi/core/platform/vault/sealed-table";
import { startDynoxide } from "@lingxi/local/dynoxide";
import { tableName } from "@lingxi/local/table";
import { eventually, type HostProcess, printedToken } from "./host.ts";

/** Opens the table in the data folder of a host that has ended. */
export async function withTable<T>(dataDir: string, work: (client: DynamoDBClient) => Promise<T>): Promise<T> {
  const table = await startDynoxide(join(dataDir, "table.db"));
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: "cn-northwest-1", credentials });
  try {
    return await work(client);
  } finally {
    client.destroy();
    await table.close();
  }
}

/** Every item that a host left in its table. */
export const itemsOf = (dataDir: string): Promise<Record<string, unknown>[]> => withTable(dataDir, scanned);

async function scanned(client: DynamoDBClient): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: tableName }))
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
  return items;
}

/** The same, with what its people's keys open. */
export const openedItemsOf = (dataDir: string): Promise<Record<string, unknown>[]> =>
  withTable(dataDir, async (client) => {
    const masterKey = readFileSync(join(dataDir, "master-key"), "utf8");
    const keys = dynamoTable(client, keyTableOf(tableName));
    const people = vault(
      keys,
      () => masterKey,
      () => new Date(),
    );
    return Promise.all((await scanned(client)).map((item) => openItem(people, item)));
  });

/** Reads, or changes, the host's own state after its end. */
export function withHostState<T>(dataDir: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(dataDir, "host.db"));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

export const mailsIn = (dataDir: string): { to: string; subject: string }[] =>
  withHostState(dataDir, (db) =>
    db
      .prepare("select recipient, subject from mail order by number")
      .all()
      .map(({ recipient, subject }) => ({ to: String(recipient), subject: String(subject) })),
  );

/** Calls the host's API as the administrator whose link it printed. */
export async function administratorOf(host: HostProcess) {
  const token = await printedToken(host);
  let cookie = "";
  const send = async <T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> => {
    const form = body instanceof FormData;
    const answer = await fetch(`${host.origin}${path}`, {
      method,
      headers: { cookie, ...(body === undefined || form ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    cookie ||= answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : {}) as T;
  };
  await send("POST", "/api/session", { token });
  return send;
}
export type Send = Awaited<ReturnType<typeof administratorOf>>;

/** Publishes an activity of so many seats. @returns its id */
export async function runActivity(send: Send, form: object): Promise<string> {
  const { id } = await send<{ id: string }>("POST", "/api/console/activities", form);
  await send("POST", `/api/console/activities/${id}/publish`, { version: 1 });
  return id;
}

/** Imports the addresses, writes a notification to them, tests it and starts it. @returns its id */
export async function runCampaign(send: Send, form: object, rows: readonly string[]): Promise<string> {
  const upload = new FormData();
  upload.set("file", new File([`email,name\n${rows.join("\n")}\n`], "list.csv", { type: "text/csv" }));
  upload.set("source", "测试名单");
  upload.set("basis", "written");
  const { id: importId } = await send<{ id: string }>("POST", "/api/imports", upload);
  const content = { ...form, audience: { chains: [], importId } };
  const { id } = await send<{ id: string }>("POST", "/api/console/campaigns", content);
  await send("POST", `/api/console/campaigns/${id}/test`, { version: 1, email: "tester@lingxi.example" });
  await eventually(async () => (await send<{ lint?: object }>("GET", `/api/console/campaigns/${id}`)).lint !== undefined);
  await send("POST", `/api/console/campaigns/${id}/send`, { version: 2, expected: rows.length });
  return id;
}

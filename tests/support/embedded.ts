import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Actor, Role } from "@lingxi/core/platform/actor";
import type { Ctx } from "@lingxi/core/platform/context";
import { createKeys } from "@lingxi/core/platform/keys";
import type { RawMail } from "@lingxi/core/platform/mail/mailer";
import type { Objects } from "@lingxi/core/platform/objects";
import { fonts } from "@lingxi/core/platform/parts";
import { pinyin } from "@lingxi/core/platform/pinyin";
import type { Render } from "@lingxi/core/platform/render";
import { type Parts, runtime } from "@lingxi/core/platform/runtime";
import { dynamoClient } from "@lingxi/core/platform/table";
import type { Vault } from "@lingxi/core/platform/vault/ring";
import { openItem } from "@lingxi/core/platform/vault/sealed-table";
import { startDynoxide } from "@lingxi/local/dynoxide";
import { ensureTable, tableName } from "@lingxi/local/table";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { plainClient } from "./plain-table.ts";

export const system: Actor = { kind: "system", name: "test" };
export const staff = (...roles: Role[]): Actor => ({ kind: "staff", id: `stf_${roles.join("-")}`, roles });
export const anyone: Actor = { kind: "public" };

/** What a test file has: a real table of its own on a file, a clock that it moves, mails and objects that it reads. */
export interface World {
  /** A context for the actor, the public by default; `parts` makes it one of another process, with another client, mailer or renderer where they are given. */
  ctx(actor?: Actor, parts?: Partial<Pick<Parts, "client" | "mailer" | "render" | "outbound">>): Ctx;
  readonly client: DynamoDBClient;
  readonly clock: { now: Date; advance(milliseconds: number): void };
  /** Mails that the transport took, oldest first; emptied before each test. */
  readonly mails: RawMail[];
  /** The stores by `site/key` and `private/key`. */
  readonly files: Map<string, { body: Uint8Array; type: string }>;
  /** What the renderer does; by default it fails. */
  render: Render;
  /** Every item of the table, opened, for "nothing was written"; how often something was tried is left out unless all are asked for. */
  scan(all?: boolean): Promise<Record<string, unknown>[]>;
}

/**
 * Starts the embedded table for the test file that calls it, and ends it after.
 * @param plain contexts call the table without the SDK's layers, for tests that make hundreds of thousands of calls
 */
export function embedded({ plain = false } = {}): World {
  const folder = mkdtempSync(join(tmpdir(), "lingxi-test-"));
  const mails: RawMail[] = [];
  const files: World["files"] = new Map();
  const clock = {
    now: new Date("2026-11-23T02:00:00.000Z"),
    advance(milliseconds: number) {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
  };
  let client: DynamoDBClient | undefined;
  let direct: ReturnType<typeof plainClient> | undefined;
  let scanning: Vault | undefined;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const table = await startDynoxide(join(folder, "table.db"));
    stop = table.close;
    client = dynamoClient({
      endpoint: table.endpoint,
      region: "cn-northwest-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    await ensureTable(client, tableName, table.file);
    if (plain) direct = plainClient(table.endpoint);
  });
  beforeEach(() => {
    mails.length = 0;
  });
  afterAll(async () => {
    client?.destroy();
    direct?.close();
    await stop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  const need = () => {
    if (!client) throw new Error("The table starts in beforeAll; ask for it in a test.");
    return client;
  };
  let usual: ReturnType<typeof runtime> | undefined;
  const started = (parts: Partial<Parts> = {}) =>
    runtime(
      { TABLE_NAME: tableName, SITE_ORIGIN: "https://lingxi.example", MASTER_KEYS: "a master key for tests" },
      {
        client: direct?.client ?? need(),
        keys: createKeys(["a secret for tests"]),
        now: () => clock.now,
        log: { info() {}, error() {} },
        objects: memoryObjects(files),
        outbound: { check: async () => undefined, post: async () => ({ status: 204, bytes: 0 }) },
        render: (input) => world.render(input),
        fonts: fonts({}),
        sound: pinyin,
        mailer: {
          from: "灵犀计划 <noreply@lingxi.example>",
          replyTo: "help@lingxi.example",
          async send(mail) {
            mails.push(mail);
            return { messageId: `message-${mails.length}` };
          },
        },
        ...parts,
      },
    );
  const world: World = {
    clock,
    mails,
    files,
    render: () => Promise.reject(new Error("This test gave no renderer.")),
    get client() {
      return need();
    },
    ctx(actor = anyone, parts) {
      // One runtime, as a process has: what it keeps of the keys is kept.
      usual ??= started();
      return (parts ? started(parts) : usual)(actor, "req_test");
    },
    async scan(all = false) {
      const { Items = [] } = await need().send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
      scanning ??= world.ctx().vault;
      const people = scanning;
      const items = Items.map((item) => unmarshall(item)).filter(({ type }) => all || type !== "limit");
      return Promise.all(items.map((item) => openItem(people, item)));
    },
  };
  return world;
}

function memoryObjects(files: World["files"]): Objects {
  return {
    async put(store, key, body, { type }) {
      files.set(`${store}/${key}`, { body: typeof body === "string" ? new TextEncoder().encode(body) : body, type });
    },
    get: async (store, key) => files.get(`${store}/${key}`),
    async remove(store, key) {
      files.delete(`${store}/${key}`);
    },
  };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Actor } from "@lingxi/core/platform/actor";
import type { Ctx } from "@lingxi/core/platform/context";
import { createKeys } from "@lingxi/core/platform/keys";
import { jsonLog } from "@lingxi/core/platform/log";
import type { Mailer, RawMail } from "@lingxi/core/platform/mail/mailer";
import type { Objects } from "@lingxi/core/platform/objects";
import type { Render } from "@lingxi/core/platform/render";
import { runtime } from "@lingxi/core/platform/runtime";
import { startDynoxide } from "../../packages/local/src/dynoxide.ts";
import { ensureTable } from "../../packages/local/src/table.ts";

/** A real table for one test file, on a file of its own. */
export interface EmbeddedTable {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  readonly table: string;
  /** A client that goes the same way, for tests that get in between. */
  newClient(): DynamoDBClient;
  close(): Promise<void>;
}

export async function startTable(table = "lingxi"): Promise<EmbeddedTable> {
  const folder = await mkdtemp(join(tmpdir(), "lingxi-table-"));
  const dynoxide = await startDynoxide(join(folder, "table.db"));
  const newClient = () =>
    new DynamoDBClient({
      endpoint: dynoxide.endpoint,
      region: "cn-northwest-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
  const client = newClient();
  await ensureTable(client, table, dynoxide.file);
  return {
    client,
    endpoint: dynoxide.endpoint,
    table,
    newClient,
    async close() {
      client.destroy();
      await dynoxide.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A clock that stands still until it is moved. */
export interface TestClock {
  readonly now: () => Date;
  set(to: string | Date): void;
  advance(milliseconds: number): void;
}

export function testClock(start: string | Date = "2026-11-22T06:00:00.000Z"): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (to) => {
      at = new Date(to).getTime();
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** A mailer that keeps what it was given; `fail` makes its next calls fail. */
export interface RecordingMailer extends Mailer {
  readonly sent: RawMail[];
  fail(...errors: Error[]): void;
}

export function recordingMailer(): RecordingMailer {
  const sent: RawMail[] = [];
  const failures: Error[] = [];
  return {
    from: "灵犀计划 <no-reply@lingxi.example>",
    replyTo: "灵犀计划 <office@lingxi.example>",
    sent,
    fail: (...errors) => void failures.push(...errors),
    async send(mail) {
      const failure = failures.shift();
      if (failure) throw failure;
      sent.push(mail);
      return { messageId: `message-${sent.length}` };
    },
  };
}

/** Objects in memory, looked at as `store/key`. */
export interface MemoryObjects extends Objects {
  readonly files: Map<string, { body: Uint8Array; type: string; cache?: string }>;
}

export function memoryObjects(): MemoryObjects {
  const files: MemoryObjects["files"] = new Map();
  return {
    files,
    async put(store, key, body, options) {
      files.set(`${store}/${key}`, { body: typeof body === "string" ? Buffer.from(body) : body, ...options });
    },
    async get(store, key) {
      return files.get(`${store}/${key}`);
    },
    async remove(store, key) {
      files.delete(`${store}/${key}`);
    },
  };
}

export interface TestContext {
  readonly ctx: Ctx;
  /** The same world seen by somebody else. */
  as(actor: Actor, requestId?: string): Ctx;
  readonly clock: TestClock;
  readonly mailer: RecordingMailer;
  readonly objects: MemoryObjects;
  /** What was logged, a parsed line each. */
  readonly logged: Record<string, unknown>[];
}

/** A context on the real table, with a clock that is moved by hand, a mailer and objects that can be looked into. */
export function testContext(
  embedded: EmbeddedTable,
  options: { actor?: Actor; now?: string | Date; client?: DynamoDBClient; render?: Render; mailer?: Mailer } = {},
): TestContext {
  const clock = testClock(options.now);
  const mailer = recordingMailer();
  const objects = memoryObjects();
  const logged: Record<string, unknown>[] = [];
  const contexts = runtime(
    { TABLE_NAME: embedded.table, SITE_ORIGIN: "https://lingxi.example" },
    {
      client: options.client ?? embedded.client,
      keys: createKeys(["a secret of the tests"]),
      mailer: options.mailer ?? mailer,
      objects,
      now: clock.now,
      log: jsonLog({}, (line) => void logged.push(JSON.parse(line))),
      ...(options.render ? { render: options.render } : {}),
    },
  );
  let calls = 0;
  const as = (actor: Actor, requestId = `request-${++calls}`) => contexts(actor, requestId);
  return { ctx: as(options.actor ?? { kind: "public" }), as, clock, mailer, objects, logged };
}

import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "./refusal.ts";

/** The folder that holds everything, taken by this process until it ends. */
export interface DataFolder {
  readonly path: string;
  /** The host's own durable state: queues, mails, positions. */
  readonly db: DatabaseSync;
  close(): void;
}

const schema = `
  create table if not exists queue (
    id integer primary key, subscriber text not null, message_id text not null, body text not null,
    attempts integer not null default 0, sent_at integer not null, due integer not null);
  create index if not exists queue_due on queue (subscriber, due, id);
  create table if not exists mail (
    number integer primary key, id text not null unique, sender text not null, recipient text not null,
    subject text not null, at integer not null, raw blob not null);
  create table if not exists fact (name text primary key, value text not null) without rowid;
`;

/** Makes the folder where it is missing and takes it: SQLite's lock goes away with the process, however it ends. @throws Refusal */
export function openDataFolder(path: string): DataFolder {
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `数据文件夹 ${path} 无法写入（${(error as NodeJS.ErrnoException).code}）：请改权限，或用 DATA_DIR 另选一个。`,
      `The data folder ${path} cannot be written (${(error as NodeJS.ErrnoException).code}): change its permissions, or choose another with DATA_DIR.`,
    );
  }
  const db = new DatabaseSync(join(path, "host.db"), { timeout: 1500 });
  try {
    db.exec("pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full");
    db.exec(`begin immediate; ${schema} commit`);
  } catch (error) {
    db.close();
    if (/locked|busy/.test(String(error)))
      throw new Refusal(
        `数据文件夹 ${path} 正被另一个进程使用：请先停掉它，或用 DATA_DIR 另选一个。`,
        `The data folder ${path} is in use by another process: stop that one first, or choose another with DATA_DIR.`,
      );
    throw new Refusal(
      `数据文件夹 ${path} 里的 host.db 打不开（${String((error as Error).message)}）：请检查磁盘空间和权限。`,
      `host.db in the data folder ${path} could not be opened (${String((error as Error).message)}): check disk space and permissions.`,
    );
  }
  return { path, db, close: () => db.close() };
}

/** `mkdir -p`; Node's own goes round for ever where a file system answers ENOENT below a folder that exists, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  mkdirSync(path);
}

/** The secrets of this installation, made once, readable by its owner only: `secrets` for links and digests, `master-key` for personal data, `audit-key` for the trail. */
export function readSecrets(folder: string, name: "secrets" | "master-key" | "audit-key"): string {
  const file = join(folder, name);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

import { deflateRawSync, inflateRawSync } from "node:zlib";
import { decodeTime, encodeTime } from "ulid";
import type { Ctx } from "../platform/context.ts";
import type { Write } from "../platform/table.ts";
import { dayOf, LogItem, type LogRecord, logDays, logOf } from "./entity.ts";
import { type Entry, prepare } from "./entry.ts";
import type { SearchChange } from "./schema.ts";

const day = 86_400_000;
const pageSize = 200;
/** Ids are made before they are committed, by clocks that differ: a reader goes back this far, since what it has not seen may be older than what it has. */
export const overlap = 60_000;
/** An item of the table may have 400 kB. */
const largestEntry = 350_000;

/**
 * Writes that make a change findable, for the transaction that commits what was published. Each is an item of its own, so they meet no other
 * write. @throws Error when a document is too large for the table
 */
export async function logWrites(ctx: Ctx, changes: readonly SearchChange[]): Promise<Write[]> {
  const writes: Write[] = [];
  for (const change of changes) {
    const at = ctx.newId("chg").slice(4);
    const made = new Date(decodeTime(at.toUpperCase())).toISOString();
    if ("gone" in change) writes.push(LogItem.create(ctx, { at, made, document: change.id }));
    else {
      const entry = deflateRawSync(JSON.stringify(await prepare(change.document)));
      if (entry.length > largestEntry)
        throw new Error(`The search document ${change.document.id} is too large: ${entry.length} bytes.`);
      writes.push(LogItem.create(ctx, { at, made, document: change.document.id, entry }));
    }
  }
  return writes;
}

/** A change as it was committed; without an entry the document is gone. */
export interface Logged {
  readonly at: string;
  readonly id: string;
  readonly entry?: Entry | undefined;
}

const read = ({ at, document, entry }: LogRecord): Logged => ({
  at,
  id: document,
  entry: entry && (JSON.parse(inflateRawSync(entry).toString("utf8")) as Entry),
});

/** Takes the text of documents out of the log, up to the removal of each; what was logged later stays. */
export async function clearLog(ctx: Ctx, removed: readonly { readonly document: string; readonly at: string }[]): Promise<void> {
  const until = new Map<string, string>();
  for (const { document, at } of removed) if (at > (until.get(document) ?? "")) until.set(document, at);
  const { days, from } = since(ctx, 0);
  const condition = "attribute_exists(pk)";
  for (const one of days)
    for await (const { at, made, document, entry } of itemsOf(ctx, one, from))
      if (entry && at < (until.get(document) ?? ""))
        await ctx.table.write([LogItem.update(ctx, { at, made }, "REMOVE #entry", { condition })], "");
}

/** All changes made at or after the instant that are still in the log, in the order of their ids; those in `seen` are passed over. */
export async function readLog(ctx: Ctx, start: Date, seen: ReadonlySet<string> = new Set()): Promise<Logged[]> {
  const { days, from } = since(ctx, start.getTime());
  const read = await Promise.all(days.map((one) => readDay(ctx, one, from, seen)));
  return read.flat();
}

/** The log's days since then, and the first id that counts. */
function since(ctx: Ctx, start: number): { days: string[]; from: string } {
  // A writer's clock may be ahead of ours over midnight.
  const last = ctx.now().getTime() + overlap;
  const first = Math.max(start, last - (logDays + 1) * day);
  const days: string[] = [];
  for (let at = first; dayOf(new Date(at)) <= dayOf(new Date(last)); at += day) days.push(dayOf(new Date(at)));
  return { days, from: encodeTime(first, 10).toLowerCase() };
}

async function readDay(ctx: Ctx, one: string, from: string, seen: ReadonlySet<string>): Promise<Logged[]> {
  const found: Logged[] = [];
  for await (const item of itemsOf(ctx, one, from)) if (!seen.has(item.at)) found.push(read(item));
  return found;
}

async function* itemsOf(ctx: Ctx, one: string, from: string): AsyncGenerator<LogRecord> {
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await LogItem.list(ctx, { pk: logOf(one), between: [from, "~"], limit: pageSize, cursor });
    yield* page.items;
    cursor = page.cursor;
  }
}

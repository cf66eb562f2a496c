import type { KeyObject } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import type { Change } from "../platform/event.ts";
import { ConditionFailed } from "../platform/table.ts";
import { beginning, entryKey, type Head, headItem, headKey, itemOf, monthOf, signHead } from "./chain.ts";
import { difference } from "./difference.ts";
import type { TrailEntry } from "./schema.ts";

/** A committed change, as the table's stream tells it. */
export interface Told extends Change {
  /** Names the change for good. */
  readonly event: string;
  /** When the table took it, ISO 8601; for a removal, which nobody stamped. */
  readonly at: string;
  /** The domain events that it means. */
  readonly events: readonly string[];
}

/** A transaction holds at most 100 items and 4 MB. */
const atOnce = 40;
const mostBytes = 2_000_000;

/**
 * What is no record: the trail itself, what publishing and searching derive and can make again, who has a text open just now, counters of calls, and
 * the mail ledger with what is counted, given away and checked for it, and what was sent to webhooks, which are logs of their own; and what would lead
 * from an anonymous answer to whoever gave it.
 */
const untold =
  /^(audit|audit-head|mail|mail-budget|mail-lane|campaign-trouble|campaign-throttle|campaign-lint|preference-change|listing-digest|case-presence|limit|challenge|survey-answer|survey-ticket|webhook-delivery|site-.*|search-.*)$/;
export const isTold = ({ before, after }: Change): boolean => {
  const { type, pk } = (after ?? before ?? {}) as { type?: string; pk?: string };
  return typeof type === "string" && !untold.test(type) && !/^(site|search|audit)#/.test(pk ?? "");
};

/**
 * Appends changes to the chain, each once, however often, in whatever order and by however many at once they are told: entries and the new head are
 * one transaction, on condition that the head is where it was read and that none of the changes is in the chain.
 * @returns how many were new
 */
export async function appendTrail(ctx: Ctx, told: readonly Told[], key: KeyObject): Promise<number> {
  let pending = [...new Map(told.filter(isTold).map((change) => [change.event, change])).values()];
  let appended = 0;
  while (pending.length) {
    const head = (await ctx.table.get(headKey)) as Head | undefined;
    const { items, last } = chained(ctx, head, pending, key);
    const before = head
      ? { condition: "#hash = :hash", values: { ":hash": head.hash } }
      : { condition: "attribute_not_exists(pk)" };
    try {
      await ctx.table.write(
        [{ put: headItem(last), ...before }, ...items.map((put) => ({ put, condition: "attribute_not_exists(pk)" }))],
        ctx.newId("tok").slice(4),
      );
      appended += items.length;
      pending = pending.slice(items.length);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // Those that are there were told before; where none is, somebody else moved the head.
      const known = new Set(items.filter((_, i) => error.failed.has(i + 1)).map(({ pk }) => pk));
      pending = pending.filter(({ event }) => !known.has(entryKey(event).pk));
    }
  }
  return appended;
}

function chained(ctx: Ctx, head: Head | undefined, pending: readonly Told[], key: KeyObject) {
  const recordedAt = ctx.now().toISOString();
  const items: ReturnType<typeof itemOf>[] = [];
  let hash = head?.hash ?? beginning;
  let bytes = 0;
  for (const change of pending.slice(0, atOnce)) {
    const item = itemOf(entryOf(change, (head?.n ?? 0) + items.length + 1, recordedAt), hash);
    bytes += Buffer.byteLength(item.body as string);
    if (items.length && bytes > mostBytes) break;
    hash = item.hash;
    items.push(item);
  }
  const n = (head?.n ?? 0) + items.length;
  return { items, last: signHead({ n, hash, at: recordedAt, since: head?.since ?? monthOf(recordedAt) }, key) };
}

function entryOf({ before, after, event, at, events }: Told, n: number, recordedAt: string): TrailEntry {
  const item = (after ?? before ?? {}) as Record<string, unknown>;
  const { pk, sk, type, version } = item as { pk: string; sk: string; type: string; version?: number };
  // Nobody asks for a removal: time does.
  const by = after ? { at: item.updatedAt, actor: item.updatedBy, requestId: item.requestId } : { at, actor: "system:expiry" };
  return {
    n,
    event,
    at: String(by.at ?? at),
    recordedAt,
    actor: String(by.actor ?? "unknown"),
    requestId: String(by.requestId ?? ""),
    action: before ? (after ? "changed" : "removed") : "created",
    entity: type,
    pk,
    sk,
    ...(typeof version === "number" ? { version } : {}),
    events,
    fields: difference({ before, after }),
  };
}

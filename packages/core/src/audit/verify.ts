import type { KeyObject } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Item } from "../platform/table.ts";
import { beginning, type Head, isSigned, itemOf } from "./chain.ts";
import type { TrailEntry } from "./schema.ts";

/** Something that is not as it was written. `n` is the place in the chain, 0 the head. */
export interface Finding {
  readonly n: number;
  readonly what: "changed" | "missing" | "out-of-order" | "surplus" | "head-missing" | "head-changed" | "not-as-anchored";
}

/** A place in the chain that somebody wrote down earlier: the chain must still go through it. */
export interface Anchor {
  readonly n: number;
  readonly hash: string;
}

/**
 * Walks the chain from its beginning: every entry must be what its hash says, follow the one before, lie where its text says, and end in the head
 * that was signed. A chain that was replaced as a whole by an earlier state of itself is only found by an anchor.
 * @param items the entries by their place
 */
export async function verifyTrail(
  items: AsyncIterable<Item> | Iterable<Item>,
  head: Head | undefined,
  keys: readonly KeyObject[],
  anchor?: Anchor,
): Promise<{ entries: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let entries = 0;
  let hash = beginning;
  let anchored = !anchor;
  for await (const item of items) {
    entries++;
    const entry = readEntry(item);
    const n = entry?.n ?? entries;
    if (n > entries) {
      findings.push({ n: entries, what: "missing" });
      entries = n;
    } else if (n < entries) {
      findings.push({ n, what: "out-of-order" });
      entries--;
    }
    if (!entry || !isDeepStrictEqual(item, written(entry, hash))) findings.push({ n, what: "changed" });
    // Goes on from what stands there, so that one fault is told as one.
    hash = String(item.hash);
    if (anchor?.n === n && anchor.hash === hash) anchored = true;
  }
  if (!head) {
    if (entries) findings.push({ n: 0, what: "head-missing" });
  } else {
    if (!isSigned(head, keys)) findings.push({ n: 0, what: "head-changed" });
    if (head.n > entries) findings.push({ n: entries + 1, what: "missing" });
    else if (head.n < entries) findings.push({ n: head.n + 1, what: "surplus" });
    else if (head.hash !== hash) findings.push({ n: head.n, what: "changed" });
  }
  if (anchor && !anchored) findings.push({ n: anchor.n, what: "not-as-anchored" });
  return { entries, findings };
}

/** What an entry of this text must be; nothing where no such entry can have been written. */
function written(entry: TrailEntry, previous: string): Item | undefined {
  try {
    return itemOf(entry, previous);
  } catch {
    return undefined;
  }
}

function readEntry({ body }: Item): TrailEntry | undefined {
  try {
    return JSON.parse(String(body)) as TrailEntry;
  } catch {
    return undefined;
  }
}

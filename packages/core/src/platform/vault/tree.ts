import { createHash, hash } from "node:crypto";

/**
 * Seeds of a binary tree by the bits of the node that they stand for; `""` is the root. Whoever has a node's seed can derive all below it
 * and nothing else (the construction of Goldreich, Goldwasser and Micali over HMAC-SHA-256).
 */
export type Seeds = Readonly<Record<string, Uint8Array>>;

/** Two labels out of a million people share a leaf with a chance of one in 100,000. */
const depth = 56;

/** Where a label's leaf lies, as 56 characters `0` and `1`. */
export const leafOf = (label: string): string =>
  [
    ...createHash("sha256")
      .update(label)
      .digest()
      .subarray(0, depth / 8),
  ]
    .map((b) => b.toString(2).padStart(8, "0"))
    .join("");

const block = 64;
const digestBytes = 32;
const seedBytes = 32;
// Filled anew by each call, which nothing else can come between: making them took as long as the hashes.
const inner = Buffer.alloc(block + 1, 0x36);
const outer = Buffer.alloc(block + digestBytes, 0x5c);

/**
 * HMAC-SHA-256 (RFC 2104) of `0` or `1` with a seed of 32 bytes as the key, by the one-shot hash: a key is sixty of these, and the library's
 * own HMAC takes six times as long for so short a message.
 */
export function child(seed: Uint8Array, bit: string): Uint8Array {
  if (seed.length !== seedBytes) throw new Error("a seed has 32 bytes");
  for (let at = 0; at < seedBytes; at++) {
    const byte = seed[at] ?? 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  inner[block] = bit.charCodeAt(0);
  outer.set(hash("sha256", inner, "buffer"), block);
  return hash("sha256", outer, "buffer");
}

/** The seed of the node above or at the place, and its own place; undefined where nothing covers it any more. */
function above(seeds: Seeds, place: string): { at: string; seed: Uint8Array } | undefined {
  // No seed stands above another, so there is one at most.
  for (let length = 0; length <= place.length; length++) {
    const at = place.slice(0, length);
    const seed = Object.hasOwn(seeds, at) ? seeds[at] : undefined;
    if (seed) return { at, seed };
  }
  return undefined;
}

/** Whether the seed at a place can still be derived. */
export const covers = (seeds: Seeds, place: string): boolean => above(seeds, place) !== undefined;

/** How deep the nodes lie that many derivations have in common: 4,096 of them. */
const common = 12;

/**
 * The seed at a place; undefined once it was cut out.
 * @param nodes where nodes of these very seeds are kept that other places are derived from as well
 */
export function derive(seeds: Seeds, place: string, nodes?: Map<string, Uint8Array>): Uint8Array | undefined {
  const from = above(seeds, place);
  if (!from || !nodes || from.at.length >= common || place.length <= common)
    return from && down(from.seed, place, from.at.length);
  const at = place.slice(0, common);
  const node = nodes.get(at) ?? down(from.seed, at, from.at.length);
  nodes.set(at, node);
  return down(node, place, common);
}

function down(seed: Uint8Array, place: string, from: number): Uint8Array {
  let below = seed;
  for (let at = from; at < place.length; at++) below = child(below, place[at] ?? "");
  return below;
}

/** The seeds from which all can be derived but what lies at and below the place: a seed above it gives way to those beside the path. */
export function cutOut(seeds: Seeds, place: string): Seeds {
  const from = above(seeds, place);
  if (!from) return seeds;
  const rest: Record<string, Uint8Array> = { ...seeds };
  delete rest[from.at];
  let { seed } = from;
  for (let at = from.at.length; at < place.length; at++) {
    const bit = place[at] ?? "";
    const other = bit === "0" ? "1" : "0";
    rest[place.slice(0, at) + other] = child(seed, other);
    seed = child(seed, bit);
  }
  return rest;
}

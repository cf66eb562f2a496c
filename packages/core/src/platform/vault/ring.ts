import { createHash, randomBytes } from "node:crypto";
import { ConditionFailed, type Item, type Table, type Write } from "../table.ts";
import { keyFrom, open, type PersonKey, seal } from "./seal.ts";
import { covers, cutOut, derive, leafOf, type Seeds } from "./tree.ts";

/** The keys of all people. A key costs no record: it is derived, and erased by keeping only what derives all others (decision 13). */
export interface Vault {
  /** The key that this person's values are to be sealed with now. */
  current(person: string): Promise<PersonKey>;
  /** The key with this label; undefined once it is erased. */
  find(label: string): Promise<PersonKey | undefined>;
  /** From `settles` milliseconds on, nothing is sealed with the person's present key any more. @returns its label */
  retire(person: string): Promise<string>;
  /** Erases a key for good, wherever its values lie. Doing it twice changes nothing. */
  erase(label: string): Promise<void>;
  /** Makes the first seed where there is none. */
  prepare(): Promise<void>;
}

/** How long a process trusts what it read of the ring. */
const fresh = 60_000;
/** How long after `retire` a process may still seal with the old key: what it trusts, and the longest call. */
export const settles = fresh + 60_000;

const shardBits = 8;
const keptKeys = 10_000;
const ringKey = (sk: string) => ({ pk: "ring", sk });
const root = "root";

interface Part {
  readonly seeds: Seeds;
  /** Labels that are used no more, until they are erased. */
  readonly retired: readonly string[];
  readonly version: number;
  readonly read: number;
  /** What keys have in common on their way from the seeds. */
  readonly nodes: Map<string, Uint8Array>;
}

/**
 * @param table the keys' own table, which no backup of the data holds
 * @param masters secrets, comma-separated, that the seeds are sealed with: the first seals, all open
 */
export function vault(table: Table, masters: () => string, now: () => Date): Vault {
  const parts = new Map<string, Promise<Part | undefined>>();
  const made = new Map<string, PersonKey>();
  const masterKeys = () => {
    const all = masters().split(",").filter(Boolean);
    if (!all.length) throw new Error("There is no master key for personal data.");
    return all.map((secret) => keyFrom(createHash("sha256").update(secret).digest(), "master"));
  };

  function toPart(item: Item): Part {
    const { sk, seeds, retired = [], version } = item as { sk: string; seeds: Uint8Array; retired?: string[]; version: number };
    for (const key of masterKeys())
      try {
        const hex = JSON.parse(open(key, sk, seeds)) as Record<string, string>;
        const opened = Object.fromEntries(Object.entries(hex).map(([at, seed]) => [at, Buffer.from(seed, "hex")]));
        return { seeds: opened, retired, version, read: now().getTime(), nodes: new Map() };
      } catch {
        // Sealed with another of them.
      }
    throw new Error("The keys of personal data were sealed with a master key that is not among the settings.");
  }

  function write(sk: string, part: Pick<Part, "seeds" | "retired">, before: Part | undefined): Write {
    const [master] = masterKeys();
    if (!master) throw new Error("There is no master key for personal data.");
    const hex = Object.fromEntries(Object.entries(part.seeds).map(([at, seed]) => [at, Buffer.from(seed).toString("hex")]));
    return {
      put: {
        ...ringKey(sk),
        seeds: seal(master, sk, JSON.stringify(hex)),
        retired: [...part.retired],
        version: (before?.version ?? 0) + 1,
      },
      condition: before ? "#version = :version" : "attribute_not_exists(pk)",
      ...(before ? { values: { ":version": before.version } } : {}),
    };
  }

  /** A part as it was read at most `fresh` ago; of calls at once, one reads. */
  async function partOf(sk: string): Promise<Part | undefined> {
    const held = parts.get(sk);
    const part = await held?.catch(() => undefined);
    if (part && now().getTime() - part.read < fresh) return part;
    if (held && parts.get(sk) !== held) return partOf(sk);
    made.clear();
    const reading = table.get(ringKey(sk)).then((item) => item && toPart(item));
    parts.set(sk, reading);
    return reading;
  }

  async function rootPart(): Promise<Part> {
    const part = await partOf(root);
    if (part) return part;
    await unlessTaken([write(root, { seeds: { "": randomBytes(32) }, retired: [] }, undefined)]);
    parts.delete(root);
    const now = await partOf(root);
    if (!now) throw new Error("The keys of personal data could not be made.");
    return now;
  }

  async function unlessTaken(writes: Write[]): Promise<boolean> {
    try {
      await table.write(writes, randomBytes(16).toString("hex"));
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  /** The part that a leaf lies in: the root, or the shard that was split off it. */
  async function covering(leaf: string): Promise<Part | undefined> {
    const top = await rootPart();
    return covers(top.seeds, leaf.slice(0, shardBits)) ? top : partOf(leaf.slice(0, shardBits));
  }

  function keyIn(part: Part, label: string): PersonKey | undefined {
    const known = made.get(label);
    if (known) return known;
    const seed = derive(part.seeds, leafOf(label), part.nodes);
    if (!seed) return undefined;
    const key = keyFrom(seed, label);
    if (made.size >= keptKeys) made.clear();
    made.set(label, key);
    return key;
  }

  async function find(label: string) {
    const part = await covering(leafOf(label));
    return part && keyIn(part, label);
  }

  /** Changes the part of its own that a leaf lies in, splitting it off where it is not, as it is now in the table. */
  async function change(leaf: string, decide: (part: Part) => Pick<Part, "seeds" | "retired"> | undefined): Promise<void> {
    const shard = leaf.slice(0, shardBits);
    for (let attempt = 0; attempt < 20; attempt++) {
      for (const sk of [root, shard]) parts.delete(sk);
      const top = await rootPart();
      const seed = derive(top.seeds, shard);
      const own = seed ? { seeds: { [shard]: seed }, retired: [], version: 0, read: 0, nodes: new Map() } : await partOf(shard);
      if (!own) throw new Error("A part of the keys of personal data is missing.");
      const changed = decide(own);
      if (!changed) return;
      const writes = seed
        ? [write(root, { seeds: cutOut(top.seeds, shard), retired: [] }, top), write(shard, changed, undefined)]
        : [write(shard, changed, own)];
      const done = await unlessTaken(writes);
      for (const sk of [root, shard]) parts.delete(sk);
      made.clear();
      if (done) return;
    }
    throw new Error("The keys of personal data changed all the time.");
  }

  /** The first key of a person that is neither retired nor erased. */
  async function current(person: string): Promise<PersonKey> {
    for (let n = 0; ; n++) {
      const label = `${person}.${n}`;
      const part = await covering(leafOf(label));
      const key = part && !part.retired.includes(label) ? keyIn(part, label) : undefined;
      if (key) return key;
    }
  }

  return {
    current,
    find,
    async retire(person) {
      const { label } = await current(person);
      await change(leafOf(label), (part) =>
        part.retired.includes(label) ? undefined : { seeds: part.seeds, retired: [...part.retired, label] },
      );
      return label;
    },
    erase: (label) =>
      change(leafOf(label), ({ seeds, retired }) =>
        derive(seeds, leafOf(label))
          ? { seeds: cutOut(seeds, leafOf(label)), retired: retired.filter((other) => other !== label) }
          : undefined,
      ),
    async prepare() {
      await rootPart();
    },
  };
}

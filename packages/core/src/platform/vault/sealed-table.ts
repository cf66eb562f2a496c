import { ConditionFailed, type Item, type Table, type Write } from "../table.ts";
import type { Vault } from "./ring.ts";
import { open, type PersonKey, seal } from "./seal.ts";

/** On an item or on a row of it: whose key its sealed attributes have. */
export const sealedFor = "sealedFor";

/** Which attributes of an item, or of one row of a list in it, are one person's. */
export interface Seal {
  readonly row?: readonly [list: string, index: number];
  readonly person: string;
  readonly attributes: readonly string[];
}

type Bag = Record<string, unknown>;

/** What a value is bound to: its item, the list it stands in, and the attribute. */
const placeOf = ({ pk, sk }: Item, attribute: string, list = "") => [pk, sk, list, attribute].join("\n");

/** The table with the vault before it: personal attributes are sealed on their way in, and opened on their way out where their key still is. */
export function sealedTable(table: Table, vault: Vault): Table {
  async function sealed(write: Write): Promise<Write> {
    const { seals, ...plain } = write;
    if (!plain.put || !seals?.length) return plain;
    const put: Bag = { ...plain.put };
    for (const { row, person, attributes } of seals) {
      const key = await vault.current(person);
      if (row) {
        const [list, index] = row;
        const rows = [...(put[list] as Bag[])];
        rows[index] = sealBag(put, rows[index] ?? {}, key, attributes, list);
        put[list] = rows;
      } else Object.assign(put, sealBag(put, put, key, attributes));
    }
    return { ...plain, put };
  }

  const opened = (item: Item) => openItem(vault, item);

  return {
    async get(key, consistent) {
      const item = await table.get(key, consistent);
      return item && opened(item);
    },
    async getMany(keys, consistent) {
      return Promise.all((await table.getMany(keys, consistent)).map(opened));
    },
    async query(query) {
      const { items, ...rest } = await table.query(query);
      return { items: await Promise.all(items.map(opened)), ...rest };
    },
    async write(writes, token) {
      try {
        await table.write(await Promise.all(writes.map(sealed)), token);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const failed = await Promise.all([...error.failed].map(async ([n, item]) => [n, await opened(item)] as const));
        throw new ConditionFailed(new Map(failed));
      }
    },
  };
}

/** An item with what its people's keys still open. Where a key is gone the sealed bytes stay, for the entity to put what is empty in their place. */
export async function openItem(vault: Pick<Vault, "find">, item: Item): Promise<Item> {
  let result: Bag = await openBag(vault, item, item);
  for (const [name, value] of Object.entries(item))
    if (Array.isArray(value) && value.some((row) => isBag(row) && row[sealedFor]))
      result = { ...result, [name]: await Promise.all(value.map((row) => (isBag(row) ? openBag(vault, item, row, name) : row))) };
  return result;
}

async function openBag(vault: Pick<Vault, "find">, item: Item, bag: Bag, list?: string): Promise<Bag> {
  const label = bag[sealedFor];
  if (typeof label !== "string") return bag;
  const key = await vault.find(label);
  if (!key) return bag;
  const { [sealedFor]: _label, ...rest } = bag;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? JSON.parse(open(key, placeOf(item, name, list), value)) : value,
    ]),
  );
}

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

function sealBag(item: Item, bag: Bag, key: PersonKey, attributes: readonly string[], list?: string): Bag {
  const present = attributes.filter((name) => bag[name] !== undefined);
  return {
    ...bag,
    ...Object.fromEntries(present.map((name) => [name, seal(key, placeOf(item, name, list), JSON.stringify(bag[name]))])),
    [sealedFor]: key.label,
  };
}

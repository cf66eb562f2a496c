import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import type { Item } from "../platform/table.ts";
import { openItem, sealedFor } from "../platform/vault/sealed-table.ts";
import { type Head, headKey, monthOf, ofActor, ofMonth, ofRecord } from "./chain.ts";
import { type FieldChange, ReadTrail, type SeenValue, type TrailEntry, type TrailRow, type TrailValue } from "./schema.ts";

/** What happened, the latest first: to a record, by somebody, or in a month; in the present month where nothing is asked for. */
export const readTrail = command({
  input: ReadTrail,
  access: ["auditor"],
  async run(ctx, { record, actor, month, limit, cursor }): Promise<Page<TrailRow>> {
    const list = record
      ? ({ index: "byOwner", pk: ofRecord(record) } as const)
      : actor
        ? ({ index: "byChain", pk: ofActor(actor) } as const)
        : ({ index: "byState", pk: ofMonth(month ?? monthOf(ctx.now().toISOString())) } as const);
    const page = await ctx.table.query({ ...list, limit, cursor, newestFirst: true });
    return { ...page, items: await Promise.all(page.items.map((item) => toRow(ctx, item))) };
  },
});

async function toRow(ctx: Ctx, item: Item): Promise<TrailRow> {
  const { fields, ...entry } = JSON.parse(String(item.body)) as TrailEntry;
  const seen = await Promise.all(
    fields.map(async ({ name, before, after }: FieldChange) => ({
      name,
      ...(before ? { before: await see(ctx, entry, name, before) } : {}),
      ...(after ? { after: await see(ctx, entry, name, after) } : {}),
    })),
  );
  return { ...entry, hash: String(item.hash), fields: seen };
}

async function see(ctx: Ctx, { pk, sk }: Pick<TrailEntry, "pk" | "sk">, name: string, value: TrailValue): Promise<SeenValue> {
  if (!("sealed" in value)) return value;
  const opened = await openItem(ctx.vault, { pk, sk, [sealedFor]: value.for, [name]: Buffer.from(value.sealed, "base64") });
  return opened[name] instanceof Uint8Array ? { erased: true } : { is: opened[name], personal: true };
}

/** The end of the chain; undefined before the first change. */
export const findHead = async (ctx: Ctx): Promise<Head | undefined> => {
  const item = await ctx.table.get(headKey);
  if (!item) return undefined;
  const { n, hash, at, since, signature } = item as unknown as Head;
  return { n, hash, at, since, signature };
};

/** Every entry by its place, month by month. Entries of two months may lie crosswise where two clocks differ: they come in order all the same. */
export async function* wholeTrail(ctx: Ctx, since: string): AsyncGenerator<Item> {
  const last = monthOf(new Date(ctx.now().getTime() + 86_400_000).toISOString());
  let held: Item[] = [];
  for (let month = since; month <= last; month = after(month)) {
    const found: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await ctx.table.query({ index: "byState", pk: ofMonth(month), limit: 500, cursor });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    const all = [...held, ...found].sort((a, b) => Number(a.n) - Number(b.n));
    held = month < last ? all.splice(Math.max(0, all.length - 100)) : [];
    yield* all;
  }
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

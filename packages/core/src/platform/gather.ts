import type { Ctx } from "./context.ts";
import type { Item, Key } from "./table.ts";

const atOnce = 100;

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

interface Asked {
  readonly key: Key;
  readonly answers: { done(item: Item | undefined): void; failed(error: unknown): void }[];
}

/** The same context for one who reads many items at the same time: those asked for one by one in one turn are read together. */
export function gathering(ctx: Ctx): Ctx {
  let waiting = new Map<string, Asked>();

  const flush = () => {
    const all = [...waiting.values()];
    waiting = new Map();
    for (let i = 0; i < all.length; i += atOnce) void read(all.slice(i, i + atOnce));
  };
  const read = async (asked: readonly Asked[]) => {
    try {
      const items = await ctx.table.getMany(
        asked.map(({ key }) => key),
        true,
      );
      const found = new Map(items.map((item) => [nameOf(item as unknown as Key), item]));
      for (const { key, answers } of asked) for (const { done } of answers) done(found.get(nameOf(key)));
    } catch (error) {
      for (const { answers } of asked) for (const { failed } of answers) failed(error);
    }
  };
  const get = ({ pk, sk }: Key, consistent = true): Promise<Item | undefined> => {
    if (!consistent) return ctx.table.get({ pk, sk }, consistent);
    return new Promise((done, failed) => {
      if (!waiting.size) setImmediate(flush);
      const id = nameOf({ pk, sk });
      const asked = waiting.get(id) ?? { key: { pk, sk }, answers: [] };
      asked.answers.push({ done, failed });
      waiting.set(id, asked);
    });
  };
  return { ...ctx, table: { ...ctx.table, get } };
}

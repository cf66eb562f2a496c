import type { Ctx } from "./context.ts";
import { gathering } from "./gather.ts";
import type { Item, Key } from "./table.ts";

/** Names that a process remembers, and keys of each. */
const mostNames = 100;
const mostKeys = 600;
const atOnce = 100;

interface Asked {
  readonly key: Key;
  readonly consistent: boolean;
}

const remembered = new WeakMap<Ctx["vault"], Map<string, ReadonlyMap<string, Asked>>>();

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

/**
 * The same context for one who reads a list and then, by their keys, what stands beside its rows. What was asked for by key the last time that this process
 * read under the name is asked for at once, together with the list: where the list is still the same, nothing is left to wait for. Only keys are remembered,
 * and everything is read anew, as consistently as it is asked for. For verbs that only read.
 * @param name what decides which rows there are: the list, and how it was narrowed and paged
 */
export function readingAhead(ctx: Ctx, name: string): Ctx {
  const names = remembered.get(ctx.vault) ?? new Map<string, ReadonlyMap<string, Asked>>();
  remembered.set(ctx.vault, names);
  const { table } = gathering(ctx);
  const ahead = begin(ctx, [...(names.get(name)?.values() ?? [])]);
  const now = new Map<string, Asked>();

  const note = (key: Key, consistent: boolean) => {
    if (now.size < mostKeys) now.set(nameOf(key), { key: { pk: key.pk, sk: key.sk }, consistent });
    // Taken out first, so that what was not read for the longest time stands first.
    names.delete(name);
    names.set(name, now);
    for (const oldest of names.keys()) {
      if (names.size <= mostNames) break;
      names.delete(oldest);
    }
  };
  const early = (key: Key, consistent: boolean) => {
    const found = ahead.get(nameOf(key));
    return found && (found.consistent || !consistent) ? found.item : undefined;
  };

  return {
    ...ctx,
    table: {
      ...table,
      get(key, consistent = true) {
        note(key, consistent);
        return early(key, consistent) ?? table.get(key, consistent);
      },
      async getMany(keys, consistent = false) {
        for (const key of keys) note(key, consistent);
        const late = keys.filter((key) => !early(key, consistent));
        const items = await Promise.all([
          ...keys.flatMap((key) => early(key, consistent) ?? []),
          ...chunks(late).map((some) => ctx.table.getMany(some, consistent)),
        ]);
        return items.flat().filter((item) => item !== undefined);
      },
    },
  };
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, n) => all.slice(n * atOnce, (n + 1) * atOnce));

/** Asks for items, a hundred a request, all requests at the same time. A request that fails does so for whoever waits for one of its items. */
function begin(ctx: Ctx, asked: readonly Asked[]) {
  const begun = new Map<string, { readonly consistent: boolean; readonly item: Promise<Item | undefined> }>();
  for (const consistent of [true, false])
    for (const some of chunks(asked.filter((one) => one.consistent === consistent))) {
      const items = ctx.table
        .getMany(
          some.map(({ key }) => key),
          consistent,
        )
        .then((found) => new Map(found.map((item) => [nameOf(item as unknown as Key), item])));
      items.catch(() => {});
      for (const { key } of some) {
        const item = items.then((found) => found.get(nameOf(key)));
        item.catch(() => {});
        begun.set(nameOf(key), { consistent, item });
      }
    }
  return begun;
}

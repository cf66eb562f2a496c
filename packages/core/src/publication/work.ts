import type { Ctx } from "../platform/context.ts";
import { errorFacts } from "../platform/log.ts";
import { commit } from "./commit.ts";
import { Entries, type FailureRecord, Failures, failureList, type TodoRecord, Todos, todoList } from "./entity.ts";
import { expand, ofThings, type PageKey, touchedBy } from "./keys.ts";
import { named } from "./lists.ts";
import { make } from "./make.ts";
import type { Kind } from "./schema.ts";
import { tellSearch } from "./search.ts";
import { shelf } from "./shelf.ts";
import type { Things } from "./sources.ts";
import { movePage, pageIsThere, removePage } from "./write-files.ts";

/** What a publication did. `failed`: pages that could not be made; what stood there before still does. */
export interface Outcome {
  readonly pages: number;
  readonly bytes: number;
  readonly failed: number;
}

/** So many pages at once: a store in the cloud takes its time for each. */
const atOnce = 8;

export async function inBatches<T>(items: readonly T[], doIt: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += atOnce) await Promise.all(items.slice(i, i + atOnce).map(doIt));
}

/**
 * Does what is to be done: makes the pages of things, then what gathers them, tells the search index, then takes away what is gone. What a
 * killed publisher left is among it. A page that cannot be made keeps no other from being made; a thing that has no page yet is taken out of
 * all lists again until it can be made.
 */
export async function work(
  ctx: Ctx,
  { keys, changed, lists = true }: { keys: Iterable<PageKey>; changed: Iterable<string>; lists?: boolean },
): Promise<Outcome> {
  const todos = await openTodos(ctx);
  const { items: known } = await Failures.list(ctx, { pk: failureList, limit: 100 });
  const failures = new Map(known.map((one) => [one.key, one]));
  const shown = new Map<string, { kind: Kind; whole: Things[Kind] }>();
  const sum = { pages: 0, bytes: 0, failed: 0 };
  let shelfNow = shelf(ctx);

  const makeAll = (wanted: readonly PageKey[]) => {
    const failed: PageKey[] = [];
    const each = async (key: PageKey) => {
      try {
        const { pages, bytes, thing } = await make(ctx, shelfNow, key);
        sum.pages += pages;
        sum.bytes += bytes;
        if (thing) shown.set(`${thing.kind}:${thing.whole.id}`, thing);
        if (failures.has(key)) await ctx.table.write([Failures.remove({ key })], "");
      } catch (error) {
        sum.failed += 1;
        failed.push(key);
        await note(ctx, failures.get(key), key, error);
      }
    };
    return inBatches(wanted, each).then(() => failed);
  };

  const all = [...new Set([...keys, ...todos.flatMap((todo) => todo.keys)])];
  const wanted = await expand(ctx, all);
  const failed = await makeAll(wanted.filter(ofThings));
  const out = await takeOut(ctx, failed);
  if (out.length) {
    shelfNow = shelf(ctx);
    todos.push(...(await openTodos(ctx)).filter(({ id }) => !todos.some((one) => one.id === id)));
  }
  if (lists) await makeAll(await expand(ctx, new Set([...wanted.filter((key) => !ofThings(key)), ...out])));

  await tellSearch(ctx, new Set([...changed, ...todos.flatMap((todo) => todo.changed)]), shown);
  await takeAway(ctx, todos);
  await inBatches(todos, ({ id }) => ctx.table.write([Todos.remove({ id })], ""));
  return sum;
}

const openTodos = async (ctx: Ctx) => (await Todos.list(ctx, { pk: todoList, limit: 100 })).items;

/** Remembers a page that could not be made, for those who can do something about it. */
async function note(ctx: Ctx, known: FailureRecord | undefined, key: PageKey, error: unknown): Promise<void> {
  ctx.log.error("a page could not be made", { key, ...errorFacts(error) });
  const record = { key, tries: (known?.tries ?? 0) + 1 };
  const condition = { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" };
  await ctx.table.write([Failures.create(ctx, record, condition)], "");
}

/** Takes things out of all lists whose page could not be made and is not there from before. @returns what then has to be made */
async function takeOut(ctx: Ctx, failed: readonly PageKey[]): Promise<readonly PageKey[]> {
  const keys: PageKey[] = [];
  for (const key of failed) {
    const { kind, id } = named(key.slice("thing:".length));
    const before = await Entries.find(ctx, { kind, id });
    if (!before || (await pageIsThere(ctx, before.path))) continue;
    await commit(ctx, [{ kind, id, before }], () => []);
    keys.push(...touchedBy(before, undefined).filter((one) => !ofThings(one)));
  }
  return keys;
}

/** Takes away the addresses that things have no more; those that a thing had before lead to the present one. */
async function takeAway(ctx: Ctx, todos: readonly TodoRecord[]): Promise<void> {
  const gone = new Set(todos.flatMap((todo) => todo.gone));
  if (!gone.size) return;
  const moved = new Map<string, string>();
  for (const name of new Set(todos.flatMap(({ changed }) => changed))) {
    const entry = await Entries.find(ctx, named(name));
    if (!entry) continue;
    gone.delete(entry.path);
    for (const path of entry.former) moved.set(path, entry.path);
  }
  await inBatches([...gone], async (path) => {
    const to = moved.get(path);
    await removePage(ctx, path);
    if (to) await movePage(ctx, path, to);
  });
}

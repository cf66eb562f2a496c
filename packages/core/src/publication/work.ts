import type { Ctx } from "../platform/context.ts";
import { gathering } from "../platform/gather.ts";
import { errorFacts } from "../platform/log.ts";
import type { Move } from "./around.ts";
import { inBatches } from "./batches.ts";
import { Entries, Failures, Foot, failureList, type TodoRecord, Todos, todoList } from "./entity.ts";
import { expand, footKey, ofThings, type PageKey } from "./keys.ts";
import { named } from "./lists.ts";
import { lookAt } from "./look.ts";
import { type MadeThing, make } from "./make.ts";
import { tellSearch } from "./search.ts";
import { movePage, removePage } from "./write-files.ts";

/** What a publication did. `failed`: pages that could not be made; what stood there before still does. */
export interface Outcome {
  readonly pages: number;
  readonly bytes: number;
  readonly failed: number;
}

export const plus = (a: Outcome, b: Outcome): Outcome => ({
  pages: a.pages + b.pages,
  bytes: a.bytes + b.bytes,
  failed: a.failed + b.failed,
});

export interface Making extends Outcome {
  readonly failing: ReadonlySet<PageKey>;
  readonly things: readonly MadeThing[];
}

/**
 * Makes pages from what stands on the site now, or will once moves are made. One that cannot be made keeps no other from being made, and is
 * remembered.
 * @param given things that were just read
 */
export async function makeAll(
  ctx: Ctx,
  keys: readonly PageKey[],
  given: readonly MadeThing[] = [],
  moves: readonly Move[] = [],
): Promise<Making> {
  const { items } = keys.length ? await Failures.list(ctx, { pk: failureList, limit: 100 }) : { items: [] };
  const known = new Map(items.map((one) => [one.key, one]));
  const look = await lookAt(ctx, keys, given, moves);
  const failing = new Set<PageKey>();
  const things: MadeThing[] = [];
  let [pages, bytes] = [0, 0];
  await inBatches(keys, async (key) => {
    try {
      const made = await make(ctx, look.shelf, key, look.things.get(key));
      pages += made.pages;
      bytes += made.bytes;
      if (made.thing) things.push(made.thing);
      if (known.has(key)) await ctx.table.write([Failures.remove({ key })], "");
    } catch (error) {
      failing.add(key);
      ctx.log.error("a page could not be made", { key, ...errorFacts(error) });
      const record = { key, tries: (known.get(key)?.tries ?? 0) + 1 };
      await ctx.table.write([Failures.create(ctx, record, anyway)], "");
    }
  });
  return { pages, bytes, failed: failing.size, failing, things };
}

export const anyway = { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" };

interface Work {
  readonly keys?: readonly PageKey[];
  /** Things whose pages were just made. */
  readonly changed?: readonly MadeThing[];
  /** Pages that were just made as they are to be. */
  readonly made?: ReadonlySet<PageKey>;
  /** False where what gathers things, and the search, is made by the same publisher later. */
  readonly lists?: boolean;
}

/**
 * Does what the records say is to be done, those of a killed publisher among them: makes the pages that stand beside what changed, then what
 * gathers things, tells the search, and takes away what is gone. Things have their own page by now.
 */
export async function work(ctx: Ctx, { keys = [], changed = [], made = new Set(), lists = true }: Work): Promise<Outcome> {
  const { items: todos } = await Todos.list(ctx, { pk: todoList, limit: 100 });
  const asked = [...keys, ...todos.flatMap((todo) => todo.keys)];
  const wanted = await expand(ctx, asked);
  // What gathers things has the new foot at once; the pages of things follow with the next full publication, which this asks for.
  if (asked.includes(footKey)) await ctx.table.write([Foot.create(ctx, { change: ctx.newId("foot") }, anyway)], "");
  const beside = await makeAll(
    ctx,
    wanted.filter((key) => ofThings(key) && !made.has(key)),
  );
  const gathering = lists
    ? await makeAll(
        ctx,
        wanted.filter((key) => !ofThings(key)),
      )
    : undefined;
  if (lists)
    await tellSearch(
      ctx,
      todos.flatMap((todo) => todo.changed),
      changed,
    );
  await takeAway(ctx, todos);
  await inBatches(todos, ({ id }) => ctx.table.write([Todos.remove({ id })], ""));
  const { pages, bytes, failed } = gathering ? plus(beside, gathering) : beside;
  return { pages, bytes, failed };
}

/** Takes away the addresses that things have no more; those that a thing had before lead to the present one. */
async function takeAway(ctx: Ctx, todos: readonly TodoRecord[]): Promise<void> {
  const gone = new Set(todos.flatMap((todo) => todo.gone));
  if (!gone.size) return;
  const moved = new Map<string, string>();
  const names = new Set(todos.flatMap(({ changed, begun = [] }) => [...changed, ...begun]));
  const reading = gathering(ctx);
  for (const entry of await Promise.all([...names].map((name) => Entries.find(reading, named(name))))) {
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

import * as z from "zod";
import { type Access, type Actor, type Part, reaches, reachOf } from "./actor.ts";
import type { Ctx } from "./context.ts";
import type { Entity, Page, Stored } from "./entity.ts";
import { Paging } from "./schema.ts";
import { soundsLike } from "./sounds.ts";
import { cursorAfter, type Item, type Query } from "./table.ts";
import { tidy } from "./text.ts";

/** Rows that one round trip reads at most; the table itself ends it at 1 MB. */
const read = 1000;
const trips = 2;

/**
 * What every list of the console can be asked: a page of up to 500 rows, from either end, narrowed by words. Each list adds its own
 * filters; what is left out narrows nothing.
 */
export const Listing = Paging.extend({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** Words that all have to be found, in any writing or by their sound. */
  q: z.string().max(100).optional(),
  order: z.enum(["newest", "oldest"]).optional(),
});
export type Listing = z.infer<typeof Listing>;

/** A filter's value; an empty one, as forms send it, is none. */
export const Narrow = <T extends z.ZodType>(value: T) => z.union([z.literal("").transform(() => undefined), value]).optional();

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * A page of a list, narrowed to the rows that `keep` keeps. Takes at most two round trips: where few rows are kept the page is shorter
 * than asked for, even empty, and the cursor says that there is more.
 */
export async function listing<T extends object, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  query: Omit<Query, "limit" | "cursor">,
  { limit, cursor }: Asked,
  keep?: (row: T & Stored) => boolean,
): Promise<Page<T & Stored>> {
  if (!keep) return entity.list(ctx, { ...query, limit, cursor });
  const items: (T & Stored)[] = [];
  let from = cursor;
  for (let trip = 0; trip < trips; trip++) {
    const page = await ctx.table.query({ ...query, limit: read, cursor: from });
    let last: Item | undefined;
    for (const item of page.items) {
      const row = entity.read(item);
      if (keep(row)) {
        if (items.length === limit && last) return { items, cursor: cursorAfter(last, query.index) };
        items.push(row);
      }
      last = item;
    }
    from = page.cursor;
    if (!from) return { items };
    if (items.length === limit) break;
  }
  return { items, ...(from ? { cursor: from } : {}) };
}

const plain = (text: string) => tidy(text).toLowerCase();
const han = /\p{Script=Han}+/gu;

/**
 * Whether a row's texts hold all words of a query: as they are written, or, for a word in Latin letters, by how they sound, in full
 * (`zhangsan`) or by initials (`zs`). Nothing where there is no query.
 */
export async function holding<T>(
  ctx: Ctx,
  q: string | undefined,
  texts: (row: T) => readonly (string | undefined)[],
): Promise<((row: T) => boolean) | undefined> {
  const asked = plain(q ?? "");
  if (!asked) return undefined;
  const words = asked.split(" ");
  const say = words.some(isSound) ? await ctx.sound() : undefined;
  return (row) => {
    const text = plain(texts(row).filter(Boolean).join("\n"));
    const missing = words.filter((word) => !text.includes(word));
    if (!missing.length) return true;
    if (!say || !missing.every(isSound)) return false;
    const runs = (text.match(han) ?? []).map((run) => say(run));
    return missing.every((word) => runs.some((run) => soundsLike(run, word.replaceAll("'", ""))));
  };
}

const isSound = (word: string) => /^[a-z']+$/.test(word);

/** One condition of several; nothing where none narrows. */
export function every<T>(
  ...conditions: readonly (((row: T) => boolean) | undefined | false | "")[]
): ((row: T) => boolean) | undefined {
  const real = conditions.filter((condition): condition is (row: T) => boolean => typeof condition === "function");
  return real.length ? (row) => real.every((condition) => condition(row)) : undefined;
}

/** Only what the actor's rights reach; nothing where they reach everything. */
export const within = <T>(actor: Actor, access: Access, partOf: (row: T) => Part): ((row: T) => boolean) | undefined =>
  reachOf(actor, access) === "all" ? undefined : (row) => reaches(actor, access, partOf(row));

import type { Ctx } from "../platform/context.ts";
import { type MemberRecord, Members, memberKey, membersOf } from "./entity.ts";
import { named, naming, namingKey, newestFirst, type Placed } from "./lists.ts";
import type { ThingKind } from "./schema.ts";

/** A thing that came, changed (both sides) or goes. */
export interface Move {
  readonly kind: ThingKind;
  readonly id: string;
  readonly before?: Pick<Placed, "places"> | undefined;
  readonly after?: Placed | undefined;
}

/** A place in a list, which need not be taken. */
export interface Spot {
  readonly list: string;
  readonly sort: string;
  readonly id: string;
}

/** What stands around a place. */
export interface Around {
  /** The two things before and the two after a place; in the order of the list. */
  near(spot: Spot): Promise<readonly MemberRecord[]>;
  /** What names a thing (`projects:prj_…`), the newest first. */
  namers(name: string, limit: number): Promise<readonly MemberRecord[]>;
}

/** Of whom will be asked: the places, and the names. Others may be asked for as well. */
export interface Asking {
  readonly spots: readonly Spot[];
  readonly names: readonly string[];
}

/** Fewer than so many places of a list are read one by one. */
const fewest = 2;
const beside = 3;
const highest = "~";

/**
 * Reads what stands around places in the lists as they will be once `moves` are made. Where many places of one list are asked for, what lies
 * between the first and the last of them is read once, unless that is far more than what was asked for.
 */
export function around(ctx: Ctx, { spots, names }: Asking, moves: readonly Move[] = []): Around {
  const coming = changesOf(moves);
  const asked = new Map<string, string[]>();
  const ask = (list: string, ...keys: string[]) => asked.set(list, [...(asked.get(list) ?? []), ...keys]);
  for (const { list, ...place } of spots) ask(list, memberKey(place));
  for (const { kind, id } of names.map(named)) ask(naming(kind), namingKey(id), `${namingKey(id)}${highest}`);

  const stretches = new Map<string, Promise<Stretch | undefined>>();
  const stretchOf = (list: string): Promise<Stretch | undefined> => {
    const known = stretches.get(list);
    if (known) return known;
    const keys = (asked.get(list) ?? []).sort();
    const reading = keys.length < fewest ? Promise.resolve(undefined) : readStretch(ctx, list, keys, spare(list));
    const whole = reading.then((stretch) => stretch && { ...stretch, items: then(list, stretch.items) });
    stretches.set(list, whole);
    return whole;
  };
  const spare = (list: string) => beside + (coming.get(list)?.gone.size ?? 0);
  const then = (list: string, items: readonly MemberRecord[]) => merged(items, coming.get(list));

  return {
    async near({ list, sort, id }) {
      const key = memberKey({ sort, id });
      const stretch = await stretchOf(list);
      const items = covers(stretch, key) ? stretch.items : then(list, await readBeside(ctx, list, key, spare(list)));
      const others = items.filter((one) => one.id !== id);
      const at = others.findIndex((one) => memberKey(one) > key);
      const next = at < 0 ? others.length : at;
      const inOrder = others.slice(Math.max(0, next - 2), next + 2);
      return newestFirst(list) ? inOrder.reverse() : inOrder;
    },
    async namers(name, limit) {
      const { kind, id } = named(name);
      const [list, begins] = [naming(kind), namingKey(id)];
      const stretch = await stretchOf(list);
      const all = covers(stretch, begins, `${begins}${highest}`)
        ? stretch.items
        : then(list, await readNamers(ctx, list, begins, limit + (coming.get(list)?.gone.size ?? 0)));
      const found = all.filter((one) => one.sort.startsWith(begins));
      return found.reverse().slice(0, limit);
    },
  };
}

/** All members from one key to another, and some beside. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly items: readonly MemberRecord[];
}

const covers = (stretch: Stretch | undefined, from: string, to = from): stretch is Stretch =>
  stretch !== undefined && stretch.from <= from && to <= stretch.to;

async function readBeside(ctx: Ctx, list: string, key: string, limit: number): Promise<MemberRecord[]> {
  const pk = membersOf(list);
  const [earlier, later] = await Promise.all([
    Members.list(ctx, { pk, between: ["", key], limit, newestFirst: true }),
    Members.list(ctx, { pk, between: [key, highest], limit }),
  ]);
  return [...earlier.items, ...later.items];
}

async function readNamers(ctx: Ctx, list: string, begins: string, limit: number): Promise<MemberRecord[]> {
  const { items } = await Members.list(ctx, { pk: membersOf(list), begins, limit, newestFirst: true });
  return items;
}

/** What lies between the first and the last of the keys, and so many beside; undefined where that is far more than the keys. */
async function readStretch(ctx: Ctx, list: string, keys: readonly string[], spare: number): Promise<Stretch | undefined> {
  const [from = "", to = ""] = [keys[0], keys.at(-1)];
  const pk = membersOf(list);
  const most = 2 * keys.length + 100;
  const [earlier, later] = await Promise.all([
    Members.list(ctx, { pk, between: ["", from], limit: spare, newestFirst: true }),
    Members.list(ctx, { pk, between: [to, highest], limit: spare }),
  ]);
  const items = [...earlier.items, ...later.items];
  let cursor: string | undefined;
  do {
    const page = await Members.list(ctx, { pk, between: [from, to], limit: most, cursor });
    items.push(...page.items);
    cursor = page.cursor;
    if (cursor && items.length >= most) return undefined;
  } while (cursor);
  return { from, to, items };
}

interface Coming {
  readonly gone: Set<string>;
  readonly come: Map<string, MemberRecord>;
}

/** What moves change in each list, by key. */
function changesOf(moves: readonly Move[]): ReadonlyMap<string, Coming> {
  const changes = new Map<string, Coming>();
  const of = (list: string) => {
    const known = changes.get(list) ?? { gone: new Set(), come: new Map() };
    changes.set(list, known);
    return known;
  };
  for (const { kind, id, before, after } of moves) {
    for (const { list, sort } of before?.places ?? []) of(list).gone.add(memberKey({ sort, id }));
    for (const { list, sort } of after?.places ?? [])
      if (after) of(list).come.set(memberKey({ sort, id }), { list, sort, kind, id, summary: after.summary });
  }
  return changes;
}

/** In the order of their keys, each once, as they will be. */
function merged(items: readonly MemberRecord[], coming: Coming | undefined): MemberRecord[] {
  const byKey = new Map(items.map((one) => [memberKey(one), one]));
  for (const key of coming?.gone ?? []) byKey.delete(key);
  for (const [key, one] of coming?.come ?? []) byKey.set(key, one);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

import type { Ctx } from "../platform/context.ts";
import { allChains } from "../taxonomy/index.ts";
import { type Asking, around, type Move } from "./around.ts";
import {
  Entries,
  type EntryRecord,
  type MemberRecord,
  Members,
  memberKey,
  membersOf,
  Tallies,
  type TallyRecord,
} from "./entity.ts";
import { footList, headList, named, nameOf, newestFirst, ofChain, type Placed, shownLists, titleOf } from "./lists.ts";
import {
  type AnyEntry,
  type AnySummaries,
  type ChainFigures,
  type Counts,
  type Entry,
  type Facet,
  type FacetName,
  type FooterLink,
  facetsOf,
  type Kind,
  kinds,
  pathOf,
  type Related,
  type ThingKind,
} from "./schema.ts";

/** What stands on the site, read list by list, each at most once; made anew for each publication. What belongs to a thing is shown as it will be once moves are made. */
export interface Shelf {
  /** The first things of a list. */
  head<K extends ThingKind>(list: string, limit: number): Promise<readonly AnySummaries[K][]>;
  /** The first things of all lists of a kind that pages show. */
  first<K extends Kind>(kind: K, limit: number, chain?: string): Promise<readonly AnySummaries[K][]>;
  tallyOf(kind: ThingKind): Promise<Tally>;
  /** What the foot of every page points to; with a page as it would be if it stood there now. */
  foot(page?: Placed): Promise<readonly FooterLink[]>;
  counts(): Promise<Counts>;
  chainFigures(): Promise<readonly ChainFigures[]>;
  /** What belongs to a thing that stands, or would stand, there. */
  related(place: Placed): Promise<Related>;
}

export type Tally = Pick<TallyRecord, "total" | "byFacet" | "byMonth">;

const emptyTally: Tally = { total: 0, byFacet: {}, byMonth: {} };
const byCount = (a: Record<string, number>, b: Readonly<Record<string, number>> = {}) => {
  for (const [value, n] of Object.entries(b)) a[value] = (a[value] ?? 0) + n;
  return a;
};

/** What is asked of a shelf so that a thing's page can be made. */
export function askingFor(things: readonly Placed[]): Asking {
  const spots = things.flatMap((place) => spotOf(place) ?? []);
  return { spots, names: things.map(({ kind, id }) => nameOf(kind, id)) };
}

/** Where a thing has its neighbours: in its first chain. */
function spotOf({ id, facets, places }: Placed) {
  const [chain] = facets.chain ?? [];
  const [whole] = places;
  return chain && whole ? { list: ofChain(whole.list, chain), sort: whole.sort, id } : undefined;
}

/** @param asking whose pages are to be made, where they are many: it is then read by the stretch what stands beside them */
export function shelf(ctx: Ctx, moves: readonly Move[] = [], asking: Asking = { spots: [], names: [] }): Shelf {
  const beside = around(ctx, asking, moves);
  const moved = new Map(moves.map(({ kind, id, after }) => [nameOf(kind, id), after]));
  const entryNamed = async (name: string): Promise<EntryRecord | undefined> =>
    moved.has(name) ? moved.get(name) : Entries.find(ctx, named(name));
  const memo = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = memo.get(key) as Promise<T> | undefined;
    if (known) return known;
    const reading = read();
    memo.set(key, reading);
    return reading;
  };
  const tally = (list: string) =>
    once(`tally ${list}`, async (): Promise<Tally> => (await Tallies.find(ctx, { list })) ?? emptyTally);

  const own: Shelf = {
    head: <K extends ThingKind>(list: string, limit: number) =>
      once(`head ${list} ${limit}`, async () => {
        const { items } = await Members.list(ctx, { pk: membersOf(list), limit, newestFirst: newestFirst(list) });
        return items.map(({ summary }) => summary as AnySummaries[K]);
      }),
    async first(kind, limit, chain) {
      const found: AnySummaries[typeof kind][] = [];
      for (const list of shownLists(kind))
        if (found.length < limit)
          found.push(...(await own.head<typeof kind>(chain ? ofChain(list, chain) : list, limit - found.length)));
      return found;
    },
    tallyOf: (kind) =>
      once(`all ${kind}`, async () => {
        const parts = await Promise.all(shownLists(kind).map(tally));
        const byFacet: Partial<Record<FacetName, Record<string, number>>> = {};
        const byMonth: Record<string, number> = {};
        for (const part of parts) {
          for (const [name, values] of Object.entries(part.byFacet))
            byFacet[name as FacetName] = byCount(byFacet[name as FacetName] ?? {}, values);
          byCount(byMonth, part.byMonth);
        }
        return { total: parts.reduce((sum, { total }) => sum + total, 0), byFacet, byMonth };
      }),
    async foot(page) {
      const own = page?.places.find(({ list }) => list === footList);
      const members = await once("foot", async () => {
        const { items } = await Members.list(ctx, { pk: membersOf(footList), limit: 100 });
        return items;
      });
      const others = page ? members.filter(({ id }) => id !== page.id) : members;
      const all = own && page ? [...others, { ...page, ...own }].sort(bySort) : others;
      return all.map((one) => ({ path: pathOf(anyEntryOf(one)), title: titleOf(anyEntryOf(one)) }));
    },
    counts: async () => {
      const totals = await Promise.all(kinds.map(async (kind) => [kind, (await tally(headList(kind))).total]));
      return Object.fromEntries(totals) as Record<Kind, number>;
    },
    async chainFigures() {
      const tallies = await Promise.all(kinds.map(async (kind) => [kind, await tally(headList(kind))] as const));
      return allChains.map((chain) => {
        const counts = tallies.map(([kind, { byFacet }]) => [kind, byFacet.chain?.[chain.id] ?? 0]);
        return { chain, ...(Object.fromEntries(counts) as Record<Kind, number>) };
      });
    },
    async related(place) {
      const spot = spotOf(place);
      const [near, namers, linksTo] = await Promise.all([
        spot ? beside.near(spot) : [],
        beside.namers(nameOf(place.kind, place.id), 12),
        Promise.all(place.links.map(entryNamed)),
      ]);
      const linked = [...linksTo.flatMap((one) => one ?? []), ...namers];
      return { near: near.map(entryOf), linked: linked.map(entryOf) };
    },
  };
  return own;
}

export const entryOf = ({ kind, summary }: Pick<MemberRecord, "kind" | "summary">) => ({ kind, thing: summary }) as Entry;

const anyEntryOf = ({ kind, summary }: Pick<MemberRecord, "kind" | "summary">) => ({ kind, thing: summary }) as AnyEntry;
const bySort = (a: Pick<MemberRecord, "sort" | "id">, b: Pick<MemberRecord, "sort" | "id">) =>
  memberKey(a) < memberKey(b) ? -1 : 1;

/** All that stands in a list. */
export async function* everyMember(ctx: Ctx, list: string): AsyncGenerator<MemberRecord> {
  let cursor: string | undefined;
  do {
    const page = await Members.list(ctx, { pk: membersOf(list), limit: 100, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

/** The facets of a kind's whole list with nothing chosen; chains in the order of the list of chains, the others by number. */
export function facetsFrom(kind: Kind, tally: Tally): Facet[] {
  return facetsOf[kind].flatMap((name) => {
    const values = Object.entries(tally.byFacet[name] ?? {}).filter(([, count]) => count > 0);
    if (!values.length) return [];
    return [
      {
        name,
        values: inOrder(
          name,
          values.map(([value, count]) => ({ value, count, chosen: false })),
        ),
      },
    ];
  });
}

const chainOrder = new Map(allChains.map(({ id }, n) => [id, n]));

/** The values of a facet as they are shown: levels and years by number, everything else by how many there are. */
export function inOrder<V extends { readonly value: string; readonly count: number }>(
  name: FacetName,
  values: readonly V[],
): V[] {
  const place = ({ value }: V) => chainOrder.get(value) ?? chainOrder.size;
  return [...values].sort((a, b) => {
    if (name === "trl") return Number(a.value) - Number(b.value);
    if (name === "year") return Number(b.value) - Number(a.value);
    return b.count - a.count || place(a) - place(b) || (a.value < b.value ? -1 : 1);
  });
}

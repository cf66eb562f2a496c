import type { PageSummary } from "../cases/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { allChains } from "../taxonomy/index.ts";
import { type EntryRecord, Members, membersOf } from "./entity.ts";
import { facetsOfEntry, footList, nameOf, naming, ofChain, type Placed } from "./lists.ts";
import { kinds, type ThingKind } from "./schema.ts";
import { entryOf, everyMember, neighbours } from "./shelf.ts";

/**
 * The names of what a publication makes, each one page in both languages, or a file:
 * `thing:cases:cas_…` · `near:projects@titanium|<sort>|<id>` (the pages of those that stand beside this
 * place) · `named:projects:prj_…` (of those that name it) · `list:projects` ·
 * `foot` (the links at the foot of every page: all that gathers things and all pages that stand by themselves at once) ·
 * `chain:titanium` · `chains` · `home` · `feeds:cases` · `figures` · `graph:titanium` · `policy` · `fixed`.
 */
export type PageKey = string;

export const thingKey = (kind: ThingKind, id: string): PageKey => `thing:${nameOf(kind, id)}`;

/** Whether it is the page of a thing, or stands for such pages; the others gather things. */
export const ofThings = (key: PageKey): boolean => /^(thing|near|named):|^foot$/.test(key);

/** Everything but the things themselves, in the order in which it is made. */
export const gatheringKeys = (): PageKey[] => [
  "policy",
  "fixed",
  ...kinds.flatMap((kind) => [`list:${kind}`, `feeds:${kind}`]),
  ...allChains.flatMap(({ id }) => [`chain:${id}`, `graph:${id}`]),
  "chains",
  "figures",
  "home",
];

const known = new Set(allChains.map(({ id }) => id));

export const footKey: PageKey = "foot";

/** Whether the foot of every page shows two states of a page alike. */
function sameFoot(before: EntryRecord | undefined, after: Placed | undefined): boolean {
  const shown = (side: EntryRecord | undefined) => {
    const place = side?.places.find(({ list }) => list === footList);
    const { "zh-CN": zh, en } = (side?.summary as PageSummary | undefined)?.title ?? { "zh-CN": "" };
    return place ? JSON.stringify([place.sort, side?.path, zh, en]) : "";
  };
  return shown(before) === shown(after);
}

/** What has to be made anew when a thing comes, changes or goes, besides its own page. */
export function touchedBy(before: EntryRecord | undefined, after: Placed | undefined): PageKey[] {
  const sides = [before, after].flatMap((side) => side ?? []);
  const [one] = sides;
  if (!one) return [];
  if (one.kind === "pages") return sameFoot(before, after) ? [] : [footKey];
  const chains = [...new Set(sides.flatMap(({ facets }) => facets.chain ?? []))].filter((id) => known.has(id));
  const near = sides.flatMap(({ places, facets, id }) => {
    const [whole] = places;
    return whole ? (facets.chain ?? []).map((chain) => `near:${ofChain(whole.list, chain)}|${whole.sort}|${id}`) : [];
  });
  return [
    ...new Set([
      ...sides.flatMap(({ links }) => links.map((name) => `thing:${name}`)),
      `named:${nameOf(one.kind, one.id)}`,
      ...near,
      `list:${one.kind}`,
      `feeds:${one.kind}`,
      ...chains.flatMap((chain) => [`chain:${chain}`, `graph:${chain}`]),
      "chains",
      "figures",
      "home",
    ]),
  ];
}

/** The keys with those that stand for others replaced, the pages of things first: nothing is written before what it points to. */
export async function expand(ctx: Ctx, keys: Iterable<PageKey>): Promise<PageKey[]> {
  const things = new Set<PageKey>();
  const others = new Set<PageKey>();
  for (const key of keys) {
    if (key.startsWith("thing:")) things.add(key);
    else if (key.startsWith("near:")) {
      const [list = "", sort = "", id = ""] = key.slice("near:".length).split("|");
      // Only those show it that have this chain as their first: theirs are the neighbours in it.
      for (const one of await neighbours(ctx, list, { sort, id }))
        if (facetsOfEntry(entryOf(one)).chain?.[0] === list.slice(list.indexOf("@") + 1)) things.add(thingKey(one.kind, one.id));
    } else if (key.startsWith("named:")) {
      const { items } = await Members.list(ctx, { pk: membersOf(naming(key.slice("named:".length))), limit: 100 });
      for (const one of items) things.add(thingKey(one.kind, one.id));
    } else if (key === footKey) {
      for await (const one of everyMember(ctx, "pages")) things.add(thingKey(one.kind, one.id));
      for (const gathering of gatheringKeys()) others.add(gathering);
    } else others.add(key);
  }
  const order = new Map(gatheringKeys().map((key, n) => [key, n]));
  return [...things, ...[...others].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))];
}

import type { PageSummary } from "../cases/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { allChains } from "../taxonomy/index.ts";
import { around, type Spot } from "./around.ts";
import type { EntryRecord } from "./entity.ts";
import { facetsOfEntry, footList, nameOf, ofChain, type Placed } from "./lists.ts";
import { kinds, type ThingKind } from "./schema.ts";
import { entryOf, everyMember } from "./shelf.ts";

/**
 * The names of what a publication makes, each one page in both languages, or a file:
 * `thing:cases:cas_…` · `near:projects@titanium|<sort>|<id>` (the pages of those that stand beside this
 * place) · `named:projects:prj_…` (of those that name it) · `list:projects` ·
 * `foot` (the links at the foot of every page: all that gathers things and all pages that stand by themselves at once) ·
 * `issues` · `chain:titanium` · `chains` · `home` · `feeds:cases` · `figures` · `graph:titanium` · `policy` · `fixed`.
 */
export type PageKey = string;

export const thingKey = (kind: ThingKind, id: string): PageKey => `thing:${nameOf(kind, id)}`;

/** Whether it is the page of a thing, or stands for such pages; the others gather things. */
export const ofThings = (key: PageKey): boolean => /^(thing|near|named):|^foot$/.test(key);

/** The list of newsletters, with its feeds. */
const issuesKey: PageKey = "issues";

/** Everything but the things themselves, in the order in which it is made. */
export const gatheringKeys = (): PageKey[] => [
  "policy",
  "fixed",
  ...kinds.flatMap((kind) => [`list:${kind}`, `feeds:${kind}`]),
  issuesKey,
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
  if (one.kind === "newsletters") return [issuesKey];
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

const rest = (key: PageKey) => key.slice(key.indexOf(":") + 1);

/** The keys with those that stand for others replaced, the pages of things first: nothing is written before what it points to. */
export async function expand(ctx: Ctx, keys: Iterable<PageKey>): Promise<PageKey[]> {
  const all = [...new Set(keys)];
  const near = all
    .filter((key) => key.startsWith("near:"))
    .map((key): Spot => {
      const [list = "", sort = "", id = ""] = rest(key).split("|");
      return { list, sort, id };
    });
  const names = all.filter((key) => key.startsWith("named:")).map(rest);
  const beside = around(ctx, { spots: near, names });
  const things = new Set(all.filter((key) => key.startsWith("thing:")));
  // Only those show it that have this chain as their first: theirs are the neighbours in it.
  const shows = async (spot: Spot) =>
    (await beside.near(spot)).filter(
      (one) => facetsOfEntry(entryOf(one)).chain?.[0] === spot.list.slice(spot.list.indexOf("@") + 1),
    );
  const found = await Promise.all([...near.map(shows), ...names.map((name) => beside.namers(name, 100))]);
  for (const { kind, id } of found.flat()) things.add(thingKey(kind, id));
  if (all.includes(footKey)) for await (const { kind, id } of everyMember(ctx, "pages")) things.add(thingKey(kind, id));
  const order = new Map(gatheringKeys().map((key, n) => [key, n]));
  // Feeds and graphs have no foot.
  const withFoot = all.includes(footKey) ? gatheringKeys().filter((key) => !/^(feeds|graph):/.test(key)) : [];
  const others = new Set([...all.filter((key) => !ofThings(key)), ...withFoot]);
  return [...things, ...[...others].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))];
}

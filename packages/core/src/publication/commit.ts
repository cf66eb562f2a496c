import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { Write } from "../platform/table.ts";
import type { Move } from "./around.ts";
import { Entries, type EntryRecord, type MemberRecord, Members, Tallies, type TallyRecord, Todos } from "./entity.ts";
import { touchedBy } from "./keys.ts";
import { monthOf, nameOf, type Placed, wholeLists } from "./lists.ts";
import type { MadeThing } from "./make.ts";
import type { FacetName } from "./schema.ts";

/** A thing that came, changed (both sides) or goes; `thing` is what its page shows. */
export interface Step extends Move {
  readonly before?: (EntryRecord & Stored) | undefined;
  readonly thing?: MadeThing | undefined;
}

/** The same whatever the order of names, which the table does not keep. */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, v]) => v !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, v]) => [name, sorted(v)]),
        )
      : value;

const placeKey = ({ list, sort }: { list: string; sort: string }) => `${list} ${sort}`;

/** Addresses that a thing had, without the one it has. */
function formerOf({ before, after }: Step): readonly string[] {
  const former = [...(before?.former ?? []), ...(before ? [before.path] : []), ...(after?.former ?? [])];
  return [...new Set(former)].filter((path) => path !== after?.path);
}

/** Whether lists show it as before. */
function unchanged({ before, after }: Step): boolean {
  if (!before || !after) return !before && !after;
  const facts = ({ path, summary, places, facets, links }: Placed) => ({ path, summary, places, facets, links });
  return sameValue(facts(before), facts(after));
}

function memberWrites(ctx: Ctx, { kind, id, before, after }: Step): Write[] {
  const kept = new Set(after?.places.map(placeKey));
  const gone = (before?.places ?? []).filter((place) => !kept.has(placeKey(place)));
  const summary = after?.summary;
  const stands = (after?.places ?? []).flatMap((place): Write[] => {
    const member: MemberRecord | undefined = summary && { ...place, kind, id, summary };
    return member ? [Members.create(ctx, member, { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" })] : [];
  });
  return [...gone.map((place) => Members.remove({ ...place, id })), ...stands];
}

type Counting = { total: number; byFacet: Partial<Record<FacetName, Record<string, number>>>; byMonth: Record<string, number> };

function count(tallies: Map<string, Counting>, place: Placed | undefined, by: 1 | -1): void {
  const [whole] = place?.places ?? [];
  if (!place || !whole) return;
  const tally = tallies.get(whole.list) ?? { total: 0, byFacet: {}, byMonth: {} };
  const add = (counts: Record<string, number>, value: string) => {
    counts[value] = (counts[value] ?? 0) + by;
  };
  tally.total += by;
  for (const [name, values] of Object.entries(place.facets)) {
    const counts = tally.byFacet[name as FacetName] ?? {};
    for (const value of values) add(counts, value);
    tally.byFacet[name as FacetName] = counts;
  }
  add(tally.byMonth, monthOf(whole.sort));
  tallies.set(whole.list, tally);
}

async function tallyWrites(ctx: Ctx, steps: readonly Step[]): Promise<Write[]> {
  const changes = new Map<string, Counting>();
  for (const { before, after } of steps) {
    count(changes, before, -1);
    count(changes, after, 1);
  }
  const writes: Write[] = [];
  for (const [list, change] of changes) {
    const stored = await Tallies.find(ctx, { list });
    const next: TallyRecord = {
      list,
      total: (stored?.total ?? 0) + change.total,
      byMonth: sum(stored?.byMonth, change.byMonth),
      byFacet: Object.fromEntries(
        [...new Set([...Object.keys(stored?.byFacet ?? {}), ...Object.keys(change.byFacet)])].map((name) => [
          name,
          sum(stored?.byFacet[name as FacetName], change.byFacet[name as FacetName]),
        ]),
      ),
    };
    if (!stored || !sameValue({ ...stored, ...next }, stored))
      writes.push(stored ? Tallies.change(ctx, stored, next) : Tallies.create(ctx, next));
  }
  return writes;
}

const sum = (a: Readonly<Record<string, number>> = {}, b: Readonly<Record<string, number>> = {}) => {
  const total: Record<string, number> = { ...a };
  for (const [value, n] of Object.entries(b)) total[value] = (total[value] ?? 0) + n;
  return Object.fromEntries(Object.entries(total).filter(([, n]) => n !== 0));
};

function entryWrites(ctx: Ctx, step: Step): Write[] {
  const { kind, id, before, after } = step;
  if (!after) return before ? [Entries.remove({ kind, id })] : [];
  const record: EntryRecord = { ...after, former: formerOf(step) };
  return [before ? Entries.change(ctx, before, record) : Entries.create(ctx, record)];
}

/** At most so many writes go in one transaction, which may hold a hundred. */
const room = 90;

/**
 * Puts things, whose pages are there, into the lists where they now belong and takes others out, with the counts and with what is then to be made:
 * either all of that or nothing.
 * @throws ConditionFailed when another publisher was at work
 */
export async function commit(ctx: Ctx, steps: readonly Step[], keysOf = touchedBy): Promise<void> {
  let group: Step[] = [];
  let writes: Write[] = [];
  const flush = async () => {
    if (group.length) {
      const changed = group.map(({ kind, id }) => nameOf(kind, id));
      const keys = [...new Set(group.flatMap(({ before, after }) => keysOf(before, after)))];
      const gone = group.flatMap(formerOf);
      const todo = Todos.create(ctx, { id: ctx.newId("todo"), changed, keys, gone });
      await ctx.table.write([...writes, ...(await tallyWrites(ctx, group)), todo], ctx.newId("tok").slice(4));
    }
    [group, writes] = [[], []];
  };
  for (const step of steps) {
    const own = [...entryWrites(ctx, step), ...memberWrites(ctx, step)];
    if (writes.length + own.length > room - 2 * Object.values(wholeLists).flat().length) await flush();
    group.push(step);
    writes.push(...own);
  }
  await flush();
}

/** Says at which addresses pages are now to be made, so that the next publisher takes them away again if this one is killed before `commit`. */
export async function announce(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  const coming = steps.filter(({ before, after }) => after && after.path !== before?.path);
  if (!coming.length) return;
  const begun = coming.map(({ kind, id }) => nameOf(kind, id));
  const gone = coming.flatMap(({ after }) => after?.path ?? []);
  await ctx.table.write([Todos.create(ctx, { id: ctx.newId("todo"), changed: [], keys: [], gone, begun })], "");
}

/** The steps that change what lists show; the others only have a page of their own to make. */
export const changing = (steps: readonly Step[]): readonly Step[] => steps.filter((step) => !unchanged(step));

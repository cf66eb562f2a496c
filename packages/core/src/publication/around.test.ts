import { describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { chance } from "../../../../tests/support/faults.ts";
import type { Ctx } from "../platform/context.ts";
import { type Around, around, type Move, type Spot } from "./around.ts";
import { type MemberRecord, Members } from "./entity.ts";
import { naming, namingKey, type Placed } from "./lists.ts";

const world = embedded();
const day = (n: number) => `2026-01-01T00:00:00.${String(n).padStart(3, "0")}Z`;
/** The first runs on, the second from the newest; the third says what names projects. */
const lists = (site: string) => [`activities:ahead@${site}`, `projects@${site}`];

interface Thing {
  readonly id: string;
  readonly places: readonly { list: string; sort: string }[];
}
const random = chance(5);
const upTo = (n: number) => Math.floor(random() * n);
const summary = (id: string, of: string) => ({ id, of }) as unknown as MemberRecord["summary"];
const placed = ({ id, places }: Thing, of: string) =>
  ({ kind: "cases", id, places, summary: summary(id, of) }) as unknown as Placed;

/** A thing somewhere in both lists, which names up to two projects. */
const thing = (id: string, site: string): Thing => ({
  id,
  places: [
    ...lists(site).map((list) => ({ list, sort: day(upTo(500)) })),
    ...Array.from({ length: upTo(3) }, () => ({
      list: naming("projects"),
      sort: `${namingKey(`prj_${site}_${upTo(9)}`)}${day(upTo(500))}`,
    })),
  ],
});
const put = async (ctx: Ctx, { id, places }: Thing, of: string) => {
  for (const place of places)
    await ctx.table.write([Members.create(ctx, { ...place, kind: "cases", id, summary: summary(id, of) }, anyway)], "");
};
const anyway = { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" };
const remove = async (ctx: Ctx, { id, places }: Thing) => {
  for (const place of places) await ctx.table.write([Members.remove({ ...place, id })], "");
};

describe("what stands around places", () => {
  it.each(["a", "b", "c", "d"])("is the same by the stretch, one by one, and once the moves are made (%s)", async (site) => {
    const ctx = world.ctx(system);
    const old = Array.from({ length: 30 }, (_, n) => thing(`cas_${site}_${n}`, site));
    for (const one of old) await put(ctx, one, "before");
    const moves = old.slice(0, 12).map((before, n) => {
      const after = n % 3 === 0 ? undefined : n % 3 === 1 ? before : thing(before.id, site);
      return { before, after };
    });
    const fresh = Array.from({ length: 8 }, (_, n) => ({ before: undefined, after: thing(`cas_${site}_new${n}`, site) }));
    const all = [...moves, ...fresh];
    const given = all.map(
      ({ before, after }): Move => ({
        kind: "cases",
        id: (before ?? after)?.id ?? "",
        before: before && placed(before, "before"),
        after: after && placed(after, "after"),
      }),
    );
    const spots = [...old, ...fresh.map(({ after }) => after)].flatMap(({ id, places }): Spot[] =>
      places.filter(({ list }) => lists(site).includes(list)).map((place) => ({ ...place, id })),
    );
    const names = Array.from({ length: 9 }, (_, n) => `projects:prj_${site}_${n}`);
    const seen = async (by: Around) => ({
      near: await Promise.all(
        spots.map(async (spot) => (await by.near(spot)).map(({ id, sort, summary }) => [id, sort, summary])),
      ),
      namers: await Promise.all(names.map(async (name) => (await by.namers(name, 3)).map(({ id, sort }) => [id, sort]))),
    });
    let queries = 0;
    const counting: Ctx = {
      ...ctx,
      table: {
        ...ctx.table,
        query: (query) => {
          queries += 1;
          return ctx.table.query(query);
        },
      },
    };
    const byStretch = await seen(around(counting, { spots, names }, given));
    expect(queries).toBe(9);
    const oneByOne = await seen(around(counting, { spots: [], names: [] }, given));
    expect(queries).toBeGreaterThan(100);
    const without = await seen(around(ctx, { spots, names }));
    for (const { before, after } of all) {
      if (before) await remove(ctx, before);
      if (after) await put(ctx, after, "after");
    }
    const afterwards = await seen(around(ctx, { spots: [], names: [] }));
    expect(byStretch).toEqual(oneByOne);
    expect(byStretch).toEqual(afterwards);
    expect(without).not.toEqual(afterwards);
  });

  it("is read one by one where what lies between is far more than what was asked for", async () => {
    const ctx = world.ctx(system);
    for (let n = 0; n < 130; n++)
      await put(ctx, { id: `cas_far_${n}`, places: [{ list: "talents@far", sort: day(n) }] }, "before");
    const spots = [5, 125].map((n): Spot => ({ list: "talents@far", sort: day(n), id: `cas_far_${n}` }));
    const [few, many] = [around(ctx, { spots, names: [] }), around(ctx, { spots: [], names: [] })];
    for (const spot of spots) expect(await few.near(spot)).toEqual(await many.near(spot));
    expect((await few.near(spots[1] as Spot)).map(({ id }) => id)).toEqual([
      "cas_far_127",
      "cas_far_126",
      "cas_far_124",
      "cas_far_123",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { sameOrganisation } from "./conflict.ts";
import { distributed } from "./distribute.ts";
import { resultsOf, weighted } from "./results.ts";
import { movedBetween, timed } from "./times.ts";

const criteria = [
  { id: "a", name: { "zh-CN": "甲", en: "A" }, weight: 3 },
  { id: "b", name: { "zh-CN": "乙", en: "B" }, weight: 1 },
];
const given = (entryId: string, jurorId: string, a: number, b = a) => ({ entryId, jurorId, scores: { a, b } });

describe("results", () => {
  it("weigh the criteria, from the lowest mark of the scale to the highest", () => {
    expect(weighted({ a: 10, b: 0 }, criteria, "0-10")).toBe(75);
    expect(weighted({ a: 1, b: 5 }, criteria, "1-5")).toBe(25);
    expect(weighted({ a: 1, b: 1 }, criteria, "1-5")).toBe(0);
  });

  it("rank by the mean of the jurors, and show who is level", () => {
    const all = [given("x", "j", 8), given("x", "k", 6), given("y", "j", 7), given("z", "k", 3)];
    const results = resultsOf(all, { criteria, scale: "0-10", standardised: false });
    expect([...results]).toEqual([
      ["x", { value: 70, rank: 1, tied: true }],
      ["y", { value: 70, rank: 1, tied: true }],
      ["z", { value: 30, rank: 3, tied: false }],
    ]);
  });

  it("do not let a strict juror pull a project down, once they are standardised", () => {
    // The mild juror scored x and y, the strict one y and z; y is worse than x by one and better than z by the other.
    const all = [given("x", "mild", 10), given("y", "mild", 8), given("y", "strict", 3), given("z", "strict", 1)];
    const of = (standardised: boolean) => resultsOf(all, { criteria, scale: "0-10", standardised });
    const value = (results: ReturnType<typeof of>, id: string) => results.get(id)?.value ?? 0;
    expect(value(of(true), "x") - value(of(true), "y")).toBeCloseTo(value(of(true), "y") - value(of(true), "z"), 5);
    // As they stand, the difference between the jurors counts (control).
    expect(value(of(false), "x") - value(of(false), "z")).toBe(90);
    expect(value(of(true), "x") - value(of(true), "z")).toBeLessThan(90);
  });

  it("count a juror who gave the same to all with the mean, and break on no input", () => {
    const all = [given("x", "same", 9), given("y", "same", 9), given("x", "other", 2), given("y", "other", 4)];
    const results = resultsOf(all, { criteria, scale: "0-10", standardised: true });
    expect(results.get("y")?.rank).toBe(1);
    expect(resultsOf([], { criteria, scale: "1-5", standardised: true }).size).toBe(0);
    expect(resultsOf([given("x", "j", 5)], { criteria, scale: "0-10", standardised: true }).get("x")?.value).toBe(50);
  });
});

describe("distributed", () => {
  const entries = Array.from({ length: 20 }, (_, n) => ({ id: `e${n}`, has: [] as string[], never: [] as string[] }));
  const jurors = ["a", "b", "c", "d", "e"];
  const loads = (all: ReturnType<typeof distributed>) => jurors.map((id) => all.filter(({ jurorId }) => jurorId === id).length);

  it("gives every project enough, and every juror the same number", () => {
    const all = distributed(entries, jurors, 3);
    expect(entries.every(({ id }) => all.filter(({ entryId }) => entryId === id).length === 3)).toBe(true);
    expect(loads(all)).toEqual([12, 12, 12, 12, 12]);
  });

  it("says the same whatever the order, and adds nothing to what is enough", () => {
    const all = distributed(entries, jurors, 3);
    expect(new Set(distributed(entries.toReversed(), jurors.toReversed(), 3).map((x) => `${x.entryId} ${x.jurorId}`))).toEqual(
      new Set(all.map((x) => `${x.entryId} ${x.jurorId}`)),
    );
    const had = entries.map((e) => ({ ...e, has: all.filter(({ entryId }) => entryId === e.id).map(({ jurorId }) => jurorId) }));
    expect(distributed(had, jurors, 3)).toEqual([]);
  });

  it("keeps jurors from what they must not have, and says so by giving fewer", () => {
    const near = entries.map((e, n) => ({ ...e, never: n === 0 ? ["a", "b", "c"] : n < 8 ? ["a"] : [] }));
    const all = distributed(near, jurors, 3);
    expect(
      all
        .filter(({ entryId }) => entryId === "e0")
        .map(({ jurorId }) => jurorId)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(["d", "e"]);
    expect(all.some((x) => near.find(({ id }) => id === x.entryId)?.never.includes(x.jurorId))).toBe(false);
    expect(Math.max(...loads(all)) - Math.min(...loads(all))).toBeLessThanOrEqual(1);
    // With nobody kept from anything the same projects do go to them (control).
    expect(distributed(entries, jurors, 3).some(({ entryId, jurorId }) => entryId === "e0" && jurorId === "a")).toBe(true);
  });
});

describe("the same organisation", () => {
  const of = (organisation: string, creditCode?: string) => ({ organisation, creditCode });

  it.each([
    ["西安示例增材有限公司", "西安示例增材股份有限公司"],
    ["Example Works Co., Ltd.", "example works"],
    ["示例大学", "示例大学材料学院"],
  ])("is seen in %s and %s", (a, b) => {
    expect(sameOrganisation(of(a), of(b))).toBe(true);
    expect(sameOrganisation(of(b), of(a))).toBe(true);
  });

  it("is seen by the credit code, whatever the name, and not in two others", () => {
    expect(sameOrganisation(of("甲", "91350100M000100Y43"), of("乙", "91350100m000100y43"))).toBe(true);
    expect(sameOrganisation(of("西安示例增材公司"), of("宝鸡示例钛业公司"))).toBe(false);
    expect(sameOrganisation(of(""), of(""))).toBe(false);
  });
});

describe("a running order", () => {
  const order = (...rows: [string, number][]) => ({
    startsAt: "2026-12-20T01:00:00.000Z",
    rows: rows.map(([entryId, minutes]) =>
      entryId === "break" ? { name: { "zh-CN": "茶歇", en: "Tea" }, minutes } : { entryId, minutes },
    ),
  });

  it("computes each time from the start, breaks too", () => {
    expect(timed(order(["a", 10], ["break", 15], ["b", 10])).map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      "01:00",
      "01:10",
      "01:25",
    ]);
  });

  it("says whose time is new, other or gone, and of nobody else", () => {
    const [before, after] = [order(["a", 10], ["b", 10], ["c", 10]), order(["a", 10], ["d", 20], ["b", 10])];
    expect(movedBetween(before, after)).toEqual([
      { entryId: "b", startsAt: "2026-12-20T01:30:00.000Z" },
      { entryId: "c" },
      { entryId: "d", startsAt: "2026-12-20T01:10:00.000Z" },
    ]);
    expect(movedBetween(after, after)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { PublicDemand } from "../demand/schema.ts";
import { placed, wantedList } from "./lists.ts";

const now = new Date("2026-11-25T00:00:00Z");
const lists = (state: PublicDemand["state"]) => {
  const demand = { id: "dem_1", state, chain: "titanium", ways: [], listedAt: "2026-11-01T00:00:00.000Z" };
  const whole = { ...demand, title: { "zh-CN": "需求" }, problem: { "zh-CN": "问题" } } as unknown as PublicDemand;
  return placed("demands", whole, now).places.map(({ list }) => list);
};

describe("a demand", () => {
  it("stands among those of the home page until it is closed, and in its other lists for good", () => {
    for (const state of ["open", "in-contact"] as const) expect(lists(state)).toContain(wantedList);
    for (const state of ["solved", "unsolved"] as const) expect(lists(state)).toEqual(["demands", "demands@titanium"]);
  });
});

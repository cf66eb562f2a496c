import { expect, it } from "vitest";
import { merge } from "./merge.ts";

const base = { title: { "zh-CN": "甲" }, venue: "西安", seats: "50", chains: ["titanium"] };

it("takes what only one of two changed, from either", () => {
  const mine = { ...base, venue: "咸阳" };
  const theirs = { ...base, seats: "80", chains: ["titanium", "hydrogen"] };
  expect(merge(base, mine, theirs)).toEqual({
    draft: { ...base, venue: "咸阳", seats: "80", chains: ["titanium", "hydrogen"] },
    clashes: [],
  });
});

it("leaves to a person what both changed to something else, and keeps what that person typed", () => {
  const mine = { ...base, title: { "zh-CN": "乙" }, seats: "60" };
  const theirs = { ...base, title: { "zh-CN": "丙" }, seats: "60" };
  expect(merge(base, mine, theirs)).toEqual({ draft: mine, clashes: ["title"] });
});

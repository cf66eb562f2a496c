import { expect, it } from "vitest";
import { moved, placeAt } from "./places.ts";

it("puts one at another place, and leaves the others in their order", () => {
  expect(moved(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
  expect(moved(["a", "b", "c", "d"], 3, 0)).toEqual(["d", "a", "b", "c"]);
});

it("passes a neighbour at its middle, however high it is, and goes past many at once", () => {
  const middles = [20, 100, 220, 260];
  expect(placeAt(middles, 0, 99)).toBe(0);
  expect(placeAt(middles, 0, 101)).toBe(1);
  expect(placeAt(middles, 0, 1000)).toBe(3);
  expect(placeAt(middles, 3, 221)).toBe(3);
  expect(placeAt(middles, 3, 219)).toBe(2);
  expect(placeAt(middles, 3, -5)).toBe(0);
});

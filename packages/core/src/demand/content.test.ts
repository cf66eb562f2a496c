import { describe, expect, it } from "vitest";
import { notesOn } from "./content.ts";
import type { Indicator } from "./schema.ts";

const indicator = (comparison: Indicator["comparison"], value: string, more: Partial<Indicator> = {}): Indicator => ({
  ...{ name: "良率", comparison, value, unit: "%" },
  ...more,
});
const told = (...indicators: Indicator[]) => notesOn({ indicators });

describe("indicators that contradict each other", () => {
  it.each([
    ["a least above a most", indicator(">=", "95"), indicator("<=", "90")],
    ["a range above a most", indicator("range", "95–99"), indicator("<=", "90")],
    ["two values", indicator("=", "95"), indicator("=", "96")],
  ])("are told: %s", (_, one, other) => {
    expect(told(one, other)).toEqual(["contradiction"]);
    expect(told(other, one)).toEqual(["contradiction"]);
  });

  it.each([
    ["that leave room", indicator(">=", "90"), indicator("<=", "95")],
    ["of different names", indicator(">=", "95"), indicator("<=", "90", { name: "能耗" })],
    ["of different units", indicator(">=", "95"), indicator("<=", "90", { unit: "kW" })],
    ["that are words", indicator("=", "IP65"), indicator("=", "IP67")],
  ])("are none: %s", (_, one, other) => expect(told(one, other)).not.toContain("contradiction"));
});

import { describe, expect, it } from "vitest";
import { isCreditCode } from "./code-schema.ts";

describe("a 统一社会信用代码", () => {
  it.each(["91350100M000100Y43", "914403001922038216", "91610131MA00000018", "91610100MA0000002E"])("%s is right", (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([
    ["a wrong check character", "91610104MA0000004Y"],
    ["two figures exchanged", "91350100M000010Y43"],
    ["a letter that the standard leaves out", "9135010OM000100Y43"],
    ["17 characters", "91350100M000100Y4"],
    ["nothing", ""],
  ])("%s is wrong", (_, code) => {
    expect(isCreditCode(code)).toBe(false);
  });
});

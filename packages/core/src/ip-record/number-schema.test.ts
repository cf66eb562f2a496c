import { describe, expect, it } from "vitest";
import { idOfNumber, numberTrouble, readNumber } from "./number-schema.ts";

const read = (typed: string) => readNumber(typed, 2026);

describe("the number of a patent", () => {
  // Published examples.
  it.each(["201710601862.3", "200710308494.X", "97101765.4", "95115608.X"])("is right: %s", (number) => {
    expect(read(number)).toEqual({ number, kind: "invention", completed: false });
  });

  it.each([
    ["ZL201710601862.3"],
    ["zl 2017 1060 1862.3"],
    ["CN201710601862.3"],
    ["２０１７１０６０１８６２．３"],
    ["2017106018623"],
  ])("is read as people write it: %s", (typed) => expect(read(typed)).toMatchObject({ number: "201710601862.3" }));

  it("is completed where it has no check character", () => {
    expect(read("200710308494")).toEqual({ number: "200710308494.X", kind: "invention", completed: true });
  });

  it("tells a wrong check character, and what it should be", () => {
    expect(read("201710601862.5")).toMatchObject({ number: "201710601862.5", expected: "3" });
  });

  it.each([
    ["", numberTrouble.missing],
    ["CN107345000A", numberTrouble.form],
    ["CN1234567A", numberTrouble.form],
    ["US10123456", numberTrouble.form],
    ["2017106018", numberTrouble.form],
    ["203010601862.3", numberTrouble.year],
    ["199910601862.3", numberTrouble.year],
    ["201740601862.3", numberTrouble.kind],
  ])("is refused with what is wrong: %s", (typed, trouble) => expect(read(typed)).toEqual({ trouble }));

  it("tells utility models, designs and international applications", () => {
    const kindOf = (typed: string) => (read(typed) as { kind: string }).kind;
    expect([kindOf("201720601862"), kindOf("201730601862"), kindOf("201780601862"), kindOf("201790601862")]).toEqual([
      "utility-model",
      "design",
      "invention",
      "utility-model",
    ]);
  });

  it("names one record", () => expect(idOfNumber("200710308494.X")).toBe("ipr_200710308494-x"));
});

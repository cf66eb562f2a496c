import { describe, expect, it } from "vitest";
import { analyse, stem } from "./analyse.ts";

const terms = (text: string) => analyse(text).map(({ term }) => term);

describe("analyse", () => {
  it("takes Han characters one by one and in pairs", () => {
    expect(terms("钛合金")).toEqual(["钛", "钛合", "合", "合金", "金"]);
  });

  it("makes no pair over punctuation or space", () => {
    expect(terms("钛，合 金")).toEqual(["钛", "合", "金"]);
  });

  it("reads full-width, traditional and accented writing as plain", () => {
    expect(terms("ＴＣ４")).toEqual(terms("tc4"));
    expect(terms("氫燃料電池")).toEqual(terms("氢燃料电池"));
    expect(terms("naïve Café")).toEqual(terms("naive cafe"));
    expect(terms("㎏")).toEqual(["kg"]);
  });

  it("keeps rare characters whole", () => {
    expect(terms("𠮷野")).toEqual(["𠮷", "𠮷野", "野"]);
    expect(analyse("a 𠮷")[1]).toMatchObject({ from: 2, to: 4 });
  });

  it("keeps a number with its unit, however it is spaced", () => {
    expect(terms("100 kW")).toContain("100kw");
    expect(terms("100kW")).toContain("100kw");
    expect(terms("95 %")).toContain("95%");
    expect(terms("5,000万元")).toContain("5000万");
    expect(terms("0.5 mm")).toContain("0.5mm");
  });

  it("does not take a word for a unit", () => {
    expect(terms("100 machines")).toEqual(["100", "machine"]);
  });

  it("finds a compound written with hyphens or without, and a patent number without its letters", () => {
    expect(terms("Ti-6Al-4V")).toContain("ti6al4v");
    expect(terms("Ti6Al4V")).toContain("ti6al4v");
    expect(terms("ZL201710601862.3")).toContain("201710601862.3");
  });

  it("leaves out what cannot be seen, and reads Xi'an as one word", () => {
    expect(terms("钛\u200b合\u202e金")).toEqual(terms("钛合金"));
    expect(terms("Xi’an")).toEqual(["xian"]);
  });

  it("bears emoji, lone surrogates and right-to-left writing", () => {
    expect(terms("🚀👩‍🔬")).toEqual([]);
    expect(terms("\ud800钛\udc00")).toEqual(["钛"]);
    expect(terms("مرحبا بالعالم")).toHaveLength(2);
  });

  it("says where in the given text each term stands", () => {
    const text = "ＴＣ４ 鈦合金、Ti-6Al-4V";
    expect(analyse(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "ＴＣ４",
      "鈦",
      "鈦合",
      "合",
      "合金",
      "金",
      "Ti",
      "6Al",
      "4V",
      "Ti-6Al-4V",
    ]);
  });

  it("counts places: a pair stands on two", () => {
    expect(analyse("钛合 alloy").map(({ place, places }) => [place, places])).toEqual([
      [0, 1],
      [0, 2],
      [1, 1],
      [2, 1],
    ]);
  });
});

describe("stem", () => {
  it("takes English plurals to their singular, and leaves other words", () => {
    expect(["alloys", "batteries", "processes", "gas", "analysis", "class", "sensors", "drones"].map(stem)).toEqual([
      "alloy",
      "battery",
      "process",
      "gas",
      "analysis",
      "class",
      "sensor",
      "drone",
    ]);
  });
});

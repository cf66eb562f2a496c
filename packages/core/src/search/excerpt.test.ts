import { describe, expect, it } from "vitest";
import { excerptOf, whole } from "./excerpt.ts";
import { highlighted } from "./highlight.ts";
import type { Marks } from "./match.ts";

const marks = (...terms: string[]): Marks => ({ terms: new Set(terms), begins: [], sounds: [], initials: [] });
const text = (pieces: readonly { text: string }[] | undefined) => pieces?.map((piece) => piece.text).join("") ?? "";

describe("highlighted", () => {
  it("joins what touches and keeps every character of the text", () => {
    const given = "𠮷野家的鈦合金🚀 and Alloys";
    const pieces = highlighted(given, marks("钛合", "合金", "alloy"));
    expect(text(pieces)).toBe(given);
    expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(["鈦合金", "Alloys"]);
  });

  it("marks Han characters by how they sound, up to the letters that were typed", () => {
    const said = { ...marks(), sounds: ["taihe"], initials: ["zj"] };
    expect(highlighted("新钛合金：铸件", said, ["xin tai he jin", "zhu jian"])).toEqual([
      { text: "新" },
      { text: "钛合", hit: true },
      { text: "金：" },
      { text: "铸件", hit: true },
    ]);
  });
});

describe("excerptOf", () => {
  it("takes the passage with the most different words", () => {
    const body = { "zh-CN": `${"锻造。".repeat(80)}${"填充文字。".repeat(60)}锻造与焊接在这里。${"填充文字。".repeat(60)}` };
    expect(text(excerptOf({ body }, marks("锻造", "焊接"), "zh-CN")?.excerpt)).toContain("锻造与焊接在这里");
  });

  it("never cuts a character in two", () => {
    for (let before = 0; before < 140; before++) {
      const body = { "zh-CN": `${"𠮷".repeat(before)}钛合${"𠮷👩‍🔬é".repeat(60)}` };
      for (const piece of excerptOf({ body }, marks("钛合"), "zh-CN")?.excerpt ?? [])
        expect(piece.text.isWellFormed()).toBe(true);
    }
  });

  it("prefers the summary where both say as much, and the reader's language where it says anything", () => {
    const both = { summary: { "zh-CN": "焊接之一", en: "welding" }, body: { "zh-CN": "焊接之二" } };
    expect(text(excerptOf(both, marks("焊接"), "zh-CN")?.excerpt)).toBe("焊接之一");
    expect(excerptOf(both, marks("焊接", "welding"), "en")).toEqual({
      excerptLocale: "en",
      excerpt: [{ text: "welding", hit: true }],
    });
    expect(excerptOf(both, marks("锻造"), "zh-CN")).toBeUndefined();
  });

  it("bears a body that is one hit from end to end", () => {
    const body = { "zh-CN": "钛".repeat(8000) };
    expect(text(excerptOf({ body }, marks("钛"), "zh-CN")?.excerpt).length).toBeLessThanOrEqual(122);
  });
});

describe("whole", () => {
  it("moves back to where a character begins", () => {
    expect(whole("a𠮷b", 2)).toBe(1);
    expect(whole("e\u0301x", 1)).toBe(0);
    expect(whole("👩‍🔬x", 3)).toBe(0);
    expect(whole("abc", 2)).toBe(2);
    expect(whole("abc", 9)).toBe(3);
    expect(whole("abc", -1)).toBe(0);
  });
});

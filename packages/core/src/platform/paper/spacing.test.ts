import { describe, expect, it } from "vitest";
import { overhang, runsOf } from "./spacing.ts";

const pieces = (line: string) => runsOf(line).map(({ text, gap, features }) => [text, gap, ...features]);

describe("the runs of a line", () => {
  it("put an eighth of an em between Han and Latin, and none where a space or a mark stands", () => {
    expect(pieces("良率71%（NNF）")).toEqual([
      ["良率", 0],
      ["71%", 0.125],
      ["（", 0],
      ["NNF", 0],
      ["）", 0],
    ]);
    expect(pieces("用 AI")).toEqual([
      ["用", 0],
      [" ", 0],
      ["AI", 0],
    ]);
  });

  it("draw two marks together where their blank halves meet", () => {
    expect(pieces("好》，（“一")).toEqual([
      ["好》", 0],
      ["，", -0.5],
      ["（", -0.5],
      ["“一", -0.5],
    ]);
    expect(pieces("！（")).toEqual([["！（", 0]]);
  });

  it("set quotation marks narrow in Latin text and wide in Chinese, whatever they quote", () => {
    const narrow = (line: string) => runsOf(line).flatMap(({ text, features }) => (features.includes("pwid") ? [text] : []));
    expect(narrow("the “AI” of Xi’an")).toEqual(["“", "”", "’"]);
    for (const chinese of ["使用“AI”技术", "说……“AI”——好", "“灵犀”"]) expect(narrow(chinese)).toEqual([]);
    expect(narrow("the “灵犀” way")).toEqual(["“", "”"]);
  });
});

it("the blank half of a mark at the end hangs over, a narrow quotation mark does not", () => {
  expect([overhang("完。"), overhang("完"), overhang("say “so”"), overhang("说“好”"), overhang("")]).toEqual([0.5, 0, 0, 0.5, 0]);
});

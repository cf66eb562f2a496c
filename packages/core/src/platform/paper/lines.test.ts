import { describe, expect, it } from "vitest";
import { balanceLines, breakLines, endCut } from "./lines.ts";

/** One em a wide character, half an em any other: the figures of a plain font. */
const measure = (text: string) =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef\u2014\u2018-\u201d\u2026]/u.test(c) ? 1 : 0.5), 0);
const broken = (text: string, width: number, most?: number) => breakLines(text, { width, measure, ...(most ? { most } : {}) });

describe("breaking lines", () => {
  it("starts no line with a mark that closes and ends none with one that opens, at any width", () => {
    const text = "他说：“灵犀计划”（2026年），很好！《方案》《细则》·两份……是吗？95%以上、【重】点；再见。";
    for (let width = 3; width < 30; width += 0.5) {
      const { lines, cut } = broken(text, width);
      expect([lines.join(""), cut]).toEqual([text, false]);
      for (const [i, line] of lines.entries()) {
        if (i) expect(line, `at ${width}`).not.toMatch(/^[，。！？、；：”’）》】·…%]/u);
        expect(line, `at ${width}`).not.toMatch(/[“‘（《【]$/u);
      }
    }
    expect(broken("，，，，", 1).lines.length, "the control: without a way out a mark does start a line").toBeGreaterThan(1);
  });

  it("may end a line before a Chinese quotation mark, not only where it is far away", () => {
    expect(broken("一二三“四五六”七八九", 4.5).lines).toEqual(["一二三", "“四五六”", "七八九"]);
  });

  it("lets the blank half of a mark stand outside of the line", () => {
    expect(broken("一二三四。五六", 4.5).lines).toEqual(["一二三四。", "五六"]);
    expect(broken("一二三四五六七", 4.5).lines).toEqual(["一二三四", "五六七"]);
  });

  it("keeps words, figures and dashes whole", () => {
    expect(broken("采用 photonics 与 1,000.5 元——完", 6).lines).toEqual(["采用", "photonics 与", "1,000.5 元", "——完"]);
  });

  it("splits a word that is longer than a line, between what a reader takes for letters", () => {
    const { lines } = broken(`见 ${"e\u0301".repeat(9)}👩‍🚀`, 4);
    expect(lines.join("")).toBe(`见${"e\u0301".repeat(9)}👩‍🚀`);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[\u0301\u200d]/u);
  });

  it("ends in an ellipsis where there is more, after whole words and no other mark", () => {
    expect(broken("一二三，四五六七八", 5, 1)).toEqual({ lines: ["一二三…"], cut: true });
    expect(broken("one two three four", 6, 1)).toEqual({ lines: ["one two…"], cut: true });
    expect(broken("pneumonoultra", 4, 1)).toEqual({ lines: ["pneumo…"], cut: true });
    expect(broken("一二三四五", 5, 1)).toEqual({ lines: ["一二三四五"], cut: false });
    expect(broken("一二三四五六七八九", 3, 2)).toEqual({ lines: ["一二三", "四五…"], cut: true });
    expect(endCut("说完了。", { width: 9, measure })).toBe("说完了…");
  });

  it("takes what a writer wrapped as one paragraph, and nothing as no line", () => {
    expect(broken("a\n b\t c ", 9).lines).toEqual(["a b c"]);
    expect(broken(" \n ", 9)).toEqual({ lines: [], cut: false });
  });
});

describe("balancing lines", () => {
  it("leaves no single character for the last line, in as many lines", () => {
    const text = "一二三四五六七八九";
    expect(broken(text, 8).lines.map((line) => line.length)).toEqual([8, 1]);
    expect(balanceLines(text, { width: 8, measure }).lines.map((line) => line.length)).toEqual([5, 4]);
  });

  it("ends lines between words where it is asked to", () => {
    const text = "推动知识产权转移转化";
    for (const line of balanceLines(text, { width: 7, measure, words: true }).lines.slice(0, -1))
      expect(["推动", "推动知识", "推动知识产权"]).toContain(line);
  });
});

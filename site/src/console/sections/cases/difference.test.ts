import { describe, expect, it } from "vitest";
import { differences, isSame } from "./difference.ts";

const words = (before: string, after: string, kind: "added" | "removed") =>
  differences(before, after).flatMap((line) => line.filter((piece) => piece.kind === kind).map(({ text }) => text));

describe("the difference of two texts", () => {
  it("is told by words, in Chinese too", () => {
    const [before, after] = ["示例能源公司运营着四座给重卡加氢的站。", "示例能源公司运营着五座给重型卡车加氢的站。"];
    expect(words(before, after, "removed").join("")).toBe("四重卡");
    expect(words(before, after, "added").join("")).toBe("五重型卡车");
    expect(words("Scrap fell to 2.3%.", "Scrap fell to 2.5%.", "removed")).toEqual(["2.3"]);
  });

  it("says nothing of paragraphs that stayed, and finds one that came or went between them", () => {
    const lines = differences("一\n\n二\n\n三", "一\n\n新\n\n二\n\n三");
    expect(lines.filter((line) => !isSame(line)).map((line) => line.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
      ["added 新"],
      ["added "],
    ]);
    expect(differences("一\n二", "一").at(-1)).toEqual([{ text: "二", kind: "removed" }]);
  });

  it("gives both texts back, whatever they are", () => {
    const texts = ["", "甲乙丙", "甲乙\n丙", "a\u202e\u{20BB7} ‮x", "<b>&", "重复重复重复"];
    for (const before of texts)
      for (const after of texts) {
        const back = (kind: "added" | "removed") =>
          differences(before, after)
            .map((line) => line.filter((piece) => piece.kind === "same" || piece.kind === kind))
            .filter((line) => line.length > 0)
            .map((line) => line.map(({ text }) => text).join(""))
            .join("\n");
        expect(back("removed"), `${before} → ${after}`).toBe(before);
        expect(back("added"), `${before} → ${after}`).toBe(after);
      }
  });

  it("does not take for ever where two texts of full length have nothing in common", () => {
    const text = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word}${i * 7919}，${word.repeat(20)}。`).join("\n");
    const started = performance.now();
    expect(differences(text("钛"), text("氢")).length).toBeGreaterThan(1999);
    expect(differences("钛".repeat(100_000), "氢".repeat(100_000)).flat()).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

import { describe, expect, it } from "vitest";
import { openFaces } from "./face.ts";
import { fontsIn } from "./fonts.ts";

const { regular, bold } = await openFaces(fontsIn(undefined));

describe("the font", () => {
  it("has the rare characters of names and standards", () => {
    for (const text of ["𬭎𫟹㐂䶮囍喆㛃𬍛", "珺玥翀頔龑", "±≥≤→℃Ω²μ㎡×·①", "“”‘’—…、。《》【】"])
      expect(regular.readable(text)).toBe(text);
  });

  it("shows a box for what it has not, one for each letter as readers count them", () => {
    expect(regular.readable("a𠮷b 👨‍👩‍👧 🇨🇳 שלום")).toBe("a□b □ □ □□□□");
  });

  it("drops what has no shape, so that nothing turns the line around", () => {
    expect(regular.readable("a\u202eb\u200bc\u0000\ufeffd\ne")).toBe("abcd e");
  });
});

describe("measuring", () => {
  it("counts Han by the em, and Latin by its letters and their kerning", () => {
    expect(regular.measure("知识产权")).toBe(4);
    expect(regular.measure("AV")).toBeLessThan(regular.measure("A") + regular.measure("V"));
    expect(regular.measure("i")).toBeLessThan(regular.measure("m"));
  });

  it("agrees with what is drawn", () => {
    const line = "良率 71%→88%，“AI” 与 Xi’an";
    const numbers = [...bold.outline(line, 0, 0, 100).matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect(Math.max(...numbers)).toBeGreaterThan(bold.measure(line) * 100 - 12);
    expect(Math.max(...numbers)).toBeLessThan(bold.measure(line) * 100 + 1);
  });
});

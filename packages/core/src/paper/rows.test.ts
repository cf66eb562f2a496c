import { describe, expect, it } from "vitest";
import { openFaces } from "../platform/paper/face.ts";
import { fontsIn } from "../platform/paper/fonts.ts";
import { heightOf, rowsOf, share, take } from "./rows.ts";

const faces = await openFaces(fontsIn(undefined));
const paragraph = (text: string) => ({ as: "paragraph", text }) as const;

describe("dividing a height", () => {
  it("gives the short ones all they want, and the long ones the same", () => {
    expect(share([10, 20, 30], 100)).toEqual([10, 20, 30]);
    expect(share([10, 200, 300], 100)).toEqual([10, 45, 45]);
    expect(share([200, 35, 300], 100)).toEqual([32.5, 35, 32.5].map((n) => (n === 35 ? 100 / 3 : 100 / 3)));
    expect(share([], 100)).toEqual([]);
  });

  it("never gives more than there is", () => {
    for (const wanted of [
      [1, 2, 900],
      [500, 500],
      [33, 33, 35, 4],
    ])
      expect(share(wanted, 100).reduce((a, b) => a + b)).toBeLessThanOrEqual(100.001);
  });
});

describe("what is shown of a section", () => {
  const rows = rowsOf(
    faces,
    { heading: "标题", blocks: [paragraph("一".repeat(100)), { as: "heading", text: "小标题" }, paragraph("二".repeat(100))] },
    10,
    200,
  );
  it("is all of it where it fits", () => expect(take(faces, rows, heightOf(rows), 200)).toEqual({ rows, cut: false }));

  it("is its beginning with an ellipsis, never over the height, and no heading without its text", () => {
    for (let height = 0; height < heightOf(rows); height += 7) {
      const { rows: kept, cut } = take(faces, rows, height, 200);
      expect(cut).toBe(true);
      expect(heightOf(kept)).toBeLessThanOrEqual(height + 0.1);
      if (kept.length) expect(kept.at(-1)).toMatchObject({ tag: "P", text: expect.stringMatching(/…$/) as string });
    }
  });
});

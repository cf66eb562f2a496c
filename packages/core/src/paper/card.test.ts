import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fontsIn } from "../platform/paper/fonts.ts";
import { drawCard } from "./card.ts";

const fonts = fontsIn(undefined);
const card = {
  name: "灵犀计划",
  label: "引导性案例",
  title: "先用后付：一项钛合金专利的三年",
  facts: ["钛及钛合金", "良率 71% → 88%"],
};
const draw = (change: Partial<typeof card>, photo?: Uint8Array) =>
  drawCard(fonts, { ...card, ...change }, { photo, type: photo ? "image/jpeg" : "image/png" });

/** How many pixels of a band of the picture are as dark as its title. */
async function dark(bytes: Uint8Array, { left = 0, top = 0, width = 1200, height = 630 } = {}): Promise<number> {
  const pixels = await sharp(bytes).extract({ left, top, width, height }).greyscale().raw().toBuffer();
  return pixels.filter((value) => value < 60).length;
}
/** Bytes that do not compress: what a photograph can be at worst. */
const noise = () =>
  sharp({
    create: { width: 800, height: 1200, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 60 } },
  })
    .png()
    .toBuffer();

describe("a card", () => {
  it("has the same bytes whenever it is drawn, and others for another title", async () => {
    const [one, two, other] = [await draw({}), await draw({}), await draw({ title: "另一个标题" })];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0);
  });

  it.each([
    ["of 120 Han", "长".repeat(120)],
    ["of one word", "pneumono".repeat(30)],
    ["from right to left", "مرحبا بالعالم"],
    ["of one letter", "一"],
    ["of nothing that has a shape", "\u200b"],
  ])("with a title %s keeps its size and its margins", async (_what, title) => {
    const { bytes } = await draw({ title });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(bytes.length).toBeLessThanOrEqual(100_000);
    for (const edge of [{ width: 60 }, { left: 1150, width: 50, height: 600 }])
      expect(await dark(bytes, edge)).toBe(edge.width === 60 ? await dark((await draw({})).bytes, edge) : 0);
  });

  it("keeps its words out of the photograph, and its bytes few however restless that is", async () => {
    const white = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#ffffff" } })
      .png()
      .toBuffer();
    expect(await dark((await draw({ title: "pneumono".repeat(30) }, white)).bytes, { left: 785, width: 415, height: 600 })).toBe(
      0,
    );
    expect((await draw({}, await noise())).bytes.length).toBeLessThanOrEqual(100_000);
  });
});

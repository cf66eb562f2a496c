import { describe, expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";

const texts = (markdown: string) =>
  blocksOf(markdown, "zh-CN").map(({ as, mark, text }) => [as, mark, text].filter(Boolean).join("|"));

describe("Markdown as running text", () => {
  it("keeps headings, paragraphs and points in their order", () => {
    expect(texts("## 一\n\n二**三**[四](https://x.example)`五`\n\n- 六\n- 七\n\n  七续\n\n3. 八\n4. 九\n   - 十")).toEqual([
      "heading|一",
      "paragraph|二三四五",
      "item|•|六",
      "item|•|七",
      "paragraph|七续",
      "item|3.|八",
      "item|4.|九",
      "item|•|十",
    ]);
  });

  it("makes a point of a table's row, and names a picture", () => {
    expect(texts("| 指标 | 之后 |\n|---|---|\n| 良率 | 88% |\n| 成本 |  |\n\n![车间](/media/a.webp)\n\n文")).toEqual([
      "item|•|指标：良率；之后：88%",
      "item|•|指标：成本",
      "paragraph|〔图：车间〕",
      "paragraph|文",
    ]);
    expect(texts("![外](https://elsewhere.example/x.png)[链接](javascript:alert(1))")).toEqual([
      "paragraph|〔图：外〕[链接](javascript:alert(1))",
    ]);
    expect(blocksOf("![Shop](/a.webp) and | more", "en")).toEqual([{ as: "paragraph", text: "[Picture: Shop] and | more" }]);
  });

  it("shows code and HTML as text, and puts no space where Chinese was wrapped", () => {
    expect(texts("<b>粗</b>\n\n```\nx = 1\n```\n\n一行\n两行 and\nthree")).toEqual([
      "paragraph|<b>粗</b>",
      "paragraph|x = 1",
      "paragraph|一行两行 and three",
    ]);
  });

  it("stops where no page goes on", () => {
    const blocks = blocksOf(`${"字".repeat(5000)}\n\n`.repeat(9), "zh-CN");
    expect(blocks.map(({ text }) => text.length)).toEqual([5000, 3000]);
  });
});

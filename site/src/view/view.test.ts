import { describe, expect, it } from "vitest";
import { dateBlock, instantText, spanText, timeText } from "./date.ts";
import { isPublicAddress } from "./html.ts";
import { scriptText } from "./json-ld.ts";
import { markdownToHtml } from "./markdown.ts";
import { rangeText } from "./money.ts";
import { barePath, brief, many } from "./page.ts";

describe("dates", () => {
  const start = "2026-11-22T06:00:00.000Z";

  it("read as the style asks, on the clock of the place", () => {
    expect(instantText(start, "zh-CN")).toBe("2026年11月22日 周日 14:00");
    expect(instantText(start, "en")).toBe("Sun 22 Nov 2026, 14:00");
    expect(instantText(start, "en", "Europe/London")).toBe("Sun 22 Nov 2026, 06:00");
  });

  it("say the day once when start and end share it", () => {
    expect(spanText(start, "2026-11-22T09:00:00.000Z", "zh-CN")).toBe("2026年11月22日 周日 14:00–17:00");
    expect(spanText(start, "2026-11-23T09:00:00.000Z", "en")).toBe("Sun 22 Nov 2026, 14:00 – Mon 23 Nov 2026, 17:00");
    expect(timeText(start, "2026-11-22T09:00:00.000Z", "en")).toBe("14:00–17:00");
  });

  it("fall on the place's day, not on that of UTC", () => {
    expect(dateBlock("2026-11-21T16:30:00.000Z", "zh-CN")).toEqual({ month: "11月", day: "22", weekday: "周日" });
  });

  it("stand on the programme's clock when a zone is unknown", () => {
    expect(instantText(start, "en", "Nowhere/Land")).toBe("Sun 22 Nov 2026, 14:00");
  });
});

describe("money", () => {
  it("turns 分 into a range that people read", () => {
    expect(rangeText({ from: 50_000_000, to: 120_000_000 }, "zh-CN")).toBe("50 万元至 120 万元");
    expect(rangeText({ from: 50_000_000, to: 12_000_000_000 }, "zh-CN")).toBe("50 万元至 1.2 亿元");
    expect(rangeText({ from: 50_000_000, to: 120_000_000 }, "en")).toBe("CNY 500,000 to 1,200,000");
  });
});

describe("markdown", () => {
  it("shows raw HTML as text", () => {
    expect(markdownToHtml("<script>alert(1)</script><img src=x onerror=alert(1)>")).not.toMatch(/<script|<img/);
  });

  it("keeps the page's one h1", () => {
    expect(markdownToHtml("# A\n\n## B")).toBe("<h2>A</h2>\n<h3>B</h3>\n");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "JaVaScRiPt:x"])(
    "makes no link of %s",
    (href) => {
      expect(markdownToHtml(`[a](${href})`)).not.toContain("<a ");
      expect(markdownToHtml(`[a](<${href}>)`)).not.toContain("<a ");
    },
  );

  it("turns no backslash into another host", () => {
    expect(markdownToHtml("[a](</\\evil.example>) [b](<\\\\evil.example>)")).not.toMatch(/href="[/\\]*[/\\]{2}/);
  });

  it.each(["https://a.example/x", "mailto:a@b.example", "/cases/x/", "../x/", "#top", "x?y=1:2"])(
    "makes a link of %s",
    (href) => {
      expect(markdownToHtml(`[a](${href})`)).toContain("<a href=");
    },
  );

  it("lets other sites not reach back", () => {
    expect(markdownToHtml("[a](https://a.example/)")).toContain('rel="noopener"');
    expect(markdownToHtml("[a](/cases/)")).not.toContain("rel=");
  });

  it.each(["https://tracker.example/x.png", "//tracker.example/x.png", "data:image/png;base64,AAAA"])(
    "describes the picture %s instead of loading it",
    (src) => {
      expect(markdownToHtml(`![a picture](${src})`)).not.toContain("<img");
      expect(markdownToHtml(`![a picture](${src})`)).toContain("a picture");
    },
  );

  it("shows the site's own pictures in the size and the format that suit the screen, with room kept for them", () => {
    const stem = "/media/pic_00000000000000000000000001-1600x900";
    const html = markdownToHtml(`![一张 *图* "<b>"](${stem}.webp)`);
    expect(html).toContain(
      `<source type="image/avif" srcset="${stem}-480.avif 480w, ${stem}-960.avif 960w, ${stem}.avif 1600w" sizes="`,
    );
    expect(html).toContain(
      `<source type="image/webp" srcset="${stem}-480.webp 480w, ${stem}-960.webp 960w, ${stem}.webp 1600w" sizes="`,
    );
    expect(html).toContain(
      `<img src="${stem}.webp" alt="一张 图 &quot;&lt;b&gt;&quot;" width="1600" height="900" loading="lazy" decoding="async"></picture>`,
    );
  });

  it("shows pictures that were stored before their paths told their size, and others of the site", () => {
    for (const src of ["/media/pic_00000000000000000000000001-1600.webp", "/media/x.webp"])
      expect(markdownToHtml(`![a](${src})`)).toBe(`<p><img src="${src}" alt="a" loading="lazy" decoding="async"></p>\n`);
  });

  it("lays out 200 pictures, none of them loaded before it is near", () => {
    const pictures = Array.from({ length: 200 }, (_, i) => `![图 ${i}](/media/pic_${String(i).padStart(26, "0")}-800x600.webp)`);
    const html = markdownToHtml(pictures.join("\n\n"));
    expect(html.match(/<img [^>]*width="800" height="600" loading="lazy"/g)).toHaveLength(200);
  });

  it("sets figures to the right by a class, never by a style", () => {
    const html = markdownToHtml("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |");
    expect(html).not.toContain("style");
    expect(html).toContain('<th>a</th>\n<th class="number">b</th>\n<th>c</th>');
    expect(html).toContain('<td>1</td>\n<td class="number">2</td>\n<td>3</td>');
  });
});

describe("small things", () => {
  it("no text ends the data script", () => {
    expect(scriptText({ name: "</script><script>" })).not.toContain("<");
  });

  it.each(["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x"])("does not link to %s", (href) => {
    expect(isPublicAddress(href)).toBe(false);
  });

  it.each(["https://a.example/x.pdf", "/media/x.pdf"])("links to %s", (href) => {
    expect(isPublicAddress(href)).toBe(true);
  });

  it("takes the language off a path", () => {
    expect([barePath("/en/"), barePath("/en/cases/x/"), barePath("/energy/"), barePath("/")]).toEqual([
      "/",
      "/cases/x/",
      "/energy/",
      "/",
    ]);
  });

  it("counts in one and in many", () => {
    expect([many("{n} case|{n} cases", 1), many("{n} case|{n} cases", 3), many("{n} 个案例", 1)]).toEqual([
      "1 case",
      "3 cases",
      "1 个案例",
    ]);
  });

  it("shortens by characters, not by halves of them", () => {
    expect(brief("𠮷".repeat(200), 10)).toBe(`${"𠮷".repeat(9)}…`);
  });
});

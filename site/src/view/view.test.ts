import { describe, expect, it } from "vitest";
import { demands } from "../samples/offers.ts";
import { dateBlock, dateText, instantText, spanText, timeText } from "./date.ts";
import { stepsOf } from "./demand.ts";
import { factsOf } from "./entry.ts";
import { addressOf, isHead, pageNumbers, toggled, valueName } from "./find.ts";
import { isPublicAddress } from "./html.ts";
import { scriptText } from "./json-ld.ts";
import { markdownToHtml, withContents } from "./markdown.ts";
import { budgetText, rangeText } from "./money.ts";
import { barePath, brief, describe as describePage, many, viewOf } from "./page.ts";
import { minutesOf } from "./reading.ts";

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

  it("are as exact as they were given", () => {
    expect(["2025-03", "2025-03-08", "spring"].map((date) => dateText(date, "zh-CN"))).toEqual([
      "2025年3月",
      "2025年3月8日",
      "spring",
    ]);
    expect(["2025-03", "2025-03-08"].map((date) => dateText(date, "en"))).toEqual(["Mar 2025", "8 Mar 2025"]);
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

describe("budgets", () => {
  it("say their unit once where both ends share it", () => {
    expect(budgetText({ from: 50_000_000, to: 120_000_000 }, "zh-CN")).toBe("50–120 万元");
    expect(budgetText({ from: 500_000, to: 120_000_000 }, "zh-CN")).toBe("5,000 元–120 万元");
    expect(budgetText({ from: 8_000_000, to: 8_000_000 }, "zh-CN")).toBe("8 万元左右");
    expect(budgetText({ from: 50_000_000, to: 120_000_000 }, "en")).toBe("CNY 500,000–1,200,000");
  });
});

const place = (locale: "zh-CN" | "en") =>
  viewOf({ locale, path: "/", origin: "https://lingxi.example.cn", chains: {}, footer: [], data: { kind: "not-found" } });

describe("narrowing", () => {
  const found = {
    of: "projects" as const,
    q: "",
    chosen: { trl: ["6"] },
    sort: "newest" as const,
    page: 3,
    pages: 9,
    total: 170,
    entries: [],
    facets: [],
  };

  it("adds a value, and takes it away with its facet when it was the last", () => {
    expect(toggled(found.chosen, "trl", "7")).toEqual({ trl: ["6", "7"] });
    expect(toggled(found.chosen, "trl", "6")).toEqual({});
  });

  it("leads to the first page, and to the head page of the list when nothing is left", () => {
    expect(addressOf(place("zh-CN"), found, { chosen: { trl: ["6"], region: ["xian"] } })).toBe(
      "/find/projects?trl=6&region=xian",
    );
    expect(addressOf(place("en"), found, { chosen: {} })).toBe("/en/projects/");
    expect(addressOf(place("en"), found, { of: undefined, q: "a b&c", chosen: {}, sort: "relevance" })).toBe(
      "/en/find?q=a+b%26c",
    );
    expect(addressOf(place("zh-CN"), found, { page: 4 })).toBe("/find/projects?trl=6&page=4");
  });

  it("knows a head page", () => {
    expect([
      isHead({ ...found, chosen: {}, page: 1 }),
      isHead(found),
      isHead({ ...found, chosen: {}, page: 1, of: undefined }),
    ]).toEqual([true, false, false]);
  });

  it("names values, and shows one that it does not know as it is", () => {
    const view = place("zh-CN");
    expect(valueName(view, "demands", "state", "open")).toBe("征集方案");
    expect(valueName(view, "activities", "state", "open")).toBe("可以报名");
    expect(valueName(view, "projects", "region", "xian")).toBe("西安");
    expect(valueName(view, "projects", "way", "constructor")).toBe("constructor");
    expect(valueName(view, "projects", "region", "toString")).toBe("toString");
  });

  it("offers the pages at hand, and leaves no gap of one", () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(3, 9)).toEqual([1, 2, 3, 4, 0, 9]);
    expect(pageNumbers(5, 9)).toEqual([1, 0, 4, 5, 6, 0, 9]);
    expect(pageNumbers(9, 9)).toEqual([1, 0, 8, 9]);
    expect(pageNumbers(2, 4)).toEqual([1, 2, 3, 4]);
  });
});

describe("a need", () => {
  it("is somewhere between its publication and its end", () => {
    const at = (state: "open" | "in-contact" | "solved" | "unsolved") => stepsOf(place("zh-CN"), state).map((step) => step.at);
    expect(at("open")).toEqual(["current", "ahead", "ahead"]);
    expect(at("in-contact")).toEqual(["done", "current", "ahead"]);
    expect(at("solved")).toEqual(["done", "done", "done"]);
    expect(at("unsolved")).toEqual(["done", "done", "current"]);
    expect(stepsOf(place("zh-CN"), "unsolved")[2]?.name).toBe("未解决，已关闭");
  });

  it("says its own facts in lists", () => {
    const thing = demands[0];
    expect(thing && factsOf(place("zh-CN"), { kind: "demands", thing }).map(({ text }) => text)).toEqual([
      "titanium",
      "征集方案",
      "80–150 万元",
      "2027年6月30日前",
      "宝鸡",
    ]);
  });
});

describe("markdown", () => {
  it("shows raw HTML as text", () => {
    expect(markdownToHtml("<script>alert(1)</script><img src=x onerror=alert(1)>")).not.toMatch(/<script|<img/);
  });

  it("keeps the page's one h1", () => {
    expect(markdownToHtml("# A\n\n## B")).toBe("<h2>A</h2>\n<h3>B</h3>\n");
  });

  it("begins its headings at the level it stands at and skips none", () => {
    const levels = (text: string, level?: number) =>
      [...markdownToHtml(text, level).matchAll(/<h(\d)/g)].map(([, n]) => Number(n));
    expect(levels("### A\n\n# B\n\n### C")).toEqual([2, 2, 3]);
    expect(levels("## A\n\n#### B\n\n## C", 3)).toEqual([3, 4, 3]);
    expect(levels("# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", 3)).toEqual([3, 4, 5, 6, 6, 6]);
  });

  it("lists its parts where there are three or more, each with an address", () => {
    const { html, contents } = withContents("## **A** `b` <i>\n\n## C\n\n### D\n\n## E");
    expect(contents.map(({ id, text }) => `${id} ${text}`)).toEqual(["part-1 A b <i>", "part-2 C", "part-4 E"]);
    expect(html).toContain('<h2 id="part-4">E</h2>');
    expect(withContents("# A\n\n## B").contents).toEqual([]);
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

describe("reading", () => {
  it("takes minutes by characters in Chinese and by words in English", () => {
    expect([minutesOf("短"), minutesOf("汉".repeat(2000)), minutesOf("word ".repeat(660)), minutesOf("")]).toEqual([1, 5, 3, 1]);
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

it("a description that says too little stands behind its title", () => {
  const long = "高校把专利开放许可给企业，三个月内投产。";
  expect(describePage("钛合金案例", long, "zh-CN")).toBe(long);
  expect(describePage("钛合金案例", "试点。", "zh-CN")).toBe("钛合金案例：试点。");
  expect(describePage("Titanium", "A pilot", "en")).toBe("Titanium: A pilot");
});

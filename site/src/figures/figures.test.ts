import { readinessLevels } from "@lingxi/core/project/schema";
import { describe, expect, it } from "vitest";
import { figuresWords } from "../text/figures.ts";
import { chartsOf, monthName, rowText } from "./charts.ts";
import { emptyFigures, sampleFigures } from "./sample.ts";
import { type Board, readFigures } from "./shown.ts";
import { cut, inTwoLines, widthOf } from "./text-width.ts";
import { newsOf } from "./use-live.ts";

const board = (locale: Board["locale"], figures: Board["figures"] = sampleFigures): Board => ({
  locale,
  words: { ...figuresWords[locale], levels: readinessLevels.map(({ meaning }) => meaning[locale]) },
  figures,
});
const charts = (locale: Board["locale"], figures?: Board["figures"]) =>
  new Map(chartsOf(board(locale, figures)).map((chart) => [chart.id, chart]));

describe("the charts", () => {
  it("show the chains that have something, those with most first, and lead to their pages", () => {
    const rows = charts("en").get("chains")?.rows ?? [];
    expect(rows.map(({ key }) => key)).toEqual(["titanium", "cnc-machine-tools", "semiconductors", "coal-to-olefins", "apples"]);
    expect(rows[0]).toMatchObject({
      label: "Titanium and titanium alloys",
      href: "/en/chains/titanium/",
      values: [2, 5, 3, 1, 3],
    });
  });

  it("lead from a level and from a stage to the list narrowed to it", () => {
    expect(charts("zh-CN").get("trl")?.rows[5]).toMatchObject({ href: "/find/projects?trl=6", values: [4], tick: ["6"] });
    expect(charts("en").get("states")?.rows[1]).toMatchObject({ href: "/en/find/demands?state=in-contact", values: [2] });
  });

  it("name months as people do", () => {
    expect(monthName("2026-11", "zh-CN")).toEqual({ label: "2026年11月", tick: ["11月", "2026"] });
    expect(monthName("2027-01", "en")).toEqual({ label: "Jan 2027", tick: ["Jan", "2027"] });
  });

  it("have no rows where there is nothing", () => {
    for (const chart of chartsOf(board("zh-CN", emptyFigures))) expect(chart.rows).toEqual([]);
  });

  it("say a row in words, without what it has none of", () => {
    const { words } = board("zh-CN");
    const chart = charts("zh-CN").get("months");
    const [first] = chart?.rows ?? [];
    expect(chart && first && rowText(chart, first, words)).toBe("2026年7月，项目 1，人才 1");
    const levels = charts("zh-CN").get("trl");
    const none = levels?.rows[0];
    expect(levels && none && rowText(levels, none, words)).toBe("1 级，发现并报告了基本原理，项目 0");
  });
});

describe("figures from the network", () => {
  it("are taken as they were written", () => {
    expect(readFigures(JSON.stringify(sampleFigures))).toEqual(sampleFigures);
  });

  const broken: readonly (readonly [string, unknown])[] = [
    ["nothing", null],
    ["a list", []],
    ["a count below zero", { ...sampleFigures, counts: { ...sampleFigures.counts, cases: -1 } }],
    ["a missing kind", { ...sampleFigures, counts: { projects: 1 } }],
    ["a chain without a name", { ...sampleFigures, chains: [{ ...sampleFigures.chains[0], chain: { id: "x" } }] }],
    ["a month that is none", { ...sampleFigures, months: [{ ...sampleFigures.months[0], month: "soon" }] }],
    ["a level in words", { ...sampleFigures, trl: ["1"] }],
    ["no stages", { ...sampleFigures, demandStates: undefined }],
  ];
  it.each(broken)("are refused with %s", (_what, value) => {
    expect(() => readFigures(JSON.stringify(value))).toThrow();
  });

  it("are refused when they are a page", () => {
    expect(() => readFigures("<!doctype html>")).toThrow();
  });
});

describe("the news", () => {
  const changed = { ...sampleFigures, counts: { ...sampleFigures.counts, projects: 13, demands: 7 } };

  it("say what came and what went", () => {
    expect(newsOf(sampleFigures, changed, board("zh-CN").words)).toBe("项目增加 1，现为 13；需求减少 2，现为 7");
    expect(newsOf(sampleFigures, changed, board("en").words)).toBe("Projects: 1 more, now 13; Needs: 2 fewer, now 7");
  });

  it("are silent when the totals stayed", () => {
    expect(newsOf(sampleFigures, sampleFigures, board("en").words)).toBe("");
  });
});

describe("texts in a drawing", () => {
  it("are cut by their width, Han characters being wider", () => {
    expect(cut("钛及钛合金", 70, 14)).toBe("钛及钛合金");
    expect(cut("钛及钛合金", 56, 14)).toBe("钛及钛…");
    expect(cut("Titanium", 70, 14)).toBe("Titanium");
  });

  it("are broken between words, and cut in the second line", () => {
    expect(inTwoLines("Semiconductors and integrated circuits", 140, 14)).toEqual(["Semiconductors", "and integrated c…"]);
    expect(inTwoLines("煤制烯烃（芳烃）深加工", 100, 14)).toEqual(["煤制烯烃", "（芳烃）深加工"]);
    for (const line of inTwoLines("Semiconductors and integrated circuits", 60, 14))
      expect(widthOf(line, 14)).toBeLessThanOrEqual(60);
  });
});

import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sampleFigures, sampleGraph } from "../../site/src/figures/sample.ts";
import { figuresReader, focused } from "../support/figures.ts";
import { looksRight, type Tour, tours } from "../support/journey.ts";

const { site, read } = figuresReader();
const data = "/figures/data.json";
const [phone, desk, , deskEn] = tours;
const status = (page: Page) => page.locator(".live [role=status]");
const total = (page: Page, at: number) => page.locator(".totals .value").nth(at);
const heading = (page: Page) => page.locator("#graph-here");

describe("live figures", () => {
  const changed = { ...sampleFigures, counts: { ...sampleFigures.counts, projects: 13 }, trl: [0, 0, 1, 1, 2, 5, 3, 0, 1] };
  const later = (page: Page, seconds: number) => page.clock.fastForward(seconds * 1000);
  const followed = async (tour: Tour) => {
    const page = await read(tour, { ready: (one) => one.clock.install() });
    await page.locator("#twin-chains").scrollIntoViewIfNeeded();
    await page.locator(".live strong").waitFor();
    return page;
  };
  const answered = (n: number) => expect.poll(() => site().answers(data).length, { timeout: 10_000 }).toBe(n);

  it.each([phone, deskEn])("follow what is published, and say what changed ($locale, $width px)", async (tour) => {
    const page = await followed(tour);
    const since = tour.locale === "en" ? "Updated Tue 24 Nov 2026, 14:03" : "更新于 2026年11月24日 周二 14:03";
    expect(await page.locator(".live strong").textContent()).toBe(since);
    expect(site().answers(data)).toEqual([]);
    await later(page, 15);
    await answered(1);
    await later(page, 15);
    await answered(2);
    expect(site().answers(data)).toEqual([200, 304]);
    expect(await status(page).textContent()).toBe("");
    site().put(data, changed);
    await later(page, 15);
    await status(page)
      .getByText(/项目增加 1，现为 13|Projects: 1 more, now 13/)
      .waitFor({ state: "attached" });
    expect(await total(page, 1).textContent()).toBe("13");
    await expect.poll(async () => total(page, 1).getAttribute("class")).toContain("is-fresh");
    expect(await total(page, 0).getAttribute("class")).not.toContain("is-fresh");
    const level = page.locator("section:has(#twin-trl) tbody tr").nth(5).locator(".value");
    expect(await level.textContent()).toBe("5");
    await later(page, 5);
    await expect.poll(async () => total(page, 1).getAttribute("class")).toBe("value");
  });

  it("are looked up in time, even where nobody comes near a chart", async () => {
    const page = await read(phone, { ready: (one) => one.clock.install() });
    await page.waitForLoadState("networkidle");
    expect(await page.locator(".live strong").count()).toBe(0);
    site().put(data, changed);
    await later(page, 15);
    await status(page).getByText("项目增加 1，现为 13").waitFor({ state: "attached" });
  });

  it("draw the chart anew with the changed number", async () => {
    const page = await followed(desk);
    const level = page.locator("section:has(#twin-trl) .mark").nth(5);
    await page.locator("#twin-trl").scrollIntoViewIfNeeded();
    await level.waitFor();
    expect(await level.getAttribute("aria-label")).toContain("项目 4");
    site().put(data, changed);
    await later(page, 15);
    await expect.poll(async () => level.getAttribute("aria-label")).toContain("项目 5");
  });

  it.each([
    ["missing", undefined],
    ["broken", "<!doctype html>"],
    ["of another shape", { counts: {} }],
  ])("stay as they were when the data is %s, and say since when", async (_what, text) => {
    const page = await followed(phone);
    await later(page, 15);
    await answered(1);
    site().remove(data);
    if (text) site().put(data, text);
    await later(page, 15);
    await page.locator(".live .notice", { hasText: "之后没有取到新的数字" }).waitFor();
    expect(await total(page, 1).textContent()).toBe("12");
    await looksRight(page, phone, "figures-stale");
    const before = site().answers(data).length;
    await later(page, 16);
    expect(site().answers(data).length).toBe(before);
    site().put(data, changed);
    await page.getByRole("button", { name: "现在再试" }).click();
    await expect.poll(async () => total(page, 1).textContent()).toBe("13");
    await expect.poll(async () => page.locator(".live .notice").count()).toBe(0);
  });

  it("ask nothing while nobody looks, and at once when somebody does again", async () => {
    const page = await followed(desk);
    await later(page, 15);
    await answered(1);
    const look = (state: string) =>
      page.evaluate((to) => {
        Object.defineProperty(document, "visibilityState", { value: to, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await look("hidden");
    await later(page, 120);
    await page.waitForTimeout(300);
    expect(site().answers(data)).toHaveLength(1);
    await look("visible");
    await answered(2);
  });

  it("keep one's place in the graph when that changes", async () => {
    const page = await read(desk, { hash: "#graph/titanium/projects%3Aprj_2", ready: (one) => one.clock.install() });
    await heading(page).getByText("钛合金粉末近净成形").waitFor();
    const [root, ...rest] = sampleGraph.nodes;
    const added = {
      id: "activities:act_9",
      kind: "activities" as const,
      label: { "zh-CN": "新来的活动" },
      path: "/activities/act_9/",
    };
    if (!root) throw new Error("The sample graph has no chain.");
    site().graph("titanium", {
      nodes: [root, added, ...rest],
      edges: [[0, 1], ...sampleGraph.edges.map(([a, b]) => [a && a + 1, b && b + 1] as const)],
    });
    site().put(data, changed);
    await later(page, 15);
    await expect.poll(async () => page.locator("[role=treeitem]").count()).toBe(sampleGraph.nodes.length + 1);
    expect(await heading(page).textContent()).toBe("钛合金粉末近净成形");
  });
});

describe("charts", () => {
  it.each(tours)("have a table with the same numbers ($locale, $width px)", async (tour) => {
    const page = await read(tour);
    for (const id of ["chains", "months", "trl", "states"]) {
      const twin = page.locator(`section:has(> .section-head #twin-${id})`);
      await twin.scrollIntoViewIfNeeded();
      await twin.locator(".mark").first().waitFor();
      const marks = await twin.locator(".mark").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
      await twin.getByRole("radio").nth(1).check();
      await twin.locator("table").waitFor();
      expect(await twin.locator(".twin__chart").isVisible()).toBe(false);
      const names = (await twin.locator("thead th").allTextContents()).slice(1);
      const rows = await twin
        .locator("tbody tr")
        .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, td.number")].map((cell) => cell.textContent ?? "")));
      expect(rows).toHaveLength(marks.length);
      for (const [n, [label = "", ...cells]] of rows.entries()) {
        expect(marks[n]).toContain(label);
        const numbers = names.map((name, at) => ({ name, n: Number(cells[at]) }));
        const parts = numbers.length > 1 ? numbers.slice(1) : numbers.map(({ n: value }) => ({ name: "", n: value }));
        if (numbers.length > 1) expect(parts.reduce((sum, { n: value }) => sum + value, 0)).toBe(numbers[0]?.n);
        for (const part of parts)
          if (part.n > 0 || parts.length === 1) expect(marks[n]).toMatch(new RegExp(`${part.name}:? ${part.n}(\\D|$)`));
      }
    }
    await looksRight(page, tour, "figures-tables");
  });

  it("are read value by value with the keyboard", async () => {
    const page = await read(deskEn);
    const marks = page.locator("section:has(> .section-head #twin-chains) .mark");
    await marks.first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("CNC machine tools, Events: 1, Projects: 3, Needs: 2, Cases: 1, People: 2");
    expect(await page.locator(".chart__readout").first().textContent()).toBe(await focused(page));
    await page.keyboard.press("End");
    expect(await focused(page)).toBe("Apples, Cases: 1");
    await page.keyboard.press("Home");
    expect(await focused(page)).toContain("Titanium");
    expect(await page.locator("section:has(> .section-head #twin-chains) .mark[tabindex='0']").count()).toBe(1);
  });

  it.each([phone, desk])("move nothing when they come ($width px)", async (tour) => {
    const page = await read(tour, {
      ready: (one) =>
        one.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: "layout-shift", buffered: true });
        }),
    });
    await page.waitForLoadState("networkidle");
    for (let n = 0; n < 14; n += 1) {
      await page.evaluate(() => scrollBy({ top: innerHeight / 2, behavior: "instant" }));
      await page.waitForTimeout(100);
    }
    await page.locator("[role=treeitem]").first().waitFor();
    await page.waitForTimeout(500);
    expect(await page.locator(".mark").count()).toBeGreaterThan(20);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  it.each([phone, deskEn])("are tables where there is no script ($locale, $width px)", async (tour) => {
    const page = await read(tour, { script: false });
    expect(await page.locator("table:visible").count()).toBe(5);
    expect(await page.locator(".twin__chart:visible, .twin__choice:visible, .with-script:visible").count()).toBe(0);
    await page.locator(".without-script").waitFor();
    await looksRight(page, tour, "figures-plain");
  });
});

const schemes = ["light", "dark"] as const;

describe("the colours", () => {
  it.each(schemes)("of the kinds stand out from the page (3:1, %s)", async (scheme) => {
    const page = await read(desk, { ready: (one) => one.emulateMedia({ colorScheme: scheme }) });
    const contrasts = await page.evaluate(() => {
      const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const luminance = (colour: string) => {
        if (!context) throw new Error("There is no canvas.");
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
          const c = value / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = luminance(getComputedStyle(document.body).backgroundColor);
      return [...document.querySelectorAll(".legend rect")].slice(0, 5).map((one) => {
        const [low = 0, high = 0] = [paper, luminance(getComputedStyle(one).fill)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      });
    });
    expect(contrasts).toHaveLength(5);
    for (const contrast of contrasts) expect(contrast).toBeGreaterThanOrEqual(3);
  });
});

describe("axe finds nothing", () => {
  it.each(tours.flatMap((tour) => schemes.map((scheme) => ({ ...tour, scheme }))))(
    "($locale, $width px, $scheme)",
    async ({ scheme, ...tour }) => {
      const page = await read(tour as Tour, {
        hash: "#graph/titanium",
        ready: (one) => one.emulateMedia({ colorScheme: scheme }),
      });
      await page.locator("[role=treeitem]").first().waitFor();
      await page.locator("[role=treeitem][tabindex='0']").focus();
      await page.keyboard.press("ArrowRight");
      for (const id of ["chains", "months", "trl", "states"]) {
        await page.locator(`#twin-${id}`).scrollIntoViewIfNeeded();
        await page.locator(`section:has(> .section-head #twin-${id}) .mark`).first().waitFor();
      }
      await looksRight(page, tour as Tour, `figures-${scheme}`);
      const check = async () => {
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(document, { rules: { "target-size": { enabled: true } } }),
        );
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      };
      expect(await check()).toEqual([]);
      for (const radio of await page.locator("input[value=table]").all()) await radio.check();
      expect(await check()).toEqual([]);
    },
  );
});

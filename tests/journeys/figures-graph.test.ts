import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { largeGraph, sampleGraph } from "../../site/src/figures/sample.ts";
import { figuresReader, focused } from "../support/figures.ts";
import { looksRight, type Tour, tours } from "../support/journey.ts";

const { site, read } = figuresReader();
const [phone, desk, phoneEn, deskEn] = tours;
const heading = (page: Page) => page.locator("#graph-here");
const walkIn = async (tour: Tour, hash = "#graph/titanium") => {
  const page = await read(tour, { hash });
  await page.locator("[role=treeitem]").first().waitFor();
  return page;
};

describe("the graph", () => {
  it.each(tours)("is walked by the keyboard ($locale, $width px)", async (tour) => {
    const page = await walkIn(tour);
    await page.locator("[role=treeitem][tabindex='0']").focus();
    expect(await page.locator("[role=treeitem][tabindex='0']").count()).toBe(1);
    const step = async (key: string, name: RegExp) => {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page), { message: key }).toMatch(name);
      expect(await heading(page).textContent(), key).toMatch(name);
    };
    await step("ArrowRight", /西部钛材研究院/);
    await step("ArrowDown", /宝鸡紧固件/);
    await step("ArrowRight", /黏涂层|Anti-seize/);
    expect(await page.locator(".graph__trail li").count()).toBe(3);
    expect(new URL(page.url()).hash).toBe(`#graph/titanium/${encodeURIComponent("demands:dem_1")}`);
    await step("ArrowLeft", /宝鸡紧固件/);
    await step("End", /产线|production/);
    await step("ArrowRight", /减振|Cold rolling/);
    await looksRight(page, tour, "figures-walk");
    await step("Escape", /钛及钛合金|Titanium and/);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("graph-chain");
    await page.locator("[role=treeitem][tabindex='0']").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${tour.base}/projects/prj_1/`);
  });

  it("shows where the focus is", async () => {
    const page = await walkIn(desk);
    const node = page.locator("[role=treeitem][tabindex='0']");
    await page.locator("#graph-chain").focus();
    while (!(await node.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
    const ring = await node.locator(".node__field").evaluate((element) => getComputedStyle(element).strokeWidth);
    expect(ring).toBe("4px");
  });

  it.each([phone, deskEn])("is walked by links as well, and back ($locale, $width px)", async (tour) => {
    const page = await walkIn(tour);
    const links = page.locator(".graph__next li a[href^='#graph/']");
    expect(await links.count()).toBe(4);
    await links.nth(0).click();
    await page.locator("#graph-here", { hasText: "西部钛材研究院" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("graph-here");
    expect(await links.count()).toBe(4);
    const pages = await page
      .locator(".graph__next li a:not([href^='#'])")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    expect(pages).toEqual(
      ["chains/titanium", "projects/prj_1", "projects/prj_2", "talents/tal_1"].map((path) => `${tour.base}/${path}/`),
    );
    const search = await page.locator(".graph__panel .button").getAttribute("href");
    expect(search).toBe(`${tour.base}/find?q=${encodeURIComponent("西部钛材研究院")}`);
    await page.goBack();
    await page.locator("#graph-here", { hasText: /^(钛及钛合金|Titanium and titanium alloys)$/ }).waitFor();
  });

  it("lists at every node what its lines lead to", async () => {
    const page = await walkIn(desk);
    for (const [n, node] of sampleGraph.nodes.entries()) {
      await page.locator("[role=treeitem]").nth(n).click({ force: true });
      const near = sampleGraph.edges
        .filter((edge) => edge.includes(n))
        .map(([a, b]) => sampleGraph.nodes[a === n ? b : a]?.label["zh-CN"]);
      const listed = await page.locator(".graph__next li a[href^='#graph/'] > span:first-child").allTextContents();
      expect(await heading(page).textContent()).toBe(node.label["zh-CN"]);
      expect(listed.toSorted()).toEqual(near.toSorted());
    }
  });

  it("changes to another chain, and keeps it in the address", async () => {
    const page = await walkIn(desk);
    await page.locator("#graph-chain").selectOption("tea");
    await page.getByText("这条产业链还没有可以画的关系").waitFor();
    await expect.poll(async () => page.locator("[role=treeitem]").count()).toBe(1);
    expect(new URL(page.url()).hash).toBe("#graph/tea");
    expect(await page.locator(".graph .empty a").count()).toBe(3);
    await looksRight(page, desk, "figures-lonely");
  });

  it.each([phone, deskEn])("holds 300 nodes ($locale, $width px)", async (tour) => {
    const page = await walkIn(tour, "#graph/semiconductors");
    expect(await page.locator("[role=treeitem]").count()).toBe(largeGraph.nodes.length);
    await page.locator("[role=treeitem][tabindex='0']").focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "End"]) await page.keyboard.press(key);
    await expect.poll(() => focused(page)).toMatch(/259/);
    await looksRight(page, tour, "figures-large");
  });

  it("draws the same picture of the same graph", async () => {
    const places = async () => {
      const page = await walkIn(desk, "#graph/semiconductors");
      const found = await page.locator("[role=treeitem]").evaluateAll((all) => all.map((one) => one.getAttribute("transform")));
      return found;
    };
    expect(await places()).toEqual(await places());
  });

  it("says so when the address names an unknown chain, and takes another one", async () => {
    const page = await read(phone, { hash: "#graph/gold%3Cb%3E" });
    await page.getByText("没有“gold<b>”这条产业链").waitFor();
    await page.locator("#graph-chain").selectOption("titanium");
    await page.locator("[role=treeitem]").first().waitFor();
    expect(await page.getByText("没有“gold").count()).toBe(0);
  });

  it.each([
    ["is missing", undefined],
    ["is broken", '{"nodes":[{"id":1}],"edges":[]}'],
  ])("says so when the graph %s, and tries again", async (_what, text) => {
    site().remove("/figures/graph/titanium.json");
    if (text) site().put("/figures/graph/titanium.json", text);
    const page = await read(phoneEn, { hash: "#graph/titanium" });
    await page.getByText("The graph cannot be fetched").waitFor();
    await looksRight(page, phoneEn, "figures-failed");
    site().graph("titanium", sampleGraph);
    await page.locator(".graph").getByRole("button", { name: "Try again" }).click();
    await page.locator("[role=treeitem]").first().waitFor();
  });
});

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [phone, desk, , deskEn] = tours;

const views = (page: Page) => page.locator("summary", { hasText: /^(视图|Views)$/ });
const rows = (page: Page) => page.locator("[data-row]").first().waitFor();
const box = (page: Page) => page.locator(".list-bar .menu__box");

async function keep(page: Page, name: string): Promise<void> {
  await views(page).click();
  await page.getByLabel("视图名称").last().fill(name);
  await page.getByRole("button", { name: "保存当前视图" }).click();
  await page.getByText(`视图“${name}”已保存。`).waitFor();
  await views(page).click();
}

it("keeps views for a person, not for a browser: saved here, renamed and opened there, and shared by their address", async () => {
  const page = await open(desk, { staff: true });
  await page.goto("/console/demands?status=submitted&q=不存在的需求");
  await page.getByText("没有符合条件的记录").waitFor();
  await keep(page, "查一下");

  const elsewhere = await open(phone, { staff: true });
  await elsewhere.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await elsewhere.goto("/console/demands?status=submitted");
  await views(elsewhere).click();
  await elsewhere.getByRole("link", { name: "查一下" }).waitFor();
  await elsewhere.getByRole("button", { name: "管理视图“查一下”" }).click();
  await looksRight(elsewhere, phone, "console-views");
  expect(await seriousFaults(elsewhere)).toEqual([]);
  await elsewhere.setViewportSize({ width: phone.width, height: 844 });
  await elsewhere.getByRole("button", { name: "复制地址" }).click();
  await elsewhere.getByText("地址已复制").waitFor();
  const address = await elsewhere.evaluate(() => navigator.clipboard.readText());
  await elsewhere.getByLabel("视图名称").first().fill("再查一下");
  await elsewhere.getByRole("button", { name: "改名" }).click();
  await elsewhere.getByRole("link", { name: "再查一下" }).waitFor();

  await page.goto(address);
  await page.getByText("没有符合条件的记录").waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("不存在的需求");
  await views(page).click();
  await page.getByRole("link", { name: "再查一下" }).waitFor();
  await page.getByRole("button", { name: "管理视图“再查一下”" }).click();
  await page.getByRole("button", { name: "删除", exact: true }).click();
  await page.getByText("视图“再查一下”已删除。").waitFor();
  await page.context().close();
  await elsewhere.context().close();
});

it("opens a list with its default view, and goes on without one once it is asked to", async () => {
  const page = await open(desk, { staff: true });
  await page.goto("/console/activities?kind=salon");
  await rows(page);
  await keep(page, "只看沙龙");
  await views(page).click();
  await page.getByRole("button", { name: "管理视图“只看沙龙”" }).click();
  await page.getByRole("button", { name: "设为默认" }).click();
  await page.getByText("列表今后以“只看沙龙”打开。").waitFor();
  await page.goto("/console/activities");
  await page.waitForURL(/kind=salon/);
  await rows(page);
  // Whoever asks for everything gets it.
  await page.getByRole("link", { name: "清除条件" }).click();
  await page.waitForURL(/activities$/);
  await rows(page);
  expect(new URL(page.url()).search).toBe("");
  await views(page).click();
  await page.getByRole("button", { name: "管理视图“只看沙龙”" }).click();
  await page.getByRole("button", { name: "取消默认" }).click();
  await page.getByText("列表今后不带视图打开。").waitFor();
  await page.goto("/console/activities");
  await rows(page);
  expect(new URL(page.url()).search).toBe("");
  await page.context().close();
});

it("of two windows that change views, neither takes away what the other kept", async () => {
  const [one, two] = [await open(desk, { staff: true }), await open(desk, { staff: true })];
  for (const page of [one, two]) {
    await page.goto("/console/talents?status=applied");
    await views(page).waitFor();
    await page.waitForLoadState("networkidle");
  }
  await keep(one, "第一窗");
  // The second window still shows what it read before.
  await two.route(/workspace\/views$/, async (route) => {
    if (route.request().method() === "GET") await new Promise((done) => setTimeout(done, 3000));
    await route.continue();
  });
  await keep(two, "第二窗");
  await two.unroute(/workspace\/views$/);
  const names = async (page: Page) => new Set(await box(page).locator("li > a").allTextContents());
  await views(two).click();
  await box(two).getByRole("link", { name: "第一窗" }).waitFor();
  expect(await names(two)).toEqual(new Set(["第一窗", "第二窗"]));

  // Both rename the same view: the second is told, and nothing is overwritten.
  await views(one).click();
  await box(one).getByRole("link", { name: "第二窗" }).waitFor();
  for (const page of [one, two]) await page.getByRole("button", { name: "管理视图“第二窗”" }).click();
  for (const [page, name] of [
    [one, "甲改的名"],
    [two, "乙改的名"],
  ] as const) {
    await page.getByLabel("视图名称").first().fill(name);
    await page.getByRole("button", { name: "改名" }).click();
    if (page === one) await page.getByText("已改名为“甲改的名”。").waitFor();
  }
  await two.getByText("另一个窗口刚刚改过这个视图").waitFor();
  expect(await names(two)).toEqual(new Set(["甲改的名", "第一窗"]));
  await one.context().close();
  await two.context().close();
});

it("says all of it in English", async () => {
  const page = await open(deskEn, { staff: true });
  await page.goto("/console/projects?status=submitted");
  await views(page).click();
  await page.getByText("on any device").waitFor();
  await looksRight(page, deskEn, "console-views");
  await page.context().close();
});

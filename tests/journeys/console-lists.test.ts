import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [phone, desk, , deskEn] = tours;

/** What the address's list shows, by the first cell of each row. */
const names = (page: Page) => page.locator("[role=grid] tbody .list__name").allTextContents();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));

it("is worked without a mouse: search from anywhere, rows by arrows, selection, and the way back", async () => {
  const page = await open(desk, { staff: true });
  await page.goto("/console");
  await page.locator("main h1").waitFor();
  await page.keyboard.press("/");
  await page.locator(".palette__input").waitFor();
  await page.keyboard.type("光子芯片");
  await page
    .getByRole("option", { name: /光子芯片/ })
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".palette__input").waitFor({ state: "detached" });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("guangzixinpian");
  await page
    .getByRole("option", { name: /光子芯片/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/console\/(activities|projects|cases)\//);

  await page.goto("/console/activities");
  await page.locator("[data-row]").first().waitFor();
  await page.locator(".list__sort").last().focus();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("2");
  expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe("none");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe("4");
  await page.keyboard.press(" ");
  await page.keyboard.press("Shift+ArrowUp");
  await page.getByText("已选 2 行").first().waitFor();
  await page.keyboard.press("Home");
  expect(await focused(page)).toBe("2");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/console\/activities\/act_/);
  await page.context().close();
});

it("shows what its address says, keeps a view, and goes back", async () => {
  const page = await open(desk, { staff: true });
  await page.goto("/console/activities?kind=salon");
  await page.locator("[data-row]").first().waitFor();
  const salons = await names(page);
  await page.getByRole("searchbox").fill("jinrong");
  await page.getByText("没有符合条件的记录").waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("jinrong");
  await page.goBack();
  await page.locator("[data-row]").first().waitFor();
  expect(await names(page)).toEqual(salons);
  expect(await page.getByRole("searchbox").inputValue()).toBe("");
  await page.locator("summary", { hasText: "视图" }).click();
  await page.getByLabel("视图名称").fill("沙龙");
  await page.getByRole("button", { name: "保存当前视图" }).click();
  await page.goto("/console/activities");
  await page.locator("[data-row]").first().waitFor();
  expect((await names(page)).length).toBeGreaterThan(salons.length);
  await page.locator("summary", { hasText: "视图" }).click();
  await page.getByRole("link", { name: "沙龙", exact: true }).click();
  await page.waitForURL(/kind=salon/);
  await page.waitForFunction((n) => document.querySelectorAll("[data-row]").length === n, salons.length);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
  await page.context().close();
});

it("finds somebody at the door on a telephone, by the sound of the name", async () => {
  const origin = inject("origin");
  const page = await open(phone, { staff: true });
  await page.goto("/console/activities");
  const href = (await page.locator("[data-row] a").last().getAttribute("href")) ?? "";
  for (const [n, name] of ["欧阳示例", "司马示例", "诸葛示例"].entries())
    await fetch(`${origin}/api/activities/${href.split("/").at(-1)}/registrations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, organisation: "门口示例公司", email: `door-${n}@example.com`, consent: true }),
    });
  await page.goto(`${href}/registrations`);
  await page.getByText("司马示例").waitFor();
  await page.getByRole("searchbox").fill("ouyang");
  await page.getByText("司马示例").waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["欧阳示例"]);
  await page.getByText("已确认").last().waitFor();
  await looksRight(page, phone, "console-door");
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});

it.each([desk, deskEn])("no page of the console has a serious fault ($locale)", async (tour) => {
  const page = await open(tour, { staff: true });
  const found: string[] = [];
  for (const path of [
    "",
    "/activities",
    "/activities/new",
    "/campaigns",
    "/campaigns/contacts",
    "/cases",
    "/projects",
    "/demands",
    "/talents",
  ]) {
    await page.goto(`/console${path}`);
    await page.locator("main h1").waitFor();
    await page.waitForLoadState("networkidle");
    found.push(...(await seriousFaults(page)).map((fault) => `${path} ${fault}`));
  }
  await page.keyboard.press("Control+k");
  await page.locator(".palette__input").waitFor();
  found.push(...(await seriousFaults(page)).map((fault) => `palette ${fault}`));
  expect(found).toEqual([]);
  await page.context().close();
});

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { readWorkbook } from "../../packages/core/src/platform/sheet/workbook.ts";
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
  await page.locator(".palette__input").waitFor();
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
  await page.getByText("视图“沙龙”已保存。").waitFor();
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
  const book = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 XLSX" }).click();
  const saved = await book;
  expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
  const cells = readWorkbook(await readFile(await saved.path())).flatMap((row) => row.cells);
  expect(cells).toEqual(expect.arrayContaining(salons));
  await page.context().close();
});

it("finds somebody at the door on a telephone, by the sound of the name", async () => {
  const origin = inject("origin");
  const page = await open(phone, { staff: true });
  await page.goto("/console/activities");
  const href = (await page.locator("[data-row] a").last().getAttribute("href")) ?? "";
  for (const [n, name] of ["慕容示例", "司马示例", "诸葛示例"].entries())
    await fetch(`${origin}/api/activities/${href.split("/").at(-1)}/registrations`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, organisation: "门口示例公司", email: `door-${n}@example.com`, consent: true }),
    });
  await page.goto(`${href}/registrations`);
  await page.getByText("司马示例").waitFor();
  await page.getByRole("searchbox").fill("murong");
  await page.getByText("司马示例").waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["慕容示例"]);
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

it("does something to many rows through a reload, and says of each that was not done why", async () => {
  const page = await open(desk, { staff: true });
  await page.goto("/console/activities?status=draft");
  const made = await page.evaluate(async () => {
    const content = {
      kind: "salon",
      summary: { "zh-CN": "示例" },
      description: { "zh-CN": "示例" },
      venue: { "zh-CN": "西安" },
      chains: [],
      startsAt: "2031-05-01T06:00:00Z",
      endsAt: "2031-05-01T09:00:00Z",
      registrationClosesAt: "2031-05-01T04:00:00Z",
      capacity: 5,
    };
    const ids = [];
    for (let n = 0; n < 12; n++) {
      const body = JSON.stringify({ ...content, title: { "zh-CN": `批量示例 ${n}` } });
      const headers = { "content-type": "application/json" };
      const answer = await fetch("/api/console/activities", { method: "POST", headers, body });
      ids.push(((await answer.json()) as { id: string }).id);
    }
    return ids;
  });
  await page.goto("/console/activities?status=draft&q=批量示例");
  await page.locator("[data-row='11']").waitFor();
  // Somebody else publishes one of them meanwhile: its version moves on.
  await page.evaluate(async (id) => {
    const headers = { "content-type": "application/json" };
    const body = (version: number) => ({ method: "POST", headers, body: JSON.stringify({ version }) });
    await fetch(`/api/console/activities/${id}/publish`, body(1));
    await fetch(`/api/console/activities/${id}/cancel`, body(2));
  }, made[5]);
  // Slow enough to be met in the middle.
  await page.route(/\/publish$/, async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await page.getByLabel("选择已载入的所有行").check();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发布" }).click();
  await page.getByText(/发布 [1-9] \/ 12/).waitFor();
  await page.reload();
  await page.locator("summary", { hasText: "任务" }).waitFor();
  await page.getByText("1 项任务正在进行").waitFor();
  await page.getByText("1 项任务正在进行").waitFor({ state: "detached", timeout: 30_000 });
  await page.locator("summary", { hasText: "任务" }).click();
  const report = page.locator(".menu__items > li").first();
  await report.getByText("已完成").waitFor();
  expect(await report.textContent()).toMatch(/\d+ 行成功，[1-4] 行未成功，共 12 行/);
  await report.locator("summary").click();
  await report
    .getByText(/批量示例 .*：?.*(取消|修改)/)
    .first()
    .waitFor();
  const states = await page.evaluate(async () => {
    const answer = await fetch(`/api/console/activities?status=published&limit=100&q=${encodeURIComponent("批量示例")}`);
    return ((await answer.json()) as { items: { id: string }[] }).items.length;
  });
  expect(states).toBe(11);
  await page.context().close();
});

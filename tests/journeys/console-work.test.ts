import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { readWorkbook } from "../../packages/core/src/platform/sheet/workbook.ts";
import { seriousFaults } from "../support/axe.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [, desk, phoneEn] = tours;
const people = 1300;

const tray = (page: Page) => page.locator("summary", { hasText: /^(任务|Work|\d+ 项任务正在进行|\d+ running)$/ });
const items = (page: Page) => page.locator(".menu__items > li");

it("an import is followed in the tray through a reload, stopped, and finished by the same file", async () => {
  const page = await open(desk, { staff: true });
  await page.goto("/console/campaigns/contacts");
  const rows = Array.from({ length: people }, (_, n) => `export-${n}@example.com,导出示例${n},示例单位${n % 7}`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "名单一千三.csv", mimeType: "text/csv", buffer: Buffer.from(`邮箱,姓名,单位\n${rows.join("\n")}\n`) });
  await page.locator("[name=source]").fill("示例来源");
  await page.locator("[name=basis]").selectOption("written");
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await page.getByText("1 项任务正在进行").waitFor();
  await page.goto("/console");
  await page.getByText("1 项任务正在进行").waitFor();
  await tray(page).click();
  await items(page).getByText("正在导入：名单一千三.csv").waitFor();
  await items(page)
    .getByText(/^\d+ \/ 1300$/)
    .waitFor();
  await looksRight(page, desk, "console-tray");
  await items(page).getByRole("button", { name: "停止" }).click();
  await items(page).getByText("正在导入").waitFor({ state: "detached" });
  await page.goto("/console/campaigns/contacts");
  await page.getByRole("link", { name: "名单一千三.csv" }).first().click();
  await page.getByText("这次导入已被停止").waitFor();
  await page.goto("/console/campaigns/contacts");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "名单一千三.csv", mimeType: "text/csv", buffer: Buffer.from(`邮箱,姓名,单位\n${rows.join("\n")}\n`) });
  await page.locator("[name=source]").fill("示例来源");
  await page.locator("[name=basis]").selectOption("written");
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await page.waitForURL(/imports\/imp_/, { timeout: 90_000 });
  await page.getByText("这次导入已被停止").waitFor({ state: "detached" });
  await page.context().close();
});

it("a long list is exported page by page through a reload, once each row, and the file stays for a while", async () => {
  const page = await open(desk, { staff: true });
  const asked: string[] = [];
  await page.route(/\/api\/console\/contacts\?/, async (route) => {
    asked.push(route.request().url());
    if (route.request().url().includes("cursor=")) await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto("/console/campaigns/contacts");
  await page.locator("[data-row]").first().waitFor();
  await page.getByRole("button", { name: "导出 CSV" }).click();
  await page.getByText("正在导出：已读取 500 行").waitFor();
  await page.reload();
  const saved = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByText("1 项任务正在进行").waitFor();
  const text = await readFile(await (await saved).path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.filter((line) => line.includes("export-")).length).toBe(people);
  expect(lines[0]).toMatch(/^\uFEFF/);

  await page.goto("/console");
  await tray(page).click();
  const report = items(page).first();
  await report.getByText("已完成").waitFor();
  await report.getByText(/已读取 1[,0-9]*\d 行/).waitFor();
  const again = page.waitForEvent("download");
  await report.getByRole("button", { name: "保存文件" }).click();
  expect(await readFile(await (await again).path(), "utf8")).toBe(text);
  await page.locator(".menu__box").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await report.getByRole("button", { name: "删除文件" }).click();
  await report.getByRole("button", { name: "保存文件" }).waitFor({ state: "detached" });

  await page.goto("/console/campaigns/contacts");
  const book = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: "导出 XLSX" }).click();
  const rows = readWorkbook(await readFile(await (await book).path())).map(({ cells }) => cells);
  expect(new Set(rows.map((cells) => cells.join())).size).toBe(lines.length);
  expect(rows.filter((cells) => cells.some((cell) => cell.startsWith("export-"))).length).toBe(people);
  await page.context().close();
});

it("an export that was interrupted elsewhere says so, leads back to its list and goes on; it can be stopped", async () => {
  const page = await open(phoneEn, { staff: true });
  await page.route(/\/api\/console\/contacts\?.*cursor=/, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto("/console/campaigns/contacts");
  await page.locator("[data-row]").first().waitFor();
  await page.getByRole("button", { name: "Export CSV" }).click();
  await page.getByText("Exporting: 500 rows read").waitFor();
  await page.goto("/console/me");
  await tray(page).click();
  await items(page).first().getByText("Interrupted").waitFor();
  await looksRight(page, phoneEn, "console-tray");
  await items(page).first().getByRole("link", { name: "Open the list" }).click();
  await page.getByText(/Exporting: \d+ rows read/).waitFor();
  await page.locator(".list-foot").getByRole("button", { name: "Stop" }).click();
  await page.getByText(/Exporting: /).waitFor({ state: "detached" });
  await tray(page).click();
  await items(page).first().getByText("Stopped").waitFor();
  await page.context().close();
});

import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { eventually } from "../support/host.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const title = "[id='f-title-zh-CN']";
const summary = "[id='f-summary-zh-CN']";
const body = "[id='f-body-zh-CN']";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A draft with a text that nothing keeps from publication; the page is its editor. */
async function draft(page: Page, name: string): Promise<string> {
  await page.goto("/console/cases/new");
  await page.locator(title).fill(name);
  await page.locator(summary).fill("一句摘要。");
  await page.locator(body).fill("## 难题\n\n第一段原来的文字。\n\n第二段不变。");
  await press(page, "存为草稿");
  await page.waitForURL(/\/console\/cases\/cas_/);
  await page.getByText("草稿已保存。").waitFor();
  return /cas_\w+/.exec(page.url())?.[0] ?? "";
}

it("two people who change the same case keep all that they typed, and decide what stands", async () => {
  const tour = tours[1];
  const [first, second] = [await open(tour, { staff: true }), await open(tour, { staff: true })];
  await draft(first, "两人同时修改");
  await second.goto(first.url());
  await second.locator(summary).waitFor();
  await second.getByText("您在另一个窗口也打开了它").waitFor();

  await first.locator(summary).fill("甲的摘要");
  await first.locator(body).fill("## 难题\n\n第一段甲改过的文字。\n\n第二段不变。");
  await press(first, "保存");
  await first.getByText("草稿已保存。").waitFor();
  await second.locator(body).fill("## 难题\n\n第一段乙改过的文字。\n\n第二段不变。");
  await second.locator("#f-summary-en").fill("B's summary");
  await press(second, "保存");
  await second.getByRole("heading", { name: "有人同时改了它" }).waitFor();
  const question = (name: string) => second.locator(".conflict__one", { hasText: name });
  expect(await question("正文 · 中文").locator("ins").allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining("甲"), expect.stringContaining("乙")]),
  );
  await looksRight(second, tour, "console-case-conflict");
  expect(await seriousFaults(second)).toEqual([]);
  await press(second, "完成合并");
  await second.getByText("还有 1 项没有决定。").waitFor();

  // What is typed outlives a reload in the middle of it.
  await second.reload();
  await second.getByRole("heading", { name: "有人同时改了它" }).waitFor();
  await question("正文 · 中文").getByText("手工合并").click();
  const hand = second.getByLabel("合并后的文字");
  expect(await hand.inputValue()).toContain("乙改过");
  await hand.fill("## 难题\n\n第一段两人合并的文字。\n\n第二段不变。");
  await press(second, "完成合并");
  expect(await second.locator(summary).inputValue()).toBe("甲的摘要");
  expect(await second.locator("#f-summary-en").inputValue()).toBe("B's summary");
  expect(await second.locator(body).inputValue()).toContain("两人合并");
  await press(second, "保存");
  await second.getByText("草稿已保存。").waitFor();

  await first.reload();
  await expect.poll(() => first.locator(body).inputValue()).toContain("两人合并");
  expect(await first.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("lingxi.case")))).toEqual([]);
});

it("what was typed and not saved is there again after a reload and after moving about, and can be undone", async () => {
  const page = await open(tours[1], { staff: true });
  await draft(page, "没有保存的文字");
  await page.locator(summary).fill("写了一半");
  await page.getByRole("link", { name: "通知", exact: true }).click();
  await page.getByRole("heading", { name: "通知", level: 1 }).waitFor();
  await page.goBack();
  await expect.poll(() => page.locator(summary).inputValue()).toBe("写了一半");
  await page.reload();
  await page.getByText("已从这台设备找回").waitFor();
  expect(await page.locator(summary).inputValue()).toBe("写了一半");
  await press(page, "放弃这些修改");
  expect(await page.locator(summary).inputValue()).toBe("一句摘要。");
  await press(page, "撤销");
  expect(await page.locator(summary).inputValue()).toBe("写了一半");
  await page.locator(summary).press("Control+Shift+z");
  expect(await page.locator(summary).inputValue()).toBe("一句摘要。");
  await page.reload();
  await expect.poll(() => page.locator(summary).inputValue()).toBe("一句摘要。");
  await page.waitForTimeout(300);
  expect(await page.getByText("已从这台设备找回").count()).toBe(0);
});

it.each([tours[0], tours[1]])("rows are added, ordered by mouse and by keyboard, and taken away ($width px)", async (tour) => {
  const page = await open(tour, { staff: true });
  await draft(page, "时间线");
  const dates = () =>
    page.locator("#f-timeline input[name$=date]").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  for (const [i, date] of ["2025-03", "2025-01", "2025-02"].entries()) {
    await press(page, "时间线：添加一行");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`f-timeline-${i}-date`);
    await page.keyboard.type(date);
    await page.locator(`[id='f-timeline-${i}-text-zh-CN']`).fill(`第 ${date} 步`);
  }
  await page.getByText("早于前一步").first().waitFor({ state: "attached" });
  const handle = page.locator("#f-timeline .row-list__handle");
  await handle.nth(2).scrollIntoViewIfNeeded();
  const [from, to] = [await handle.nth(2).boundingBox(), await page.locator("#f-timeline .row-list__row").nth(1).boundingBox()];
  if (!from || !to) throw new Error("no rows");
  await page.mouse.move(from.x + 9, from.y + 9);
  await page.mouse.down();
  await page.mouse.move(from.x + 9, to.y + 12, { steps: 6 });
  await page.mouse.up();
  expect(await dates()).toEqual(["2025-03", "2025-02", "2025-01"]);
  await handle.nth(0).press("Alt+ArrowDown");
  expect(await dates()).toEqual(["2025-02", "2025-03", "2025-01"]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("拖动第 2 行");
  await press(page, "按时间排序");
  expect(await dates()).toEqual(["2025-01", "2025-02", "2025-03"]);
  await press(page, "删除第 2 行");
  expect(await dates()).toEqual(["2025-01", "2025-03"]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("删除第 2 行");
  await press(page, "保存");
  await page.getByText("草稿已保存。").waitFor();
  await looksRight(page, tour, "console-case-rows");
});

it("the checklist shows what keeps a case from being published, leads to it, and records what was accepted", async () => {
  const tour = tours[1];
  const page = await open(tour, { staff: true });
  await draft(page, "检查清单");
  await page.locator(body).fill("联系 13812345678，见[旧页](/projects/prj_00000000000000000000000099/)。");
  const list = page.locator(".checklist");
  await list.getByText("2 处必须处理").waitFor();
  await looksRight(page, tour, "console-case-checklist");
  await press(page, "保存并发布");
  await page.locator(".error-summary").getByText("指向的页面不存在或没有公开").waitFor();

  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await list.locator("li", { hasText: "指向的页面" }).getByRole("link", { name: "去修改" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("f-body-zh-CN");
  await page.locator(body).fill("联系 13812345678。");
  await list.getByText("1 处必须处理").waitFor();
  await list.getByText("已取得同意").click();
  await press(page, "保存并发布");
  await page.getByText(/已发布，公众页面/).waitFor();
  await page.getByRole("link", { name: "历史", exact: true }).click();
  await page.locator(".history__list").getByText("已确认的检查项").waitFor();
});

it("a draft is reviewed, given back, approved for a time, and published by the clock", async () => {
  const tour = tours[1];
  const page = await open(tour, { staff: true });
  const id = await draft(page, "审核与定时");
  const dialog = page.getByRole("dialog");
  await press(page, "提交审核");
  await dialog.getByLabel("给审核人的说明").fill("请看第一段");
  await dialog.getByRole("button", { name: "提交审核" }).click();
  await page.getByText("已提交审核。").waitFor();
  await page.goto("/console/cases?status=in-review");
  await page.getByRole("link", { name: "审核与定时" }).waitFor();
  await looksRight(page, tour, "console-cases-in-review");
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("link", { name: "审核与定时" }).click();
  await page.getByText("请看第一段").waitFor();

  await press(page, "退回修改…");
  await dialog.getByRole("button", { name: "退回修改" }).click();
  await dialog.getByText("“修改意见”没有填写").waitFor();
  await dialog.getByLabel("修改意见").fill("缺少数据来源");
  await dialog.getByRole("button", { name: "退回修改" }).click();
  await page.locator(".case-state").getByText("缺少数据来源").waitFor();

  await press(page, "定时发布…");
  await dialog.getByLabel("发布时间").fill("2020-01-01T09:00");
  await dialog.getByRole("button", { name: "批准并定时" }).click();
  await dialog.getByText("已经过去").waitFor();
  await looksRight(page, tour, "console-case-schedule");
  await dialog.getByLabel("发布时间").fill(`${new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)}T09:00`);
  await dialog.getByRole("button", { name: "批准并定时" }).click();
  await page.getByText("已批准，将按时发布。").waitFor();

  // Nobody waits for days here: the time is moved to where the clock is about to be.
  const { version } = (await (await page.request.get(`/api/console/cases/${id}`)).json()) as { version: number };
  const publishAt = new Date(Date.now() + 1500).toISOString();
  const moved = await page.request.post(`/api/console/cases/${id}/schedule`, { data: { version, publishAt } });
  expect(moved.status()).toBe(200);
  const isPublic = async () => (await fetch(`${inject("origin")}/api/cases/${id}`)).ok;
  expect(await isPublic()).toBe(false);
  // The clock comes round once a minute.
  await eventually(isPublic, 80_000);
  await page.goto(`/console/cases/${id}?view=history`);
  await page
    .locator(".history")
    .getByText(/系统 发布/)
    .waitFor();
  await page.goto("/console/cases?status=published");
  await page.getByRole("link", { name: "审核与定时" }).waitFor();
}, 150_000);

it("any two versions are compared word by word, and an earlier one is restored as a new one", async () => {
  const tour = tours[1];
  const page = await open(tour, { staff: true });
  await draft(page, "版本历史");
  for (const [n, text] of ["第一段修订的文字。", "第一段再次修订的文字。"].entries()) {
    await page.locator(body).fill(`## 难题\n\n${text}\n\n第二段不变。`);
    await press(page, "保存");
    await page.getByText("草稿已保存。").waitFor();
    await expect.poll(() => page.getByText("有未保存的修改").count(), { message: String(n) }).toBe(0);
  }
  await page.getByRole("link", { name: "历史", exact: true }).click();
  const compare = page.locator(".compare");
  await compare.getByLabel("从", { exact: true }).selectOption("1");
  await compare.getByText("从第 1 版到第 3 版").waitFor();
  await expect.poll(() => compare.locator("del").allInnerTexts()).toEqual([expect.stringContaining("原来")]);
  expect((await compare.locator("ins").allInnerTexts()).join("")).toContain("再次修订");
  expect(await compare.locator("p", { hasText: "第二段不变" }).count()).toBe(1);
  await looksRight(page, tour, "console-case-history");
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator(".history__one", { hasText: "第 1 版" }).getByRole("button", { name: "恢复这一版" }).click();
  await page.getByText("已恢复，作为新的一版").waitFor();
  await page.locator(".history__one", { hasText: "恢复到第 1 版" }).waitFor();
  expect(await page.locator(".history__one").count()).toBe(4);
  await page.getByRole("link", { name: "编辑", exact: true }).click();
  expect(await page.locator(body).inputValue()).toContain("原来");
});

it("what stands behind a case is found by its title or its address, and is on the page of the case", async () => {
  const tour = tours[1];
  const page = await open(tour, { staff: true });
  const id = await draft(page, "案例背后");
  const projects = page.locator("#f-links-projects");
  await page.locator("#f-links-projects-q").fill("保鲜");
  await page.locator("#f-links-projects-q").press("Enter");
  await projects.getByRole("button", { name: "添加“苹果采后免电气调保鲜箱”" }).click();
  await projects.getByRole("link", { name: "苹果采后免电气调保鲜箱" }).waitFor();
  const demand = `${inject("origin")}/demands/dem_${"1".padStart(26, "0")}/`;
  await page.locator("#f-links-demands-q").fill(demand);
  await page.locator("#f-links-demands-q").press("Enter");
  await page.locator("#f-links-demands").getByRole("link", { name: "钛合金薄壁结构件铣削变形控制" }).waitFor();
  await press(page, "保存并发布");
  await page.getByText(/已发布，公众页面/).waitFor();

  const { slug } = (await (await page.request.get(`/api/cases/${id}`)).json()) as { slug: string };
  await eventually(async () => (await fetch(`${inject("origin")}/cases/${slug}/`)).ok, 5000);
  const reader = await open(tour, { script: false });
  await reader.goto(`/cases/${slug}/`);
  const behind = reader.getByRole("complementary");
  await behind.getByRole("link", { name: "苹果采后免电气调保鲜箱" }).waitFor();
  await behind.getByRole("link", { name: "钛合金薄壁结构件铣削变形控制" }).waitFor();
});

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [phone, desk, phoneEn] = tours;

const names = (page: Page) =>
  page.locator("#f-indicators input[name$='.name']").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const handle = (page: Page, n: number) => page.locator("#f-indicators .row-list__handle").nth(n);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

/** The form for a need with three indicators. */
async function three(page: Page): Promise<void> {
  await page.goto("/console/demands/new");
  await page.locator("[name=secrecy][value=none]").check();
  await page.getByRole("button", { name: /：添加一行$/ }).click();
  for (const [n, name] of ["甲", "乙", "丙"].entries()) await page.locator(`[name='indicators.${n}.name']`).fill(name);
}

/** A finger on a handle, drawn to a height and lifted. */
async function swipe(page: Page, n: number, to: (box: { y: number; height: number }) => number, over: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await handle(page, 1).evaluate((one) => one.scrollIntoView({ block: "center" }));
  const [from, target] = [
    await handle(page, n).boundingBox(),
    await page.locator("#f-indicators .row-list__row").nth(over).boundingBox(),
  ];
  if (!from || !target) throw new Error("no rows");
  const x = from.x + from.width / 2;
  const [begin, end] = [from.y + from.height / 2, to(target)];
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  await touch("touchStart", begin);
  for (let step = 1; step <= 8; step++) await touch("touchMove", begin + ((end - begin) * step) / 8);
  await touch("touchEnd");
}

it("puts indicators in order with a finger, on a telephone", async () => {
  const page = await open(phone, { staff: true });
  await three(page);
  await swipe(page, 1, ({ y }) => y + 10, 0);
  await expect.poll(() => names(page)).toEqual(["乙", "甲", "丙"]);
  await looksRight(page, phone, "console-order");
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});

it("does the same by keyboard, says so, and is undone", async () => {
  const page = await open(desk, { staff: true });
  await three(page);
  await handle(page, 2).press("Alt+ArrowUp");
  expect(await names(page)).toEqual(["甲", "丙", "乙"]);
  expect(await focused(page)).toBe("拖动第 2 行");
  await page.locator("#f-indicators [role=status]", { hasText: "已移到第 2 行，共 3 行" }).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "第 1 行下移" }).click();
  expect(await names(page)).toEqual(["丙", "甲", "乙"]);
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await names(page)).toEqual(["甲", "丙", "乙"]);
  // Let go by Escape, it lies where it lay.
  await handle(page, 0).hover();
  await page.mouse.down();
  const last = await page.locator("#f-indicators .row-list__row").nth(2).boundingBox();
  await page.mouse.move(400, (last?.y ?? 0) + (last?.height ?? 0) - 2, { steps: 5 });
  await page.locator(".row-list__row--lifted").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await names(page)).toEqual(["甲", "丙", "乙"]);
  await page.context().close();
});

it("keeps what was typed of a need through a reload, but not who the contact is, and nothing of a secret", async () => {
  const page = await open(desk, { staff: true });
  await three(page);
  await page.locator("[name=title]").fill("不怕刷新的需求");
  await page.locator("[name=email]").fill("contact@example.com");
  await page.locator("[name=budgetFrom]").fill("四十");
  await page
    .getByText(/“预算.*”/)
    .first()
    .waitFor();
  await page.getByText("已暂存在这台设备上").waitFor();
  await page.reload();
  await page.getByText("尚未保存的内容").waitFor();
  expect(await page.locator("[name=title]").inputValue()).toBe("不怕刷新的需求");
  expect(await page.locator("[name=email]").inputValue()).toBe("");
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(await kept()).toContain("不怕刷新");
  expect(await kept()).not.toContain("contact@example.com");
  await page.locator("[name=secrecy][value=trade-secret]").check();
  await expect.poll(kept).not.toContain("不怕刷新");
  await page.context().close();
});

it("the official text is checked as it is typed, undone, and survives a reload", async () => {
  const page = await open(phoneEn, { staff: true });
  await page.goto("/console/policy");
  const href = page.locator("[name=href]");
  await href.fill("ftp://example.com/");
  await page.getByText("give an address that begins with https://").first().waitFor();
  await looksRight(page, phoneEn, "console-policy-wrong");
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await href.inputValue()).toBe("");
  await href.fill("https://example.com/official");
  await page.getByText("kept on this device").waitFor();
  await page.reload();
  await page.getByText("did not save").waitFor();
  expect(await href.inputValue()).toBe("https://example.com/official");
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});

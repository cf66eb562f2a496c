import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";

const open = visitors();

const says = {
  "zh-CN": {
    add: "新建活动",
    saveDraft: "存为草稿",
    missing: /“开始时间”/,
    publish: "发布",
    published: /已发布，公众页面/,
    list: "报名名单",
    cancel: "取消活动",
    cancelled: "活动已取消",
    save: "保存",
    conflict: /他人同时修改了同样的内容/,
    light: "浅色",
    dark: "深色",
  },
  en: {
    add: "New activity",
    saveDraft: "Save as draft",
    missing: /Starts/,
    publish: "Publish",
    published: /Published; the public page/,
    list: "Who registered",
    cancel: "Cancel the activity",
    cancelled: "This event was cancelled",
    save: "Save",
    conflict: /Somebody changed the same parts meanwhile/,
    light: "Light",
    dark: "Dark",
  },
};

/** Everything that takes input has a name, and there is one heading of the first order. */
async function isNamed(page: Page, name: string): Promise<void> {
  const found = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    unnamed: [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")].filter(
      (control) => !control.labels?.length && !control.hasAttribute("aria-label"),
    ).length,
  }));
  expect(found, name).toEqual({ headings: 1, unnamed: 0 });
}

async function fillActivity(page: Page, title: string): Promise<void> {
  await page.locator("[id='f-title-zh-CN']").fill(title);
  await page.locator("#f-title-en").fill(title);
  await page.locator("[id='f-summary-zh-CN']").fill("三项技术，一个下午。");
  await page.locator("[id='f-description-zh-CN']").fill("## 日程\n\n下午两点开始。");
  await page.locator("[id='f-venue-zh-CN']").fill("西安示例会议中心");
  for (const [field, at] of [
    ["startsAt", "2030-05-01T14:00"],
    ["endsAt", "2030-05-01T17:00"],
    ["registrationClosesAt", "2030-05-01T12:00"],
  ])
    await page.locator(`[name=${field}]`).fill(at ?? "");
}

async function register(tour: Tour, id: string, name: string): Promise<void> {
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/forms/register/${id}`);
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=organisation]").fill("示例单位");
  await page.locator("[name=email]").fill(`console-${tour.locale.toLowerCase()}-${tour.width}@example.com`);
  await page.locator("[name=consent]").check();
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/done/);
  await page.context().close();
}

it.each(tours)("an organiser announces an activity, sees who registers, and cancels it ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const page = await open(tour, { staff: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.goto("/console");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await looksRight(page, tour, "console");
  await page.goto("/console/activities");
  await page.getByRole("grid").waitFor();
  await looksRight(page, tour, "console-activities");

  await press(words.add);
  const title = `Console ${tour.locale} ${tour.width}`;
  await page.locator("[id='f-title-zh-CN']").fill(title);
  await press(words.saveDraft);
  const wrong = page.locator(".error-summary a", { hasText: words.missing });
  await wrong.waitFor();
  await isNamed(page, "console-activity-wrong");
  await looksRight(page, tour, "console-activity-wrong");
  expect(await page.locator("[id='f-title-zh-CN']").inputValue()).toBe(title);
  await wrong.click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("startsAt");

  await fillActivity(page, title);
  await press(words.saveDraft);
  await page.waitForURL(/\/console\/activities\/act_/);
  const id = /act_\w+/.exec(page.url())?.[0] ?? "";
  const publicPage = async () => read(`${tour.base}/activities/${id}/`);
  expect((await publicPage()).status).toBe(404);
  await press(words.publish);
  await page.getByRole("dialog").getByRole("button", { name: words.publish, exact: true }).click();
  await page.getByText(words.published).waitFor();
  await eventually(async () => (await publicPage()).ok, 2000);
  await looksRight(page, tour, "console-activity");

  const visitor = `访客 ${tour.width}`;
  await register(tour, id, visitor);
  await page.reload();
  await page.getByRole("link", { name: words.list }).click();
  await page.getByRole("gridcell", { name: visitor, exact: true }).waitFor();
  await looksRight(page, tour, "console-activity-registered");
  await page.goBack();

  await press(words.cancel);
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await press(words.cancel);
  await page.getByRole("dialog").getByRole("button", { name: words.cancel }).click();
  await page.locator(".notice--success").waitFor();
  await eventually(async () => (await (await publicPage()).text()).includes(words.cancelled), 2000);
  await page.context().close();
});

const read = async (path: string) => fetch(`${inject("origin")}${path}`);

it.each(tours)("the design page shows every component in light and in dark ($locale, $width px)", async (tour) => {
  const page = await open(tour, { staff: true });
  await page.goto("/console/design");
  for (const theme of ["light", "dark"] as const) {
    const sample = page.getByRole("region", { name: says[tour.locale][theme] });
    await sample.waitFor();
    for (const part of [
      ".button",
      ".field--error",
      ".input",
      ".error-summary",
      ".notice",
      ".card",
      ".tag",
      ".table",
      ".empty",
      ".tabs",
      ".progress",
    ])
      expect(await sample.locator(part).count(), `${part} in ${theme}`).toBeGreaterThan(0);
  }
  const paper = (theme: string) => page.locator(`[data-theme=${theme}]`).evaluate((e) => getComputedStyle(e).backgroundColor);
  expect(await paper("light")).not.toBe(await paper("dark"));
  await isNamed(page, "console-design");
  await looksRight(page, tour, "console-design");
  await page.context().close();
});

it("the second of two tabs is told, and keeps what was typed", async () => {
  const [, tour] = tours;
  const words = says[tour.locale];
  const first = await open(tour, { staff: true });
  await first.goto("/console/activities/new");
  await fillActivity(first, "两个窗口");
  await first.getByRole("button", { name: words.saveDraft, exact: true }).click();
  await first.waitForURL(/\/console\/activities\/act_/);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.locator("[id='f-venue-zh-CN']").waitFor();
  for (const [page, venue] of [
    [first, "甲地"],
    [second, "乙地"],
  ] as const) {
    await page.locator("[id='f-venue-zh-CN']").fill(venue);
    await page.getByRole("button", { name: words.saveDraft, exact: true }).click();
    await page.locator(".notice--success, .notice--warning").first().waitFor();
  }
  await second.getByText(words.conflict).waitFor();
  expect(await second.locator("[id='f-venue-zh-CN']").inputValue()).toBe("乙地");
  await first.context().close();
});

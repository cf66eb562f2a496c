import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { eventually } from "../support/host.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [phone, , , deskEn] = tours;

const says = {
  "zh-CN": {
    template: "技术沙龙（两小时）",
    saveDraft: "存为草稿",
    agenda: "议程",
    clash: /议程有 \d+ 处冲突/,
    clear: "议程没有冲突。",
    saveAgenda: "保存议程",
    down: "第 1 行下移",
    publish: "发布",
    opens: "报名随即开放",
    nobody: "不会发任何邮件",
    published: /已发布，公众页面/,
    topic: "问题是什么",
    close: "停止报名",
    closed: "报名截止",
    reopen: "重新开放报名",
    open: "报名中",
    copy: "复制活动",
    series: "生成系列",
    make: "生成 2 场",
    made: /共 2 场新草稿/,
    save: "保存",
    told: "“活动有变更”",
    confirmSave: "保存并通知",
    cancel: "取消活动",
    off: /“活动已取消”，日历日程随附件删除/,
    one: "共 1 封邮件",
    cancelled: "活动已取消",
    draft: "草稿",
  },
  en: {
    template: "Salon, two hours",
    saveDraft: "Save as draft",
    agenda: "Agenda",
    clash: /Conflicts in the agenda: \d+/,
    clear: "The agenda has no conflicts.",
    saveAgenda: "Save the agenda",
    down: "Move row 1 down",
    publish: "Publish",
    opens: "registration opens",
    nobody: "no mail is sent",
    published: /Published; the public page/,
    topic: "The problem",
    close: "Close registration",
    closed: "Registration closed",
    reopen: "Reopen registration",
    open: "Open",
    copy: "Copy",
    series: "Make a series",
    make: "Make 2",
    made: /2 new drafts/,
    save: "Save",
    told: "“Changed”",
    confirmSave: "Save and tell them",
    cancel: "Cancel the activity",
    off: /“Called off”, and the calendar entry is taken away/,
    one: "Mails in all: 1",
    cancelled: "This event was cancelled",
    draft: "Draft",
  },
};
const link = "https://meeting.example/authoring-room";

async function register(tour: Tour, id: string): Promise<void> {
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/forms/register/${id}`);
  await page.locator("[name=name]").fill("议程访客");
  await page.locator("[name=organisation]").fill("示例单位");
  await page.locator("[name=email]").fill(`authoring-${tour.width}@example.com`);
  await page.locator("[name=consent]").check();
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/\/done/);
  await page.context().close();
}

const titles = (page: Page) => page.locator("#f-sessions summary").allInnerTexts();

it.each([phone, deskEn])("an activity from a template, with its agenda, to its end ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const screen = { width: tour.width, height: 844 };
  const page = await open(tour, { staff: true });
  const press = (name: string, within: Pick<Page, "getByRole"> = page) =>
    within.getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog");
  const shown = async (path: string) => (await fetch(`${inject("origin")}${tour.base}${path}`)).text();
  await page.goto("/console/activities/new");
  await page.getByRole("button", { name: words.template }).waitFor();
  await looksRight(page, tour, "authoring-new");
  await press(words.template);
  const title = `议程之旅 ${tour.width}`;
  await page.locator("[id='f-title-zh-CN']").fill(title);
  await page.locator("#f-title-en").fill(`Authoring ${tour.width}`);
  await page.locator("[id='f-venue-zh-CN']").fill("西安示例会议中心");
  await page.locator("#f-onlineLink").fill(link);
  await press(words.saveDraft);
  await page.waitForURL(/\/console\/activities\/act_/);
  const id = /act_\w+/.exec(page.url())?.[0] ?? "";

  // The agenda came along; another order takes the times along, and a conflict is shown while it is typed.
  await page.getByRole("link", { name: words.agenda, exact: true }).click();
  await page.getByText(words.clear).waitFor();
  const before = await titles(page);
  expect(before).toHaveLength(3);
  await page.getByRole("button", { name: words.down, exact: true }).click();
  await expect.poll(async () => (await titles(page))[1]).toContain("16:00–16:20");
  await page.locator("#f-sessions summary").first().click();
  await page
    .locator("[name='sessions.0.endsAt']")
    .fill((await page.locator("[name='sessions.0.endsAt']").inputValue()).replace(/T.*/, "T16:05"));
  await page.getByText(words.clash).waitFor();
  await looksRight(page, tour, "authoring-conflict");
  expect(await seriousFaults(page)).toEqual([]);
  await page.setViewportSize(screen);
  await page
    .locator("[name='sessions.0.endsAt']")
    .fill((await page.locator("[name='sessions.0.endsAt']").inputValue()).replace(/T.*/, "T16:00"));
  await page.getByText(words.clear).waitFor();
  await press(words.saveAgenda);
  await page.locator(".notice--success").waitFor();
  await page.goBack();

  await press(words.publish);
  await dialog.getByText(words.opens).waitFor();
  await looksRight(page, tour, "authoring-publish");
  await press(words.publish, dialog);
  await page.getByText(words.published).waitFor();
  await eventually(async () => (await shown(`/activities/${id}/`)).includes(words.topic), 5000);
  const visitor = await open(tour, { script: false });
  await visitor.goto(`${tour.base}/activities/${id}/`);
  await looksRight(visitor, tour, "authoring-public");
  expect(await visitor.content()).not.toContain("authoring-room");
  const session = await visitor.locator(".programme__keep a").first().getAttribute("href");
  expect(await (await fetch(`${inject("origin")}${session}`)).text()).toContain("BEGIN:VEVENT");
  await visitor.context().close();

  // Closing early is undone.
  await press(words.close);
  await dialog.getByText(words.nobody).waitFor();
  await press(words.close, dialog);
  await page.locator(".tag", { hasText: words.closed }).waitFor();
  await press(words.reopen);
  await press(words.reopen, dialog);
  await page.locator(".tag", { hasText: words.open }).first().waitFor();

  // Another place is told to whoever comes, who is counted before.
  await register(tour, id);
  await page.reload();
  await page.locator("[id='f-venue-zh-CN']").fill("宝鸡示例会展中心");
  await press(words.save);
  await dialog.getByText(words.told).waitFor();
  await looksRight(page, tour, "authoring-save");
  await press(words.confirmSave, dialog);
  await page.locator(".notice--success").waitFor();

  await press(words.series);
  await dialog.locator("[name=count]").selectOption("2");
  await looksRight(page, tour, "authoring-series");
  await press(words.make, dialog);
  await page.getByText(words.made).waitFor();
  await press(words.copy);
  await press(words.copy, dialog);
  await page.waitForURL((url) => /\/activities\/act_\w+$/.test(url.pathname) && !url.pathname.includes(id));
  await page.locator(".tag", { hasText: words.draft }).first().waitFor();
  expect(await page.locator("[id='f-venue-zh-CN']").inputValue()).toBe("宝鸡示例会展中心");

  await page.goto(`/console/activities/${id}`);
  await press(words.cancel);
  await dialog.getByText(words.off).waitFor();
  await dialog.getByText(words.one).waitFor();
  await looksRight(page, tour, "authoring-cancel");
  expect(await seriousFaults(page)).toEqual([]);
  await press(words.cancel, dialog);
  await page.locator(".notice--success").waitFor();
  await looksRight(page, tour, "authoring-cancelled");
  await eventually(async () => (await shown(`/activities/${id}/`)).includes(words.cancelled), 5000);
  await page.context().close();
});

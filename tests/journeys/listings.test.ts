import type { Page } from "playwright-core";
import { beforeAll, expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";

const open = visitors();

/** The staff read Chinese, whichever language the visitor reads. */
const says = {
  "zh-CN": {
    received: /项目已收到/,
    change: /请修改项目/,
    listed: /项目已挂牌/,
    wrong: "不能低于下限",
    applied: /人才库申请已收到/,
    approved: /您已加入灵犀人才库/,
    off: "撤回同意",
    leave: "退出人才库",
    left: "您已退出人才库",
  },
  en: {
    received: /We have your project/,
    change: /Please change your project/,
    listed: /Your project is listed/,
    wrong: "it must not be below the lower price",
    applied: /We have your application/,
    approved: /You are in the Lingxi talent pool/,
    off: "Withdraw consent",
    leave: "Leave the pool",
    left: "You have left the pool",
  },
};
const send = (page: Page) => page.locator("main form button[type=submit]").first().click();
const status = async (path: string) => (await fetch(`${inject("origin")}${path}`)).status;
const listOne = async () => {
  const ask = async (path: string, body: object) => {
    const headers = { "content-type": "application/json", cookie: inject("session"), "user-agent": inject("agent") };
    return (await fetch(`${inject("origin")}${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
  };
  const text = "一段足够长的说明文字。";
  const { id } = (await ask("/api/projects", {
    ...{ secrecy: "none", title: "预备项目", problem: text, advantage: text, economics: text },
    ...{ chain: "tea", trl: 5, ways: ["service"], name: "示例", organisation: "示例", email: "first@example.com", consent: true },
  })) as { id: string };
  await ask(`/api/console/projects/${id}/list`, { version: 1 });
  return `/projects/${id}/`;
};

// Pages are published one change after the other: once this one is out, those of the sample data are, and times can be measured.
beforeAll(async () => {
  const path = await listOne();
  await eventually(async () => ((await status(path)) === 200 ? path : undefined), 60_000);
}, 60_000);

/** Two seconds, as the public is promised. */
const within = async (path: string, wanted: number) =>
  expect(await eventually(async () => ((await status(path)) === wanted ? wanted : undefined), 2000)).toBe(wanted);
const linkIn = (text: string | undefined, kind: string) =>
  new RegExp(`http://localhost:\\d+(/\\S*my/${kind}/\\S+)`).exec(text ?? "")?.[1] ?? "";
const staffOf = async (tour: Tour) => open({ ...tour, locale: "zh-CN", base: "" }, { staff: true });

it.each(tours)("a supplier submits, changes what is asked for, and is listed ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const origin = inject("origin");
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/projects/`);
  await page.locator(`main a[href="${tour.base}/forms/project"]`).first().click();
  await looksRight(page, tour, "project-form");

  const title = `Seed coating ${tour.locale} ${tour.width}`;
  const email = `supplier-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
  await page.locator("[name=secrecy][value=none]").check();
  for (const [name, text] of Object.entries({
    title,
    problem: "播种后遇旱，出苗率不到六成。",
    advantage: "与常规包衣相比，出苗率提高二十个百分点。",
    economics: "每亩增加成本 9 元，增收约 60 元。",
    askingFrom: "40",
    askingTo: "12.5",
    name: "李示例",
    organisation: "示例种业实验室",
    email,
  }))
    await page.locator(`[name=${name}]`).fill(text);
  await page.locator("[name=chain]").selectOption("vegetables");
  await page.locator("[name=trl]").selectOption("6");
  await page.locator("[name=ways][value=licence]").check();
  await page.locator("[name=consent]").check();
  await send(page);
  await page.getByText(words.wrong).first().waitFor();
  expect(await page.locator("[name=title]").inputValue()).toBe(title);
  await looksRight(page, tour, "project-form-wrong");
  await page.locator("[name=askingTo]").fill("60");
  await send(page);
  await page.waitForURL(/\/forms\/project\/done$/);
  await looksRight(page, tour, "project-done");
  const link = linkIn((await awaitMail(origin, email, words.received)).text, "projects");

  const staff = await staffOf(tour);
  await staff.goto("/console/projects");
  await staff.getByRole("link", { name: title }).click();
  await staff.getByRole("button", { name: "请供方修改" }).click();
  await staff.locator("dialog[open] textarea").fill("请写明回收期。");
  await staff.locator("dialog[open]").getByRole("button", { name: "请供方修改" }).click();
  await staff.locator(".notice--success").waitFor();
  expect((await awaitMail(origin, email, words.change)).text).toContain("请写明回收期。");

  await page.goto(link);
  await looksRight(page, tour, "my-project");
  await page.locator("[name=economics]").fill("每亩增加成本 9 元，增收约 60 元，当季收回。");
  await page.locator("main details form button[type=submit]").first().click();
  await page.waitForURL(/saved=1/);

  await staff.reload();
  await staff.getByRole("button", { name: "挂牌" }).click();
  await staff.locator(".notice--success").waitFor();
  const path = `/projects/${/prj_\w+/.exec(link)?.[0]}/`;
  await within(path, 200);
  await awaitMail(origin, email, words.listed);
  await page.goto(`${tour.base}${path}`);
  await looksRight(page, tour, "project");
  expect(await page.content()).not.toContain(email);
  // Its page comes first, then the lists that lead to it: no list ever points to a page that is not there.
  const list = `${tour.base}/find/projects?chain=vegetables`;
  await eventually(async () => (await (await fetch(origin + list)).text()).includes(title), 2000);
  await page.goto(list);
  await page.getByRole("link", { name: title }).waitFor();

  await page.goto(link);
  await page.locator("details").last().locator("summary").click();
  await page.locator("form[action$=withdraw] button").click();
  await within(path, 404);
  await Promise.all([page.context().close(), staff.context().close()]);
});

it.each(tours)("whoever says 涉密 is asked for nothing and sent to the desk ($locale, $width px)", async (tour) => {
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/forms/project`);
  await page.locator("[name=secrecy][value=state-secret]").check();
  expect(await page.locator("[name=problem]").isVisible()).toBe(false);
  await send(page);
  await page.getByText(/^LX-\d{8}-[2-9A-Z]{4}$/).waitFor();
  await looksRight(page, tour, "desk");
  await page.context().close();
});

it.each(tours)("a person applies, opts in, opts out, and leaves ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const origin = inject("origin");
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/talents/`);
  await page.locator(`main a[href="${tour.base}/forms/talent"]`).first().click();
  await looksRight(page, tour, "talent-form");
  const name = `Example ${tour.locale} ${tour.width}`;
  const email = `person-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
  for (const [field, text] of Object.entries({
    name,
    organisation: "示例大学",
    title: "教授",
    expertise: "种子处理、农艺",
    introduction: "二十年从事种子处理研究，愿意到田间看问题。",
    email,
  }))
    await page.locator(`[name=${field}]`).fill(text);
  await page.locator("[name=chains][value=vegetables]").check();
  await page.locator("[name=pool]").check();
  await page.locator("[name=profile]").check();
  await send(page);
  await page.waitForURL(/\/forms\/talent\/done$/);
  const link = linkIn((await awaitMail(origin, email, words.applied)).text, "talents");
  const path = `/talents/${/tal_\w+/.exec(link)?.[0]}/`;
  expect(await status(path)).toBe(404);

  const staff = await staffOf(tour);
  await staff.goto("/console/talents");
  await staff.getByRole("link", { name }).click();
  await staff.getByText("2026-11-01").first().waitFor();
  await looksRight(staff, { ...tour, locale: "zh-CN", base: "" }, `console-talent-${tour.locale}`);
  await staff.getByRole("button", { name: "通过", exact: true }).click();
  await staff.locator(".notice--success").waitFor();
  await within(path, 200);
  await awaitMail(origin, email, words.approved);
  await page.goto(`${tour.base}${path}`);
  await looksRight(page, tour, "talent");
  expect(await page.content()).not.toContain(email);

  await page.goto(link);
  await looksRight(page, tour, "my-talent");
  await page.getByRole("button", { name: words.off }).first().click();
  await within(path, 404);
  await page.locator("summary", { hasText: words.leave }).click();
  await page.getByRole("button", { name: words.leave }).click();
  await page.getByText(words.left).first().waitFor();
  expect(await page.content()).not.toContain(email);
  await looksRight(page, tour, "my-talent-left");
  await Promise.all([page.context().close(), staff.context().close()]);
});

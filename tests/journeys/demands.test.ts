import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();

/** The staff read Chinese, whichever language the visitor reads. */
const says = {
  "zh-CN": {
    received: /需求已收到/,
    change: /请修改需求/,
    listed: /需求已公开/,
    wrong: "技术指标第 2 行：没有写数值。",
    contact: "对接中",
  },
  en: {
    received: /We have your need/,
    change: /Please change your need/,
    listed: /Your need is listed/,
    wrong: "Indicators, row 2: give a value.",
    contact: "In contact",
  },
};

it.each(tours)(
  "an enterprise publishes a need, changes what is asked for, is listed and withdraws ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const origin = inject("origin");
    const page = await open(tour, { script: false });
    await page.goto(`${tour.base}/forms/demand`);
    await looksRight(page, tour, "demand-form");
    const send = () => page.locator("main form button[type=submit]").first().click();

    const title = `Seal inspection ${tour.locale} ${tour.width}`;
    const email = `enterprise-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
    const fill = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text);
    await page.locator("[name=secrecy][value=none]").check();
    for (const [name, text] of Object.entries({
      title,
      problem: "包装袋封口漏气靠人工挤压抽检，漏检后整批退货。",
      scenario: "每分钟 60 袋的立式包装线。",
      "indicators.0.name": "检出率",
      "indicators.0.value": "99%",
      "indicators.1.name": "单袋用时",
      budgetFrom: "12.5",
      budgetTo: "40",
      deadline: "2036-06-30",
      name: "李示例",
      organisation: "示例食品公司",
      email,
    }))
      await fill(name, text);
    await page.locator("[name=chain]").selectOption("vegetables");
    await page.locator("[name=region]").selectOption("hanzhong");
    await page.locator("[name=ways][value=service]").check();
    await page.locator("[name=consent]").check();
    await send();
    await page.getByText(words.wrong).first().waitFor();
    expect(await page.locator("[name=title]").inputValue()).toBe(title);
    await looksRight(page, tour, "demand-form-wrong");
    // Beyond the fifth, rows are folded away until they are asked for.
    await page.locator("fieldset summary").click();
    for (const [name, text] of Object.entries({ name: "防护等级", value: "IP65" })) await fill(`indicators.6.${name}`, text);
    await page.locator("[name='indicators.6.comparison']").selectOption("=");
    await fill("indicators.1.name", "");
    await send();
    await page.waitForURL(/\/forms\/demand\/done$/);
    await looksRight(page, tour, "demand-done");
    const mail = await awaitMail(origin, email, words.received);
    const link = /http:\/\/localhost:\d+(\/\S*my\/demands\/\S+)/.exec(mail.text ?? "")?.[1] ?? "";
    const id = /dem_\w+/.exec(link)?.[0];
    const isPublic = async () => (await fetch(`${origin}/api/demands/${id}`)).status;

    const staff = await open({ ...tour, locale: "zh-CN", base: "" }, { staff: true });
    await staff.goto("/console/demands");
    await staff.getByRole("link", { name: title }).click();
    await staff.getByText("= IP65").waitFor();
    await looksRight(staff, { ...tour, locale: "zh-CN", base: "" }, `console-demand-${tour.locale}`);
    await staff.getByRole("button", { name: "请企业修改" }).click();
    await staff.locator("dialog[open] textarea").fill("请写明袋型。");
    await staff.locator("dialog[open]").getByRole("button", { name: "请企业修改" }).click();
    await staff.locator(".notice--success").waitFor();
    expect((await awaitMail(origin, email, words.change)).text).toContain("请写明袋型。");

    await page.goto(link);
    await looksRight(page, tour, "my-demand");
    await fill("scenario", "每分钟 60 袋的立式包装线，三边封袋。");
    await page.locator("main details form button[type=submit]").first().click();
    await page.waitForURL(/saved=1/);
    expect(await isPublic()).toBe(404);

    await staff.reload();
    await staff.getByRole("button", { name: "公开", exact: true }).click();
    await staff.locator(".notice--success").waitFor();
    await awaitMail(origin, email, words.listed);
    const shown = (await (await fetch(`${origin}/api/demands/${id}`)).json()) as { indicators: object[]; scenario: object };
    expect(shown).toMatchObject({ state: "open", region: "hanzhong", organisation: "示例食品公司" });
    expect(shown.indicators).toHaveLength(2);
    expect(JSON.stringify(shown)).toContain("三边封袋");
    expect(JSON.stringify(shown)).not.toContain(email);
    const path = `${tour.base}/demands/${id}/`;
    const shows = (wanted: number) =>
      eventually(async () => ((await fetch(origin + path)).status === wanted ? wanted : undefined), 15_000);
    await shows(200);
    await page.goto(path);
    await page.getByRole("heading", { name: title }).waitFor();
    await looksRight(page, tour, "demand");
    expect(await page.content()).not.toContain(email);
    await staff.getByRole("button", { name: "已有对接" }).click();
    await staff.getByText("已记为“对接中”。").waitFor();

    await page.goto(link);
    await page.getByText(words.contact).first().waitFor();
    await looksRight(page, tour, "my-demand-listed");
    await page.locator("details").last().locator("summary").click();
    await page.locator("form[action$=withdraw] button").click();
    await eventually(async () => ((await isPublic()) === 404 ? true : undefined), 2000);
    await shows(404);
    await Promise.all([page.context().close(), staff.context().close()]);
  },
);

it("an organiser enters a need for an enterprise, whose contact gets the link", async () => {
  const [, tour] = tours;
  const origin = inject("origin");
  const email = "entered@example.com";
  const staff = await open(tour, { staff: true });
  await staff.goto("/console/demands");
  await staff.getByRole("link", { name: "代企业录入" }).click();
  await staff.locator("[name=secrecy][value=none]").check();
  for (const [name, text] of Object.entries({
    title: "冷链车厢温度分布监测",
    problem: "车厢前后温差大，后部货物经常超温。",
    "indicators.0.name": "温差",
    budgetFrom: "四十",
    organisation: "示例冷链公司",
    name: "王示例",
    email,
  }))
    await staff.locator(`[name="${name}"]`).fill(text);
  await staff.getByRole("button", { name: /：添加一行$/ }).click();
  await staff.getByRole("button", { name: "提交审核" }).click();
  await staff.locator(".error-summary").getByText("技术指标第 1 行：没有写数值。").waitFor();
  await staff.locator(".error-summary").getByText("“联系人已同意”没有勾选").waitFor();
  expect(await staff.locator("[name=budgetFrom]").inputValue()).toBe("四十");
  await looksRight(staff, tour, "console-demand-entry-wrong");
  await staff.locator("[name='indicators.0.value']").fill("2 ℃");
  await staff.locator("[name='indicators.0.comparison']").selectOption("<=");
  await staff.locator("[name=budgetFrom]").fill("40");
  await staff.locator("[name=chain]").selectOption("livestock");
  await staff.locator("[name=region]").selectOption("xian");
  await staff.locator("[name=ways][value=service]").check();
  await staff.locator("[name=consent]").check();
  await staff.getByRole("button", { name: "提交审核" }).click();
  await staff.getByText("≤ 2 ℃").waitFor();
  await staff.getByText("主办方录入").waitFor();
  expect((await awaitMail(origin, email, /需求已收到/)).text).toMatch(/主办方按您的同意[\s\S]*\/my\/demands\//);

  await staff.goto("/console/demands/new");
  await staff.locator("[name=title]").fill("机密文字");
  await staff.locator("[name=secrecy][value=state-secret]").check();
  expect(await staff.locator("[name=title]").isVisible()).toBe(false);
  await staff.getByRole("button", { name: "提交审核" }).click();
  await staff.getByText(/LX-\d{8}-[2-9A-Z]{4}/).waitFor();
  await staff.locator("[name=secrecy][value=none]").check();
  expect(await staff.locator("[name=title]").inputValue()).toBe("");
  await staff.context().close();
});

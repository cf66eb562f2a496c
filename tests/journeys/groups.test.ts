import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";
import { ownActivity as activity } from "../support/own-activity.ts";

const open = visitors();
const [phone, , , desk] = tours;

const says = {
  "zh-CN": { group: /团体报名/, done: "名额已确认", mail: /报名成功/, mine: "我的同行者", change: "填写或更换", save: "保存" },
  en: {
    group: /Register as a group/,
    done: "Your seat is confirmed",
    mail: /You are registered/,
    mine: "My companions",
    change: "Name or replace",
    save: "Save",
  },
};

it.each([phone, desk])(
  "a form is built, a group fills it in, and its leader names who comes ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const title = `表单与同行 ${tour.locale} ${tour.width}`;
    const staff = await open(tour, { staff: true });
    await staff.goto("/console/activities");
    const tickets = [
      { id: "guest", name: { "zh-CN": "来宾", en: "Guest" } },
      { id: "press", name: { "zh-CN": "媒体", en: "Press" } },
    ];
    const id = await activity(staff, title, { tickets });

    await staff.goto(`/console/activities/${id}/form`);
    const question = (n: number, field: string) => staff.locator(`[name='questions.${n}.${field}']`);
    const add = staff.locator(".row-list__add > button").last();
    await add.click();
    await question(0, "label.zh-CN").fill("是否用餐");
    await question(0, "label.en").fill("Lunch");
    await question(0, "kind").selectOption("one");
    for (const [n, name] of ["要", "不要"].entries()) await question(0, `options.${n}.label.zh-CN`).fill(name);
    await question(0, "required").check();
    await add.click();
    await question(1, "label.zh-CN").fill("单位代码");
    await question(1, "kind").selectOption("organisation");
    // By keyboard: the second question becomes the first, and the first comes back.
    await staff.locator(".builder__questions > [data-row='1'] > .row-list__tools .row-list__handle").press("Alt+ArrowUp");
    await expect.poll(() => question(0, "label.zh-CN").inputValue()).toBe("单位代码");
    expect(await staff.evaluate(() => document.activeElement?.closest("li")?.parentElement?.className)).toContain(
      "builder__questions",
    );
    await staff.locator("[name=group]").fill("3");
    await staff.locator("form button[type=submit]").click();
    await staff.locator(".notice--success").first().waitFor();
    await looksRight(staff, tour, "form-builder");
    expect(await seriousFaults(staff)).toEqual([]);

    const page = await open(tour, { script: false });
    await page.goto(`${tour.base}/forms/register/${id}`);
    await page.getByRole("link", { name: words.group }).click();
    await page.locator("[name=ticket][value=guest]").check();
    await page.locator("[name=size]").selectOption("3");
    await page.locator("[name='companions.0.name']").fill("同行甲");
    await page.locator("[name=name]").fill("领队示例");
    await page.locator("[name=organisation]").fill("示例公司");
    const email = `leader-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
    await page.locator("[name=email]").fill(email);
    await page.getByLabel(/单位代码/).fill("91350100M000100Y44");
    await page.locator("[name=consent]").check();
    await page.locator("main button[type=submit]").click();
    await page.locator("#errors").waitFor();
    expect(await page.locator("[name='companions.0.name']").inputValue()).toBe("同行甲");
    await looksRight(page, tour, "group-wrong");
    await page.getByLabel(/单位代码/).fill("91350100M000100Y43");
    await page.locator("[name^='answers.'][type=radio]").first().check();
    await page.locator("main button[type=submit]").click();
    await page.getByText(words.done).first().waitFor();

    const mail = await awaitMail(inject("origin"), email, words.mail);
    const link = /http:\/\/localhost:\d+(\/\S*\/registrations\/\S+)/.exec(mail.text ?? "")?.[1] ?? "";
    await page.goto(link);
    await page.getByRole("heading", { name: words.mine }).waitFor();
    await looksRight(page, tour, "group-mine");
    const card = page.locator("#group .card").last();
    await card.locator("summary", { hasText: words.change }).click();
    const companion = `companion-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
    await card.locator("[name=name]").fill("同行乙");
    await card.locator("[name=email]").fill(companion);
    await card.getByRole("button", { name: words.save }).click();
    await page.locator("#group").getByText("同行乙").waitFor();
    await awaitMail(inject("origin"), companion, words.mail);

    await staff.goto(`/console/activities/${id}/registrations`);
    await staff.getByText("同行乙").first().waitFor();
    await looksRight(staff, tour, "group-registrations");
    await page.context().close();
    await staff.context().close();
  },
);

it("a list with what cannot come in is entered from GBK, and the report says which rows", async () => {
  const page = await open(phone, { staff: true });
  await page.goto("/console/activities");
  const id = await activity(page, "名单导入旅程");
  await page.goto(`/console/activities/${id}/import`);
  const gbk = Buffer.from(
    "d0d5c3fb2cb5a5cebb2cd3cacfe40ac8cbbcd72cb9abcbbe2c6c697374406578616d706c652e636f6d0ac8cbd2d22cb9abcbbe2c6e6f6e650a",
    "hex",
  );
  await page.locator("input[type=file]").setInputFiles({ name: "名单.csv", mimeType: "text/csv", buffer: gbk });
  await page.getByRole("button", { name: "读取文件" }).click();
  await page.getByText("读到 2 行").waitFor();
  await page.locator("[name=mail]").uncheck();
  await page.getByRole("button", { name: "开始导入 2 行" }).click();
  await page.getByText("确认 1 人，候补 0 人，之前已登记 0 人，未登记 1 行。").waitFor();
  await looksRight(page, phone, "import-report");
  expect(await seriousFaults(page)).toEqual([]);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "大.csv", mimeType: "text/csv", buffer: Buffer.alloc(5_000_001, 65) });
  await page.getByRole("button", { name: "读取文件" }).click();
  await page.getByText("超过 5 MB").waitFor();
  await page.context().close();
});

import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, inject, it } from "vitest";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();

const says = {
  "zh-CN": {
    activities: "活动",
    title: "钛及钛合金专利供需路演",
    wrong: "不是有效的邮箱",
    done: "名额已确认",
    mail: /报名成功/,
    cancel: "取消报名",
    gone: "已经取消",
    bye: /报名已取消/,
  },
  en: {
    activities: "Events",
    title: "Titanium technology roadshow",
    wrong: "this is not an e-mail address",
    done: "Your seat is confirmed",
    mail: /You are registered/,
    cancel: "Cancel my registration",
    gone: "was cancelled",
    bye: /was cancelled/,
  },
};

it.each(tours)("a visitor registers without script, reads the mail, and cancels ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/`);
  await looksRight(page, tour, "home");
  await page.getByRole("link", { name: words.activities, exact: true }).first().click();
  await looksRight(page, tour, "activities");
  await page.getByRole("link", { name: words.title }).first().click();
  await looksRight(page, tour, "activity");
  await page.locator(`main a[href^="${tour.base}/forms/register/"]`).first().click();
  await looksRight(page, tour, "register");

  const email = `visitor-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
  await page.locator("[name=name]").fill("欧阳·克里木江");
  await page.locator("[name=organisation]").fill("示例投资管理合伙企业");
  await page.locator("[name=email]").fill("visitor@@example.com");
  await page.locator("[name=consent]").check();
  await page.locator("main button[type=submit]").click();
  await page.getByText(words.wrong).first().waitFor();
  expect(await page.locator("[name=name]").inputValue()).toBe("欧阳·克里木江");
  await looksRight(page, tour, "register-wrong");

  await page.locator("[name=email]").fill(email);
  await page.locator("main button[type=submit]").click();
  await page.getByText(words.done).first().waitFor();
  await looksRight(page, tour, "register-done");

  const mail = await awaitMail(inject("origin"), email, words.mail);
  const link = /http:\/\/localhost:\d+(\/\S*\/registrations\/\S+)/.exec(mail.text ?? "")?.[1] ?? "";
  expect(mail.html).toContain(link);
  const ics = mail.attachments.find((a) => a.mimeType === "text/calendar" || a.filename === "invite.ics");
  expect(ics).toBeDefined();
  const picture = mail.attachments.find((a) => a.mimeType === "image/png");
  const png = PNG.sync.read(Buffer.from(picture?.content as ArrayBuffer));
  expect(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toMatch(/^LX2(\.[0-9A-Z]+){4}$/);

  await page.goto(link);
  await looksRight(page, tour, "my-registration");
  await page.locator("details").last().locator("summary").click();
  await page.getByRole("button", { name: words.cancel }).click();
  await page.getByText(words.gone).first().waitFor();
  expect((await awaitMail(inject("origin"), email, words.bye)).subject).toMatch(words.bye);
  await page.context().close();
});

it("past capacity people wait in line, and a freed seat is offered to the first", async () => {
  const [tour] = tours;
  const page = await open(tour, { script: false });
  const origin = inject("origin");
  const register = async (name: string) => {
    await page.goto("/forms/register/act_00000000000000000000000004");
    for (const [field, value] of [
      ["name", name],
      ["organisation", "示例"],
      ["email", `${name}@example.com`],
    ] as const)
      await page.locator(`[name=${field}]`).fill(value);
    await page.locator("[name=consent]").check();
    await page.locator("main button[type=submit]").click();
    await page.waitForURL(/\/done/);
    return new URL(page.url()).searchParams.get("status");
  };
  expect([await register("first"), await register("second"), await register("third")]).toEqual([
    "confirmed",
    "confirmed",
    "waitlisted",
  ]);
  const linkIn = async (name: string, subject: RegExp) =>
    /http:\/\/localhost:\d+(\/\S*\/registrations\/\S+)/.exec(
      (await awaitMail(origin, `${name}@example.com`, subject)).text ?? "",
    )?.[1] ?? "";
  await page.goto(await linkIn("first", /报名成功/));
  await page.locator("details").last().locator("summary").click();
  await page.getByRole("button", { name: "取消报名" }).click();
  await page.goto(await linkIn("third", /有名额了/));
  await looksRight(page, tour, "my-offer");
  await page.getByRole("button", { name: "确认参加" }).click();
  await page.getByText("名额已确认").first().waitFor();
  await awaitMail(origin, "third@example.com", /报名成功/);
  await page.context().close();
});

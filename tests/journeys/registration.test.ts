import { readFile } from "node:fs/promises";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, inject, it } from "vitest";
import { readWorkbook } from "../../packages/core/src/platform/sheet/workbook.ts";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";
import { ownActivity } from "../support/own-activity.ts";

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

const choices = {
  "zh-CN": {
    guest: /来宾 · (可以报名|名额不多)/,
    expert: "专家 · 额满",
    none: "名额已满，本活动不设候补",
    names: { guest: "来宾", student: "学生", expert: "专家", press: "媒体" },
    done: "名额已确认",
    code: "邀请码",
  },
  en: {
    guest: /Guest · (open|few left)/,
    expert: "Expert · full",
    none: "All seats are taken, and no waiting list",
    names: { guest: "Guest", student: "Student", expert: "Expert", press: "Press" },
    done: "Your seat is confirmed",
    code: "Invitation code",
  },
};

it.each([tours[0], tours[3]])(
  "a visitor chooses among ticket types: two share seats, one is sold out, one takes a code ($locale, $width px)",
  async (tour: Tour) => {
    const words = choices[tour.locale];
    const staff = await open(tour, { staff: true });
    await staff.goto("/console/activities");
    const id = await ownActivity(staff, `票种选择 ${tour.locale} ${tour.width}`, {
      ...{ capacity: 9, waitingList: false, timeZone: "Asia/Tokyo" },
      quotas: [
        { id: "hall", name: { "zh-CN": "大厅", en: "Hall" }, size: 2 },
        { id: "stage", name: { "zh-CN": "台上", en: "Stage" }, size: 1 },
      ],
      tickets: [
        { id: "guest", name: { "zh-CN": "来宾", en: "Guest" }, quotas: ["hall"] },
        { id: "student", name: { "zh-CN": "学生", en: "Student" }, quotas: ["hall"] },
        { id: "expert", name: { "zh-CN": "专家", en: "Expert" }, quotas: ["stage"] },
        { id: "press", name: { "zh-CN": "媒体", en: "Press" }, hidden: true },
      ],
    });
    const code = `PRESS-${tour.width}`;
    await staff.goto(`/console/activities/${id}`);
    const codes = staff.locator("section[aria-labelledby=codes]");
    await codes.locator("[name=code]").fill(code);
    await codes.locator("[name=ticket]").selectOption("press");
    // On the clock of the place, not on that of the programme or of the browser.
    const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await codes.locator("[name=until]").fill(`${until}T23:45`);
    await codes.locator("button[type=submit]").click();
    await codes.getByText(/23:45 \(UTC\+9\)/).waitFor();
    const made = (await (await staff.request.get(`/api/console/activities/${id}/codes`)).json()).items[0];
    expect(made.until).toBe(`${until}T14:45:00.000Z`);
    await looksRight(staff, tour, "tickets-codes");
    const one = `chooser-${tour.width}`;
    await staff.request.post(`/api/activities/${id}/registrations`, {
      data: { name: "专家示例", organisation: "示例大学", email: `${one}-expert@example.com`, ticket: "expert", consent: true },
    });

    const page = await open(tour, { script: false });
    const fill = async (who: string) => {
      for (const [field, value] of [
        ["name", "选票示例"],
        ["organisation", "示例公司"],
        ["email", `${one}-${who}@example.com`],
      ] as const)
        await page.locator(`[name=${field}]`).fill(value);
      await page.locator("[name=consent]").check();
    };
    const send = () => page.locator("main button[type=submit]").click();
    const address = `${tour.base}/forms/register/${id}`;
    await page.goto(address);
    await page.getByText(words.guest).waitFor();
    await page.getByText(words.expert).waitFor();
    expect(await page.locator("[name=ticket]").count()).toBe(3);
    await fill("guest");
    await page.locator("[name=ticket][value=expert]").check();
    await send();
    await page.locator("#errors").waitFor();
    expect(await page.locator("[name=name]").inputValue()).toBe("选票示例");
    expect(await page.locator("[name=ticket][value=expert]").isChecked()).toBe(true);
    await looksRight(page, tour, "tickets-sold-out");
    await page.locator("[name=ticket][value=guest]").check();
    await send();
    await page.getByText(words.done).first().waitFor();

    await page.goto(address);
    await fill("student");
    await page.locator("[name=ticket][value=student]").check();
    await send();
    await page.getByText(words.done).first().waitFor();

    // The seats that both share are gone, so nothing is left to choose but by code.
    await page.goto(address);
    await page.getByText(words.none).waitFor();
    await page.goto(`${address}?code=${code}`);
    expect(await page.locator("[name=ticket]").count()).toBe(0);
    expect(await page.getByLabel(words.code).inputValue()).toBe(code);
    await looksRight(page, tour, "tickets-by-code");
    await fill("press");
    await send();
    await page.getByText(words.done).first().waitFor();

    await staff.goto(`/console/activities/${id}/registrations`);
    await staff.locator("[data-row]").first().waitFor();
    const book = staff.waitForEvent("download");
    await staff.getByRole("button", { name: /XLSX/ }).click();
    const path = await (await book).path();
    const cells = readWorkbook(await readFile(path)).flatMap((row) => row.cells);
    expect(cells).toEqual(expect.arrayContaining([...Object.values(words.names), `${one}-press@example.com`, code]));
    await page.context().close();
    await staff.context().close();
  },
);

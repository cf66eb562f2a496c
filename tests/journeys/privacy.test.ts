import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { eventually } from "../support/host.ts";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";
import { forms } from "../support/records.ts";

const open = visitors();
const says = {
  "zh-CN": {
    subject: /查看或删除/,
    erase: "删除我的全部信息",
    unconfirmed: /请先勾选/,
    erased: "您的信息已删除",
    used: /链接无效/,
    created: "新建",
    personal: "个人信息",
  },
  en: {
    subject: /See or erase/,
    erase: "Erase everything on me",
    unconfirmed: /Tick the box/,
    erased: "Your data were erased",
    used: /This link is not valid/,
    created: "created",
    personal: "personal",
  },
} as const;

const emailOf = ({ width, locale }: Tour, what: string) => `${what}-${width}-${locale.toLowerCase()}@example.com`;

/** Somebody offers a project. @returns its id */
async function offers(email: string): Promise<string> {
  const answer = await fetch(`${inject("origin")}/api/projects`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...forms.project, email }),
  });
  return ((await answer.json()) as { id: string }).id;
}

it.each(tours)(
  "somebody asks what is held on them, takes it along and has it erased, without script ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const email = emailOf(tour, "mine");
    const id = await offers(email);
    const page = await open(tour, { script: false });
    await page.goto(`${tour.base}/forms/my-data`);
    await page.locator("[name=email]").fill(email);
    await page.locator("main form button[type=submit]").click();
    await page.locator("[name=email]").waitFor({ state: "detached" });

    const mail = await awaitMail(inject("origin"), email, words.subject);
    const link = /\/(?:en\/)?my\/data\/[\w.-]+/.exec(mail.text ?? "")?.[0] ?? "";
    // A scanner opens it first, and changes nothing.
    await fetch(`${inject("origin")}${link}`);
    await page.goto(link);
    await looksRight(page, tour, "my-data-link");
    await page.locator("main form button").click();
    await page.waitForURL(/\/my\/data\/open$/);
    expect(await page.locator("main").textContent()).toContain(email);
    await looksRight(page, tour, "my-data");

    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").last().click()]);
    expect(file.suggestedFilename()).toBe("my-data.json");

    const erase = page.getByRole("button", { name: words.erase });
    await erase.click();
    expect(await page.locator("[role=alert]").textContent()).toMatch(words.unconfirmed);
    await page.locator("[name=sure]").check();
    await erase.click();
    expect(await page.locator("h1").textContent()).toBe(words.erased);
    await looksRight(page, tour, "my-data-erased");

    // The link was used, and what it opened is closed.
    await page.goto(link);
    await page.locator("main form button").click();
    expect(await page.locator("main").textContent()).toMatch(words.used);
    expect((await page.goto(`${tour.base}/my/data/open`))?.status()).toBe(404);
    expect(id).toMatch(/^prj_/);
    await page.context().close();
  },
);

it.each(tours)("an auditor follows a record through the trail ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const email = emailOf(tour, "trail");
  const id = await offers(email);
  const page = await open(tour, { staff: true });
  await page.goto("/console/audit");
  await page.locator(".trail__entry").first().waitFor();
  await looksRight(page, tour, "console-audit");
  // The trail is written a moment after the change.
  await eventually(async () => {
    await page.goto(`/console/audit?record=${id}`);
    const entry = page.locator(".trail__entry, .empty").first();
    await entry.waitFor();
    return (await page.locator(".trail__entry").count()) > 0;
  }, 20_000);
  const entry = page.locator(".trail__entry").last();
  expect(await entry.textContent()).toContain(words.created);
  await entry.locator("summary").click();
  const contact = entry.locator("tr", { hasText: "contact" }).first();
  expect(await contact.textContent()).toContain(email);
  expect(await contact.textContent()).toContain(words.personal);
  await looksRight(page, tour, "console-audit-record");
  if (tour.width === 390) expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});

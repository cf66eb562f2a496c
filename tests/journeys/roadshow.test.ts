import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { awaitMail, listMails } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";

const open = visitors();
const [phone, , , desk] = tours;

const says = {
  "zh-CN": {
    save: "保存",
    savedCall: /已保存。活动页会显示/,
    received: /路演报名已收到/,
    signIn: /登录链接/,
    ask: "发送登录链接",
    enter: "登录",
    distribute: "平均分配",
    distributed: /分配了 4 份/,
    handIn: "提交评分",
    handedIn: "已提交。",
    conflict: "声明回避",
    declared: "您已声明回避。",
    accept: "入选",
    decline: "不入选",
    done: "已保存。",
    publish: "公布结果",
    published: /结果已公布/,
    accepted: /入选路演/,
    result: /路演评审结果/,
    saveOrder: "保存顺序",
    addAll: "加入全部入选项目",
    orderSaved: /还没有公布/,
    publishOrder: "公布顺序",
    orderPublished: /已公布，活动页/,
    time: /上台时间/,
  },
  en: {
    save: "Save",
    savedCall: /The activity's page shows/,
    received: /In the roadshow/,
    signIn: /sign-in link/,
    ask: "Send the link",
    enter: "Sign in",
    distribute: "Distribute evenly",
    distributed: /4 assigned/,
    handIn: "Hand in",
    handedIn: "Handed in.",
    conflict: "Declare a conflict",
    declared: "You have declared a conflict.",
    accept: "Accept",
    decline: "Decline",
    done: "Saved.",
    publish: "Publish the result",
    published: /The result is published/,
    accepted: /Accepted for the roadshow/,
    result: /The roadshow's result/,
    saveOrder: "Save the order",
    addAll: "Add all accepted projects",
    orderSaved: /not published yet/,
    publishOrder: "Publish the order",
    orderPublished: /Published: the page follows/,
    time: /Your time on stage/,
  },
};

async function staffApi(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${inject("origin")}${path}`, {
    method,
    headers: { "content-type": "application/json", cookie: inject("session"), "user-agent": inject("agent") },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const named = (tour: Tour, what: string) => `${what}-${tour.locale.toLowerCase()}-${tour.width}@stage.example`;
const texts = {
  problem: "烧结件孔隙不均，良率不到六成。",
  advantage: "与常规烧结相比，孔隙率偏差减半。",
  economics: "每件成本降低 40 元，一年收回投入。",
};

async function roadshow(tour: Tour): Promise<string> {
  const { id } = await staffApi("POST", "/api/console/activities", {
    ...{ kind: "roadshow", capacity: 30, chains: ["titanium"], timeZone: "Asia/Shanghai" },
    title: { "zh-CN": `多孔钛路演 ${tour.width}`, en: `Porous titanium roadshow ${tour.width}` },
    summary: { "zh-CN": "征集项目上台。", en: "Projects come on stage." },
    description: { "zh-CN": "评委打分，择优上台。", en: "Scored by a jury." },
    venue: { "zh-CN": "宝鸡", en: "Baoji" },
    ...{ startsAt: inDays(20), endsAt: inDays(20.2), registrationClosesAt: inDays(19) },
  });
  await staffApi("POST", `/api/console/activities/${id}/publish`, { version: 1 });
  return String(id);
}

/** Somebody of the jury for this roadshow, signed in by the mail, who has said where they belong. */
async function juror(tour: Tour, name: string, activityId: string): Promise<Page> {
  const words = says[tour.locale];
  const email = named(tour, name);
  const grants = [{ role: "jury", activities: [activityId], chains: [] }];
  const { id } = await staffApi("POST", "/api/console/members", { name, email, grants, locale: tour.locale });
  await staffApi("POST", `/api/console/members/${id}/without-passkey`, { version: 1, note: "评审当天借用的设备。" });
  const page = await open(tour);
  await page.goto("/console/sign-in");
  await page.locator("[name=email]").fill(email);
  await button(page, words.ask).click();
  const mail = await awaitMail(inject("origin"), email, words.signIn);
  await page.goto(/http\S+sign-in#\S+/.exec(mail.text ?? "")?.[0].replace("localhost", "127.0.0.1") ?? "");
  await button(page, words.enter).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  await page.goto("/console/jury");
  await page.locator("[name=organisation]").fill("第三方评估院");
  await page.locator("[name=confidential]").check();
  await looksRight(page, tour, "jury-declare");
  await button(page, words.save).click();
  await page.locator("[name=organisation]").waitFor({ state: "detached" });
  return page;
}

/** Marks for one of the juror's projects, handed in. */
async function score(page: Page, tour: Tour, title: string, marks: number): Promise<void> {
  const words = says[tour.locale];
  await page.goto("/console/jury");
  await page.getByRole("link", { name: title }).click();
  await page.locator("[name='scores.novelty']").waitFor();
  expect(await page.locator("main").textContent()).not.toContain("秦南示例");
  // A picture of the whole page moves what a finger is about to press: it comes before the marks.
  await looksRight(page, tour, "jury-score");
  for (const id of ["use", "novelty", "lead"]) await page.locator(`[name='scores.${id}']`).fill(String(marks));
  await button(page, words.handIn).click();
  await page.getByText(words.handedIn, { exact: true }).waitFor();
  // What was handed in is what lies there: nothing to merge, nothing unsaved.
  expect(await page.locator(".clash").count()).toBe(0);
  await looksRight(page, tour, "jury-handed-in");
}

it.each([phone, desk])(
  "a call, two jurors who score blind, one conflict, and a result that is told ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const origin = inject("origin");
    const activityId = await roadshow(tour);
    const organiser = await open(tour, { staff: true });
    const at = `/console/roadshows/${activityId}`;
    await organiser.goto("/console/roadshows");
    await organiser.locator(`a[href="${at}"]`).waitFor();
    await looksRight(organiser, tour, "roadshows");
    await organiser.goto(`${at}/call`);
    await organiser.locator("[name=jurorsEach]").fill("2");
    await looksRight(organiser, tour, "roadshow-call");
    await button(organiser, words.save).click();
    await organiser.getByText(words.savedCall).waitFor();

    const supplier = await open(tour, { script: false });
    const form = `${tour.base}/forms/roadshow/${activityId}`;
    await eventually(async () =>
      (await (await fetch(`${origin}${tour.base}/activities/${activityId}/`)).text()).includes(form) ? true : undefined,
    );
    await supplier.goto(`${tour.base}/activities/${activityId}/`);
    await looksRight(supplier, tour, "roadshow-activity");
    await supplier.locator(`main a[href="${form}"]`).click();
    await looksRight(supplier, tour, "roadshow-form");
    const first = `多孔钛骨架 ${tour.locale} ${tour.width}`;
    await supplier.locator("[name=secrecy][value=none]").check();
    const typed = {
      title: first,
      ...texts,
      name: "韩示例",
      organisation: "秦南示例材料公司",
      email: named(tour, "one"),
      presenter: "韩上台",
    };
    for (const [name, text] of Object.entries(typed)) await supplier.locator(`main [name=${name}]`).fill(text);
    await supplier.locator("[name=chain]").selectOption("titanium");
    await supplier.locator("[name=trl]").selectOption("6");
    await supplier.locator("[name=ways][value=licence]").check();
    await supplier.locator("[name=consent]").check();
    await supplier.locator("main form button[type=submit]").click();
    // The second consent was left out: what was typed stays.
    await supplier.locator("#errors").waitFor();
    expect(await supplier.locator("[name=presenter]").inputValue()).toBe("韩上台");
    await supplier.locator("[name=juryConsent]").check();
    await supplier.locator("main form button[type=submit]").click();
    await supplier.waitForURL(/\/done$/);
    await looksRight(supplier, tour, "roadshow-done");
    const received = await awaitMail(origin, named(tour, "one"), words.received);
    const own = /http:\/\/\S+?(\/\S*my\/roadshow\/\S+)/.exec(received.text ?? "")?.[1] ?? "";
    await supplier.goto(own);
    await looksRight(supplier, tour, "my-roadshow");

    const second = `钛纤维毡 ${tour.locale} ${tour.width}`;
    const other = await fetch(`${origin}/api/roadshows/${activityId}/projects`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...{ ...typed, title: second, email: named(tour, "two"), secrecy: "none", chain: "titanium", trl: 5, ways: ["service"] },
        ...{ consent: true, juryConsent: true, locale: tour.locale },
      }),
    });
    expect(other.status).toBe(201);

    const [one, two] = [await juror(tour, "juror-one", activityId), await juror(tour, "juror-two", activityId)];
    await organiser.goto(`${at}/jury`);
    await button(organiser, words.distribute).click();
    await organiser.getByText(words.distributed).waitFor();
    await looksRight(organiser, tour, "roadshow-jury");
    await score(one, tour, first, 9);
    await score(one, tour, second, 4);
    await score(two, tour, first, 8);
    await two.goto("/console/jury");
    await two.getByRole("link", { name: second }).click();
    await button(two, words.conflict).click();
    await two.locator("dialog[open] .button--danger").click();
    await two.getByText(words.declared).waitFor();
    expect(await two.getByRole("link", { name: second }).count()).toBe(0);
    await looksRight(two, tour, "jury");

    for (const [title, step] of [
      [first, words.accept],
      [second, words.decline],
    ] as const) {
      await organiser.goto(at);
      await organiser.getByRole("link", { name: title }).first().click();
      await button(organiser, step).click();
      await organiser.getByText(words.done, { exact: true }).waitFor();
    }
    await looksRight(organiser, tour, "roadshow-entry");
    expect(
      (await listMails(origin)).some(
        ({ to, subject }) => to.endsWith(`-${tour.width}@stage.example`) && words.accepted.test(subject),
      ),
    ).toBe(false);
    const call = await staffApi("GET", `/api/console/roadshows/${activityId}`);
    await staffApi("PUT", `/api/console/roadshows/${activityId}`, { ...call, closesAt: inDays(-0.01) });
    await organiser.goto(at);
    await organiser.locator("[data-row]").first().waitFor();
    await looksRight(organiser, tour, "roadshow-entries");
    await button(organiser, words.publish).click();
    await organiser.locator("dialog[open] .button:not(.button--quiet)").click();
    await organiser.getByText(words.published).first().waitFor();
    const told = await awaitMail(origin, named(tour, "one"), words.accepted);
    expect(told.text).toContain(first);
    await awaitMail(origin, named(tour, "two"), words.result);
    await supplier.goto(own);
    await looksRight(supplier, tour, "my-roadshow-result");

    await organiser.goto(`${at}/order`);
    await button(organiser, words.addAll).click();
    await button(organiser, words.saveOrder).click();
    await organiser.getByText(words.orderSaved).waitFor();
    await looksRight(organiser, tour, "roadshow-order");
    await organiser.locator("section .button", { hasText: words.publishOrder }).click();
    await organiser.getByText(words.orderPublished).waitFor();
    await awaitMail(origin, named(tour, "one"), words.time);
    // The accepted project is a session of the agenda, and its title leads to its listing.
    await eventually(async () =>
      /programme__title"[^>]*><a href="[^"]*\/projects\/prj_/.test(
        await (await fetch(`${origin}${tour.base}/activities/${activityId}/`)).text(),
      )
        ? true
        : undefined,
    );
    await supplier.goto(`${tour.base}/activities/${activityId}/`);
    await looksRight(supplier, tour, "roadshow-stage");
    const results = (await listMails(origin)).filter(
      ({ to, subject }) =>
        to.includes(`-${tour.width}@stage.example`) && (words.accepted.test(subject) || words.result.test(subject)),
    );
    expect(results).toHaveLength(2);
    for (const page of [organiser, supplier, one, two]) await page.context().close();
  },
);

import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";
import { codeOf, forms } from "../support/records.ts";

const open = visitors();

const says = {
  "zh-CN": {
    ask: "发送登录链接",
    asked: /登录链接，10 分钟内有效/,
    subject: /登录链接/,
    enter: "登录",
    mine: "我的账号",
    spent: /登录链接无效/,
    elsewhere: /另一个浏览器里申请/,
    empty: "这里还没有内容",
    sent: /项目已收到|提交成功|等待审核|请查收/,
    waiting: "待审核",
    join: "提交申请",
    pending: "待核实",
    member: "成员",
    approve: "通过",
    approved: /已通过/,
    asks: /申请加入/,
    owns: /负责人/,
    withdraw: "撤回同意",
    confirm: "确认撤回",
    withdrawn: /已撤回/,
    out: "退出登录",
  },
  en: {
    ask: "Send the sign-in link",
    asked: /works once, within 10 minutes/,
    subject: /sign-in link/,
    enter: "Sign in",
    mine: "My account",
    spent: /not valid/,
    elsewhere: /another browser/,
    empty: "There is nothing here yet",
    sent: /./,
    waiting: "waiting for review",
    join: "Send the request",
    pending: "being checked",
    member: "member",
    approve: "Approve",
    approved: /Approved/,
    asks: /asks to join/,
    owns: /You own/,
    withdraw: "Withdraw",
    confirm: "Withdraw this consent",
    withdrawn: /Withdrawn/,
    out: "Sign out",
  },
};

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const addressOf = (who: string, tour: Tour) => `account-${who}-${tour.locale.toLowerCase()}-${tour.width}@lingxi.example`;

/** Asks for a link on the page. @returns the link of the mail */
async function ask(page: Page, tour: Tour, email: string): Promise<string> {
  const words = says[tour.locale];
  await page.goto(`${tour.base}/account`);
  await page.locator("[name=email]").fill(email);
  // Nobody fills a form in within a second, and the product holds forms to that.
  await new Promise((done) => setTimeout(done, 1100));
  await press(page, words.ask);
  await page.getByText(words.asked).first().waitFor();
  const mail = await awaitMail(inject("origin"), email, words.subject);
  const link = /http\S+\/account\/enter\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
  // By the address at which the browser asked: a cookie belongs to a host.
  return `${inject("origin")}${new URL(link).pathname}`;
}

async function enter(page: Page, tour: Tour, email: string): Promise<void> {
  await page.goto(await ask(page, tour, email));
  await press(page, says[tour.locale].enter);
  await page.getByRole("heading", { level: 1, name: says[tour.locale].mine }).waitFor();
}

async function api(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${inject("origin")}${path}`, {
    method,
    headers: { "content-type": "application/json", cookie: inject("session"), "user-agent": inject("agent") },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

it.each(tours)(
  "a participant signs in by mail and deals with what is theirs, without script ($locale, $width px)",
  async (tour) => {
    const words = says[tour.locale];
    const [boss, colleague] = [addressOf("boss", tour), addressOf("colleague", tour)];
    const code = codeOf(500_000 + tours.indexOf(tour));
    const page = await open(tour, { script: false });
    await page.goto(`${tour.base}/account`);
    await looksRight(page, tour, "account-ask");

    // A scanner reads the link first, and another browser tries it: neither uses it up.
    const link = await ask(page, tour, boss);
    expect((await fetch(link)).status).toBe(200);
    const elsewhere = await open(tour, { script: false });
    await elsewhere.goto(link);
    await press(elsewhere, words.enter);
    await elsewhere.getByText(words.elsewhere).waitFor();
    await looksRight(elsewhere, tour, "account-elsewhere");
    await page.goto(link);
    await looksRight(page, tour, "account-enter");
    await press(page, words.enter);
    await page.getByText(words.empty).waitFor();
    await looksRight(page, tour, "account-empty");
    await elsewhere.goto(link);
    await press(elsewhere, words.enter);
    await elsewhere.getByText(words.spent).waitFor();

    // What somebody submits with the address is there by itself.
    const project = { ...forms.project, title: `账号里的项目 ${tour.width}`, email: boss, creditCode: code };
    await api("POST", "/api/projects", project);
    await page.goto(`${tour.base}/account`);
    await page.getByText(project.title).first().waitFor();
    await page.getByText(words.waiting).first().waitFor();
    await looksRight(page, tour, "account");

    // The first one of an organisation is checked by an organiser.
    const join = async (by: Page, name: string) => {
      await by.goto(`${tour.base}/account/organisations`);
      await by.locator("[name=code]").fill(code);
      await by.locator("[name=organisation]").fill(forms.membership.organisation);
      await by.locator("select[name=kind]").selectOption("enterprise");
      await by.locator("[name=name]").fill(name);
      await by.locator("[name=position]").fill(forms.membership.position);
      await by.locator("[name=proof]").fill(forms.membership.proof);
      await press(by, words.join);
      await by.getByText(words.pending).first().waitFor();
    };
    await page.goto(`${tour.base}/account/organisations`);
    await looksRight(page, tour, "organisations-empty");
    await join(page, "周负责");
    await looksRight(page, tour, "organisations-waiting");
    const claims = (await api("GET", "/api/console/organisations/claims")).items as {
      code: string;
      accountId: string;
      version: number;
    }[];
    const claim = claims.find((one) => one.code === code);
    const staff = await open(tour, { staff: true });
    await staff.goto("/console/organisations");
    await staff.getByText(code).first().waitFor();
    await looksRight(staff, tour, "console-organisations");
    await api("POST", `/api/console/organisations/${code}/claims/${claim?.accountId}/confirm`, {
      ...{ version: claim?.version, name: forms.membership.organisation, how: "致电总机核实" },
    });
    await awaitMail(inject("origin"), boss, words.owns);

    // Later ones are approved by the owner, and see what the organisation has.
    const second = await open(tour, { script: false });
    await enter(second, tour, colleague);
    await join(second, "吴同事");
    await awaitMail(inject("origin"), boss, words.asks);
    await page.goto(`${tour.base}/account/organisations/${code}`);
    await looksRight(page, tour, "organisation-owner");
    await press(page, words.approve);
    await page.getByText(words.approved).waitFor();
    await second.goto(`${tour.base}/account/organisations/${code}`);
    await second.getByText(project.title).waitFor();
    await looksRight(second, tour, "organisation-member");

    // A consent is withdrawn in one step, which takes the project along.
    await page.goto(`${tour.base}/account`);
    await page.locator("#consents summary").filter({ hasText: words.withdraw }).first().click();
    await press(page, words.confirm);
    await page.getByText(words.withdrawn).first().waitFor();
    await press(page, words.out);
    await page.goto(`${tour.base}/account`);
    await page.getByRole("button", { name: words.ask }).waitFor();
  },
);

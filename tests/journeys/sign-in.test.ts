import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";
import { makeFirstPasskey, passkeyDevices } from "../support/passkeys.ts";

const open = visitors();
// Passkeys belong to a name: an address by numbers has none.
const named = () => inject("origin").replace("127.0.0.1", "localhost");

const says = {
  "zh-CN": {
    ask: "发送登录链接",
    asked: /邮件已经发出/,
    subject: /登录链接/,
    enter: "登录",
    first: /请先添加一个通行密钥/,
    add: "添加通行密钥",
    added: /已添加/,
    one: /您只有一个通行密钥/,
    out: "退出登录",
    withPasskey: "用通行密钥登录",
    remove: (name: string) => `移除“${name}”`,
    sure: "移除",
    removed: "已移除。",
    last: /这是您唯一能用的通行密钥/,
    invite: "邀请成员",
    send: "发送邀请",
    editor: /编辑：/,
    administrator: /管理员：/,
    save: "存为草稿",
    forbidden: /没有进行此操作的权限/,
  },
  en: {
    ask: "Send the link",
    asked: /a mail is on its way/,
    subject: /sign-in link/,
    enter: "Sign in",
    first: /Add a passkey first/,
    add: "Add a passkey",
    added: /^Added\. /,
    one: /only one passkey/,
    out: "Sign out",
    withPasskey: "Sign in with a passkey",
    remove: (name: string) => `Remove “${name}”`,
    sure: "Remove",
    removed: "Removed.",
    last: /only working passkey/,
    invite: "Invite a member",
    send: "Send the invitation",
    editor: /^Editor/,
    administrator: /^Administrator/,
    save: "Save as draft",
    forbidden: /not allowed/,
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

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const addressOf = (what: string, tour: Tour) => `${what}-${tour.locale.toLowerCase()}-${tour.width}@lingxi.example`;

/** Asks for a link at the console, and opens it from the mail in the same browser. */
async function enterByMail(page: Page, tour: Tour, email: string): Promise<void> {
  const words = says[tour.locale];
  await page.goto(`${named()}/console/sign-in`);
  await page.locator("[name=email]").fill(email);
  await looksRight(page, tour, "sign-in");
  await press(page, words.ask);
  await page.getByText(words.asked).waitFor();
  const mail = await awaitMail(inject("origin"), email, words.subject);
  const link = /http\S+sign-in#\S+/.exec(mail.text ?? "")?.[0] ?? "";
  await page.goto("about:blank");
  await page.goto(link);
  await looksRight(page, tour, "sign-in-link");
  await press(page, words.enter);
}

it.each(tours)("a member signs in by mail, makes passkeys, loses one and still gets in ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const email = addressOf("journey", tour);
  await staffApi("POST", "/api/console/members", {
    name: "林示例",
    email,
    grants: [{ role: "editor" }],
    locale: tour.locale,
  });
  const page = await open(tour);
  const devices = await passkeyDevices(page);
  const computer = await devices.plugIn();
  await enterByMail(page, tour, email);
  await page.getByText(words.first).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  // Nothing else of the console is there before it is made, whatever address is opened.
  await page.goto(`${named()}/console/cases`);
  await page.getByText(words.first).waitFor();
  expect(await page.locator(".console__body--sided").count()).toBe(0);
  await page.goBack();
  await looksRight(page, tour, "me-first");

  await page.locator("[name=name]").fill("电脑");
  await press(page, words.add);
  await page.getByText(words.added).waitFor();
  await page.getByText(words.one).waitFor();
  await page.locator(".console__body--sided").waitFor();
  await press(page, words.remove("电脑"));
  await page.getByRole("dialog").getByRole("button", { name: words.sure, exact: true }).click();
  await page.getByText(words.last).waitFor();

  await press(page, words.out);
  await press(page, words.withPasskey);
  await page.waitForURL(/\/console$/);

  await devices.lose(computer);
  await devices.plugIn();
  await page.goto(`${named()}/console/me`);
  await page.locator("[name=name]").fill("手机");
  await press(page, words.add);
  await page.getByText(words.added).waitFor();
  await looksRight(page, tour, "me");
  await press(page, words.remove("电脑"));
  await page.getByRole("dialog").getByRole("button", { name: words.sure, exact: true }).click();
  await page.getByText(words.removed).waitFor();

  await press(page, words.out);
  await press(page, words.withPasskey);
  await page.waitForURL(/\/console$/);
  await page.context().close();
});

it.each(tours)("an administrator invites a member and changes their roles ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const page = await open(tour, { staff: true });
  await page.goto("/console/members");
  await page.getByRole("table").waitFor();
  await looksRight(page, tour, "members");
  await press(page, words.invite);
  await press(page, words.send);
  await page.locator(".error-summary a").first().waitFor();
  await looksRight(page, tour, "member-wrong");
  await page.locator("[name=name]").fill("周示例");
  await page.locator("[name=email]").fill(addressOf("invited", tour));
  await page.getByLabel(words.editor).check();
  await press(page, words.send);
  await page.waitForURL(/\/console\/members\/stf_/);
  await page.getByText("周示例").first().waitFor();
  await looksRight(page, tour, "member");
  expect((await awaitMail(inject("origin"), addressOf("invited", tour))).text).toContain("/console/sign-in");
  await page.context().close();
});

it("a role that is taken away in the middle of an edit binds at once, and what was typed stays with the reason", async () => {
  const [, tour] = tours;
  const words = says[tour.locale];
  const email = "middle@lingxi.example";
  const grants = [{ role: "organiser" }];
  const { id } = await staffApi("POST", "/api/console/members", { name: "吴示例", email, grants });
  const page = await open(tour);
  await enterByMail(page, tour, email);
  await makeFirstPasskey(page, tour.locale);
  await page.goto(`${named()}/console/activities/new`);
  await page.locator("[id='f-title-zh-CN']").fill("写到一半");
  const { version } = await staffApi("GET", `/api/console/members/${id}`);
  await staffApi("PUT", `/api/console/members/${id}`, { name: "吴示例", email, version, grants: [{ role: "editor" }] });
  await press(page, words.save);
  await page.getByText(words.forbidden).first().waitFor();
  expect(await page.locator("[id='f-title-zh-CN']").inputValue()).toBe("写到一半");
  await page.context().close();
});

it("a session that turns up in another kind of browser is ended, and its owner told why", async () => {
  const [, tour] = tours;
  const email = "moved@lingxi.example";
  await staffApi("POST", "/api/console/members", { name: "郑示例", email, grants: [{ role: "editor" }] });
  const page = await open(tour);
  await passkeyDevices(page);
  await enterByMail(page, tour, email);
  await page.getByText(says[tour.locale].first).waitFor();
  const cookies = await page.context().cookies();
  const stolen = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const agent = "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/150.0";
  const theft = await fetch(`${inject("origin")}/api/session`, { headers: { cookie: stolen, "user-agent": agent } });
  expect(theft.status).toBe(401);
  await page.reload();
  await page.getByText(/换了浏览器或系统在使用/).waitFor();
  expect((await awaitMail(inject("origin"), email, /可疑的登录/)).text).toContain("立即结束");
  await page.context().close();
});

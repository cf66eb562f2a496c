import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { awaitMail, listMails, readMail } from "../support/inbox.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";
import { makeFirstPasskey } from "../support/passkeys.ts";

const open = visitors();
const roster = fileURLToPath(new URL("../../packages/core/fixtures/roster-gbk.csv", import.meta.url));
const people = ["wang.xh", "limei", "zhangwei", "ouyang", "chenjing", "zhaomin", "hongyuan"];

const says = {
  "zh-CN": {
    file: "CSV 文件",
    import: "导入",
    twin: "与第 4 行重复",
    missing: "“邮箱”没有填写",
    chinese: "中文",
    save: "保存",
    english: "英文（选填）",
    wrong: "不是可用的字段",
    see: "刷新预览",
    test: "发送测试",
    arrived: "测试邮件：已送达",
    send: /^发送给 \d+ 人$/,
    sound: "检查通过",
    approve: "批准发送",
    waiting: "等待批准",
    yours: "您自己不能批准",
    ask: "发送登录链接",
    enter: "登录",
    all: "7 / 7 已有结果",
    keep: "公开这一期",
    kept: "已公开，查看页面",
    takeAway: "从往期撤下",
    nameless: "朋友您好",
    out: "确认退订",
    gone: "已退订",
    again: "点错了，重新订阅",
    back: "已重新订阅",
    excluded: "已退订 1",
    results: "成果与案例",
    saveChoices: "保存设置",
    choicesSaved: "已保存，立即生效",
  },
  en: {
    file: "CSV file",
    import: "Import",
    twin: "The same address as line 4",
    missing: "E-mail: missing",
    chinese: "Chinese",
    save: "Save",
    english: "English (optional)",
    wrong: "is not a field",
    see: "Refresh the preview",
    test: "Send a test",
    arrived: "Test mail: Delivered",
    send: /^Send to \d+ people$/,
    sound: "Checked: encoding",
    approve: "Approve",
    waiting: "Waiting for approval",
    yours: "Another member has to approve it",
    ask: "Send the link",
    enter: "Sign in",
    all: "7 of 7 settled",
    keep: "Show it to everybody",
    kept: "Public: see its page",
    takeAway: "Take it away",
    nameless: "朋友您好",
    out: "Unsubscribe",
    gone: "You are unsubscribed",
    again: "That was a mistake: subscribe again",
    back: "You are subscribed again",
    excluded: "Unsubscribed 1",
    results: "Results and cases",
    saveChoices: "Save",
    choicesSaved: "Saved, as of now",
  },
};

/** Another organiser, who has signed in by a link in a mail. */
async function colleague(tour: Tour): Promise<Page> {
  const email = `colleague-${tour.locale.toLowerCase()}-${tour.width}@lingxi.example`;
  const grants = [{ role: "organiser" }];
  const headers = { "content-type": "application/json", cookie: inject("session"), "user-agent": inject("agent") };
  const body = JSON.stringify({ name: "何示例", email, grants, locale: tour.locale });
  const invited = await fetch(`${inject("origin")}/api/console/members`, { method: "POST", headers, body });
  expect(invited.status).toBe(201);
  const page = await open(tour);
  // Links in mails name the host, and a session holds for the name under which it began.
  const named = inject("origin").replace("127.0.0.1", "localhost");
  await page.goto(`${named}/console/sign-in`);
  await page.locator("[name=email]").fill(email);
  await page.getByRole("button", { name: says[tour.locale].ask, exact: true }).click();
  const mail = await awaitMail(inject("origin"), email, /登录链接|sign-in link/i);
  await page.goto("about:blank");
  await page.goto(/http\S+sign-in#\S+/.exec(mail.text ?? "")?.[0] ?? "");
  await page.getByRole("button", { name: says[tour.locale].enter, exact: true }).click();
  await makeFirstPasskey(page, tour.locale);
  return page;
}

it.each(tours)("an organiser imports the roster and writes to it; one person refuses ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const page = await open(tour, { staff: true });
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

  await page.goto("/console/campaigns/contacts");
  await page.getByLabel(words.file).setInputFiles(roster);
  await page.locator("input[name=source]").fill("2026年11月钛合金路演报名表");
  await page.locator("[name=basis]").selectOption("sign-up");
  await looksRight(page, tour, "import");
  await button(words.import).click();
  await page.getByText(words.twin).waitFor();
  expect(await page.getByText(words.missing).count()).toBe(1);
  expect(await page.locator("tbody tr").count()).toBe(11);
  await looksRight(page, tour, "import-report");

  const subject = `通知 ${tour.locale} ${tour.width}`;
  await page.goto("/console/campaigns/new");
  await page.locator("[name='subject.zh-CN']").fill(`{{name}}，${subject}`);
  await page.locator("[name='body.zh-CN']").fill("{{nome}}您好，[查看活动](/activities/)。");
  await button(words.save).click();
  await page.getByText(words.wrong).first().waitFor();
  await page.locator("[name='body.zh-CN']").fill("{{name|朋友}}您好，[查看活动](/activities/)。");
  await page.locator("[name='audience.importId']").selectOption({ index: 1 });
  // Slow enough that somebody would begin before the record has arrived.
  await page.route("**/api/console/campaigns/*/audience*", (route) => setTimeout(() => route.continue(), 500), { times: 1 });
  await button(words.save).click();
  await page.waitForURL(/\/cmp_/);
  await button(words.see).click();
  await page.frameLocator("iframe").getByText("您好").waitFor();
  await looksRight(page, tour, "notification");

  const me = `organiser-${tour.locale.toLowerCase()}-${tour.width}@example.com`;
  await page.locator("[name=email]").fill(me);
  await button(words.test).click();
  await page.getByText(words.arrived).waitFor();
  await page.getByText(words.sound).waitFor();
  const second = await colleague(tour);
  await button(words.send).click();
  await page.getByRole("dialog").getByRole("button", { name: words.send }).click();
  await page.getByRole("heading", { name: words.waiting }).waitFor();
  await page.getByText(words.yours).waitFor();
  expect(await button(words.approve).count()).toBe(0);
  await looksRight(page, tour, "notification-waiting");

  await second.goto(new URL(new URL(page.url()).pathname, second.url()).href);
  await second.getByRole("button", { name: words.approve, exact: true }).click();
  await looksRight(second, tour, "notification-approve");
  await second.getByRole("dialog").getByRole("button", { name: words.approve, exact: true }).click();
  await second.getByText(words.all).waitFor();
  await second.context().close();
  await page.reload();
  await page.getByText(words.all).waitFor();
  await looksRight(page, tour, "notification-sent");

  await button(words.keep).click();
  const issue = (await page.getByRole("link", { name: words.kept }).getAttribute("href")) ?? "";
  const anyone = await open(tour, { script: false });
  const at = (path: string) => anyone.goto(`${tour.base}${path}`);
  await eventually(async () => (await at(issue))?.ok() || undefined, 15_000);
  await anyone.getByText(words.nameless).waitFor();
  await looksRight(anyone, tour, "newsletter");
  await at("/newsletters/");
  await looksRight(anyone, tour, "newsletters");
  await anyone.locator(`a[href$="${issue}"]`).click();
  await button(words.takeAway).click();
  await eventually(async () => (await at(issue))?.status() === 404 || undefined, 15_000);
  await anyone.context().close();

  const origin = inject("origin");
  const sent = async () => (await listMails(origin, 500)).filter((m) => m.subject.endsWith(subject) && m.to !== me);
  const mails = await eventually(async () => ((await sent()).length >= 7 ? sent() : undefined), 15_000);
  expect(mails.map((m) => m.to.split("@")[0]).sort((a = "", b = "") => a.localeCompare(b))).toEqual(
    [...people].sort((a, b) => a.localeCompare(b)),
  );
  const mail = await readMail(origin, mails.find((m) => m.to.startsWith("hongyuan"))?.id ?? "");
  expect(mail.subject).toBe(`𬭎远，${subject}`);
  const url = /<(.+)>/.exec(mail.headers.find((h) => h.key === "list-unsubscribe")?.value ?? "")?.[1] ?? "";
  const { pathname } = new URL(url);

  const reader = await open(tour, { script: false });
  await reader.goto(`${tour.base}${pathname}`);
  await looksRight(reader, tour, "unsubscribe");
  await reader.getByRole("button", { name: words.out, exact: true }).click();
  await reader.getByText(words.gone).waitFor();
  await looksRight(reader, tour, "unsubscribed");

  await page.goto("/console/campaigns/new");
  await page.locator("[name='subject.zh-CN']").fill(`又一份 ${subject}`);
  await page.locator("[name='body.zh-CN']").fill("您好。");
  await button(words.save).click();
  await page.getByText(words.excluded).waitFor();
  await looksRight(page, tour, "audience");

  await reader.getByRole("button", { name: words.again }).click();
  await reader.getByText(words.back).waitFor();
  await reader.getByLabel(words.results).uncheck();
  await reader.getByRole("button", { name: words.saveChoices, exact: true }).click();
  await reader.getByText(words.choicesSaved).waitFor();
  expect(await reader.getByLabel(words.results).isChecked()).toBe(false);
  await looksRight(reader, tour, "preferences");

  await page.goto("/console/campaigns/rules");
  await page.locator("[name='quiet.from']").waitFor();
  await looksRight(page, tour, "sending-rules");
});

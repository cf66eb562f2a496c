import { dayOf } from "@lingxi/core/platform/time";
import { expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { awaitMail } from "../support/inbox.ts";
import { looksRight, tours, visitors } from "../support/journey.ts";

const open = visitors();
const both = [tours[0], tours[3]];

const says = {
  "zh-CN": {
    import: "导入",
    came: "已导入",
    patent: "专利",
    ask: "征询双方",
    asked: "等待答复",
    wrong: "“说明”没有填写",
    both: "双方都愿意",
    add: "记录进展",
    step: "进展",
    on: "日期",
    record: "记下",
    agreement: "达成合作",
    way: "合作方式",
    desk: "跟进：提醒、材料和经过",
    remind: "添加提醒",
    remindOn: "提醒日期",
    note: "提醒内容",
    keep: "保存提醒",
    reminder: "回访试用结果",
    paper: "添加材料",
    kind: "材料类型",
    upload: "上传",
    due: "撮合提醒已到期",
    need: /有技术可能解决您的需求/,
    offer: /有企业可能需要您的技术/,
    send: "提交答复",
    done: "您的答复：愿意",
  },
  en: {
    import: "Import",
    came: "Imported",
    patent: "Patent",
    ask: "Ask both sides",
    asked: "No answer yet",
    wrong: "Reason: write why",
    both: "Both want to meet",
    add: "Record a step",
    step: "Step",
    on: "Day",
    record: "Record",
    agreement: "Agreement",
    way: "Kind of agreement",
    desk: "Follow up",
    remind: "Add a reminder",
    remindOn: "Remind me on",
    note: "Note",
    keep: "Keep the reminder",
    reminder: "Ask how the trial went",
    paper: "Add a document",
    kind: "Kind of document",
    upload: "Upload",
    due: "Reminders about matches are due",
    need: /An offer that may answer your need/,
    offer: /A need that may want what you offer/,
    send: "Send the answer",
    done: "Your answer: Yes",
  },
};

it.each(both)("patents are imported, both sides of a match are asked, answer, and agree ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const origin = inject("origin");
  const staff = await open({ ...tour, base: "" } as typeof tour, { staff: true });
  const mark = `${tour.width}`;
  const [needEmail, holderEmail] = [`match-need-${mark}@example.com`, `match-holder-${mark}@example.com`];
  const title = `魔芋精粉分级 ${mark}`;
  const entered = await staff.request.post(`${origin}/api/console/demands`, {
    data: {
      secrecy: "trade-secret",
      title,
      scenario: "用于魔芋精粉生产线的分级工序。",
      problem: "魔芋精粉分级靠振动筛，粒度不均，细粉损失两成。",
      chain: "vegetables",
      ways: ["licence"],
      region: "ankang",
      organisation: "示例魔芋公司",
      name: "李示例",
      email: needEmail,
      locale: tour.locale,
      consent: true,
    },
  });
  const { id: demandId } = (await entered.json()) as { id: string };
  expect((await staff.request.post(`${origin}/api/console/demands/${demandId}/list`, { data: { version: 1 } })).status()).toBe(
    200,
  );

  await staff.goto("/console/patents/imports");
  const number = tour.width === 390 ? "202010000001" : "202010000002";
  const csv = `专利号,名称,摘要,权利人,法律状态,联系人,邮箱\n${number},一种魔芋精粉气流分级装置${mark},一种魔芋精粉气流分级装置，粒度均匀，细粉损失低于5%。,示例大学,有效,赵示例,${holderEmail}\n201710601862.5,校验位错的,摘要,示例大学,有效,,\n`;
  await staff
    .locator("input[type=file]")
    .setInputFiles({ name: `p-${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await looksRight(staff, tour, "console-patent-imports");
  await staff.getByRole("button", { name: words.import, exact: true }).click();
  await staff.waitForURL(/imports\/imp_/);
  await staff.getByText(words.came).first().waitFor();
  await looksRight(staff, tour, "console-patent-report");

  const offer = async () => {
    const { items } = (await (await staff.request.get(`${origin}/api/console/matches/${demandId}`)).json()) as {
      items: { offerId: string }[];
    };
    return items[0]?.offerId.startsWith("ipr_2020") === true;
  };
  await eventually(offer);
  await staff.goto("/console/patents");
  await staff.getByRole("link", { name: `分级装置${mark}` }).waitFor();
  await looksRight(staff, tour, "console-patents");
  await staff.getByRole("link", { name: `分级装置${mark}` }).click();
  await staff.locator("form textarea").first().waitFor();
  await looksRight(staff, tour, "console-patent");

  await staff.goto(`/console/demands/${demandId}`);
  const hit = staff.locator("article").filter({ hasText: `分级装置${mark}` });
  await hit.getByRole("button", { name: words.ask }).click();
  await hit.getByText(words.asked).first().waitFor();
  await looksRight(staff, tour, "console-match-asked");

  for (const [email, subject] of [
    [needEmail, words.need],
    [holderEmail, words.offer],
  ] as const) {
    // The holder's record was imported, which says nothing of a language.
    const mail = await awaitMail(origin, email, email === holderEmail ? says["zh-CN"].offer : subject);
    expect(mail.text).not.toContain("细粉损失两成");
    const link = /http:\/\/localhost:\d+(\/\S*my\/matches\/\S+)/.exec(mail.text ?? "")?.[1] ?? "";
    const page = await open(tour, { script: false });
    await page.goto(`${tour.base}${link.replace(/^\/en/, "")}`);
    await looksRight(page, tour, "match-ask");
    const answer = async (value: string) => {
      await page.locator(`[name=answer][value=${value}]`).check();
      await page.getByRole("button", { name: words.send }).click();
    };
    await answer("no");
    await page.getByText(words.wrong).first().waitFor();
    await looksRight(page, tour, "match-ask-wrong");
    await answer("yes");
    await page.getByText(words.done).waitFor();
    await looksRight(page, tour, "match-answered");
    await page.context().close();
  }

  await staff.reload();
  await hit.getByText(words.both).waitFor();
  await hit.getByText(words.add).click();
  await hit.getByLabel(words.step).selectOption("agreement");
  await hit.getByLabel(words.on).fill("2026-01-05");
  await hit.getByLabel(words.way).selectOption("licence");
  await hit.getByRole("button", { name: words.record, exact: true }).click();
  await hit.getByRole("listitem").filter({ hasText: words.agreement }).waitFor();
  await looksRight(staff, tour, "console-match-agreed");

  await hit.getByRole("link", { name: words.desk }).click();
  await staff.getByText(words.remind, { exact: true }).click();
  await staff.getByLabel(words.remindOn).fill(dayOf(new Date()));
  await staff.getByLabel(words.note).fill(words.reminder);
  await staff.getByRole("button", { name: words.keep }).click();
  await staff.getByRole("listitem").filter({ hasText: words.reminder }).first().waitFor();
  await staff.getByText(words.paper, { exact: true }).click();
  const file = { name: "m.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n") };
  await staff.locator("input[type=file]").setInputFiles(file);
  await staff.getByLabel(words.kind).selectOption("minutes");
  await staff.getByRole("button", { name: words.upload, exact: true }).click();
  const paper = staff.locator("a[href*='/documents/']");
  await paper.waitFor();
  const read = await staff.request.get(`${origin}${await paper.getAttribute("href")}`);
  expect([read.status(), read.headers()["content-disposition"]]).toEqual([200, expect.stringContaining("attachment")]);
  await looksRight(staff, tour, "console-deal");
  await staff.goto("/console");
  await staff.getByRole("link", { name: words.due }).waitFor();
  await staff.goto("/console/matches?status=yes");
  await staff.getByRole("link", { name: title }).first().waitFor();
  await looksRight(staff, tour, "console-matches");
});

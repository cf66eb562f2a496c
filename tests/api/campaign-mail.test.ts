import {
  campaignProgress,
  createCampaign,
  listRecipients,
  previewAudience,
  seePreferences,
  subscribeAgain,
  testCampaign,
  unsubscribe,
} from "@lingxi/core/campaign";
import { deriveCampaignEvents, type MailFact, noteTrouble, sendTest } from "@lingxi/core/campaign/reactions";
import type { RawMail } from "@lingxi/core/platform/mail/mailer";
import { recordFeedback } from "@lingxi/core/platform/mail/record";
import PostalMime, { type Email } from "postal-mime";
import { describe, expect, it } from "vitest";
import { bringIn, people, startCampaign, work } from "../support/campaigns.ts";
import { anyone, embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const parse = (mail: RawMail | undefined) => PostalMime.parse(mail?.raw ?? new Uint8Array());
const header = (mail: Email, name: string) => mail.headers.filter((h) => h.key === name).map((h) => h.value);
const hrefs = (mail: Email) => [...(mail.html ?? "").matchAll(/href="([^"]+)"/g)].map((m) => m[1] ?? "");
const tokenOf = (mail: Email) => header(mail, "list-unsubscribe")[0]?.match(/\/my\/unsubscribe\/([^>]+)>/)?.[1] ?? "";

const body = {
  "zh-CN":
    "# 通知\n\n{{name}}您好，{{organisation}}：\n\n- **第一项** [议程](/activities/)\n- 第二项 https://example.org/a?b=1&c=2\n\n![图](https://example.org/x.png)\n\n<b>原样</b>",
  en: "Dear {{name|colleague}} of {{organisation}},\n\nsee the [programme](https://example.org/p).",
};
const subject = { "zh-CN": `{{name}}，${"长".repeat(80)}`, en: "Programme for {{name|colleague}}" };

async function sendTo(rows: string[], content: Parameters<typeof startCampaign>[2] = {}) {
  const campaignId = await startCampaign(world, await bringIn(world, rows), { subject, body, ...content });
  await work(world, campaignId);
  return { campaignId, mails: await Promise.all(world.mails.map(parse)) };
}

describe("the bytes of a campaign's mail", () => {
  it.each([
    ["zh-CN", "zh@example.com,欧阳·𬭎远,示例公司,中文,", "欧阳·𬭎远", "退订或选择想收到的邮件"],
    ["en", "en@example.com,Jane O'Neil,Example Ltd,English,", "Jane O'Neil", "Unsubscribe"],
  ])("are right in %s", async (locale, row, name, unsubscribe) => {
    const { mails } = await sendTo([row]);
    const [mail] = mails;
    if (!mail) throw new Error("no mail");
    const text = Buffer.from(world.mails[0]?.raw ?? "").toString("latin1");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split("\r\n").map((l) => l.length))).toBeLessThanOrEqual(998);
    expect(text).not.toMatch(/[\u0080-\uffff]/);
    const head = text.slice(0, text.indexOf("\r\n\r\n"));
    for (const once of [
      "From",
      "To",
      "Subject",
      "Date",
      "Message-ID",
      "MIME-Version",
      "Reply-To",
      "List-Unsubscribe",
      "List-Unsubscribe-Post",
      "List-Id",
    ])
      expect(head.match(new RegExp(`^${once}:`, "gim")), once).toHaveLength(1);
    for (const word of head.match(/=\?[^?]+\?[^?]+\?[^?]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
    expect(text.indexOf("text/plain")).toBeLessThan(text.indexOf("text/html"));
    expect(head).toMatch(/^Content-Type: multipart\/alternative/m);

    expect(mail.to).toEqual([{ name, address: `${locale === "en" ? "en" : "zh"}@example.com` }]);
    expect(mail.subject).toContain(name);
    expect(mail.subject).toBe(locale === "en" ? `Programme for ${name}` : `${name}，${"长".repeat(80)}`);
    expect(header(mail, "list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    expect(header(mail, "precedence")).toEqual(["bulk"]);
    expect(header(mail, "auto-submitted")).toEqual(["auto-generated"]);
    const [list = ""] = header(mail, "list-unsubscribe");
    expect(list).toMatch(/^<https:\/\/lingxi\.example\/my\/unsubscribe\/[\w-]{22}\.[\w-]{22}>$/);
    expect(list).not.toContain("example.com");

    expect(mail.html).toContain(`<html lang="${locale}">`);
    expect(mail.html).toContain(unsubscribe);
    for (const href of hrefs(mail)) expect(href).toMatch(/^https:\/\//);
    for (const part of [mail.html ?? "", mail.text ?? ""]) {
      expect(part).toContain(list.slice(1, -1));
      expect(part).not.toMatch(/\{\{|undefined|null|\[object|[\uE000\uE001]/);
    }
    for (const href of hrefs(mail)) expect(mail.text).toContain(href.replaceAll("&amp;", "&"));
    expect(Buffer.byteLength(mail.html ?? "")).toBeLessThan(100_000);
  });

  it("keep Markdown's meaning in both parts, and the writer's HTML as text", async () => {
    const [mail] = (await sendTo(["md@example.com,甲,乙公司,,"])).mails;
    expect(mail?.html).toContain('<a href="https://lingxi.example/activities/"');
    expect(mail?.html).toContain("&lt;b&gt;原样&lt;/b&gt;");
    expect(mail?.html).toContain('alt="图"');
    expect(mail?.text).toContain("- 第一项 议程 (https://lingxi.example/activities/)\n- 第二项 https://example.org/a?b=1&c=2");
  });

  it("let no recipient's data become a header, Markdown or HTML", async () => {
    const hostile =
      '"x\r\nBcc: victim@example.com","[click](https://evil.example) <img src=x onerror=alert(1)> \u202E{{name}}",,';
    const { mails } = await sendTo([`hostile@example.com,${hostile}`]);
    const [mail] = mails;
    const text = Buffer.from(world.mails[0]?.raw ?? "").toString("latin1");
    expect(text).not.toMatch(/^Bcc:/im);
    expect(mail?.bcc ?? []).toEqual([]);
    expect(mail?.to).toHaveLength(1);
    expect(mail?.html).not.toMatch(/<img[^>]*onerror|href="https:\/\/evil/);
  });

  it("say what stands where a field is empty", async () => {
    const [mail] = (await sendTo(["nameless@example.com,,,en,"])).mails;
    expect(mail?.subject).toBe("Programme for colleague");
    expect(mail?.text).toContain("Dear colleague of your organisation,");
  });

  it("say 广告 or AD first when they are commercial, once", async () => {
    const [zh, en] = (await sendTo(["ad1@example.com,甲,,,", "ad2@example.com,A,,en,"], { kind: "commercial" })).mails.sort(
      (a, b) => (a.to?.[0]?.address ?? "").localeCompare(b.to?.[0]?.address ?? ""),
    );
    expect(zh?.subject).toMatch(/^广告：甲/);
    expect(en?.subject).toBe("AD: Programme for A");
    world.mails.length = 0;
    const again = await sendTo(["ad3@example.com,甲,,,"], {
      kind: "commercial",
      subject: { "zh-CN": "广告：新品", en: undefined },
      body: { "zh-CN": "正文", en: undefined },
    });
    expect(again.mails[0]?.subject).toBe("广告：新品");
  });
});

describe("what may be written", () => {
  it.each([
    ["an unknown field", { "zh-CN": "{{phone}}", en: "x" }, "body.zh-CN"],
    ["an open field", { "zh-CN": "您好 {{name", en: "x" }, "body.zh-CN"],
    ["a field in a link", { "zh-CN": "[x](https://a.example/{{name}})", en: "x" }, "body.zh-CN"],
    ["one language by half", { "zh-CN": "您好", en: undefined }, "body.en"],
  ])("refuses %s", async (_, text, field) => {
    await expect(startCampaign(world, "imp_x", { subject, body: text })).rejects.toMatchObject({ fields: [{ field }] });
  });
});

describe("the right to refuse", () => {
  it("binds before the answer: not even a campaign that is being sent writes to the person", async () => {
    const { mails } = await sendTo(["u1@example.com,甲,,,"]);
    const token = tokenOf(mails[0] as Email);
    const campaignId = await startCampaign(world, await bringIn(world, ["u1@example.com,,,,", "u2@example.com,,,,"]));
    await unsubscribe(world.ctx(anyone), { token });
    await unsubscribe(world.ctx(anyone), { token });
    expect(await seePreferences(world.ctx(anyone), { token })).toMatchObject({ subscribed: false });
    world.mails.length = 0;
    await work(world, campaignId);
    expect(world.mails.map((m) => m.to)).toEqual(["u2@example.com"]);
    await subscribeAgain(world.ctx(anyone), { token });
    expect(await seePreferences(world.ctx(anyone), { token })).toMatchObject({ subscribed: true });
  });

  it("binds even between the claim and the sending", async () => {
    const { mails } = await sendTo(["u3@example.com,甲,,,"]);
    const token = tokenOf(mails[0] as Email);
    const campaignId = await startCampaign(world, await bringIn(world, ["u3@example.com,,,,"]));
    const ctx = world.ctx(system);
    const write: typeof ctx.table.write = async (writes, key) => {
      await ctx.table.write(writes, key);
      if (writes[0]?.put?.type === "mail") await unsubscribe(world.ctx(anyone), { token });
    };
    world.mails.length = 0;
    await work(world, campaignId, { ctx: { ...ctx, table: { ...ctx.table, write } } });
    expect(world.mails).toHaveLength(0);
    expect(await campaignProgress(organiser(), { campaignId })).toMatchObject({ status: "finished", mails: { excluded: 1 } });
    const { items } = await listRecipients(organiser(), { campaignId, limit: 100 });
    expect(items.filter((r) => r.state === "excluded" && r.excluded === "unsubscribed")).not.toHaveLength(0);
  });

  it("is not undone by another import", async () => {
    const { mails } = await sendTo(["u4@example.com,甲,,,"]);
    await unsubscribe(world.ctx(anyone), { token: tokenOf(mails[0] as Email) });
    const importId = await bringIn(world, ["u4@example.com,甲,,,"]);
    await expect(startCampaign(world, importId)).rejects.toMatchObject({ reason: "campaign.nobody" });
  });

  it("opens nothing to a forged token", async () => {
    for (const token of ["", "a.b", "x".repeat(100), "../../etc"])
      await expect(unsubscribe(world.ctx(anyone), { token })).rejects.toMatchObject({ reason: "unsubscribe.not-found" });
  });

  it("stops writing to an address that bounces, from the mail's own record", async () => {
    const { campaignId } = await sendTo(["b1@example.com,甲,,,"]);
    const before = await world.ctx(system).table.get({ pk: `mail#${world.mails[0]?.key}`, sk: "mail" });
    await recordFeedback(world.ctx(system), world.mails[0]?.key ?? "", "bounced");
    const after = await world.ctx(system).table.get({ pk: `mail#${world.mails[0]?.key}`, sk: "mail" });
    const [event] = deriveCampaignEvents.mail?.({ before, after }) ?? [];
    expect(event?.name).toBe("mail.bounced");
    await noteTrouble(world.ctx(system), { ...(event?.data as MailFact | undefined), because: "bounced" } as MailFact & {
      because: "bounced";
    });
    expect((await campaignProgress(organiser(), { campaignId })).mails.bounced).toBe(1);
    const { items } = await previewAudience(organiser(), { campaignId, limit: 100 });
    expect(items.find((r) => r.email === "b1@example.com")?.excluded).toBe("bounced");
  });

  it("keeps those out who did not agree to commercial mail", async () => {
    const importId = await bringIn(world, people(2), "sign-up");
    await expect(startCampaign(world, importId, { kind: "commercial" })).rejects.toMatchObject({ reason: "campaign.nobody" });
  });
});

describe("a test mail", () => {
  it("goes to the organiser once for each asking, with the real bytes", async () => {
    const audience = { chains: [], importId: await bringIn(world, people(1)) };
    const { id: campaignId } = await createCampaign(organiser(), { kind: "commercial", subject, body, audience });
    const { testId } = await testCampaign(organiser(), { campaignId, version: 1, email: "me@lingxi.example" });
    const input = { campaignId, testId, silence: 60_000 };
    expect(await sendTest(world.ctx(system), input)).toBe("accepted");
    expect(await sendTest(world.ctx(system), input)).toBe("accepted");
    expect(world.mails.map((m) => m.to)).toEqual(["me@lingxi.example"]);
    expect((await parse(world.mails[0])).subject).toMatch(/^广告：【测试】/);
  });
});

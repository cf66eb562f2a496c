import type { CampaignContent } from "@lingxi/core/campaign/schema";
import { submitDemand } from "@lingxi/core/demand";
import { compose } from "@lingxi/core/platform/mail/compose";
import type { Locale } from "@lingxi/core/platform/text";
import PostalMime, { type Email } from "postal-mime";
import { beforeAll, describe, expect, it } from "vitest";
import { Demand } from "../../packages/core/src/demand/entity.ts";
import { demandLetter } from "../../packages/core/src/demand/letter.ts";
import { publishedActivity } from "../support/activities.ts";
import { bringIn, startCampaign, work } from "../support/campaigns.ts";
import { embedded, system } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();

interface Sent {
  readonly octets: string;
  readonly head: string;
  readonly mail: Email;
}
async function opened(raw: Uint8Array): Promise<Sent> {
  const octets = Buffer.from(raw).toString("latin1");
  return { octets, head: octets.slice(0, octets.indexOf("\r\n\r\n")), mail: await PostalMime.parse(raw) };
}
const count = (head: string, name: string) => head.match(new RegExp(`^${name}:`, "gim"))?.length ?? 0;
const one = (mail: Email, name: string) => mail.headers.find(({ key }) => key === name)?.value ?? "";
const hrefs = (mail: Email) =>
  [...(mail.html ?? "").matchAll(/<a\b[^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = "", inner = ""]) => ({
    href: href.replaceAll("&amp;", "&"),
    said: inner.replace(/<[^>]*>/g, "").trim(),
  }));
const once = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Reply-To"];
const ofLists = ["List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Precedence", "Auto-Submitted"];

/** What people are called who mean harm, or whose names are long and rare; the last one has none. */
const people: readonly (readonly [string, string])[] = [
  ["欧阳·𬭎远", "㐂龘研究院"],
  ["x\r\nBcc: victim@example.com", "[点](https://evil.example) <img src=x onerror=alert(1)>"],
  ["{{name}} &amp; \u202Eundefined\u202C", '"; --></style><script>'],
  ["𰻝".repeat(60), "长".repeat(120)],
  ["", ""],
];
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rows = (locale: Locale) =>
  people.map(
    ([name, unit], n) => `${locale.toLowerCase()}-${n}@example.com,${cell(name)},${cell(unit)},${locale === "en" ? "en" : ""},`,
  );

const subject = { "zh-CN": `{{name}}，${"长".repeat(60)}`, en: "{{name|Reader}}, what is new" };
const markdown = {
  // 500 Han characters in one paragraph are 1,500 octets.
  "zh-CN": `{{name}}您好，{{organisation}}：\n\n${"字".repeat(500)}\n\n- [议程](/activities/)\n- https://example.org/a?b=1&c=2`,
  en: "Dear {{name|colleague}} of {{organisation}},\n\nsee the [programme](https://example.org/p).",
};
const blocksOf = (activityId: string): CampaignContent["blocks"] => [
  { kind: "heading", text: { "zh-CN": "致{{name}}", en: "To {{name}}" } },
  { kind: "text", text: markdown },
  { kind: "button", text: { "zh-CN": "去看看", en: "Have a look" }, href: "/activities/" },
  { kind: "card", of: "activities", id: activityId },
  { kind: "calendar", activityId },
  {
    kind: "picture",
    picture: {
      id: "pic_01jdxk0000000000000000000a",
      src: "/media/pic_01jdxk0000000000000000000a-1600x900.webp",
      width: 1600,
      height: 900,
      alt: { "zh-CN": "会场", en: "The hall" },
    },
  },
];

let sent: readonly Sent[] = [];
beforeAll(async () => {
  const activityId = await publishedActivity(world, 3);
  const all: Uint8Array[] = [];
  for (const content of [{ body: markdown }, { body: { "zh-CN": "", en: undefined }, blocks: blocksOf(activityId) }]) {
    const importId = await bringIn(world, [...rows("zh-CN"), ...rows("en")]);
    world.mails.length = 0;
    await work(world, await startCampaign(world, importId, { subject, archive: true, ...content }));
    all.push(...world.mails.map(({ raw }) => raw));
  }
  sent = await Promise.all(all.map(opened));
});

describe("a campaign's mail, from Markdown and from blocks, in both languages, to hostile names", () => {
  it("goes to each of them", () => expect(sent).toHaveLength(4 * people.length));

  it("A: has CRLF only, lines of 998 octets, 7 bits, text first, and each header once", () => {
    for (const { octets, head, mail } of sent) {
      expect(octets.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(Math.max(...octets.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
      expect(octets).not.toMatch(/[\u0080-\uffff]/);
      expect(octets.indexOf("text/plain")).toBeLessThan(octets.indexOf("text/html"));
      expect(mail.text?.trim()).toBeTruthy();
      for (const name of [...once, ...ofLists]) expect(count(head, name), name).toBe(1);
      expect(count(head, "Bcc")).toBe(0);
    }
  });

  it("A: has names and subjects in encoded words of 75 that decode to what was written", () => {
    for (const { head, mail } of sent) {
      for (const word of head.match(/=\?[^?]+\?[^?]+\?[^?]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
      expect(`${mail.subject}${mail.to?.[0]?.name}`).not.toContain("\uFFFD");
      expect(mail.subject).toMatch(/长{60}$|what is new$/);
    }
    expect(sent.some(({ mail }) => mail.to?.[0]?.name === "𰻝".repeat(60))).toBe(true);
  });

  it("B, E: comes from the one address with an answer that is read, and goes to one person", () => {
    for (const { mail } of sent) {
      expect(mail.from?.address).toBe("noreply@lingxi.example");
      expect(mail.replyTo?.map(({ address }) => address)).toEqual(["help@lingxi.example"]);
      expect(mail.to).toHaveLength(1);
      expect(mail.cc ?? []).toEqual([]);
    }
  });

  it("C: says how to leave with one click, without an address in it", () => {
    for (const { mail } of sent) {
      const list = one(mail, "list-unsubscribe");
      expect(list).toMatch(/^<https:\/\/lingxi\.example\/my\/unsubscribe\/[\w.-]+>/);
      expect(list.length).toBeLessThanOrEqual(995);
      expect(one(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
      expect(one(mail, "list-id")).toContain("<notices.lingxi.example>");
      expect(one(mail, "precedence")).toBe("bulk");
      expect(one(mail, "auto-submitted")).toBe("auto-generated");
      for (const part of [mail.html, mail.text]) expect(part).toContain(list.slice(1, -1));
    }
  });

  it("E: is below 100,000 bytes, says nothing unfilled, runs nothing, and follows nobody", () => {
    for (const { mail } of sent) {
      const html = mail.html ?? "";
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      expect(html).toMatch(/<html lang="(zh-CN|en)">/);
      expect(html).not.toMatch(/<script|<img[^>]*onerror|<form|<iframe|\[object|[\uE000\uE001]/);
      for (const [image] of html.matchAll(/<img\b[^>]*>/g)) {
        expect(image).toMatch(/ alt="[^"]+"/);
        expect(image).toMatch(/ width="\d+"/);
        expect(Number(/ width="(\d+)"/.exec(image)?.[1])).toBeGreaterThan(1);
      }
    }
    const nameless = sent.filter(({ mail }) => !mail.to?.[0]?.name);
    expect(nameless).toHaveLength(4);
    for (const { mail } of nameless) expect(`${mail.html}${mail.text}`).not.toMatch(/\{\{|undefined|null/);
  });

  it("E: has links by https only, to where their words say, and each in the text too", () => {
    const known = new Set(["lingxi.example", "example.org"]);
    for (const { mail } of sent)
      for (const { href, said } of hrefs(mail)) {
        expect(href).toMatch(/^https:\/\//);
        expect(known).toContain(new URL(href).host);
        if (said.startsWith("https://")) expect(new URL(said).host).toBe(new URL(href).host);
        expect(mail.text).toContain(href);
      }
  });

  it("has the way to its public page, in its own language", () => {
    for (const { mail } of sent) {
      const page = hrefs(mail).find(({ href }) => href.includes("/newsletters/"));
      expect(page?.href.includes("/en/")).toBe(mail.html?.includes('<html lang="en">'));
    }
  });
});

it("C: a mail about something of one's own has no header of a list", async () => {
  const ctx = world.ctx(system);
  for (const locale of ["zh-CN", "en"] as const) {
    const { id } = await submitDemand(world.ctx(), { ...forms.demand, locale } as never);
    const demand = await Demand.find(ctx, { id });
    if (!demand) throw new Error("there is no such need");
    const raw = await compose(ctx.mailer, await demandLetter(ctx, demand), { messageId: "<1@lingxi.example>", date: ctx.now() });
    const { head } = await opened(raw);
    for (const name of once) expect(count(head, name), name).toBe(1);
    for (const name of ofLists) expect(count(head, name), name).toBe(0);
  }
});

import type { Ctx } from "../platform/context.ts";
import { compose, type Message } from "../platform/mail/compose.ts";
import type { Locale, Words } from "../platform/text.ts";
import { considerAll } from "./audience.ts";
import { textsOf } from "./blocks-schema.ts";
import { type CampaignRecord, type ContactRecord, Lint } from "./entity.ts";
import { lettersOf } from "./letter.ts";
import type { MadeMails } from "./make-mails.ts";

/** So many real recipients are written to on paper, beside the made-up ones. */
const sampled = 30;
const htmlBytes = 100_000;
const subjectLength = 150;
const lineOctets = 998;

type Recipient = Pick<ContactRecord, "person" | "email" | "name" | "organisation" | "locale" | "consents">;

const words = {
  subjectEmpty: { "zh-CN": "标题为空。", en: "The subject is empty." },
  subjectLong: {
    "zh-CN": "代入姓名和单位后，标题最长有 {n} 个字，邮箱列表里看不全。请缩短到 150 字以内，或去掉字段。",
    en: "With a long name in it the subject has {n} characters. Keep it under 150, or take the field out.",
  },
  tooLarge: {
    "zh-CN": "邮件有 {n} KB，超过 100 KB，部分邮箱会截断。请缩短正文。",
    en: "The mail has {n} kB. Above 100 kB some mailboxes cut it: shorten the text.",
  },
  residue: {
    "zh-CN": "邮件中出现了“{what}”，像是没有替换的字段。请检查正文。",
    en: "The mail says “{what}”, as a field would that was not filled in. Look at the text.",
  },
  bytes: {
    "zh-CN": "邮件的编码不合规范（{what}），部分服务器会拒收。请联系运维人员。",
    en: "The bytes of the mail break a rule ({what}); some servers refuse it. Tell the operator.",
  },
  insecure: {
    "zh-CN": "链接“{what}”不是 https 地址，请改正。",
    en: "The link “{what}” is not https. Correct it.",
  },
  onlyHtml: {
    "zh-CN": "链接“{what}”没有出现在纯文本版里，请把它写进正文。",
    en: "The link “{what}” is not in the plain text. Write it into the text.",
  },
  elsewhere: {
    "zh-CN": "链接文字写着“{said}”，却指向 {host}，会被当作钓鱼邮件。请让两者一致。",
    en: "A link says “{said}” and leads to {host}; filters take that for phishing. Make them agree.",
  },
  noAlt: {
    "zh-CN": "有图片没有替代文字。请写作 ![说明](地址)。",
    en: "A picture has no text to stand for it. Write ![what it shows](address).",
  },
  notPublic: {
    "zh-CN": "第 {n} 个内容块引用的活动、项目、需求或案例没有公开，请换一个或去掉。",
    en: "Block {n} shows an activity, project, need or case that is not public. Choose another one, or take the block out.",
  },
  noWayOut: {
    "zh-CN": "邮件里没有退订链接。请联系运维人员。",
    en: "The mail has no way to unsubscribe. Tell the operator.",
  },
} satisfies Record<string, Words>;

/** Those whom a text meets at its worst: the longest names, rare characters, markup, nothing known. */
function worst(ctx: Ctx): readonly Recipient[] {
  const email = "recipient@example.com";
  const person = ctx.keys.digest("person", email);
  const consents = [{ basis: "sign-up" as const, source: "𰻝".repeat(100), at: "", by: "", importId: "", line: 0 }];
  return (["zh-CN", "en"] as const).flatMap((locale: Locale) => [
    { person, email, locale, consents, name: "𬭎".repeat(60), organisation: "㐂龘".repeat(60) },
    { person, email, locale, consents, name: 'O\'Neil <b> & "Co" \u202e', organisation: "[x](https://example.com) *a*" },
    { person, email, locale, consents },
  ]);
}

const fill = (said: Words, params: Readonly<Record<string, string | number>>): Words => {
  const one = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return { "zh-CN": one(said["zh-CN"]), en: one(said.en) };
};

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .trim();
const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : "");
/** The host that a link's words name, if they look like an address. */
function hostSaid(said: string): string {
  const name = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#:].*)?$/i.exec(said)?.[1];
  return name?.toLowerCase() ?? "";
}

/** What is wrong with one mail, as the transport would get it, and the hosts that its links lead to. */
export async function faultsOf(
  ctx: Pick<Ctx, "mailer" | "origin" | "now">,
  message: Message,
  written: string,
): Promise<{ faults: Words[]; hosts: string[] }> {
  const faults: Words[] = [];
  const { subject, html, text } = message;
  if (!subject.trim()) faults.push(words.subjectEmpty);
  if ([...subject].length > subjectLength) faults.push(fill(words.subjectLong, { n: [...subject].length }));
  const size = Buffer.byteLength(html);
  if (size > htmlBytes) faults.push(fill(words.tooLarge, { n: Math.ceil(size / 1000) }));
  for (const residue of ["{{", "}}", "[object", "undefined"])
    if (!written.includes(residue) && `${subject}${html}${text}`.includes(residue))
      faults.push(fill(words.residue, { what: residue }));

  const raw = await compose(ctx.mailer, message, { messageId: "<check@lingxi.invalid>", date: ctx.now() });
  const octets = Buffer.from(raw).toString("latin1");
  if (/\r(?!\n)|(?<!\r)\n/.test(octets)) faults.push(fill(words.bytes, { what: "CRLF" }));
  if (octets.split("\r\n").some((line) => line.length > lineOctets)) faults.push(fill(words.bytes, { what: "998" }));
  if (/[\u0080-\u00ff]/.test(octets)) faults.push(fill(words.bytes, { what: "8 bit" }));

  const hosts = new Set<string>();
  for (const [, href = "", inner = ""] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)) {
    const address = plain(href);
    if (address.startsWith("mailto:")) continue;
    if (!address.startsWith("https://") && !address.startsWith(`${ctx.origin}/`))
      faults.push(fill(words.insecure, { what: address }));
    if (!text.includes(address)) faults.push(fill(words.onlyHtml, { what: address }));
    const [host, said] = [hostOf(address), plain(inner)];
    if (host && host !== hostOf(ctx.origin)) hosts.add(host);
    const named = hostSaid(said);
    if (named && named !== host.replace(/:\d+$/, "") && `www.${named}` !== host)
      faults.push(fill(words.elsewhere, { said, host: host || address }));
  }
  for (const [image] of html.matchAll(/<img\b[^>]*>/g)) if (!/\balt="[^"]+"/.test(image)) faults.push(words.noAlt);
  const way = message.headers?.["List-Unsubscribe"]?.slice(1, -1) ?? "";
  if (!way || !plain(html.replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>/g, "$1 ")).includes(way) || !text.includes(way))
    faults.push(words.noWayOut);
  return { faults, hosts: [...hosts] };
}

/** Looks over the mails that a campaign would send: to those whom it fits worst, and to some of its audience. Kept for its revision. */
export async function lint(ctx: Ctx, campaign: CampaignRecord, testId: string, { mails, missing }: MadeMails): Promise<void> {
  const { id: campaignId, revision } = campaign;
  const { subject, preheader, body, blocks = [], plain } = campaign;
  const written = [subject, preheader, body, plain, ...blocks.flatMap(textsOf).map(([, text]) => text)]
    .flatMap((text) => [text?.["zh-CN"], text?.en])
    .join("\n");
  const recipients: Recipient[] = [...worst(ctx)];
  for await (const { contact, excluded } of considerAll(ctx, campaign)) {
    if (recipients.length >= worst(ctx).length + sampled) break;
    if (!excluded) recipients.push(contact);
  }
  const letterTo = lettersOf(ctx, campaign, mails);
  const faults = new Map<string, Words>();
  for (const n of missing) faults.set(`missing ${n}`, fill(words.notPublic, { n }));
  const hosts = new Set<string>();
  for (const recipient of recipients) {
    // What a person is called may look like anything.
    const own = [recipient.name, recipient.organisation, recipient.consents[0]?.source].join("\n");
    const found = await faultsOf(ctx, letterTo(recipient), `${written}\n${own}`);
    // A subject that is too long is told once, with its longest length.
    for (const fault of found.faults) faults.set(fault.en.replace(/\d+/g, ""), fault);
    for (const host of found.hosts) hosts.add(host);
  }
  const record = {
    campaignId,
    revision,
    testId,
    faults: [...faults.values()].slice(0, 20),
    hosts: [...hosts].sort((a, b) => (a < b ? -1 : 1)).slice(0, 50),
  };
  const before = await Lint.find(ctx, { campaignId });
  // Ids rise with time: an earlier test that is heard of late says nothing about a later one.
  if (before && (before.revision > revision || (before.testId ?? "") > testId)) return;
  await ctx.table.write([before ? Lint.change(ctx, before, record) : Lint.create(ctx, record)], "");
}

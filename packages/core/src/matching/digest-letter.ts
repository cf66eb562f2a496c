import { digestPage } from "../digest/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { inLocale } from "../publication/schema.ts";
import type { Party } from "./contact-of.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const words = {
  subject: w("为您找到 {n} 项可能的匹配", "{n} possible matches for you"),
  body: w(
    "{name}，您好！系统比对了新的需求和供给，下面这些可能与您公开的内容相符。这是自动比对的结果，没有经过人工判断；想与对方对接，请直接回复这封邮件，主办方会分别征询双方。",
    "Dear {name}, new needs and offers were compared with what you have listed, and these may fit. This is the result of a comparison by machine that nobody has judged; to meet one of them answer this mail, and the organiser asks both sides.",
  ),
  own: w("您的", "Yours"),
  found: w("可能相符", "May fit"),
  organisation: w("单位", "Organisation"),
  page: w("查看公开页面", "See the public page"),
  why: w(
    "您收到这封邮件，是因为您在本平台公开了需求、项目或专利，公开期间系统会持续比对，每天最多一封。",
    "You receive this since you have a need, a project or a patent on this platform: while it is there it is compared with what comes, at most once a day.",
  ),
  off: w("不再接收匹配通知", "Receive no more mails about matches"),
} as const;

/** The mail to one person about pairs that fit: of the other side what is public, and nothing else. */
export function digestLetter(ctx: Ctx, person: string, pairs: readonly { own: Party; other: Party }[]): Message {
  const [first] = pairs;
  if (!first) throw new Error("There is nothing to tell.");
  const { email, name, locale } = first.own;
  const t = (text: Words) => fill(text[locale], { n: pairs.length, name });
  const at = (path: string) => `${ctx.origin}${inLocale(path, locale)}`;
  const off = at(digestPage(ctx, person));
  const subject = t(words.subject);
  const blocks = pairs.flatMap(({ own, other }): Block[] => [
    {
      kind: "facts",
      facts: [
        [t(words.own), say(own.title, locale)],
        [t(words.found), say(other.title, locale)],
        [t(words.organisation), other.organisation],
      ],
    },
    ...(other.page ? [{ kind: "link" as const, text: t(words.page), href: at(other.page) }] : []),
  ]);
  const { html, text } = letter(
    locale,
    subject,
    [{ kind: "text", text: t(words.body) }, ...blocks],
    [{ kind: "text", text: t(words.why) }, { kind: "link", text: t(words.off), href: off }, myDataLink(ctx.origin, locale)],
  );
  const headers = {
    "List-Unsubscribe": `<${off}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
  };
  return { to: { address: email, name }, subject, html, text, locale, headers };
}

import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { formatDay } from "../platform/time.ts";
import { inLocale } from "../publication/schema.ts";
import type { DemandRecord } from "./entity.ts";
import { demandLink } from "./link.ts";
import { daysAfter, graceDays, reviewDay } from "./policy.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const words = {
  subject: w("请确认需求是否仍然有效：{title}", "Does your need still stand? {title}"),
  body: w(
    "{name}，您好！您的需求公开已有一段时间。请打开下面的链接，告诉我们它是否仍在征集、需要修改，还是可以关闭。没有回复的，{day} 之后会在公开页面上标为“待确认”。",
    "Dear {name}, your need has been public for some time. Open the link below and say whether it still stands, is to be changed, or can be closed. Without an answer its page says “not confirmed” after {day}.",
  ),
  button: w("确认、修改或关闭需求", "Confirm, change or close it"),
  need: w("需求", "Need"),
  number: w("编号", "Number"),
  why: w(
    "您收到这封邮件，是因为您是这条需求的联系人。每个复核日期只发一封。链接只属于您，请勿转发。",
    "You receive this as the contact of this need, once for each review. The link is yours alone: do not pass it on.",
  ),
} as const;

/** Asks the contact whether a need still stands. Of its texts only the title, which is never secret. */
export function reminderLetter(ctx: Ctx, demand: DemandRecord): Message {
  const { contact, locale } = demand;
  const title = say(demand.title, locale) || demand.id;
  const day = formatDay(daysAfter(reviewDay(demand), graceDays), locale);
  const t = (text: Words) => fill(text[locale], { title, name: contact.name, day });
  const subject = t(words.subject);
  const { html, text } = letter(
    locale,
    subject,
    [
      { kind: "text", text: t(words.body) },
      {
        kind: "facts",
        facts: [
          [t(words.need), title],
          [t(words.number), demand.id],
        ],
      },
      {
        kind: "button",
        text: t(words.button),
        href: `${ctx.origin}${inLocale(`/my/demands/${demandLink.token(ctx, demand)}`, locale)}`,
      },
    ],
    [{ kind: "text", text: t(words.why) }, myDataLink(ctx.origin, locale)],
  );
  return { to: { address: contact.email, name: contact.name }, subject, html, text, locale };
}

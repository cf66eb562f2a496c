import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { letter, myDataLink } from "../platform/mail/letter.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { inLocale } from "../publication/schema.ts";
import { askLink } from "./answer-ask.ts";
import { type Party, partyOf } from "./contact-of.ts";
import { type AskRecord, Asks } from "./entity.ts";
import type { OfferKind } from "./schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const words = {
  need: w("有技术可能解决您的需求：{own}", "An offer that may answer your need: {own}"),
  offer: w("有企业可能需要您的技术：{own}", "A need that may want what you offer: {own}"),
  body: w(
    "{name}，您好！主办方认为下面这一项可能与您合适，想征询您是否愿意对接。请打开链接答复“愿意”“不愿意”或“暂时不”。双方都愿意后，主办方才会介绍联系人。",
    "Dear {name}, the organiser thinks that the following may suit you, and asks whether you want to meet. Open the link and answer yes, no or not now. The organiser introduces the two sides only when both want it.",
  ),
  title: w("名称", "Title"),
  kind: w("类型", "Kind"),
  organisation: w("单位", "Organisation"),
  about: w("关于", "About"),
  demand: w("技术需求", "Need"),
  project: w("挂牌项目", "Listed project"),
  patent: w("专利", "Patent"),
  talent: w("专家", "Expert"),
  answer: w("查看并答复", "See it and answer"),
  page: w("公开页面", "Public page"),
  why: w(
    "您收到这封邮件，是因为您是“{own}”的联系人。链接只属于您，请勿转发。",
    "You receive this as the contact of “{own}”. The link is yours alone: do not pass it on.",
  ),
} as const;

/** Of the other side only what is public. */
export function askLetter(ctx: Ctx, ask: AskRecord, own: Party, other: Party): Message {
  const { locale, contact } = ask;
  const t = (text: Words) => fill(text[locale], { own: say(own.title, locale), name: contact.name });
  const at = (path: string) => `${ctx.origin}${inLocale(path, locale)}`;
  const kind: OfferKind | "demand" = ask.side === "need" ? ask.kind : "demand";
  const subject = t(words[ask.side]);
  const { html, text } = letter(
    locale,
    subject,
    [
      { kind: "text", text: t(words.body) },
      {
        kind: "facts",
        facts: [
          [t(words.kind), t(words[kind])],
          [t(words.title), say(other.title, locale)],
          [t(words.organisation), other.organisation],
        ],
      },
      { kind: "button", text: t(words.answer), href: at(`/my/matches/${askLink.token(ctx, ask)}`) },
      ...(other.page ? [{ kind: "link" as const, text: t(words.page), href: at(other.page) }] : []),
    ],
    [{ kind: "text", text: t(words.why) }, myDataLink(ctx.origin, locale)],
  );
  return { to: { address: contact.email, name: contact.name }, subject, html, text, locale };
}

/** Asks one side by mail: one mail for each time that it is asked. Says nothing where it has answered, or one of the sides was taken back. */
export const tellAsked = command({
  input: z.object({ askId: z.string().max(60), silence: z.number() }),
  access: "system",
  async run(ctx, { askId, silence }): Promise<MailStatus | "moved-on"> {
    const ask = await Asks.find(ctx, { id: askId });
    if (ask?.status !== "open" || !ask.contact.email) return "moved-on";
    const [own, other] = await Promise.all([
      partyOf(ctx, ask, ask.side),
      partyOf(ctx, ask, ask.side === "need" ? "offer" : "need"),
    ]);
    if (!own || !other) return "moved-on";
    const template = "match-ask";
    return sendOnce(ctx, {
      key: `${ask.id}-${ask.round}-${template}`,
      template,
      message: askLetter(ctx, ask, own, other),
      silence,
    });
  },
});

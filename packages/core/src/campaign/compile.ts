import { letterWords } from "../platform/mail/letter.ts";
import { type Locale, say, type Words } from "../platform/text.ts";
import { inLocale, paths } from "../publication/schema.ts";
import { type Part, pageOf, partOf } from "./block-parts.ts";
import type { MessageBlock } from "./blocks-schema.ts";
import type { Shown } from "./cards.ts";
import { fieldPattern, type PersonalField, personalFields } from "./kinds-schema.ts";
import { close, type Made, open, type Personal, type Slot } from "./made.ts";
import { button, frame, link } from "./mail-html.ts";
import type { CampaignContent } from "./schema.ts";

const words = {
  why: {
    "zh-CN": "您收到这封邮件，是因为您的邮箱登记在名单“{source}”中。",
    en: "You receive this because your address is on the list “{source}”.",
  },
  invitation: { "zh-CN": "查看活动并报名", en: "See the event and register" },
  own: {
    "zh-CN": "按钮是您专属的链接：点开后继续报名，主办方会知道您看到了邀请。邮件是否打开不会被记录。",
    en: "The button is a link of your own: when you go on from it, the organiser knows that the invitation reached you. Whether you open this mail is not recorded.",
  },
  online: { "zh-CN": "在浏览器中打开", en: "View in browser" },
  unsubscribe: { "zh-CN": "退订或选择想收到的邮件", en: "Unsubscribe, or choose what you get" },
} satisfies Record<string, Words>;
const advertisement: Words = { "zh-CN": "广告：", en: "AD: " };

export type Written = Pick<CampaignContent, "kind" | "subject" | "body"> &
  Partial<Pick<CampaignContent, "audience" | "blocks" | "preheader" | "plain" | "archive">> & { readonly id?: string };

/** Of a message without cards. */
export const nothingShown: Shown = { card: () => undefined, activity: () => undefined, calendar: () => undefined };

/**
 * Makes the mail of one version and language once; what is left for each recipient is putting a few words in.
 * So a name is never read as Markdown or as HTML.
 */
export function compileCampaign(content: Written, locale: Locale, origin: string, shown: Shown = nothingShown): Made {
  const slots: Slot[] = [];
  const slot = (name: keyof Personal, fallback = "") => `${open}${slots.push({ name, fallback }) - 1}${close}`;
  const marked = (source: string) =>
    source
      .replace(/[\uE000\uE001]/g, "")
      .replace(fieldPattern, (whole, name: string, fallback?: string) =>
        name in personalFields
          ? slot(name as PersonalField, fallback?.trim() || personalFields[name as PersonalField].fallback[locale])
          : whole,
      );
  const plain = marked(say(content.subject, locale));
  const prefix = content.kind === "commercial" && !/^\s*(广告|AD\b)/.test(plain) ? advertisement[locale] : "";
  const subject = `${prefix}${plain}`;
  const body: MessageBlock[] = say(content.body, locale) ? [{ kind: "text", text: content.body }] : [];
  const blocks = [...body, ...(content.blocks ?? [])];
  const parts = blocks.flatMap((block) => partOf(block, { locale, origin, shown, marked }) ?? []);
  const page = blocks.flatMap((block) => pageOf(block, { locale, origin, shown }) || []).join("\n\n");
  const online: Part[] =
    content.archive && content.id ? [asLink(words.online[locale], origin + inLocale(paths.issue(content.id), locale))] : [];
  const written = content.plain?.[locale];
  const invited: Part[] = content.audience?.activityId ? [asButton(words.invitation[locale], slot("invitation"))] : [];
  const foot: Part[] = [
    ...online,
    ...(content.audience?.activityId ? [asText(words.own[locale])] : []),
    asText(words.why[locale].replace("{source}", slot("source"))),
    asLink(words.unsubscribe[locale], slot("unsubscribe")),
    asLink(letterWords.myData[locale], `${origin}${locale === "en" ? "/en" : ""}/forms/my-data`),
  ];
  const from = letterWords.from[locale];
  const html = frame({
    locale,
    title: subject,
    preheader: marked(content.preheader?.[locale] ?? ""),
    from,
    rows: [...parts, ...invited].map((part) => part.html),
    foot: foot.map((part) => part.html),
  });
  const told = written ? [marked(written)] : parts.map((part) => part.text);
  const text = [subject, ...told, ...invited.map((part) => part.text), "-- ", ...foot.map((part) => part.text), from]
    .filter(Boolean)
    .join("\n\n");
  const event = content.blocks?.find((block) => block.kind === "calendar");
  const calendar = event && shown.calendar(event.activityId, locale);
  return { locale, subject, html, text, slots, page, ...(calendar ? { calendar } : {}) };
}

const asText = (said: string): Part => ({ html: said, text: said });
const asLink = (said: string, href: string): Part => ({ html: link(said, href), text: `${said}:\n${href}` });
const asButton = (said: string, href: string): Part => ({ html: button(said, href), text: `${said}:\n${href}` });

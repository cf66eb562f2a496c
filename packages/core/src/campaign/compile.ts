import { escapeHtml } from "../platform/html.ts";
import { letter, myDataLink } from "../platform/mail/letter.ts";
import { type Locale, say, type Words } from "../platform/text.ts";
import { renderMarkdown } from "./markdown.ts";
import { type CampaignContent, fieldPattern, type PersonalField, personalFields } from "./schema.ts";

/** What differs from one recipient to the next. */
export type Personal = Partial<Record<PersonalField, string | undefined>> & {
  readonly unsubscribe: string;
  /** Of an invitation: the recipient's own link. */
  readonly invitation?: string | undefined;
  readonly source: string;
};

export interface Compiled {
  readonly subject: (to: Personal) => string;
  readonly html: (to: Personal) => string;
  readonly text: (to: Personal) => string;
}

interface Slot {
  readonly name: keyof Personal;
  readonly fallback: string;
}

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
  unsubscribe: { "zh-CN": "退订或选择想收到的邮件", en: "Unsubscribe, or choose what you get" },
} satisfies Record<string, Words>;
const advertisement: Words = { "zh-CN": "广告：", en: "AD: " };

/** Characters for private use that no text may hold: they mark where a recipient's own words go. */
const [open, close] = ["\uE000", "\uE001"];

/**
 * Makes the mail of one version and language once; what is left for each recipient is putting a few words in.
 * So a name is never read as Markdown or as HTML.
 */
export function compileCampaign(
  content: Pick<CampaignContent, "kind" | "subject" | "body"> & Partial<Pick<CampaignContent, "audience">>,
  locale: Locale,
  origin: string,
): Compiled {
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
  const body = renderMarkdown(marked(say(content.body, locale)), origin);
  const { html, text } = letter(
    locale,
    subject,
    [
      { kind: "raw", ...body },
      ...(content.audience?.activityId
        ? [{ kind: "button", text: words.invitation[locale], href: slot("invitation") } as const]
        : []),
    ],
    [
      ...(content.audience?.activityId ? [{ kind: "text", text: words.own[locale] } as const] : []),
      { kind: "text", text: words.why[locale].replace("{source}", slot("source")) },
      { kind: "link", text: words.unsubscribe[locale], href: slot("unsubscribe") },
      myDataLink(origin, locale),
    ],
  );
  return {
    subject: template(subject, slots, (value) => value.replace(/\s+/g, " ")),
    html: template(html, slots, escapeHtml),
    text: template(text, slots, (value) => value),
  };
}

function template(source: string, slots: readonly Slot[], write: (value: string) => string): (to: Personal) => string {
  const parts = source.split(new RegExp(`${open}(\\d+)${close}`));
  return (to) =>
    parts
      .map((part, i) => {
        const of = i % 2 ? slots[Number(part)] : undefined;
        return of ? write(to[of.name] || of.fallback) : part;
      })
      .join("");
}

/** The language of the mail for a person: their own where the campaign has it. */
export const localeFor = (content: Pick<CampaignContent, "subject" | "body">, wanted: Locale | undefined): Locale =>
  wanted === "en" && content.subject.en && content.body.en ? "en" : "zh-CN";

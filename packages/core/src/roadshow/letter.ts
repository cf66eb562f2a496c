import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, type Localised, say, type Words } from "../platform/text.ts";
import { formatTime } from "../platform/time.ts";
import { inLocale } from "../publication/schema.ts";
import type { EntryRecord } from "./entity.ts";
import { entryToken } from "./link.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const letters = {
  submitted: {
    subject: w("路演报名已收到：{title}", "In the roadshow: {title}"),
    text: w(
      "{name}，您好！项目“{title}”已报名“{activity}”。征集截止后由评委评分，主办方公布结果时发邮件告诉您；此前不会有其他通知。",
      "Dear {name}, “{title}” is entered for “{activity}”. Once the call has closed the jury scores it, and we write to you when the organiser publishes the result; not before.",
    ),
  },
  withdrawn: {
    subject: w("已退出路演：{title}", "Out of the roadshow: {title}"),
    text: w(
      "{name}，您好！项目“{title}”已退出“{activity}”。项目本身不受影响。",
      "Dear {name}, “{title}” is not in “{activity}” any more. The project itself stays as it is.",
    ),
  },
  accepted: {
    subject: w("入选路演：{title}", "Accepted for the roadshow: {title}"),
    text: w(
      "{name}，您好！项目“{title}”入选“{activity}”，将上台路演。上台时间排定后另行通知。",
      "Dear {name}, “{title}” is accepted for “{activity}” and will be on stage. We write again when its time is set.",
    ),
  },
  reserve: {
    subject: w("路演候补：{title}", "On the reserve of the roadshow: {title}"),
    text: w(
      "{name}，您好！项目“{title}”在“{activity}”的候补名单中，排第 {place} 位。有项目退出时按顺序递补，并发邮件告诉您。",
      "Dear {name}, “{title}” is on the reserve of “{activity}”, at place {place}. If a project withdraws the next one moves up, and we write to you.",
    ),
  },
  declined: {
    subject: w("路演评审结果：{title}", "The roadshow's result: {title}"),
    text: w(
      "{name}，您好！项目“{title}”这次没有入选“{activity}”。感谢您的参与。",
      "Dear {name}, “{title}” was not accepted for “{activity}” this time. Thank you for taking part.",
    ),
  },
  time: {
    subject: w("上台时间：{title}", "Your time on stage: {title}"),
    text: w(
      "{name}，您好！项目“{title}”在“{activity}”的上台时间是 {time}。请提前 30 分钟到场。",
      "Dear {name}, “{title}” is on stage at “{activity}” on {time}. Please be there 30 minutes before.",
    ),
  },
  untimed: {
    subject: w("上台时间取消：{title}", "No time on stage any more: {title}"),
    text: w(
      "{name}，您好！项目“{title}”暂时不在“{activity}”的路演顺序中。如有疑问请联系主办方。",
      "Dear {name}, “{title}” is not in the running order of “{activity}” any more. Ask the organiser if you have questions.",
    ),
  },
  "called-off": {
    subject: w("活动已取消：{activity}", "Called off: {activity}"),
    text: w(
      "{name}，您好！“{activity}”已取消，项目征集随之结束，项目“{title}”不再参加评审和路演。项目本身不受影响。",
      "Dear {name}, “{activity}” is called off and its call for projects is closed: “{title}” will be neither scored nor on stage there. The project itself stays as it is.",
    ),
  },
} as const;
export type Telling = keyof typeof letters;

const words = {
  open: w("查看报名和结果", "See your entry and its result"),
  reason: w("主办方的说明：{text}", "The organiser says: {text}"),
  comments: w("评委评语：", "The jury's comments:"),
  why: w(
    "您收到这封邮件，是因为有人用此邮箱的项目报名了上述路演。链接只属于您，请勿转发。",
    "You receive this because a project of this address was entered for the roadshow. The link is yours alone: do not pass it on.",
  ),
};

export interface Told {
  readonly contact: { readonly name: string; readonly email: string };
  readonly title: Localised;
  readonly activity: { readonly title: Localised; readonly timeZone: string };
  readonly place?: number | undefined;
  readonly reason?: string | undefined;
  readonly comments?: readonly string[] | undefined;
  readonly startsAt?: string | undefined;
}

/** The mail to whoever submitted a project to a roadshow. */
export function roadshowLetter(ctx: Ctx, entry: EntryRecord, telling: Telling, told: Told): Message {
  const { locale } = entry;
  const { contact, reason, comments = [], startsAt } = told;
  const params = {
    title: say(told.title, locale),
    activity: say(told.activity.title, locale),
    name: contact.name,
    place: told.place ?? 0,
    time: startsAt ? formatTime(startsAt, locale, told.activity.timeZone) : "",
  };
  const t = (text: Words, more: Record<string, string> = {}) => fill(text[locale], { ...params, ...more });
  const subject = t(letters[telling].subject);
  const blocks: Block[] = [
    { kind: "text", text: t(letters[telling].text) },
    ...(reason ? [{ kind: "text", text: t(words.reason, { text: reason }) } as const] : []),
    ...(comments.length
      ? [{ kind: "text", text: [t(words.comments), ...comments.map((c) => `· ${c}`)].join("\n") } as const]
      : []),
    { kind: "button", text: t(words.open), href: `${ctx.origin}${inLocale(`/my/roadshow/${entryToken(ctx, entry)}`, locale)}` },
  ];
  const { html, text } = letter(locale, subject, blocks, [{ kind: "text", text: t(words.why) }, myDataLink(ctx.origin, locale)]);
  return { to: { address: contact.email, name: contact.name }, subject, html, text, locale };
}

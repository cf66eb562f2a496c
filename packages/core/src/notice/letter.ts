import { type Holder, ticketCode } from "../activity/index.ts";
import { calendarEntry, onlineFacts, registrationToken } from "../activity/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { qrPng } from "../platform/qr.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { formatRange } from "../platform/time.ts";
import type { NoticeKind, NoticeRecord } from "./entity.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const subjects: Readonly<Record<NoticeKind, Words>> = {
  moved: w("活动有变更：{title}", "Changed: {title}"),
  "called-off": w("活动已取消：{title}", "Called off: {title}"),
  reminder: w("即将开始：{title}", "Starting soon: {title}"),
};
const bodies: Readonly<Record<NoticeKind, Words>> = {
  moved: w(
    "{name}，您好！您报名的活动有变更，最新安排如下。日历中的日程会随附件更新，凭证仍然有效。不能参加时，请取消报名，把名额让给候补的人。",
    "Dear {name}, the event you registered for has changed; this is how it stands now. The entry in your calendar follows with the attachment, and your ticket stays valid. If you cannot come, please cancel, so that somebody who waits gets the seat.",
  ),
  "called-off": w(
    "{name}，您好！很抱歉，您报名的活动已取消，日历中的日程会随附件删除。您不需要做任何操作。",
    "Dear {name}, we are sorry: the event you registered for was called off. The entry in your calendar goes with the attachment. There is nothing for you to do.",
  ),
  reminder: w(
    "{name}，您好！您报名的活动即将开始。请在现场出示下方二维码签到。不能参加时，请尽快取消，把名额让给候补的人。",
    "Dear {name}, the event you registered for starts soon. Please show the code below at the door. If you cannot come, please cancel now, so that somebody who waits gets the seat.",
  ),
};
const soon = w(
  "{name}，您好！您报名的“{title}”中的“{session}”即将开始。",
  "Dear {name}, “{session}” at “{title}”, for which you are registered, starts soon.",
);
const words = {
  time: w("时间", "When"),
  venue: w("地点", "Where"),
  manage: w("查看、修改或取消报名", "See, change or cancel"),
  ticket: w("签到二维码", "Ticket code for the door"),
};

type Known = Parameters<typeof calendarEntry>[0];

/** The mail to somebody who registered about what has become of the activity; a calendar entry goes to those who hold the earlier one. */
export function noticeLetter(
  ctx: Ctx,
  { kind, session: about }: Pick<NoticeRecord, "kind" | "session">,
  activity: Known,
  holder: Holder,
): Message {
  const { locale, name } = holder;
  const title = say(activity.title, locale);
  const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
  const base = locale === "en" ? `${ctx.origin}/en` : ctx.origin;
  const manage = `${base}/my/registrations/${registrationToken(ctx, holder)}`;
  const session = activity.agenda?.sessions.find(({ id }) => id === about);
  const room = activity.agenda?.rooms.find(({ id }) => id === session?.room);
  const subject = t(subjects[kind], { title: session ? say(session.title, locale) : title });
  const seated = holder.status === "confirmed";
  const blocks: Block[] = [
    { kind: "text", text: t(session ? soon : bodies[kind], { name, session: session ? say(session.title, locale) : "", title }) },
    {
      kind: "facts",
      facts: [
        [t(words.time), formatRange((session ?? activity).startsAt, (session ?? activity).endsAt, locale, activity.timeZone)],
        [t(words.venue), [say(activity.venue, locale), ...(room ? [say(room.name, locale)] : [])].join(" · ")],
        ...onlineFacts(activity, holder),
      ],
    },
    ...(kind === "reminder" ? [{ kind: "picture", src: "cid:ticket", alt: t(words.ticket), size: 220 } as const] : []),
    ...(kind === "called-off" ? [] : [{ kind: "button", text: t(words.manage), href: manage } as const]),
  ];
  const { html, text } = letter(locale, subject, blocks, [myDataLink(ctx.origin, locale)]);
  const options = { from: ctx.mailer.from, url: manage, stamp: ctx.now() };
  return {
    to: { address: holder.email, name },
    subject,
    html,
    text,
    locale,
    ...(kind === "reminder"
      ? { pictures: [{ name: "ticket", type: "image/png", body: qrPng(ticketCode(ctx, holder)) }] }
      : seated
        ? { calendar: calendarEntry(activity, holder, options) }
        : {}),
  };
}

import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { qrPng } from "../platform/qr.ts";
import { fill, type Localised, say, type Words } from "../platform/text.ts";
import { formatRange, formatTime } from "../platform/time.ts";
import { calendarEntry } from "./calendar.ts";
import type { ActivityRecord, RegistrationRecord } from "./entity.ts";
import { registrationToken, ticketCode } from "./link.ts";
import { onlineFacts } from "./online-words.ts";
import type { Telling } from "./tell-person.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const subjects: Readonly<Record<RegistrationRecord["status"], Words>> = {
  confirmed: w("报名成功：{title}", "You are registered: {title}"),
  waitlisted: w("已加入候补：{title}", "You are on the waiting list: {title}"),
  offered: w("有名额了，请确认：{title}", "A seat is free for you: {title}"),
  requested: w("已收到报名申请：{title}", "We have your request: {title}"),
  refused: w("报名未通过：{title}", "Your request was not accepted: {title}"),
  cancelled: w("报名已取消：{title}", "Your registration was cancelled: {title}"),
};

const bodies: Readonly<Record<RegistrationRecord["status"], Words>> = {
  confirmed: w(
    "{name}，您好！您的名额已确认。请在现场出示下方二维码签到。",
    "Dear {name}, your seat is confirmed. Please show the code below at the door.",
  ),
  waitlisted: w(
    "{name}，您好！名额已满，您已进入候补名单。有名额空出时，会按先后顺序发邮件通知您。",
    "Dear {name}, all seats are taken, and you are on the waiting list. When a seat becomes free, we write to the next in line.",
  ),
  offered: w(
    "{name}，您好！有一个名额为您保留到 {until}。请在此之前点击确认，否则名额会让给下一位。",
    "Dear {name}, a seat is held for you until {until}. Please accept it before then; after that it goes to the next person.",
  ),
  requested: w(
    "{name}，您好！您的报名申请已收到，主办方审核后会发邮件告知结果。",
    "Dear {name}, we have your request. The organiser decides on it, and we write to you then.",
  ),
  refused: w(
    "{name}，您好！主办方没有通过您的报名申请。理由：{remark}",
    "Dear {name}, the organiser did not accept your request. The reason given: {remark}",
  ),
  cancelled: w(
    "{name}，您好！您的报名已取消。如需参加，可以重新报名。",
    "Dear {name}, your registration was cancelled. You can register again if you want to come.",
  ),
};

const expired = w(
  "{name}，您好！为您保留的名额已过确认时间，已让给下一位。如仍想参加，可以重新报名。",
  "Dear {name}, the seat that was held for you has gone to the next person, because its time ran out. You can register again if you still want to come.",
);

const transferred = w(
  "{name}，您好！您的名额已转让，您的报名随之结束。",
  "Dear {name}, your seat was passed on, and your registration has ended with it.",
);
const pooled = w(
  "{name}，您好！您已参加抽签，将于 {drawn} 开奖排序，抽签前报名不分先后。您的报名编号：{id}",
  "Dear {name}, you take part in the lottery, which is drawn {drawn}; before that it does not matter who came first. Your number: {id}",
);

const words = {
  time: w("时间", "When"),
  venue: w("地点", "Where"),
  accept: w("查看并确认名额", "See and accept the seat"),
  manage: w("查看、修改或取消报名", "See, change or cancel"),
  again: w("查看活动", "See the activity"),
  ticket: w("签到二维码", "Ticket code for the door"),
  code: w("凭证号：{code}", "Ticket: {code}"),
  why: w(
    "您收到这封邮件，是因为用此邮箱报名了上述活动。如果不是您本人操作，请点击上面的链接取消。",
    "You receive this because this address was used to register. If it was not you, cancel by the link above.",
  ),
} as const;

function bodyOf({ status, cancelledBecause, pooled: joined, lot }: RegistrationRecord): Words {
  if (status === "cancelled" && cancelledBecause === "offer-expired") return expired;
  if (status === "cancelled" && cancelledBecause === "transferred") return transferred;
  return status === "waitlisted" && joined && !lot ? pooled : bodies[status];
}

/** The mail to one person about one registration: what happened, when and where, and the secret link. */
export async function registrationLetter(
  ctx: Ctx,
  telling: Telling,
  activity: ActivityRecord & Pick<Stored, "version">,
  registration: RegistrationRecord,
): Promise<Message> {
  const { locale, status, name } = registration;
  const t = (text: Localised, params: Record<string, string> = {}) => fill(say(text, locale), params);
  const title = say(activity.title, locale);
  const base = locale === "en" ? `${ctx.origin}/en` : ctx.origin;
  const manage = `${base}/my/registrations/${registrationToken(ctx, registration)}`;
  const page = `${base}/activities/${activity.id}/`;
  const until = registration.offerExpiresAt ? formatTime(registration.offerExpiresAt, locale, activity.timeZone) : "";
  const confirmed = status === "confirmed";
  const code = ticketCode(ctx, registration);
  const subject = t(subjects[status], { title });
  const drawn = activity.drawAt ? formatTime(activity.drawAt, locale, activity.timeZone) : "";
  const body = bodyOf(registration);

  const blocks: Block[] = [
    { kind: "text", text: t(body, { name, until, drawn, id: registration.id, remark: registration.remark ?? "" }) },
    {
      kind: "facts",
      facts: [
        [t(words.time), formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone)],
        [t(words.venue), say(activity.venue, locale)],
        ...onlineFacts(activity, registration),
      ],
    },
    ...(confirmed
      ? [
          { kind: "picture", src: "cid:ticket", alt: t(words.ticket), size: 220 } as const,
          { kind: "text", text: t(words.code, { code: registration.id }) } as const,
        ]
      : []),
    status === "cancelled"
      ? { kind: "button", text: t(words.again), href: page }
      : { kind: "button", text: t(status === "offered" ? words.accept : words.manage), href: manage },
  ];
  const why: Block[] = status === "cancelled" ? [] : [{ kind: "text", text: t(words.why) }];
  const { html, text } = letter(locale, subject, blocks, [...why, myDataLink(ctx.origin, locale)]);
  const hadSeat = telling === "registration-cancelled" && registration.sequence > 0;
  return {
    to: { address: registration.email, name },
    subject,
    html,
    text,
    locale,
    ...(confirmed ? { pictures: [{ name: "ticket", type: "image/png", body: qrPng(code) }] } : {}),
    ...(confirmed || hadSeat
      ? {
          calendar: calendarEntry(activity, registration, {
            from: ctx.mailer.from,
            url: confirmed ? manage : page,
            stamp: ctx.now(),
          }),
        }
      : {}),
  };
}

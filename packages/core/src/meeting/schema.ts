import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { agreed, Instant, Locale, labelled, line, optionalProse, prose, Reference } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import type * as answers from "./answer-schema.ts";

const said = (zh: string, en: string) => ({ params: { words: { "zh-CN": zh, en } } });

const Span = z
  .object({ startsAt: labelled(Instant, "开始", "From"), endsAt: labelled(Instant, "结束", "To") })
  .refine((span) => span.startsAt < span.endsAt, {
    path: ["endsAt"],
    ...said("“结束”必须晚于开始。", "To: choose a time after the start."),
  });
export type Span = Readonly<z.infer<typeof Span>>;

const TableId = z.string().regex(/^[A-Za-z0-9-]{1,12}$/);
const MeetingId = z.string().regex(/^mrq_\w{1,40}$/);

const MeetingTable = z.object({
  id: TableId,
  name: labelled(line(30), "桌名", "Table"),
  seats: labelled(z.int().min(2).max(20), "座位数", "Seats"),
  closed: labelled(z.array(Span).max(20).default([]), "不开放的时段", "Not there"),
});
export type MeetingTable = Readonly<z.infer<typeof MeetingTable>>;

const Pin = z.object({ id: MeetingId, at: labelled(Instant, "时段", "Slot"), table: TableId.optional() });
const Order = z.object({ first: MeetingId, second: MeetingId });

/** 会面安排: when and where people meet. Slots follow from windows, length, walking time and breaks. */
export const MeetingSetup = z
  .object({
    windows: labelled(z.array(Span).min(1).max(12), "会面时段", "Meeting windows"),
    slotMinutes: labelled(z.int().min(5).max(120).default(20), "每次会面（分钟）", "Minutes a meeting"),
    walkMinutes: labelled(z.int().min(0).max(30).default(5), "换桌时间（分钟）", "Minutes to change tables"),
    breaks: labelled(z.array(Span).max(20).default([]), "休息", "Breaks"),
    tables: labelled(z.array(MeetingTable).min(1).max(100), "桌子", "Tables"),
    asksUntil: labelled(Instant, "邀约截止", "Invitations until"),
    expireHours: labelled(z.int().min(1).max(240).default(48), "邀约有效期（小时）", "Hours to answer an invitation"),
    fairness: labelled(z.int().min(0).max(10).default(2), "空档差距上限", "Most difference of breaks"),
    pins: labelled(z.array(Pin).max(200).default([]), "固定的会面", "Pinned meetings"),
    orders: labelled(z.array(Order).max(200).default([]), "先后顺序", "Precedences"),
  })
  .refine(({ windows }) => apart(windows), {
    path: ["windows"],
    ...said("“会面时段”有重叠，请分开填写。", "Meeting windows: two of them overlap. Take them apart."),
  })
  .refine(({ tables }) => new Set(tables.map(({ id }) => id)).size === tables.length, {
    path: ["tables"],
    ...said("“桌子”的编号重复。", "Tables: two have the same id."),
  })
  .refine(({ orders }) => orders.every(({ first, second }) => first !== second), {
    path: ["orders"],
    ...said("“先后顺序”不能让一场会面先于自己。", "Precedences: a meeting cannot come before itself."),
  })
  .refine(({ orders }) => !circular(orders), {
    path: ["orders"],
    ...said(
      "“先后顺序”互相矛盾：有几场会面绕成了一圈，谁也排不到最前。请去掉其中一条。",
      "Precedences: some go round in a circle, so that none can come first. Take one of them away.",
    ),
  });
export type MeetingSetup = Readonly<z.infer<typeof MeetingSetup>>;

/** Whether meetings that come before others come, by way of those, before themselves. */
function circular(orders: readonly z.infer<typeof Order>[]): boolean {
  let left = orders;
  for (;;) {
    const later = new Set(left.map(({ second }) => second));
    const rest = left.filter(({ first }) => later.has(first));
    if (rest.length === left.length) return left.length > 0;
    left = rest;
  }
}

const apart = (spans: readonly Span[]) =>
  spans
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .every((span, i, all) => i === 0 || (all[i - 1] as Span).endsAt <= span.startsAt);

/** The text that a profile is given under, by version; records keep the version. */
export const meetingConsent = {
  purpose: "meeting-profile",
  version: "2026-11-01",
  text: {
    "zh-CN":
      "我同意把我的姓名、单位和这里填写的内容给同一活动中填写了会面资料的参会者看，用于互相邀约；双方同意会面后，日程中写明双方的姓名和单位。邮箱和手机不给对方。我可以随时在本页退出，退出后内容立即删除。",
    en: "I agree that my name, my organisation and what I write here are shown to those at the same event who filled in a profile too, to invite each other; once both agree to meet, the agenda names both. Address and telephone are not shown. I can leave on this page at any time, and what I wrote is then deleted at once.",
  },
} as const;

/** 会面资料: what others see of somebody, and when that person can meet. */
export const Profile = z.object({
  brings: labelled(prose(300, 2), "我带来什么", "What I bring", {
    "zh-CN": "技术、产品、资金或服务，写清能解决什么问题。",
    en: "Technology, products, funds or services: say which problem it solves.",
  }),
  seeks: labelled(optionalProse(300), "我在找什么（选填）", "What I seek (optional)"),
  chains: labelled(z.array(Reference).max(6).default([]), "产业链", "Industry chains"),
  times: labelled(z.array(Instant).max(300), "可以会面的时间", "Times at which I can meet", {
    "zh-CN": "多选一些，更容易安排。",
    en: "The more you choose, the easier it is to arrange.",
  }),
  onBoard: labelled(
    z
      .union([z.boolean(), z.string().max(10)])
      .optional()
      .transform((v) => v === true || v === "yes"),
    "现场大屏显示我的姓名",
    "My name on the screen in the hall",
  ),
  locale: Locale.default("zh-CN"),
  consent: labelled(
    agreed(
      "请阅读并勾选同意，否则别人看不到您，无法邀约。",
      "Please read and tick the consent; without it nobody can see or invite you.",
    ),
    "展示同意",
    "Consent",
  ),
});

/** asked → accepted or declined; expired once its time is over; withdrawn by the one who asked, cancelled by either after both had agreed. */
export const requestStatuses = ["asked", "accepted", "declined", "expired", "withdrawn", "cancelled"] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** 已见, 未到. */
export const outcomes = ["held", "absent"] as const;
export type Outcome = (typeof outcomes)[number];

/** Two addresses with one name in one organisation: not decided, one person, or two. */
export const twinStates = ["open", "same", "apart"] as const;

export const runKinds = ["all", "repair"] as const;
export const runStatuses = ["asked", "running", "finished", "failed"] as const;

/** Why a meeting has no slot: 双方没有共同时间, 一方时段已满, 桌子已满, 其他限制. */
export const causes = ["no-time", "person", "tables", "order"] as const;
export type Cause = (typeof causes)[number];

export const causeWords: Readonly<Record<Cause, Words>> = {
  "no-time": { "zh-CN": "双方没有共同的时间", en: "no time that suits both" },
  person: { "zh-CN": "一方的时段已经排满", en: "one side has no slot left" },
  tables: { "zh-CN": "可用的时段桌子都已占满", en: "every table is taken in the slots that suit" },
  order: { "zh-CN": "固定的时段或先后顺序排不下", en: "a pin or a precedence leaves no place" },
};

/** Everything of the meetings of one activity, as those who run it see it. */
export type MeetingDesk = Readonly<z.infer<typeof answers.Desk>>;
export type DeskRow = MeetingDesk["rows"][number];
export type MeetingPerson = Readonly<z.infer<typeof answers.PersonRow>>;

const r = reason;
export const meetingsClosed = r(
  "meeting.not-open",
  "not-found",
  "这项活动没有开放一对一会面。请返回报名页面。",
  "There are no one-to-one meetings at this event. Go back to your registration.",
);
export const seatNeeded = r(
  "meeting.seat-needed",
  "conflict",
  "报名确认后才能邀约会面。请先在报名页面确认名额。",
  "Meetings are for confirmed participants. Confirm your seat on the registration page first.",
);
export const asksOver = r(
  "meeting.asks-over",
  "conflict",
  "邀约已经截止，不能再邀约或接受。取消会面仍然可以。",
  "The time for invitations is over; none can be sent or accepted. Meetings can still be cancelled.",
);
export const profileNeeded = r(
  "meeting.profile-needed",
  "conflict",
  "请先填写会面资料并选择时间，对方才能看到您。",
  "Fill in your profile and your times first, so that others can see you.",
);
export const personMissing = r(
  "meeting.person-missing",
  "not-found",
  "没有找到这位参会者，可能已经退出会面。请从名单重新选择。",
  "There is no such participant; they may have left the meetings. Choose from the list.",
);
export const yourself = r(
  "meeting.self",
  "invalid",
  "不能邀约自己。请从名单选择别人。",
  "You cannot invite yourself. Choose somebody else.",
);
export const blockedHere = r(
  "meeting.blocked",
  "forbidden",
  "主办方已停用您的会面功能。如有疑问，请联系主办方。",
  "The organiser has switched meetings off for you. Ask the organiser if you think this is wrong.",
);
export const twice = r(
  "meeting.twice",
  "conflict",
  "同一单位的同名参会者已用另一个邮箱填写了会面资料，主办方会看到并决定。如果是您本人，请用那封邮件中的链接；如果是同名的另一位，请在报名页面的姓名后注明部门，或等主办方确认后再保存。",
  "Somebody of this name and organisation has a profile under another address; the organiser sees this and decides. If that is you, use the link in that mail; if you are a namesake, add your department to your name on the registration page, or save again once the organiser has confirmed it.",
);
export const noCommonTime = r(
  "meeting.no-common-time",
  "conflict",
  "你们选择的时间没有重合，无法安排会面。请在会面资料中多选一些时间。",
  "The times that the two of you chose never meet. Choose more times in your profile.",
);
export const askedAlready = r(
  "meeting.asked-already",
  "conflict",
  "你们之间已有邀约或会面。请在列表中查看。",
  "There is an invitation or a meeting between you already. See it in the list.",
);
export const declinedBefore = r(
  "meeting.declined",
  "conflict",
  "对方已经谢绝了邀约，不能再次邀约。",
  "They have declined; the invitation cannot be sent again.",
);
export const tooManyAsked = r(
  "meeting.too-many",
  "limit-exceeded",
  "同时最多邀约 {most} 人。请先撤回一些邀约。",
  "At most {most} people can be invited. Withdraw some invitations first.",
);
export const requestMissing = r(
  "meeting.request-missing",
  "not-found",
  "没有找到这个邀约，可能已撤回。请刷新页面。",
  "There is no such invitation; it may have been withdrawn. Reload the page.",
);
export const requestOver = r(
  "meeting.request-over",
  "conflict",
  "这个邀约已经失效（过期、撤回或已答复）。请刷新页面查看。",
  "This invitation does not stand any more (expired, withdrawn or answered). Reload the page.",
);
export const notMet = r(
  "meeting.not-met-yet",
  "conflict",
  "会面还没有开始，开始后再填写结果。",
  "The meeting has not begun. Say how it went once it has.",
);
export const noSetup = r("meeting.no-setup", "conflict", "请先设置会面时段和桌子。", "Set the meeting windows and tables first.");
export const nothingToSchedule = r(
  "meeting.nothing-accepted",
  "conflict",
  "还没有双方都同意的会面，无法排程。",
  "No meeting has been agreed by both sides yet, so there is nothing to schedule.",
);
export const runGoing = r(
  "meeting.run-going",
  "conflict",
  "正在排程。请等它完成，或先停止。",
  "A schedule is being made. Wait for it, or stop it first.",
);
export const noDraft = r(
  "meeting.no-draft",
  "conflict",
  "没有可发布的草案，或草案之后已有变化。请重新排程。",
  "There is no draft to publish, or something changed after it was made. Schedule again.",
);
export const notKind = r(
  "meeting.wrong-kind",
  "conflict",
  "只有“供需对接”类型的活动可以安排一对一会面。请先修改活动类型。",
  "One-to-one meetings belong to activities of the kind “matchmaking”. Change the kind first.",
);
export const twinMissing = r(
  "meeting.twin-missing",
  "not-found",
  "没有找到这条同名记录，请刷新页面。",
  "There is no such pair of namesakes. Reload the page.",
);

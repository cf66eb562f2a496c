import * as z from "zod";
import { Given } from "../form/schema.ts";
import { reason } from "../platform/reason.ts";
import { agreed, Email, Instant, Locale, labelled, line, localised, OptionalPhone, prose, TimeZone } from "../platform/schema.ts";
import { tidy } from "../platform/text.ts";
import { OptionalRegion } from "../taxonomy/schema.ts";
import type * as answers from "./answer-schema.ts";
import { activityKinds } from "./kinds-schema.ts";

export const ActivityKind = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof ActivityKind>;

export {
  type ActivityStatus,
  activityKinds,
  activityStatuses,
  type RegistrationStatus,
  registrationStatuses,
} from "./kinds-schema.ts";

/** The ticket type of an activity that names none, and the quota that every seat counts against. */
export const general = "general";
export const whole = "whole";

const PartId = z
  .string()
  .regex(/^[a-z0-9]{1,12}$/)
  .refine((id) => id !== general && id !== whole, {
    params: { words: { "zh-CN": "编号“general”和“whole”有专门用途。", en: "The ids “general” and “whole” are taken." } },
  });

/** 分配额: a part of an activity's places. A seat may count against several, and always counts against the whole. */
export const Quota = z.object({
  id: PartId,
  name: labelled(localised(60), "名称", "Name"),
  size: labelled(z.int().min(0).max(100_000), "名额", "Places"),
});
export type Quota = z.infer<typeof Quota>;

/** 票种: whom a seat is for, which quotas it counts against, when and how one gets it. */
export const TicketType = z.object({
  id: PartId,
  name: labelled(localised(60), "名称", "Name"),
  quotas: labelled(z.array(PartId).max(6).default([]), "计入的分配额", "Counts against"),
  opensAt: labelled(Instant.optional(), "开始报名", "Opens"),
  closesAt: labelled(Instant.optional(), "停止报名", "Closes"),
  hidden: labelled(z.boolean().optional(), "仅凭邀请码可见", "Only with an invitation code"),
  approval: labelled(z.boolean().optional(), "报名需审核", "Registrations are approved by the organiser"),
});
export type TicketType = z.infer<typeof TicketType>;

const chainIds = labelled(z.array(z.string().max(60)).max(12), "产业链", "Industry chains");

export const ActivityContent = z
  .object({
    kind: labelled(ActivityKind, "类型", "Kind"),
    title: labelled(localised(120), "标题", "Title"),
    summary: labelled(localised(300, true), "摘要", "Summary"),
    description: labelled(localised(20_000, true), "介绍", "Description", {
      "zh-CN": "可使用 Markdown。",
      en: "Markdown is possible.",
    }),
    venue: labelled(localised(200), "地点", "Venue"),
    region: labelled(OptionalRegion, "地区（选填）", "Region (optional)"),
    chains: chainIds,
    startsAt: labelled(Instant, "开始时间", "Starts"),
    endsAt: labelled(Instant, "结束时间", "Ends"),
    registrationClosesAt: labelled(Instant, "报名截止", "Registration closes"),
    timeZone: labelled(TimeZone.default("Asia/Shanghai"), "时区", "Time zone"),
    capacity: labelled(z.int().min(1).max(100_000), "名额", "Places"),
    offerHours: labelled(z.int().min(1).max(168).default(24), "候补确认时限（小时）", "Hours to accept an offered seat"),
    waitingList: labelled(z.boolean().optional(), "额满后可候补", "Keep a waiting list"),
    drawAt: labelled(Instant.optional(), "抽签时间（选填）", "Lottery drawn at (optional)", {
      "zh-CN": "填写后，此前报名的人不分先后，到时抽签排序。",
      en: "Everybody who registers before it has the same chance; the draw puts them in order.",
    }),
    quotas: labelled(z.array(Quota).max(12).optional(), "分配额", "Quotas"),
    tickets: labelled(z.array(TicketType).max(12).optional(), "票种", "Ticket types"),
  })
  .refine((a) => a.startsAt < a.endsAt, {
    path: ["endsAt"],
    params: { words: { "zh-CN": "“结束时间”必须晚于开始时间。", en: "Ends: choose a time after the start." } },
  })
  .refine((a) => a.registrationClosesAt <= a.endsAt, {
    path: ["registrationClosesAt"],
    params: { words: { "zh-CN": "“报名截止”不能晚于结束时间。", en: "Registration closes: choose a time before the end." } },
  })
  .refine((a) => !a.drawAt || a.drawAt < a.startsAt, {
    path: ["drawAt"],
    params: { words: { "zh-CN": "“抽签时间”必须早于开始时间。", en: "Lottery: choose a time before the start." } },
  })
  .refine((a) => distinct(a.quotas) && distinct(a.tickets), {
    path: ["tickets"],
    params: { words: { "zh-CN": "票种或分配额重复。", en: "Two ticket types or quotas have the same id." } },
  })
  .refine((a) => (a.tickets ?? []).every((t) => t.quotas.every((id) => a.quotas?.some((q) => q.id === id))), {
    path: ["tickets"],
    params: {
      words: { "zh-CN": "“票种”计入了不存在的分配额。", en: "Ticket types: one counts against a quota that is not there." },
    },
  });
const distinct = (parts: readonly { readonly id: string }[] = []) => new Set(parts.map(({ id }) => id)).size === parts.length;
export type ActivityContent = z.infer<typeof ActivityContent>;

/** The consent text that registration asks for, by version; records keep the version. */
export const registrationConsent = {
  purpose: "activity-registration",
  version: "2026-11-01",
  text: {
    "zh-CN":
      "我同意主办方为组织本次活动使用我填写的信息（确认名额、发送活动通知、现场签到），活动结束两年后删除。我可以随时通过邮件中的链接查看、修改或取消。",
    en: "I agree that the organiser uses what I enter here to run this activity (places, notices, check-in) and deletes it two years after it. I can see, change or cancel at any time by the link in the mail.",
  },
} as const;

/** An invitation code as people type it, in capitals; an empty field is none. */
export const Code = z
  .string()
  .transform((s) => tidy(s).toUpperCase().replace(/\s/g, ""))
  .pipe(z.string().regex(/^([A-Z0-9-]{4,24})?$/));

export const Register = z.object({
  activityId: z.string().max(40),
  ticket: labelled(
    z
      .string()
      .max(12)
      .optional()
      .transform((id) => id || undefined),
    "票种",
    "Ticket type",
  ),
  code: labelled(
    Code.optional().transform((code) => code || undefined),
    "邀请码（选填）",
    "Invitation code (optional)",
  ),
  name: labelled(line(60), "姓名", "Name"),
  organisation: labelled(line(120), "单位", "Organisation"),
  email: labelled(Email, "邮箱", "E-mail", {
    "zh-CN": "确认邮件和凭证会发到这里。",
    en: "The confirmation and the ticket go here.",
  }),
  phone: labelled(OptionalPhone, "手机（选填）", "Telephone (optional)"),
  interest: labelled(prose(500, 0).optional(), "您想解决的问题或带来的技术（选填）", "What you seek or bring (optional)"),
  locale: Locale.default("zh-CN"),
  /** Answers to the organiser's questions, and the version of the form that was seen. */
  answers: Given.optional(),
  form: z.coerce.number().int().min(0).optional(),
  consent: labelled(
    agreed(
      "请阅读并勾选同意，否则我们无法为您办理报名。",
      "Please read and tick the consent; without it we cannot register you.",
    ),
    "信息使用同意",
    "Consent",
  ),
});
export type Register = z.infer<typeof Register>;

/** How many places are left, as words need it: a number can be stale on a static page, a band is not. */
export const availabilities = ["open", "few", "lottery", "waiting-list", "full", "closed", "cancelled", "past"] as const;
export type Availability = (typeof availabilities)[number];

/** What the public may know of an activity. */
export type PublicActivity = Readonly<z.infer<typeof answers.PublicActivity>>;

export const activityMissing = reason(
  "activity.not-found",
  "not-found",
  "没有找到这项活动，可能已经下线。请从活动列表重新选择。",
  "There is no such activity; it may have been withdrawn. Choose one from the list.",
);
export const registrationMissing = reason(
  "registration.not-found",
  "not-found",
  "链接无效或已过期。请使用最近一封邮件中的链接，或重新报名。",
  "This link is not valid. Use the link in the latest mail, or register again.",
);
export const registrationClosed = reason(
  "activity.closed",
  "conflict",
  "本活动的报名已经截止。",
  "Registration for this activity has closed.",
);
export const activityCancelled = reason(
  "activity.cancelled",
  "conflict",
  "本活动已取消，无法报名。",
  "This activity was cancelled; registration is not possible.",
);
export const registrationCancelled = reason(
  "registration.cancelled",
  "conflict",
  "这份报名已经取消。如需参加，请重新报名。",
  "This registration was cancelled. Register again if you want to come.",
);
export const offerOver = reason(
  "registration.offer-over",
  "conflict",
  "名额保留时间已过，已让给下一位。您可以重新报名候补。",
  "The seat was held until its time ran out and has gone to the next person. You can join the waiting list again.",
);
export const capacityTaken = reason(
  "activity.capacity-taken",
  "conflict",
  "已有 {taken} 人占用名额，名额不能少于这个数。",
  "{taken} places are taken; the capacity cannot be lower than that.",
);
export const soldOut = reason(
  "activity.sold-out",
  "conflict",
  "名额已满，本活动不设候补。请查看其他活动。",
  "All places are taken, and there is no waiting list. See the other activities.",
);
export const ticketMissing = reason(
  "activity.ticket-missing",
  "conflict",
  "这个票种不存在，或需要邀请码。请重新选择。",
  "There is no such ticket type, or it needs an invitation code. Choose again.",
);
export const ticketShut = reason(
  "activity.ticket-shut",
  "conflict",
  "这个票种现在不能报名。请选择其他票种，或在开放时间内再来。",
  "This ticket type cannot be taken now. Choose another one, or come back when it is open.",
);
export const ticketInUse = reason(
  "activity.ticket-in-use",
  "conflict",
  "已有 {count} 人用这个票种报名或候补，不能删除。可以改为停止报名。",
  "{count} people hold or wait for this ticket type, so it cannot be taken away. Close it instead.",
);
export const codeSpent = reason(
  "activity.code-spent",
  "conflict",
  "邀请码无效、已用完或已过期。请向主办方确认。",
  "This code is not valid, used up or out of date. Ask the organiser.",
);
export const codeTaken = reason(
  "activity.code-taken",
  "conflict",
  "这个邀请码已经存在。请换一个。",
  "This code exists already. Choose another one.",
);
export const notDecidable = reason(
  "registration.not-decidable",
  "conflict",
  "这份报名不在待审核状态，请刷新后再看。",
  "This registration is not waiting for a decision. Load it again.",
);
export const cannotTransfer = reason(
  "registration.cannot-transfer",
  "conflict",
  "只有已确认的名额可以在活动开始前转让，链接也可能已被使用。请向对方确认。",
  "Only a confirmed seat can be passed on, before the activity starts; the link may have been used. Ask whoever sent it.",
);
export const drawnAlready = reason(
  "activity.drawn",
  "conflict",
  "抽签已经完成，抽签时间不能再改。",
  "The lottery has been drawn; its time cannot be changed any more.",
);
export const notEnoughSeats = reason(
  "activity.not-enough-seats",
  "conflict",
  "剩余名额不足 {count} 个，无法预留。请减少数量，或先增加名额。",
  "There are fewer than {count} seats left to hold. Hold fewer, or add seats first.",
);

import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { agreed, Email, Instant, Locale, labelled, line, localised, OptionalPhone, prose, TimeZone } from "../platform/schema.ts";
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
  })
  .refine((a) => a.startsAt < a.endsAt, {
    path: ["endsAt"],
    params: { words: { "zh-CN": "“结束时间”必须晚于开始时间。", en: "Ends: choose a time after the start." } },
  })
  .refine((a) => a.registrationClosesAt <= a.endsAt, {
    path: ["registrationClosesAt"],
    params: { words: { "zh-CN": "“报名截止”不能晚于结束时间。", en: "Registration closes: choose a time before the end." } },
  });
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

export const Register = z.object({
  activityId: z.string().max(40),
  name: labelled(line(60), "姓名", "Name"),
  organisation: labelled(line(120), "单位", "Organisation"),
  email: labelled(Email, "邮箱", "E-mail", {
    "zh-CN": "确认邮件和凭证会发到这里。",
    en: "The confirmation and the ticket go here.",
  }),
  phone: labelled(OptionalPhone, "手机（选填）", "Telephone (optional)"),
  interest: labelled(prose(500, 0).optional(), "您想解决的问题或带来的技术（选填）", "What you seek or bring (optional)"),
  locale: Locale.default("zh-CN"),
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
export const availabilities = ["open", "few", "waiting-list", "closed", "cancelled", "past"] as const;
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

import * as z from "zod";
import { Given } from "../form/schema.ts";
import { reason } from "../platform/reason.ts";
import { agreed, Email, Locale, labelled, line, OptionalPhone, prose } from "../platform/schema.ts";
import { tidy } from "../platform/text.ts";
import type * as answers from "./answer-schema.ts";
import { activityKinds } from "./kinds-schema.ts";

export const ActivityKind = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof ActivityKind>;

export { ActivityContent, Quota, TicketType } from "./content-schema.ts";
export {
  type ActivityStatus,
  activityKinds,
  activityStatuses,
  general,
  type RegistrationStatus,
  registrationStatuses,
  whole,
} from "./kinds-schema.ts";

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
  notices: labelled(
    z
      .literal(true)
      .or(z.literal("yes").transform(() => true as const))
      .optional(),
    "接收活动邀请（选填）",
    "Invitations to events (optional)",
  ),
});
export type Register = z.infer<typeof Register>;

/** How many places are left, as words need it: a number can be stale on a static page, a band is not. */
export const availabilities = ["open", "few", "lottery", "waiting-list", "full", "soon", "closed", "cancelled", "past"] as const;
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
export const notOpenYet = reason(
  "activity.not-open-yet",
  "conflict",
  "本活动尚未开放报名，请在开放时间后再来。",
  "Registration for this activity has not opened yet. Come back when it has.",
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

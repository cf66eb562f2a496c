import * as z from "zod";
import { Instant, labelled, line, localised, TimeZone } from "../platform/schema.ts";
import { OptionalRegion } from "../taxonomy/schema.ts";
import { activityKinds, general, mostReminderHours, whole } from "./kinds-schema.ts";

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

/** An address that a browser opens, or none; an empty field of a form is none. */
const OnlineLink = z
  .string()
  .max(500)
  .transform((s) => s.trim() || undefined)
  .refine((s) => s === undefined || (/^https?:\/\//i.test(s) && URL.canParse(s)), {
    params: {
      words: {
        "zh-CN": "“线上参会链接”请填写以 https:// 开头的网址。",
        en: "Online link: enter an address that begins with https://.",
      },
    },
  })
  .optional();

/** 活动内容, but for the agenda, which is changed apart. */
export const ActivityContent = z
  .object({
    kind: labelled(z.enum(activityKinds), "类型", "Kind"),
    title: labelled(localised(120), "标题", "Title"),
    summary: labelled(localised(300, true), "摘要", "Summary"),
    description: labelled(localised(20_000, true), "介绍", "Description", {
      "zh-CN": "可使用 Markdown。",
      en: "Markdown is possible.",
    }),
    venue: labelled(localised(200), "地点", "Venue"),
    onlineLink: labelled(OnlineLink, "线上参会链接（选填）", "Online link (optional)", {
      "zh-CN": "只有名额已确认的人能看到，不会出现在公众页面。",
      en: "Only those with a confirmed seat see it; it is on no public page.",
    }),
    onlineNote: labelled(
      line(200, 0)
        .optional()
        .transform((s) => s || undefined)
        .optional(),
      "会议号与密码（选填）",
      "Meeting number and password (optional)",
    ),
    region: labelled(OptionalRegion, "地区（选填）", "Region (optional)"),
    chains: chainIds,
    startsAt: labelled(Instant, "开始时间", "Starts"),
    endsAt: labelled(Instant, "结束时间", "Ends"),
    registrationOpensAt: labelled(Instant.optional(), "开始报名（选填）", "Registration opens (optional)", {
      "zh-CN": "不填时，发布后即可报名。",
      en: "Empty: it opens when the activity is published.",
    }),
    registrationClosesAt: labelled(Instant, "报名截止", "Registration closes"),
    timeZone: labelled(TimeZone.default("Asia/Shanghai"), "时区", "Time zone"),
    capacity: labelled(z.int().min(1).max(100_000), "名额", "Places"),
    offerHours: labelled(z.int().min(1).max(168).default(24), "候补确认时限（小时）", "Hours to accept an offered seat"),
    reminders: labelled(
      z.array(z.int().min(1).max(mostReminderHours)).max(5).optional(),
      "开始前提醒（小时）",
      "Reminders (hours before the start)",
    ),
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
  .refine((a) => !a.registrationOpensAt || a.registrationOpensAt < a.registrationClosesAt, {
    path: ["registrationOpensAt"],
    params: { words: { "zh-CN": "“开始报名”必须早于报名截止。", en: "Registration opens: choose a time before it closes." } },
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

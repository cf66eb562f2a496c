import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Locale, labelled, Reference } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { type Topic, topicNames } from "./topics-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const TopicName = z.enum(topicNames as [Topic, ...Topic[]]);

/** The secret part of the link of a mail. */
export const ByToken = z.object({ token: z.string().max(200) });

/** What a person chooses on the page behind the link of every mail. */
export const Preferences = z.object({
  topics: labelled(z.array(TopicName).max(topicNames.length).default([]), "想收到的邮件", "Mails that I want", {
    "zh-CN": "取消勾选的主题不再发送，立即生效。您自己报名的活动，确认和变更邮件仍会发送。",
    en: "What is not ticked is sent no more, as of now. Mails about activities that you registered for yourself still come.",
  }),
  locale: labelled(Locale.optional(), "邮件语言", "Language of mails"),
  chains: labelled(z.array(Reference).max(40).default([]), "关注的产业链", "Industry chains that I follow", {
    "zh-CN": "不选表示不限。",
    en: "None chosen means any.",
  }),
});

/** For how long a pause lasts. */
export const pauseMonths = 3;

/** What the consent record speaks of, beside the topics. */
export const otherPurposes = {
  all: w("全部通知邮件", "All notifications"),
  pause: w("暂停全部通知邮件", "Pause of all notifications"),
  language: w("邮件语言", "Language of mails"),
  chains: w("关注的产业链", "Industry chains followed"),
} as const satisfies Record<string, Words>;
export type Purpose = Topic | keyof typeof otherPurposes;

/** Where a change came from. */
export const changeSources = {
  link: w("邮件中的专属链接", "the link of a mail"),
  complaint: w("邮箱的垃圾邮件投诉", "a report of spam"),
  merge: w("主办方分开合并的联系人", "the undoing of a merge by the organiser"),
  erasure: w("删除个人信息", "the erasure of one's data"),
} as const satisfies Record<string, Words>;
export type ChangeSource = keyof typeof changeSources;

export const unsubscribedNow = reason(
  "preference.unsubscribed",
  "conflict",
  "您已退订全部通知，主题设置暂不起作用。请先点“重新订阅”，再选择主题。",
  "You are unsubscribed from everything, so that topics have no effect. Subscribe again first, then choose.",
);

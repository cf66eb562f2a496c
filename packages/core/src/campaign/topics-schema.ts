import type { Words } from "../platform/text.ts";

interface TopicText {
  readonly label: Words;
  /** What a person agrees to who chooses it. */
  readonly text: Words;
  /** Of `label` and `text`: a text that somebody agreed to is not changed without a new version. */
  readonly version: string;
  /** Goes only to those who chose it; the others go to everyone who may be written to and did not say no. */
  readonly chosen?: boolean;
}

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What notifications are about, in the order in which people are asked. */
export const topics = {
  notices: {
    label: w("公共服务通知", "Public-service notices"),
    text: w("政策、服务和平台使用方面的通知。", "Notices about policy, services and the use of this platform."),
    version: "2026-11-30",
  },
  invitations: {
    label: w("活动邀请", "Invitations"),
    text: w("路演、沙龙和对接活动的邀请。", "Invitations to roadshows, salons and matchmaking."),
    version: "2026-11-30",
  },
  newsletter: {
    label: w("通讯", "Newsletter"),
    text: w("定期通讯：近期活动、案例和改革举措。", "The regular newsletter: events, cases and reforms."),
    version: "2026-11-30",
  },
  results: {
    label: w("成果与案例", "Results and cases"),
    text: w("活动结果、对接成果和典型案例。", "What events brought, and cases worth telling."),
    version: "2026-11-30",
  },
  listings: {
    label: w("关注产业链的新上架", "New in my chains"),
    text: w(
      "每周一次：您关注的产业链中新公开的项目和需求；没有新内容时不发。",
      "Once a week: projects and needs newly listed in the chains you follow; no mail where there is nothing new.",
    ),
    version: "2026-11-30",
    chosen: true,
  },
} as const satisfies Record<string, TopicText>;
export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as readonly Topic[];

/** What a notification is about that was written before there were topics. */
export const topicOf = (of: { readonly topic?: Topic | undefined }): Topic => of.topic ?? "notices";

/** Whether a person gets mails on a topic, by what they said; nothing said leaves the topic as it is meant. */
export const gets = (
  said: { readonly topics?: Readonly<Partial<Record<Topic, boolean>>> | undefined } | undefined,
  topic: Topic,
) => said?.topics?.[topic] ?? !(topics[topic] as TopicText).chosen;

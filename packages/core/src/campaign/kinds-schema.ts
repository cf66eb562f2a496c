import type { Locale, Words } from "../platform/text.ts";

/** 公共服务通知, 商业信息. Commercial mail needs explicit consent, and a subject that begins with 广告 or AD. */
export const campaignKinds = ["public-service", "commercial"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** draft → tested → waiting (for a second person) → scheduled → sending ⇄ paused → finished | cancelled. An edit before `sending` turns it back into `draft`. */
export const campaignStatuses = [
  "draft",
  "tested",
  "waiting",
  "scheduled",
  "sending",
  "paused",
  "finished",
  "cancelled",
] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** Why the product may write to the people of a list, as the organiser states it, and for which kinds of mail that is enough. */
export const consentBases = {
  "sign-up": {
    label: { "zh-CN": "报名时同意接收通知", en: "Agreed to notices when signing up" },
    kinds: ["public-service"],
  },
  written: {
    label: { "zh-CN": "书面同意接收通知和商业信息", en: "Agreed in writing to notices and commercial mail" },
    kinds: ["public-service", "commercial"],
  },
  "public-service": {
    label: { "zh-CN": "公共服务告知（依法履职所需）", en: "Public-service notice (official duty)" },
    kinds: ["public-service"],
  },
} as const satisfies Record<string, { label: Words; kinds: readonly CampaignKind[] }>;

/** What people agreed to elsewhere, as their contact carries it. None of these texts promises mail beyond its own purpose, so none suffices for a notification. */
export const gatheredBases = {
  "activity-registration": {
    label: { "zh-CN": "报名活动（仅限组织该活动）", en: "Registered for an event (to run that event)" },
    kinds: [],
  },
  "talent-pool": {
    label: { "zh-CN": "加入人才库（用于审核和对接）", en: "Joined the talent pool (review and matching)" },
    kinds: [],
  },
  membership: {
    label: { "zh-CN": "单位成员（没有单独的同意）", en: "Member of an organisation (no consent of its own)" },
    kinds: [],
  },
} as const satisfies Record<string, { label: Words; kinds: readonly CampaignKind[] }>;
export const allBases: Readonly<
  Record<keyof typeof consentBases | keyof typeof gatheredBases, { label: Words; kinds: readonly CampaignKind[] }>
> = { ...consentBases, ...gatheredBases };
export type AnyBasis = keyof typeof allBases;

/** The fields that may stand in a text, each with what is said where a contact has none. */
export const personalFields = {
  name: { label: { "zh-CN": "姓名", en: "Name" }, fallback: { "zh-CN": "朋友", en: "friend" } },
  organisation: { label: { "zh-CN": "单位", en: "Organisation" }, fallback: { "zh-CN": "贵单位", en: "your organisation" } },
} as const satisfies Record<string, { label: Words; fallback: Words }>;
export type PersonalField = keyof typeof personalFields;

/** `{{name}}`, or `{{name|what to say without one}}`. */
export const fieldPattern = /\{\{\s*(\w+)\s*(?:\|([^{}|<>[\]()*_`\\\n]{0,60}))?\}\}/g;

/** A text with what is said where a field is empty: how a subject reads in a list. */
export const withoutFields = (text: string, locale: Locale): string =>
  text.replace(fieldPattern, (whole, name: string, fallback?: string) =>
    name in personalFields ? fallback?.trim() || personalFields[name as PersonalField].fallback[locale] : whole,
  );

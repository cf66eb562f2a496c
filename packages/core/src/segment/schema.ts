import * as z from "zod";
import { campaignKinds } from "../campaign/kinds-schema.ts";
import { organisationKinds } from "../organisation/schema.ts";
import { reason } from "../platform/reason.ts";
import { Instant, labelled, line } from "../platform/schema.ts";
import { locales, type Words } from "../platform/text.ts";
import { regions } from "../taxonomy/schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What a condition can be about. */
export const subjects = {
  chain: w("产业链", "Industry chain"),
  kind: w("单位类型", "Kind of organisation"),
  region: w("地区", "Region"),
  language: w("语言", "Language"),
  consent: w("同意接收", "Agreed to"),
  source: w("来源", "Came from"),
  list: w("导入名单", "Imported list"),
  organisation: w("单位名称或信用代码", "Organisation’s name or credit code"),
  activity: w("活动", "Events"),
  matched: w("收到过对接建议", "Was asked about a match"),
  sent: w("收到过通知", "Was sent a notification"),
} as const satisfies Record<string, Words>;
export type Subject = keyof typeof subjects;

/** What somebody did with an activity. */
export const deeds = {
  invited: w("受邀", "was invited"),
  registered: w("已报名", "holds a seat or held one until the end"),
  waiting: w("候补或待审核", "waits for a seat"),
  attended: w("到场", "came"),
  absent: w("报名未到场", "held a seat and did not come"),
} as const satisfies Record<string, Words>;
export type Deed = keyof typeof deeds;
const deedNames = Object.keys(deeds) as [Deed, ...Deed[]];

/** How we came to know a contact. */
export const sources = {
  import: w("导入名单", "An imported list"),
  registration: w("活动报名", "A registration"),
  talent: w("人才库", "The talent pool"),
  membership: w("单位成员", "An organisation’s member"),
} as const satisfies Record<string, Words>;
export type Source = keyof typeof sources;

/** The values that a condition may name, where they are known beforehand. */
export const choices: Readonly<Partial<Record<Subject, readonly string[]>>> = {
  kind: organisationKinds,
  region: Object.keys(regions),
  language: [...locales, "none"],
  consent: campaignKinds,
  source: Object.keys(sources),
};

/** Conditions that say nothing without a value. An activity without one is any activity. */
const needs = (about: Subject) => about !== "activity" && about !== "matched" && about !== "organisation";
const mostSent = 5;

function troubleOf({ about, of, did, text }: { about: Subject; of: readonly string[]; did?: unknown; text?: unknown }) {
  const known = choices[about];
  const stranger = known && of.find((value) => !known.includes(value));
  if (stranger !== undefined)
    return {
      path: "of",
      words: w(
        `“${subjects[about]["zh-CN"]}”里没有“${stranger}”，请从列表中选择。`,
        `${subjects[about].en}: “${stranger}” is not one of them. Choose from the list.`,
      ),
    };
  if (needs(about) && !of.length)
    return {
      path: "of",
      words: w(`请为“${subjects[about]["zh-CN"]}”至少选择一项。`, `${subjects[about].en}: choose at least one.`),
    };
  if (about === "sent" && of.length > mostSent)
    return {
      path: "of",
      words: w(`一个条件最多选 ${mostSent} 份通知。`, `Choose at most ${mostSent} notifications in one condition.`),
    };
  if (about === "activity" && !did)
    return { path: "did", words: w("请选择在活动中做了什么。", "Choose what they did with the event.") };
  if (about === "organisation" && !text)
    return {
      path: "text",
      words: w("请填写单位名称的一部分，或信用代码。", "Enter part of the organisation’s name, or its credit code."),
    };
  return undefined;
}

/** One condition: any of the values in `of` will do. */
export const Condition = z
  .object({
    about: labelled(z.enum(Object.keys(subjects) as [Subject, ...Subject[]]), "条件", "Condition"),
    not: z.boolean().default(false),
    of: labelled(z.array(z.string().max(60)).max(40).default([]), "取值", "Values"),
    did: labelled(z.enum(deedNames).optional(), "做了什么", "Did what"),
    since: labelled(Instant.optional(), "自", "Since"),
    text: labelled(line(120, 0).optional(), "单位名称或信用代码", "Organisation’s name or credit code"),
  })
  .superRefine((condition, issue) => {
    const trouble = troubleOf(condition);
    if (trouble) issue.addIssue({ code: "custom", path: [trouble.path], params: { words: trouble.words } });
  });
export type Condition = z.infer<typeof Condition>;

const Match = z.enum(["all", "any"]).default("all");

export const Group = z.object({
  match: Match,
  not: z.boolean().default(false),
  conditions: labelled(z.array(Condition).min(1).max(12), "条件", "Conditions"),
});
export type Group = z.infer<typeof Group>;

/** Who belongs to a segment. */
export const Rule = z.object({ match: Match, groups: labelled(z.array(Group).min(1).max(8), "条件组", "Groups of conditions") });
export type Rule = z.infer<typeof Rule>;

export const SegmentContent = z.object({ name: labelled(line(60), "人群名称", "Name of the segment"), rule: Rule });
export type SegmentContent = z.infer<typeof SegmentContent>;

/** A segment as it was when something was ordered by it. */
export interface NamedRule {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
}

export const segmentMissing = reason(
  "segment.not-found",
  "not-found",
  "没有找到这个人群，可能已被删除。请从列表重新选择。",
  "There is no such segment; it may have been dropped. Choose one from the list.",
);

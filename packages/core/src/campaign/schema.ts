import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Email, Locale, labelled, line, localised, prose, Reference } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { blockLimits, checked, either, lengthOf, MessageBlock, textsOf } from "./blocks-schema.ts";
import { campaignKinds, consentBases } from "./kinds-schema.ts";
import { TopicName } from "./preference-schema.ts";

export {
  type CampaignStatus,
  campaignKinds,
  campaignStatuses,
  consentBases,
  fieldPattern,
  type PersonalField,
  personalFields,
  withoutFields,
} from "./kinds-schema.ts";

export const CampaignKind = z.enum(campaignKinds);
export type CampaignKind = z.infer<typeof CampaignKind>;
export const ConsentBasis = z.enum(Object.keys(consentBases) as [keyof typeof consentBases, ...(keyof typeof consentBases)[]]);
export type ConsentBasis = z.infer<typeof ConsentBasis>;

/** What the organiser states about a list when it is imported. */
export const ImportStatement = z.object({
  fileName: line(200),
  source: labelled(line(200, 2), "名单来源", "Where the list comes from", {
    "zh-CN": "例如：2026年11月钛合金路演报名表",
    en: "For example: sign-up sheet of the titanium roadshow, November 2026",
  }),
  basis: labelled(ConsentBasis, "发送依据", "Why we may write to them"),
});

export const Audience = z.object({
  chains: labelled(z.array(Reference).max(40).default([]), "产业链", "Industry chains", {
    "zh-CN": "不选表示不限。标注“全部”的联系人始终包括在内。",
    en: "None chosen means any. Contacts marked 全部 (all) are always included.",
  }),
  importId: labelled(Reference.optional(), "只发给这份名单", "Only this list"),
  segmentId: labelled(Reference.optional(), "只发给这个人群", "Only this segment"),
  exceptSegments: labelled(z.array(Reference).max(5).optional(), "排除的人群", "Leave out these segments"),
  exceptLists: labelled(z.array(Reference).max(10).optional(), "排除的名单", "Leave out these lists"),
  /** With a round of invitations as its list: each recipient gets a link of their own to this activity. */
  activityId: Reference.optional(),
});
export type Audience = z.infer<typeof Audience>;

/** Markdown, or none where the message is put together from blocks. */
const Body = z.object({
  "zh-CN": labelled(prose(blockLimits.characters, 0), "中文", "Chinese"),
  en: labelled(
    prose(blockLimits.characters, 0)
      .optional()
      .transform((s) => s || undefined),
    "英文",
    "English",
  ),
});

const halfEnglish: Words = {
  "zh-CN": "英文标题和英文正文要么都填，要么都不填。",
  en: "Fill in both the English subject and the English text, or neither.",
};

export const CampaignContent = z
  .object({
    kind: labelled(CampaignKind, "类型", "Kind", {
      "zh-CN": "商业信息需要收件人明确同意，标题会自动加上“广告”。",
      en: "Commercial mail needs explicit consent; its subject begins with AD.",
    }),
    subject: labelled(checked(localised(120)), "标题", "Subject"),
    preheader: labelled(checked(either(150)).optional(), "摘要", "Preview line", {
      "zh-CN": "邮箱列表里跟在标题后面的一行字，可以不填。",
      en: "The line that mailboxes show after the subject. May be left empty.",
    }),
    body: labelled(checked(Body), "正文", "Text", {
      "zh-CN": "可使用 Markdown，以及 {{name}}、{{organisation}}；没有姓名时的说法写作 {{name|朋友}}。",
      en: "Markdown is possible, and {{name}}, {{organisation}}; {{name|friend}} says what stands where there is no name.",
    }),
    blocks: labelled(z.array(MessageBlock).max(blockLimits.blocks).default([]), "内容块", "Blocks"),
    plain: labelled(checked(either(blockLimits.characters, true)).optional(), "纯文本版", "Plain text", {
      "zh-CN": "不填则由正文自动生成。自己写时，正文里的链接都要写上。",
      en: "Derived from the text where it is left empty. If you write it, put every link of the text into it.",
    }),
    audience: labelled(Audience, "受众", "Audience"),
    topic: labelled(TopicName.default("notices"), "主题", "Topic", {
      "zh-CN": "收件人按主题订阅或退订；没有订阅此主题的人不会收到。",
      en: "People choose topics: whoever does not want this one gets no mail.",
    }),
    archive: labelled(z.boolean().default(false), "放进往期通讯", "Keep it in the newsletter archive", {
      "zh-CN": "开始发送后在网站上公开一页，字段用没有姓名时的说法；邮件里有“在浏览器中打开”。",
      en: "Once it is being sent, the site shows it as a page, with fields as for somebody without a name; the mail has a link to it.",
    }),
  })
  .superRefine(({ subject, body, blocks, plain }, issue) => {
    const told = (path: (string | number)[], words: Words) => issue.addIssue({ code: "custom", path, params: { words } });
    if (!body["zh-CN"] && !blocks.length)
      issue.addIssue({ code: "too_small", origin: "string", minimum: 1, inclusive: true, path: ["body", "zh-CN"], input: "" });
    if (!subject.en !== !body.en && !(blocks.length && !body["zh-CN"] && subject.en)) told(["body", "en"], halfEnglish);
    if (subject.en)
      for (const [n, block] of blocks.entries())
        for (const [place, text] of textsOf(block)) if (!text.en) told(["blocks", n, ...place.split("."), "en"], halfEnglish);
    if (plain?.en && !subject.en) told(["plain", "en"], halfEnglish);
    for (const locale of ["zh-CN", "en"] as const)
      if (lengthOf(blocks, locale) + (body[locale]?.length ?? 0) > blockLimits.characters)
        told(["blocks"], {
          "zh-CN": `全部文字最多 ${blockLimits.characters} 字，请删减。`,
          en: `All texts together may have ${blockLimits.characters} characters. Shorten them.`,
        });
    if (blocks.filter(({ kind }) => kind === "calendar").length > 1)
      told(["blocks"], {
        "zh-CN": "日历邀请只能放一个，请去掉多余的。",
        en: "Only one calendar entry can stand in a mail. Take the others out.",
      });
  });
export type CampaignContent = z.infer<typeof CampaignContent>;

export const TestAddress = z.object({
  email: labelled(Email, "收测试邮件的邮箱", "Address for the test"),
  locale: labelled(Locale.default("zh-CN"), "语言", "Language"),
});

/** Why the product itself stopped a campaign that was being sent. */
export const heldReasons = ["audience-changed", "missed", "bounces", "complaints", "blocked"] as const;
export type HeldBecause = (typeof heldReasons)[number];

/** Why somebody is not written to. */
export const exclusions = {
  chain: { "zh-CN": "不在所选产业链", en: "Not in the chosen chains" },
  list: { "zh-CN": "不在所选名单", en: "Not in the chosen list" },
  segment: { "zh-CN": "不在所选人群", en: "Not in the chosen segment" },
  "left-out": { "zh-CN": "在排除的人群或名单中", en: "In a segment or list that is left out" },
  "no-consent": { "zh-CN": "没有接收此类邮件的同意", en: "No consent for this kind of mail" },
  unsubscribed: { "zh-CN": "已退订", en: "Unsubscribed" },
  topic: { "zh-CN": "不接收此主题", en: "Does not want this topic" },
  capped: { "zh-CN": "近期已收到足够多的通知", en: "Has had enough notifications lately" },
  paused: { "zh-CN": "暂停接收中", en: "Has paused all mail" },
  bounced: { "zh-CN": "邮箱退信", en: "The address bounces" },
  complained: { "zh-CN": "曾投诉为垃圾邮件", en: "Reported a mail as spam" },
  duplicate: { "zh-CN": "与另一位联系人邮箱相同", en: "Same address as another contact" },
  merged: { "zh-CN": "已与另一位联系人合并", en: "Is one person with another contact" },
  gone: { "zh-CN": "联系人已移除", en: "The contact was removed" },
} as const satisfies Record<string, Words>;
export type Exclusion = keyof typeof exclusions;

export const campaignMissing = reason(
  "campaign.not-found",
  "not-found",
  "没有找到这份通知，请从通知列表重新选择。",
  "There is no such notification. Choose one from the list.",
);
export const roundTaken = reason(
  "campaign.round",
  "conflict",
  "这份名单是一轮活动邀请，只能由那一轮的邀请使用。请另选受众。",
  "This list is a round of invitations and belongs to its own mail. Choose another audience.",
);
export const campaignStarted = reason(
  "campaign.started",
  "conflict",
  "这份通知已经开始发送，不能再修改。如需更正，请另写一份。",
  "This notification is already being sent and cannot be changed. Write another one to correct it.",
);
export const testFirst = reason(
  "campaign.test-first",
  "conflict",
  "内容还没有测试过。请先给自己发一封测试邮件，看过之后再发送。",
  "This text has not been tested. Send a test to yourself first, and read it.",
);
export const notThatState = reason(
  "campaign.state",
  "conflict",
  "当前状态下不能这样操作，请刷新后查看最新状态。",
  "This is not possible in the present state. Reload to see it.",
);
export const tooMuchTrouble = reason(
  "campaign.blocked",
  "conflict",
  "退信或投诉过多，继续发送会影响整个账号的信誉，所以不能再继续。请取消这份通知，清理名单后另写一份。",
  "So many mails bounced or were reported as spam that going on would cost the account its reputation. Cancel this notification, clean the list, and write another one.",
);
export const nobodyLeft = reason(
  "campaign.nobody",
  "conflict",
  "按当前条件没有可以发送的人。请先导入联系人，或放宽受众。",
  "Nobody is left to write to. Import contacts, or widen the audience.",
);
export const audienceChanged = reason(
  "campaign.audience-changed",
  "conflict",
  "您确认的是 {expected} 人，现在是 {included} 人。请重新核对受众再发送。",
  "You confirmed {expected} people; now there are {included}. Check the audience again.",
);
export const importMissing = reason(
  "import.not-found",
  "not-found",
  "没有找到这次导入的记录，请从导入列表重新选择。",
  "There is no such import. Choose one from the list.",
);
export const noHeader = reason(
  "import.no-header",
  "invalid",
  "没有找到“邮箱”列。第一行应是表头，例如：姓名,单位,手机,邮箱,产业链。读到的第一行是：{found}",
  "There is no e-mail column. The first row has to name the columns, for example: name,organisation,phone,email,chain. It says: {found}",
);

import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { agreed, Email, Locale, labelled, line, OptionalPhone, prose } from "../platform/schema.ts";
import { tidy, type Words } from "../platform/text.ts";
import type * as answers from "./answer-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** applied 待审核 → approved 已入库 | declined 未通过; withdrawn 已退出 from any of them, by the person. See policy.ts. */
export const talentStatuses = ["applied", "approved", "declined", "withdrawn"] as const;
export const TalentStatus = z.enum(talentStatuses);
export type TalentStatus = z.infer<typeof TalentStatus>;

/** Words that people list with commas of either kind, each once. */
const tags = (text: string | readonly string[]): string[] => [
  ...new Set(
    [text]
      .flat()
      .flatMap((t) => t.split(/[,，、;；\n]/))
      .map(tidy)
      .filter(Boolean),
  ),
];

const Expertise = z
  .union([z.string().max(2000), z.array(z.string().max(200)).max(30)])
  .transform(tags)
  .refine((list) => list.length >= 1 && list.length <= 10 && list.every((tag) => tag.length <= 30), {
    params: {
      words: w(
        "“专长”请填写 1 到 10 项，每项不超过 30 个字，用顿号或逗号分开。",
        "Expertise: give 1 to 10 fields of at most 30 characters each, separated by commas.",
      ),
    },
  });

const yes = z.literal(true).or(z.literal("yes").transform(() => true as const));

/** What somebody in the pool may agree to beside it, and take back alone. */
export const talentChoices = ["talent-profile", "talent-exchange", "event-notices"] as const;
export type TalentChoice = (typeof talentChoices)[number];

const shape = {
  name: labelled(line(60), "姓名", "Name"),
  organisation: labelled(line(120), "单位", "Organisation"),
  title: labelled(line(80), "职称或职务", "Title or position"),
  expertise: labelled(
    Expertise,
    "专长",
    "Expertise",
    w(
      "1 到 10 项，用顿号或逗号分开，例如：激光器、光学薄膜、专利布局。",
      "1 to 10 fields, separated by commas, for example: lasers, optical coatings, patent strategy.",
    ),
  ),
  chains: labelled(
    z.array(z.string().max(60)).min(1).max(6),
    "产业链",
    "Industry chains",
    w("选择 1 到 6 条。", "Choose 1 to 6."),
  ),
  introduction: labelled(
    prose(2000, 10),
    "简介",
    "Introduction",
    w(
      "做过什么，能解决什么问题，希望与谁合作。",
      "What you have done, which problems you can solve, with whom you would like to work.",
    ),
  ),
  phone: labelled(OptionalPhone, "手机（选填）", "Telephone (optional)", w("不公开。", "Never public.")),
  locale: Locale.default("zh-CN"),
};

export const ApplyTalent = z.object({
  ...shape,
  email: labelled(
    Email,
    "邮箱",
    "E-mail",
    w("审核结果和专属链接会发到这里，不公开。", "The decision and your private link go here. Never public."),
  ),
  pool: labelled(
    agreed(
      "“加入人才库的同意”没有勾选。请阅读后勾选，否则我们不能收下申请。",
      "Consent for the pool: read it and tick the box; without it we cannot take your application.",
    ),
    "加入人才库的同意",
    "Consent for the pool",
  ),
  profile: labelled(yes.optional(), "公开个人页面（选填）", "Public profile (optional)"),
  exchange: labelled(yes.optional(), "提供给省级人才库（选填）", "Provincial talent database (optional)"),
  notices: labelled(yes.optional(), "接收活动邀请（选填）", "Invitations to events (optional)"),
});
export type ApplyTalent = z.infer<typeof ApplyTalent>;

/** What a person changes behind the secret link. The address stays: it is what the link is bound to. */
export const ChangeTalent = z.object({ ...shape, token: z.string().max(200), version: z.coerce.number<unknown>().int() });

/** A person in the talent pool who opted in to a public profile. No contact data. */
export type PublicTalent = Readonly<z.infer<typeof answers.PublicTalent>>;

/** One person as they themselves and the reviewers see them. Instants are ISO 8601, UTC. */
export type TalentDetail = Readonly<z.infer<typeof answers.TalentDetail>>;

/** A person in a list. */
export type TalentRow = Pick<
  TalentDetail,
  "id" | "version" | "status" | "since" | "appliedAt" | "name" | "organisation" | "title" | "expertise" | "chains"
>;

export const talentMissing = reason(
  "talent.not-found",
  "not-found",
  "没有找到这位专家，公开页面可能已经关闭。请从专家列表重新选择。",
  "There is no such profile; it may have been taken down. Choose one from the list.",
);
export const talentLinkMissing = reason(
  "talent.link",
  "not-found",
  "链接无效。请使用最近一封邮件中的链接，或重新申请。",
  "This link is not valid. Use the link in the latest mail, or apply again.",
);
export const talentStep = reason(
  "talent.step",
  "conflict",
  "目前的状态不能进行这一步。请刷新页面查看最新状态。",
  "This step is not possible in the present state. Reload to see the latest state.",
);
export const talentLeft = reason(
  "talent.left",
  "conflict",
  "您已退出人才库，个人信息已删除。如需加入，请重新申请。",
  "You have left the pool, and your data were erased. Apply again if you want to come back.",
);

import * as z from "zod";
import { OptionalCreditCode } from "../organisation/schema.ts";
import { reason } from "../platform/reason.ts";
import {
  agreed,
  Email,
  inOrder,
  Locale,
  labelled,
  line,
  localised,
  OptionalMoney,
  OptionalPhone,
  prose,
  Submission,
  secrecies,
} from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { OptionalRegion } from "../taxonomy/schema.ts";
import type * as answers from "./answer-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** 转让, 许可, 作价入股, 合作开发, 技术服务. */
export const cooperationWays = ["assignment", "licence", "equity", "joint-development", "service"] as const;
export type CooperationWay = (typeof cooperationWays)[number];

/**
 * submitted 待审核 → listed 已挂牌, changes-requested 待修改, declined 未通过; changes-requested → submitted;
 * all but declined → withdrawn 已撤回. See policy.ts.
 */
export const projectStatuses = ["submitted", "changes-requested", "listed", "declined", "withdrawn"] as const;
export const ProjectStatus = z.enum(projectStatuses);
export type ProjectStatus = z.infer<typeof ProjectStatus>;

/** Technology readiness levels (GB/T 22900), each with what has been reached. */
export const readinessLevels: readonly { readonly level: number; readonly meaning: Words }[] = [
  { level: 1, meaning: w("发现并报告了基本原理", "basic principle observed and reported") },
  { level: 2, meaning: w("形成了技术方案或应用设想", "technical concept or application formulated") },
  { level: 3, meaning: w("关键功能经分析或实验证明可行", "key function proven by analysis or experiment") },
  { level: 4, meaning: w("部件或样件在实验室通过验证", "parts validated in the laboratory") },
  { level: 5, meaning: w("部件在接近实际的环境中通过验证", "parts validated in a relevant environment") },
  { level: 6, meaning: w("样机在接近实际的环境中通过演示", "prototype shown in a relevant environment") },
  { level: 7, meaning: w("样机在实际环境中通过演示", "prototype shown in operation") },
  { level: 8, meaning: w("定型，通过试验和检验", "completed, tested and qualified") },
  { level: 9, meaning: w("在实际使用中取得成功", "proven in actual use") },
];

/** What stands in the place of texts that are held back as a trade secret. */
export const withheld: Words = w("详情需签署保密协议后提供。", "Details are given under a non-disclosure agreement.");

const shape = {
  secrecy: labelled(z.enum(secrecies), "保密声明", "Secrecy"),
  title: labelled(
    line(80),
    "项目名称",
    "Project title",
    w("一句话说清楚是什么技术。", "One line that says what the technology is."),
  ),
  problem: labelled(
    prose(2000, 10),
    "解决什么问题",
    "Problem solved",
    w(
      "谁遇到什么问题，现在怎么应付。没有写清的项目，对接方会直接跳过。",
      "Who has which problem, and how they cope today. Buyers pass over projects without this.",
    ),
  ),
  advantage: labelled(
    prose(2000, 10),
    "比现有最好的方案强在哪里",
    "Advantage over the leading alternative",
    w(
      "写出对比的方案和数据。没有对比的项目，对接方会直接跳过。",
      "Name the alternative and give figures. Buyers pass over projects without a comparison.",
    ),
  ),
  economics: labelled(
    prose(2000, 10),
    "经济性对比",
    "Economic comparison",
    w(
      "成本、收益或回收期，与现有方案相比。没有经济账的项目，对接方会直接跳过。",
      "Cost, gain or payback time against the alternative. Buyers pass over projects without it.",
    ),
  ),
  chain: labelled(z.string().min(1).max(60), "产业链", "Industry chain"),
  trl: labelled(
    z
      .union([z.number(), z.string().max(10)])
      .optional()
      .refine((level) => /^[1-9]$/.test(String(level)), {
        params: {
          words: w("“技术成熟度”没有选择，请选 1 到 9 级中的一级。", "Technology readiness level: choose one from 1 to 9."),
        },
      })
      .transform(Number),
    "技术成熟度",
    "Technology readiness level",
  ),
  ways: labelled(z.array(z.enum(cooperationWays)).min(1).max(cooperationWays.length), "合作方式", "Ways to cooperate"),
  askingFrom: labelled(OptionalMoney, "意向价格下限（选填）", "Asking price from (optional)"),
  askingTo: labelled(OptionalMoney, "意向价格上限（选填）", "Asking price to (optional)"),
  region: labelled(OptionalRegion, "所在地区（选填）", "Region (optional)"),
  name: labelled(line(60), "联系人", "Contact person"),
  organisation: labelled(line(120), "单位", "Organisation", w("会随项目公开。", "Shown with the project.")),
  creditCode: labelled(
    OptionalCreditCode,
    "统一社会信用代码（选填）",
    "Unified social credit code (optional)",
    w(
      "18 位，不公开。填写后，单位的成员可以在账号中看到这个项目。",
      "18 characters. Never public. With it, members of the organisation see this project in their account.",
    ),
  ),
  phone: labelled(OptionalPhone, "手机（选填）", "Telephone (optional)", w("不公开。", "Never public.")),
  locale: Locale.default("zh-CN"),
};

const pricesInOrder = inOrder(
  "askingFrom",
  "askingTo",
  w("“意向价格上限”不能低于下限。", "Asking price to: it must not be below the lower price."),
);

/** What a supplier submits. The three answers that buyers look for are required. */
export const SubmitProject = z
  .object({
    ...shape,
    email: labelled(
      Email,
      "邮箱",
      "E-mail",
      w("审核结果和专属链接会发到这里，不公开。", "The decision and your private link go here. Never public."),
    ),
    consent: labelled(
      agreed(
        "“信息使用同意”没有勾选。请阅读后勾选，否则我们不能审核项目。",
        "Consent: read it and tick the box; without it we cannot review the project.",
      ),
      "信息使用同意",
      "Consent",
    ),
    submission: Submission,
  })
  .refine(...pricesInOrder);
export type SubmitProject = z.infer<typeof SubmitProject>;

/** A project's content behind the secret link. The address stays: it is what the link is bound to. */
export const ChangeProject = z
  .object({ ...shape, token: z.string().max(200), version: z.coerce.number<unknown>().int() })
  .refine(...pricesInOrder);

/** The public texts in both languages, for an organiser who adds the other one. */
export const ProjectTexts = z.object({
  title: labelled(localised(160), "项目名称", "Project title"),
  problem: labelled(localised(4000, true), "解决什么问题", "Problem solved"),
  advantage: labelled(localised(4000, true), "比现有最好的方案强在哪里", "Advantage over the leading alternative"),
  economics: labelled(localised(4000, true), "经济性对比", "Economic comparison"),
});

/** 挂牌项目 as the public reads it. */
export type PublicProject = Readonly<z.infer<typeof answers.PublicProject>>;

/** A project as its supplier and its reviewers see it. Instants are ISO 8601, UTC; money is 分. */
export type ProjectDetail = Readonly<z.infer<typeof answers.ProjectDetail>>;

/** A project in a list. */
export type ProjectRow = Pick<
  ProjectDetail,
  "id" | "version" | "status" | "since" | "submittedAt" | "title" | "organisation" | "chain" | "trl" | "secrecy" | "seeking"
>;

export const projectMissing = reason(
  "project.not-found",
  "not-found",
  "没有找到这个项目，可能已经下线。请从项目列表重新选择。",
  "There is no such project; it may have been withdrawn. Choose one from the list.",
);
export const projectLinkMissing = reason(
  "project.link",
  "not-found",
  "链接无效。请使用最近一封邮件中的链接，或重新提交项目。",
  "This link is not valid. Use the link in the latest mail, or submit the project again.",
);
export const stateSecret = reason(
  "project.state-secret",
  "forbidden",
  "涉密项目不得在本系统填写，您提交的文字没有保存。请凭受理编号 {number} 到线下受理窗口办理。",
  "State secrets must not be entered here, and nothing of what you sent was kept. Go to the reception desk in person with the number {number}.",
);
export const projectSent = reason(
  "project.already-sent",
  "conflict",
  "这份表单已经提交过，内容没有再次保存。如要修改，请使用确认邮件中的链接；如要提交另一个项目，请打开新的表单。",
  "This form was already sent; it was not saved again. To change it use the link in the confirmation mail; for another project open a new form.",
);
export const projectStep = reason(
  "project.step",
  "conflict",
  "项目目前的状态不能进行这一步。请刷新页面查看最新状态。",
  "This step is not possible in the project's present state. Reload to see its latest state.",
);

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
  OptionalDay,
  OptionalMoney,
  OptionalPhone,
  optionalProse,
  prose,
  Submission,
  secrecies,
} from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { cooperationWays } from "../project/schema.ts";
import { Region } from "../taxonomy/schema.ts";
import type * as answers from "./answer-schema.ts";
import { Indicators } from "./indicator-schema.ts";

export { amountOf, type Comparison, comparisons, type Indicator, mostIndicators } from "./indicator-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Where a published need stands: 形成 open → 对接 in-contact → 解决 solved, or closed without. */
export const demandStates = ["open", "in-contact", "solved", "unsolved"] as const;
export const DemandState = z.enum(demandStates);
export type DemandState = (typeof demandStates)[number];

/** The review: submitted 待审核 → listed 已公开, changes-requested 待修改, declined 未通过; all but declined → withdrawn 已撤回. See policy.ts. */
export const demandStatuses = ["submitted", "changes-requested", "listed", "declined", "withdrawn"] as const;
export const DemandStatus = z.enum(demandStatuses);
export type DemandStatus = z.infer<typeof DemandStatus>;

const shape = {
  secrecy: labelled(z.enum(secrecies), "保密声明", "Secrecy"),
  title: labelled(line(80), "需求名称", "Title", w("一句话说清楚需要什么。", "One line that says what is needed.")),
  problem: labelled(
    prose(2000, 10),
    "要解决的问题",
    "Problem to solve",
    w("现在卡在哪里，怎么应付，每年因此损失多少。", "What is missing, how you cope today, and what that costs."),
  ),
  scenario: labelled(
    optionalProse(1000),
    "应用场景（选填）",
    "Where it would be used (optional)",
    w(
      "用在哪道工序、什么产品、什么环境。含商业秘密的必填，这一段会公开。",
      "In which step, product and environment. Required for a trade secret, since this part is public.",
    ),
  ),
  effect: labelled(
    optionalProse(1000),
    "期望效果（选填）",
    "Effect wanted (optional)",
    w("解决后希望达到什么程度。", "What should be reached once it is solved."),
  ),
  indicators: labelled(
    Indicators,
    "技术指标（选填）",
    "Indicators (optional)",
    w(
      "每行一项，例如：良率，不低于，95，%。可以没有单位。",
      "One a row, for example: yield, at least, 95, %. The unit may be empty.",
    ),
  ),
  chain: labelled(z.string().min(1).max(60), "产业链", "Industry chain"),
  trl: labelled(
    z
      .union([z.number(), z.string().max(10)])
      .optional()
      .refine((level) => level === undefined || /^[1-9]?$/.test(String(level)), {
        params: { words: w("“技术成熟度要求”请从 1 到 9 级中选择。", "Readiness asked for: choose one from 1 to 9.") },
      })
      .transform((level) => (level ? Number(level) : undefined)),
    "技术成熟度要求（选填）",
    "Readiness asked for (optional)",
  ),
  ways: labelled(z.array(z.enum(cooperationWays)).min(1).max(cooperationWays.length), "合作方式", "Ways to cooperate"),
  budgetFrom: labelled(OptionalMoney, "预算下限（选填）", "Budget from (optional)"),
  budgetTo: labelled(OptionalMoney, "预算上限（选填）", "Budget to (optional)"),
  deadline: labelled(
    OptionalDay,
    "期望解决日期（选填）",
    "Solution wanted by (optional)",
    w("今天或以后的一天。", "Today or a later day."),
  ),
  region: labelled(Region, "所在地区", "Region"),
  organisation: labelled(line(120), "单位", "Organisation", w("会随需求公开。", "Shown with the need.")),
  creditCode: labelled(
    OptionalCreditCode,
    "统一社会信用代码（选填）",
    "Unified social credit code (optional)",
    w(
      "18 位，不公开。填写后，单位的成员可以在账号中看到这个需求。",
      "18 characters. Never public. With it, members of the organisation see this need in their account.",
    ),
  ),
  name: labelled(line(60), "联系人", "Contact person", w("不公开。", "Never public.")),
  phone: labelled(OptionalPhone, "手机（选填）", "Telephone (optional)", w("不公开。", "Never public.")),
  locale: Locale.default("zh-CN"),
};

const budgetInOrder = inOrder(
  "budgetFrom",
  "budgetTo",
  w("“预算上限”不能低于下限。", "Budget to: it must not be below the lower amount."),
);
/** Of a trade secret the scenario is what the public reads. Said together with what else is wrong, so it bears fields that are. */
const teaserGiven = [
  (of: unknown) => {
    const { secrecy, scenario } = (of ?? {}) as Record<string, unknown>;
    return secrecy !== "trade-secret" || Boolean(scenario);
  },
  {
    path: ["scenario"],
    when: () => true,
    params: {
      words: w(
        "“应用场景”没有填写：含商业秘密的需求只公开名称和应用场景，请填写可以公开的内容。",
        "Where it would be used: this is missing. Of a trade secret only title and scenario are public; write what may be read.",
      ),
    },
  },
] satisfies [(of: unknown) => boolean, object];

const submission = (consent: ReturnType<typeof agreed>) =>
  z
    .object({
      ...shape,
      email: labelled(
        Email,
        "邮箱",
        "E-mail",
        w("审核结果和专属链接会发到这里，不公开。", "The decision and the private link go here. Never public."),
      ),
      consent,
      submission: Submission,
    })
    .refine(...budgetInOrder)
    .refine(...teaserGiven);

/** What an enterprise publishes. */
export const SubmitDemand = submission(
  labelled(
    agreed(
      "“信息使用同意”没有勾选。请阅读后勾选，否则我们不能审核需求。",
      "Consent: read it and tick the box; without it we cannot review the need.",
    ),
    "信息使用同意",
    "Consent",
  ),
);
export type SubmitDemand = z.infer<typeof SubmitDemand>;

/** The same, entered by an organiser for an enterprise whose contact agreed. */
export const EnterDemand = submission(
  labelled(
    agreed(
      "“联系人已同意”没有勾选。请先取得联系人同意，再录入需求。",
      "The contact agreed: ask the contact first, and then enter the need.",
    ),
    "联系人已同意",
    "The contact agreed",
  ),
);

/** A need's content behind the secret link. The address stays: it is what the link is bound to. */
export const ChangeDemand = z
  .object({ ...shape, token: z.string().max(200), version: z.coerce.number<unknown>().int() })
  .refine(...budgetInOrder)
  .refine(...teaserGiven);

/** The texts in both languages, for an organiser who adds the other one. */
export const DemandTexts = z.object({
  title: labelled(localised(160), "需求名称", "Title"),
  problem: labelled(localised(4000, true), "要解决的问题", "Problem to solve"),
  scenario: labelled(localised(2000, true).optional(), "应用场景", "Where it would be used"),
  effect: labelled(localised(2000, true).optional(), "期望效果", "Effect wanted"),
});

/** What should be checked with the enterprise; nothing is refused for it. */
export const demandNotes = {
  "credit-code": w(
    "统一社会信用代码校验不通过，已按原样保留，请核对。",
    "The check character of the credit code is wrong; it was kept as it is. Please check it.",
  ),
  unit: w(
    "有的技术指标没有单位。如果不是比值或等级，请补上单位，便于比对。",
    "Some indicators have no unit. Unless they are ratios or grades, please add it, so that they can be compared.",
  ),
  contradiction: w(
    "有的技术指标互相矛盾：同一指标的下限高于上限。请核对，否则没有方案能同时达到。",
    "Some indicators contradict each other: of the same one, the least is above the most. Please check, since nothing can meet both.",
  ),
} as const satisfies Record<string, Words>;
export type DemandNote = keyof typeof demandNotes;

/** 需求 as the public reads it. Of a trade secret only the teaser: title and scenario. */
export type PublicDemand = Readonly<z.infer<typeof answers.PublicDemand>>;

/** A need as its enterprise and the staff see it. Instants are ISO 8601, UTC; money is 分. */
export type DemandDetail = Readonly<z.infer<typeof answers.DemandDetail>>;

/** A need in a list. */
export type DemandRow = Pick<
  DemandDetail,
  | "id"
  | "version"
  | "status"
  | "since"
  | "submittedAt"
  | "state"
  | "stateSince"
  | "title"
  | "organisation"
  | "chain"
  | "deadline"
  | "kind"
  | "unserved"
  | "batch"
  | "proposal"
  | "movedFor"
  | "reviewOn"
  | "stale"
  | "notes"
>;

export const demandMissing = reason(
  "demand.not-found",
  "not-found",
  "没有找到这条需求，可能已经下线。请从需求列表重新选择。",
  "There is no such need; it may have been withdrawn. Choose one from the list.",
);
export const demandLinkMissing = reason(
  "demand.link",
  "not-found",
  "链接无效。请使用最近一封邮件中的链接，或重新发布需求。",
  "This link is not valid. Use the link in the latest mail, or publish the need again.",
);
export const stateSecret = reason(
  "demand.state-secret",
  "forbidden",
  "涉密需求不得在本系统填写，您提交的文字没有保存。请凭受理编号 {number} 到线下受理窗口办理。",
  "State secrets must not be entered here, and nothing of what you sent was kept. Go to the reception desk in person with the number {number}.",
);
export const demandSent = reason(
  "demand.already-sent",
  "conflict",
  "这份表单已经提交过，内容没有再次保存。如要修改，请使用确认邮件中的链接；如要发布另一条需求，请打开新的表单。",
  "This form was already sent; it was not saved again. To change it use the link in the confirmation mail; for another need open a new form.",
);
export const demandStep = reason(
  "demand.step",
  "conflict",
  "需求目前的状态不能进行这一步。请刷新页面查看最新状态。",
  "This step is not possible in the need's present state. Reload to see its latest state.",
);
export const reviewPast = reason(
  "demand.review-past",
  "invalid",
  "“复核日期”已经过去，请填今天或以后的一天，或留空按默认间隔。",
  "To be looked at again on: this day is over. Give today or a later day, or leave it empty.",
);

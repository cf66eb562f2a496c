import * as z from "zod";
import { OptionalCreditCode } from "../organisation/schema.ts";
import { reason } from "../platform/reason.ts";
import { agreed, Instant, Locale, labelled, line, localised, optionalProse, prose, Reference } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { SubmitProject } from "../project/schema.ts";
import type * as answers from "./answer-schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** The scales of marks, lowest and highest. */
export const scales = { "0-10": [0, 10], "1-5": [1, 5] } as const;
export type Scale = keyof typeof scales;
export const scorings = ["blind", "open"] as const;
export const decisions = ["accepted", "reserve", "declined"] as const;
export type Decision = (typeof decisions)[number];
/** On the day: 已路演, 临时退出, 未到场. */
export const marks = ["presented", "withdrawn", "no-show"] as const;
export type Mark = (typeof marks)[number];
/** assigned → draft → handed-in (→ draft when reopened); conflict: declared by the juror; removed: taken off by the organiser. */
export const scoreStatuses = ["assigned", "draft", "handed-in", "conflict", "removed"] as const;
export type ScoreStatus = (typeof scoreStatuses)[number];

/** How many projects one call takes, and how many criteria it has, at most. */
export const mostEntries = 300;
const mostCriteria = 10;

const PartId = z.string().regex(/^[a-z0-9]{1,12}$/);

/** 评分标准, with its weight. Weights are relative: 2 counts twice as much as 1. */
const Criterion = z.object({
  id: PartId,
  name: labelled(localised(60), "标准", "Criterion"),
  weight: labelled(z.int().min(1).max(100), "权重", "Weight"),
});
export type Criterion = z.infer<typeof Criterion>;

/** What an organiser sets for a call for projects. */
export const CallContent = z
  .object({
    opensAt: labelled(Instant, "开始征集", "Call opens"),
    closesAt: labelled(Instant, "征集截止", "Call closes"),
    scoringClosesAt: labelled(Instant, "评分截止", "Scoring closes"),
    scale: labelled(z.enum(["0-10", "1-5"]), "分制", "Scale"),
    scoring: labelled(z.enum(scorings), "评分方式", "Scoring"),
    places: labelled(z.int().min(1).max(100), "上台名额", "Places on stage"),
    jurorsEach: labelled(z.int().min(1).max(9), "每个项目至少几位评委", "Jurors a project, at least"),
    standardised: labelled(z.boolean().default(false), "按评委标准化", "Standardise by juror"),
    criteria: labelled(z.array(Criterion).min(1).max(mostCriteria), "评分标准", "Criteria"),
  })
  .refine((c) => c.opensAt < c.closesAt, {
    path: ["closesAt"],
    params: { words: w("“征集截止”必须晚于开始时间。", "Call closes: choose a time after it opens.") },
  })
  .refine((c) => c.closesAt <= c.scoringClosesAt, {
    path: ["scoringClosesAt"],
    params: { words: w("“评分截止”不能早于征集截止。", "Scoring closes: choose a time after the call closes.") },
  })
  .refine((c) => new Set(c.criteria.map(({ id }) => id)).size === c.criteria.length, {
    path: ["criteria"],
    params: { words: w("“评分标准”的编号重复。", "Criteria: two have the same id.") },
  });
export type CallContent = z.infer<typeof CallContent>;

const presenting = {
  presenter: labelled(line(60), "路演人", "Presenter", w("上台讲的人，不公开。", "Who presents. Not public.")),
  position: labelled(
    line(60, 0)
      .optional()
      .transform((s) => s || undefined),
    "路演人职务（选填）",
    "Presenter's position (optional)",
  ),
  note: labelled(
    optionalProse(1000),
    "路演说明（选填）",
    "For the jury (optional)",
    w(
      "希望展示什么、需要什么设备。匿名评审时请不要写出单位和姓名。",
      "What you want to show, and what you need for it. Name nobody where scoring is blind.",
    ),
  ),
  juryConsent: labelled(
    agreed(
      "“评审同意”没有勾选。请阅读后勾选，否则评委不能评阅。",
      "Consent to the review: read it and tick the box; without it the jury cannot read the project.",
    ),
    "评审同意",
    "Consent to the review",
  ),
};

/** A new project for a roadshow: what every project says, who presents it, and that the jury may read it. */
export const SubmitToRoadshow = SubmitProject.safeExtend({ activityId: Reference, ...presenting });

/** A project that was submitted before, shown by its secret link. */
export const EnterProject = z.object({
  activityId: Reference,
  project: z.string().max(200),
  locale: Locale.default("zh-CN"),
  ...presenting,
});

/** What the holder of an entry's secret link may change. */
export const ChangeEntry = z.object({
  token: z.string().max(300),
  version: z.coerce.number<unknown>().int(),
  presenter: presenting.presenter,
  position: presenting.position,
  note: presenting.note,
});

/** Where a juror belongs, asked once: projects of the same organisation are kept from them. */
export const DeclareJuror = z.object({
  organisation: labelled(
    line(120),
    "您的单位",
    "Your organisation",
    w("本单位的项目不会给您评。", "You will not be given its projects."),
  ),
  creditCode: labelled(OptionalCreditCode, "单位的统一社会信用代码（选填）", "Its credit code (optional)"),
  confidential: labelled(
    agreed(
      "“保密承诺”没有勾选。请阅读后勾选，否则不能评阅。",
      "Confidentiality: read it and tick the box; without it you cannot score.",
    ),
    "保密承诺：项目内容可能含商业秘密，我只用于评审，不复制、不外传。",
    "Confidentiality: projects may hold trade secrets. I use them for scoring only, copy nothing and pass nothing on.",
  ),
});

/** Marks by criterion; those that are still missing are left out of a draft. */
export const Marks = z.record(PartId, z.number().min(0).max(10));
export const ScoreContent = z.object({
  scores: labelled(Marks, "评分", "Marks"),
  comment: labelled(optionalProse(2000), "评语（选填）", "Comment (optional)"),
});

const OrderRow = z.union([
  z.object({ entryId: Reference, minutes: labelled(z.int().min(1).max(240), "分钟", "Minutes") }),
  z.object({ name: labelled(localised(60), "名称", "Name"), minutes: labelled(z.int().min(1).max(240), "分钟", "Minutes") }),
]);
export type OrderRow = z.infer<typeof OrderRow>;
export const OrderContent = z.object({
  startsAt: labelled(Instant, "开始时间", "Starts"),
  rows: labelled(z.array(OrderRow).max(140), "路演顺序", "Running order"),
});
export type OrderContent = z.infer<typeof OrderContent>;

export const Remark = labelled(prose(1000), "理由", "Reason");

/** A call as the public reads it. */
export type PublicCall = Readonly<z.infer<typeof answers.PublicCall>>;
/** A call as organisers see it. */
export type CallView = Readonly<z.infer<typeof answers.CallView>>;
/** A submitted project in the organisers' list, with its result. */
export type EntryRow = Readonly<z.infer<typeof answers.EntryRow>>;
/** The same with everything. */
export type EntryDetail = Readonly<z.infer<typeof answers.EntryDetail>>;
/** A juror as organisers see them. */
export type JurorRow = Readonly<z.infer<typeof answers.JurorRow>>;
/** A project in a juror's list. */
export type JuryRow = Readonly<z.infer<typeof answers.JuryRow>>;
/** A project before its juror. */
export type JuryEntry = Readonly<z.infer<typeof answers.JuryEntry>>;
/** The running order with its times. */
export type OrderView = Readonly<z.infer<typeof answers.OrderView>>;

export const callMissing = reason(
  "roadshow.not-found",
  "not-found",
  "这项活动没有征集项目。请从活动列表重新选择。",
  "This activity does not call for projects. Choose another one from the list.",
);
export const notRoadshow = reason(
  "roadshow.other-kind",
  "conflict",
  "只有供需路演可以征集项目。请先把活动类型改为供需路演。",
  "Only a roadshow calls for projects. Change the activity's kind first.",
);
export const calledOff = reason(
  "roadshow.called-off",
  "conflict",
  "活动已取消，不能再征集项目。如需重新举办，请复制活动后另设征集。",
  "The activity is called off, so it calls for no projects. To hold it anew, copy the activity and set up a call for the copy.",
);
export const callClosed = reason(
  "roadshow.closed",
  "conflict",
  "现在不在征集时间内，没有提交。请查看活动页上的征集时间。",
  "The call is not open now, so nothing was submitted. See its times on the activity's page.",
);
export const callFull = reason(
  "roadshow.full",
  "conflict",
  "本次征集的项目已达上限 {most} 个。请联系主办方。",
  "This call has taken as many projects as it can, {most}. Ask the organiser.",
);
export const criteriaFixed = reason(
  "roadshow.criteria-fixed",
  "conflict",
  "已有评委提交评分，评分标准、分制和评分方式不能再改。如必须修改，请先退回已提交的评分。",
  "A juror has handed in, so criteria, scale and way of scoring are fixed. Reopen what was handed in first, if you must change them.",
);
export const entryMissing = reason(
  "roadshow.entry-not-found",
  "not-found",
  "没有找到这个路演项目，请从列表重新选择。",
  "There is no such project in this roadshow. Choose one from the list.",
);
export const entryLinkMissing = reason(
  "roadshow.link",
  "not-found",
  "链接无效。请使用最近一封邮件中的链接。",
  "This link is not valid. Use the link in the latest mail.",
);
export const entryKnown = reason(
  "roadshow.already-entered",
  "conflict",
  "这个项目已经报名本次路演，没有重复提交。请用邮件中的链接查看或修改。",
  "This project is already in this roadshow; nothing was submitted again. See or change it by the link in the mail.",
);
export const projectOver = reason(
  "roadshow.project-over",
  "conflict",
  "这个项目已撤回或未通过审核，不能报名路演。请提交新的项目。",
  "This project was withdrawn or declined, so it cannot enter a roadshow. Submit a new one.",
);
export const resultOut = reason(
  "roadshow.result-out",
  "conflict",
  "结果已经公布，不能再进行这一步。",
  "The result is published; this step is not possible any more.",
);
export const undecided = reason(
  "roadshow.undecided",
  "conflict",
  "还有 {count} 个项目没有决定。请先全部决定，再公布结果。",
  "{count} project(s) are not decided on. Decide on all of them before you publish the result.",
);
export const stillOpen = reason(
  "roadshow.still-open",
  "conflict",
  "征集还没有截止。请等截止后，或提前截止时间，再公布结果。",
  "The call is still open. Wait until it closes, or close it earlier, before you publish the result.",
);
export const stageFull = reason(
  "roadshow.stage-full",
  "conflict",
  "上台名额 {places} 个已满。请先把别的项目改为候补或不入选，或增加名额。",
  "All {places} places on stage are taken. Move another project to the reserve or decline it, or add places.",
);
export const placesTaken = reason(
  "roadshow.places-taken",
  "conflict",
  "已有 {accepted} 个项目入选，名额不能少于这个数。",
  "{accepted} projects are accepted; there cannot be fewer places.",
);
export const notAssigned = reason(
  "roadshow.not-assigned",
  "not-found",
  "这个项目没有分配给您，或已经取消。请返回列表。",
  "This project is not yours to score, or not any more. Go back to the list.",
);
export const inConflict = reason(
  "roadshow.conflict",
  "forbidden",
  "您与这个项目有利益关系，不能查看和评分。如有误，请联系组织者。",
  "You are in conflict with this project, so you neither see nor score it. If that is wrong, ask the organiser.",
);
export const declareFirst = reason(
  "roadshow.declare-first",
  "forbidden",
  "请先填写您的单位并作出保密承诺，再评阅项目。",
  "Say where you belong and promise confidentiality first; then you can read the projects.",
);
export const scoringClosed = reason(
  "roadshow.scoring-closed",
  "conflict",
  "评分已经截止，没有保存。如需补评，请联系组织者。",
  "Scoring has closed, so nothing was saved. Ask the organiser if you still have to score.",
);
export const handedInAlready = reason(
  "roadshow.handed-in",
  "conflict",
  "这份评分已经提交，不能再改。如需修改，请组织者退回。",
  "You have handed this in, and it cannot be changed. Ask the organiser to reopen it.",
);
export const marksMissing = reason(
  "roadshow.marks-missing",
  "invalid",
  "还有 {count} 项没有评分，或超出分制 {scale}。请补全后再提交。",
  "{count} mark(s) are missing or outside of {scale}. Complete them before you hand in.",
);
export const jurorMissing = reason(
  "roadshow.juror-not-found",
  "not-found",
  "没有这位评委，或其角色不包括这项活动。请从评委列表选择。",
  "There is no such juror for this activity. Choose one from the list.",
);
export const scoreStep = reason(
  "roadshow.score-step",
  "conflict",
  "评分目前的状态不能进行这一步。请刷新后再看。",
  "This step is not possible in the score's present state. Reload to see it.",
);
export const orderEntry = reason(
  "roadshow.order-entry",
  "conflict",
  "路演顺序里有没有入选的项目，或同一项目出现两次。请移除后再保存。",
  "The running order holds a project that is not accepted, or one twice. Take it out and save again.",
);
export const notAccepted = reason(
  "roadshow.not-accepted",
  "conflict",
  "只有入选的项目可以作现场标记。",
  "Only accepted projects can be marked on the day.",
);

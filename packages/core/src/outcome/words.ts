import type { Words } from "../platform/text.ts";
import type { CooperationWay } from "../project/schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Kinds of agreements, as texts name them. */
export const ways: Readonly<Record<CooperationWay, Words>> = {
  assignment: w("转让", "an assignment"),
  licence: w("许可", "a licence"),
  equity: w("作价入股", "equity"),
  "joint-development": w("合作开发", "joint development"),
  service: w("技术服务", "a technical service"),
};

/** The groups of organisations, as texts name them. */
export const groupNames: Readonly<Record<string, Words>> = {
  enterprise: w("企业", "Enterprises"),
  university: w("高校", "Universities"),
  institute: w("科研院所", "Research institutes"),
  service: w("服务机构", "Service providers"),
  other: w("其他单位", "Others"),
  unknown: w("未能归类", "Not known"),
  fewer: w("其余（各不足 5 人）", "The rest (fewer than 5 each)"),
};

export const words = {
  title: w("活动总结：{title}", "Outcome: {title}"),
  summary: w("{came} 人到场，到场率 {rate}。", "{came} people came, {rate} of those with a seat."),
  lead: w(
    "{when}，“{title}”在{venue}举办。{seats} 人获得名额，{came} 人到场，到场率 {rate}。",
    "“{title}” took place {when}, {venue}. {seats} people had a seat and {came} came ({rate}).",
  ),
  registered: w("报名人数", "Registered"),
  came: w("到场人数", "Came"),
  rate: w("到场率", "Attendance"),
  answers: w("问卷份数", "Survey answers"),
  who: w("谁来了", "Who came"),
  kind: w("单位类型", "Kind of organisation"),
  people: w("人数", "People"),
  survey: w("参会者怎么说", "What they said"),
  surveyLead: w("{invited} 人收到问卷，{answers} 人填写。", "{invited} were asked, {answers} answered."),
  mean: w("平均 {mean} 分（满分 5 分，{answered} 人评分）。", "{mean} of 5 on average, from {answered} answers."),
  option: w("选项", "Option"),
  next: w("达成的对接与下一步", "What came of it"),
  nextHelp: w(
    "请补充现场达成的对接、签约和后续安排；不要写入未经同意公开的姓名和联系方式。",
    "Add what was agreed on the spot and what follows; write no names or contacts that nobody agreed to publish.",
  ),
  dealTitle: w("“{need}”对接成功：{way}", "“{need}”: an agreement on {way}"),
  dealSummary: w(
    "需求“{need}”与{offer}对接，{on} 达成{way}合作。",
    "The need “{need}” met {offer}; they agreed on {way} on {on}.",
  ),
  dealLead: w("{on}，需求“{need}”与{offer}达成{way}合作。", "On {on} the need “{need}” and {offer} agreed on {way}."),
  dealNeed: w("要解决的问题", "The problem"),
  dealOffer: w("怎样解决", "What answers it"),
  dealTook: w("从开始撮合到达成合作的天数", "Days from the first step to the agreement"),
  dealNext: w(
    "请补充合作内容、实施情况和成效；公开单位名称前请征得双方同意，不要写入金额、个人姓名和联系方式。",
    "Add what was agreed, how it is carried out and what it brings. Ask both sides before their names are published; write no amount, no person's name and no contact.",
  ),
  dealRelated: w(
    "双方声明有关联关系：请核实并写明，再补充合作内容、实施情况和成效。公开单位名称前请征得双方同意，不要写入金额、个人姓名和联系方式。",
    "The two sides declared that they are related parties: check it and say so. Then add what was agreed, how it is carried out and what it brings. Ask both sides before their names are published; write no amount, no person's name and no contact.",
  ),
  "offer-project": w("一个挂牌项目", "a listed project"),
  "offer-patent": w("一件专利", "a patent"),
  "offer-talent": w("一位专家", "an expert"),
};

import type { Words } from "../platform/text.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

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
};

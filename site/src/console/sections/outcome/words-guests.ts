import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export { passedOver as whyWords } from "@lingxi/core/invitation/schema";
export { regions as regionWords } from "@lingxi/core/taxonomy/schema";

export const stageWords = {
  chosen: w("已选定", "Chosen"),
  invited: w("已发出邀请", "Invited"),
  opened: w("打开了链接", "Followed the link"),
  registered: w("已报名", "Registered"),
  came: w("已到场", "Came"),
};

export const kindWords = {
  enterprise: w("企业", "Enterprises"),
  university: w("高校", "Universities"),
  institute: w("科研院所", "Research institutes"),
  service: w("服务机构", "Service providers"),
  other: w("其他单位", "Others"),
};

export const fromWords = {
  contacts: w("联系人", "Contacts"),
  talents: w("人才库", "Talent pool"),
  registrants: w("报过名的人", "People who registered"),
};

export const words = {
  from: w("从哪些人中选", "Choose from"),
  fromHint: w(
    "人才库和报过名的人中，只有同意接收活动邀请且没有退订的会收到；报过名的人按下面选的活动，不选时看最近一年的活动。",
    "Of the pool and of those who registered only who agreed to invitations, and has not refused since, is reached; registrations are those of the events chosen below, else of the last year.",
  ),
  title: w("定向邀请", "Invitations"),
  intro: w(
    "从同意接收通知的人中选定受邀人，每人一个专属链接。同一活动对同一个人只邀请一次；不记录邮件是否打开。",
    "Choose guests from those who agreed to notices; each gets a link of their own. Nobody is invited twice to the same event, and opening a mail is not recorded.",
  ),
  choose: w("选择受邀人", "Choose guests"),
  chains: w("产业链（不选表示不限）", "Industry chains (none means any)"),
  kinds: w("单位类型（不选表示不限）", "Kinds of organisations (none means any)"),
  regions: w("地区（不选表示不限）", "Regions (none means any)"),
  attended: w("参加过的活动（不选表示不限）", "Came to (none means any)"),
  look: w("查看会邀请谁", "See who would be invited"),
  included: w("将邀请 {n} 人。", "{n} would be invited."),
  considered: w("共考虑 {n} 人，其余原因如下：", "{n} people were considered; the others for these reasons:"),
  who: w("查看名单（前 {n} 人）", "See them (the first {n})"),
  invite: w("选定这 {n} 人并起草邀请邮件", "Choose these {n} and draft the mail"),
  made: w("已选定 {n} 人。", "{n} guests are chosen."),
  madeNext: w(
    "邀请邮件已起草。请修改、给自己发一封测试，再发送。",
    "The mail is drafted. Change it, send yourself a test, then send it.",
  ),
  toMail: w("打开邀请邮件", "Open the mail"),
  stages: w("邀请进展", "How far it went"),
  stage: w("进展", "Stage"),
  people: w("人数", "People"),
  guests: w("受邀人", "Guests"),
  none: w("还没有邀请任何人", "Nobody is invited yet"),
  noneHelp: w("在上面选择条件，先看会邀请谁。", "Choose above, and see who would be invited."),
  name: w("姓名", "Name"),
  gone: w("（联系人已移除）", "(contact removed)"),
  organisation: w("单位", "Organisation"),
  more: w("更多", "More"),
};

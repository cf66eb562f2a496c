import type { OrganisationKind } from "@lingxi/core/organisation/schema";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const kindWords: Readonly<Record<OrganisationKind, Words>> = {
  enterprise: w("企业", "Enterprise"),
  university: w("高校", "University"),
  institute: w("科研院所", "Research institute"),
  service: w("服务机构", "Service provider"),
  other: w("其他", "Other"),
};

export const words = {
  title: w("我的单位", "My organisations"),
  lead: w(
    "加入单位后，可以看到同事以单位名义（填写了统一社会信用代码）提交的项目和需求。",
    "As a member of your organisation you see the projects and needs that colleagues submitted with its credit code.",
  ),
  none: w("您还没有加入单位。", "You do not belong to an organisation yet."),
  manage: w("加入或管理单位", "Join or manage an organisation"),
  join: w("申请加入单位", "Ask to join an organisation"),
  joinHelp: w(
    "单位已有负责人时，由负责人审批；还没有负责人时，由主办方通过其他途径核实后，您成为第一位负责人。核实之前，看不到单位的任何内容。",
    "Where the organisation has an owner, the owner decides. Where it has none, the organiser checks you by another way than what you enter here, and you become its first owner. Until then you see nothing of the organisation.",
  ),
  joinSubmit: w("提交申请", "Send the request"),
  open: w("进入单位", "Open"),
  withdraw: w("撤回申请", "Withdraw the request"),
  owner: w("负责人", "owner"),
  member: w("成员", "member"),
  waiting: w("待核实", "being checked"),
  refused: w("未通过", "not approved"),
  removed: w("已移出", "taken out"),
  back: w("回到我的单位", "Back to my organisations"),
  account: w("回到我的账号", "Back to my account"),
  code: w("统一社会信用代码", "Credit code"),
  kind: w("单位类型", "Kind"),
  region: w("所在地区", "Region"),
  chains: w("产业链", "Industry chains"),
  projects: w("单位的项目", "Its projects"),
  demands: w("单位的需求", "Its needs"),
  noProjects: w(
    "没有以这个代码提交的项目。提交时填写统一社会信用代码，就会出现在这里。",
    "No project was submitted with this code. One that names the credit code shows up here.",
  ),
  noDemands: w(
    "没有以这个代码提交的需求。提交时填写统一社会信用代码，就会出现在这里。",
    "No need was submitted with this code. One that names the credit code shows up here.",
  ),
  yours: w("您提交的：查看和修改", "Yours: see and change"),
  publicPage: w("公开页面", "Public page"),
  asking: w("等待您审批", "Waiting for you"),
  approve: w("通过", "Approve"),
  refuse: w("拒绝", "Refuse"),
  people: w("成员", "Members"),
  you: w("您", "you"),
  remove: w("移出", "Take out"),
  removeSure: w(
    "立即生效：对方不再能看到单位的内容，可以重新申请。",
    "Takes effect at once: they see nothing of the organisation any more. They may ask again.",
  ),
  makeOwner: w("设为负责人", "Make an owner"),
  makeOwnerSure: w("对方可以审批和移出成员，包括您。", "They may then approve members and take them out, you among them."),
  describe: w("修改单位信息", "Change what the record says"),
  save: w("保存", "Save"),
  stepDown: w("不再担任负责人", "Be an owner no more"),
  stepDownSure: w("您仍是成员。", "You stay a member."),
  leave: w("退出单位", "Leave the organisation"),
  leaveSure: w(
    "您不再能看到单位的内容；您本人提交的项目和需求不受影响。",
    "You see nothing of the organisation any more. What you submitted yourself stays yours.",
  ),
} as const;

export const done: Readonly<Record<string, Words>> = {
  asked: w("申请已提交，核实后会发邮件通知您。", "Your request was sent. We write to you once it is decided."),
  approved: w("已通过，对方会收到邮件。", "Approved; they are told by mail."),
  refused: w("已拒绝，对方会收到邮件。", "Refused; they are told by mail."),
  removed: w("已移出，对方会收到邮件。", "Taken out; they are told by mail."),
  owner: w("已设为负责人。", "They are an owner now."),
  saved: w("已保存。", "Saved."),
  stepped: w("您已不再担任负责人。", "You are an owner no more."),
  left: w("您已退出。", "You have left."),
};

import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("单位", "Organisations"),
  intro: w(
    "参与者按统一社会信用代码加入单位。还没有负责人的单位，第一位由您核实；之后由负责人审批。",
    "Participants join organisations by their credit code. Where one has no owner yet, you check the first one; after that its owner approves the others.",
  ),
  claims: w("等待核实", "Waiting to be checked"),
  none: w("没有等待核实的申请", "No claim is waiting"),
  noneHelp: w(
    "参与者在“我的账号”里按信用代码申请后，会出现在这里，并通知组织者。",
    "When a participant claims an organisation in their account, it shows up here and organisers are told.",
  ),
  how: w(
    "用自己查到的电话或地址核实，不要用对方提供的：陌生人可以填写任何单位的代码。",
    "Check by a number or an address that you found yourself, not by one that they gave: a stranger can enter anybody's code.",
  ),
  rivals: w("另有 {n} 人申请同一单位，请一并核实。", "{n} other(s) claim the same organisation: check them together."),
  hasOwner: w("这个单位已有负责人：确认后转给负责人审批。", "It has an owner by now: confirming passes this on to that one."),
  known: w("已有记录的名称", "The name on record"),
  code: w("统一社会信用代码", "Credit code"),
  person: w("申请人", "Who"),
  email: w("邮箱", "E-mail"),
  since: w("申请时间", "Since"),
  proof: w("对方说怎样核实", "How it can be checked, they say"),
  name: w("单位名称", "Name of the organisation"),
  checked: w("怎样核实的", "How you checked it"),
  confirm: w("确认为负责人", "Confirm as its owner"),
  confirmed: w("已确认，对方会收到邮件。", "Confirmed; they are told by mail."),
  passedOn: w("已转给单位的负责人审批。", "Passed on to the organisation's owner."),
  refuse: w("不通过", "Refuse"),
  remark: w("给对方的说明", "What they are told"),
  refused: w("已拒绝，对方会收到邮件。", "Refused; they are told by mail."),
  all: w("已有负责人核实过的单位", "Organisations on record"),
  allNone: w("还没有单位。", "There is none yet."),
  owners: w("负责人", "Owners"),
  members: w("成员", "Members"),
  checkedAt: w("核实", "Checked"),
  release: w("收回负责人", "Take the owners out"),
  releaseSure: w(
    "立即生效：“{name}”的所有负责人被移出，需要重新申请并核实。用于核实有误，或单位来信说明时。",
    "Takes effect at once: all owners of “{name}” are taken out and have to be checked anew. For a mistake, or when the organisation itself writes.",
  ),
  why: w("原因（对方会看到）", "Why (they are told)"),
  released: w("已收回。", "Taken out."),
  more: w("更多", "More"),
  loading: w("正在读取…", "Loading…"),
} as const;

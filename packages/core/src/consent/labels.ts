import type { Words } from "../platform/text.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Names of what is held on people, in every slice the same. */
export const held = {
  name: w("姓名", "Name"),
  email: w("邮箱", "E-mail"),
  phone: w("手机", "Telephone"),
  organisation: w("单位", "Organisation"),
  position: w("职务", "Position"),
  interest: w("想解决的问题或带来的技术", "What you seek or bring"),
  introduction: w("简介", "Introduction"),
  expertise: w("专长", "Expertise"),
  chains: w("产业链", "Industry chains"),
  creditCode: w("统一社会信用代码", "Credit code"),
  intention: w("参会意向", "Intention"),
  note: w("备注", "Note"),
  remark: w("主办方的意见", "The organiser says"),
  subject: w("名称", "Title"),
  state: w("状态", "State"),
  since: w("自", "Since"),
  lastUsed: w("最近登录", "Last signed in"),
  followed: w("打开邀请链接", "Followed the invitation"),
  came: w("签到时间", "Checked in"),
  source: w("来源", "Source"),
} as const;

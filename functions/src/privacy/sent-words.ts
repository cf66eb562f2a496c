import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const sentWords = {
  title: w("发给我的邮件", "Mail sent to me"),
  lead: w(
    "我们发到这个邮箱的每一封邮件：什么时候、为什么发、后来怎样。最近的在前。",
    "Every mail that we sent to this address: when, why, and what became of it. The latest is first.",
  ),
  link: w("查看发给我的每一封邮件及原因", "See every mail that was sent to me, and why"),
  none: w("没有发给这个邮箱的邮件记录。", "There is no record of a mail to this address."),
  more: w("更早的邮件", "Earlier mail"),
  back: w("返回我的信息", "Back to my data"),
  notice: w("业务邮件", "A mail about something of yours"),
  own: w(
    "因为您的报名、提交或登录等操作而发送",
    "Sent because of something that you did, such as registering, submitting or signing in",
  ),
  invited: w("您在一次活动邀请的名单中", "You are among the guests of an event"),
  list: w("您在名单“{list}”中", "You are on the list “{list}”"),
  segment: w("您属于人群“{segment}”", "You belong to “{segment}”"),
  chains: w("您关注的产业链在通知范围内", "It was for industry chains that are yours"),
  everyone: w("发给全部同意接收的联系人", "It went to all contacts who agreed to such mail"),
};

export const states: Readonly<Record<string, Words>> = {
  claimed: w("正在发送", "Being sent"),
  unknown: w("结果未知", "Not known"),
  deferred: w("稍后重试", "Will be tried again"),
  left: w("结果未知，不再发送", "Not known, and not sent again"),
  accepted: w("已交付邮件系统", "Handed over"),
  rejected: w("被邮件系统拒收", "Not taken by the mail system"),
  delivered: w("已送达", "Delivered"),
  bounced: w("退信", "Came back"),
  complained: w("被投诉", "Reported as spam"),
  excluded: w("发送前排除，没有发出", "Withheld, not sent"),
};

import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("发送规则", "Rules of sending"),
  intro: w(
    "对所有通知有效，保存后立即生效：还没有发出的邮件也按新规则。报名确认、变更等邮件不受影响。",
    "They hold for every notification, as of now: also for mails that have not gone yet. Confirmations and changes of registrations are not affected.",
  ),
  back: w("返回通知列表", "Back to the list"),
  cap: w("每人最多收到多少", "How many a person gets"),
  capHint: w(
    "例如 7 天内最多 3 封。达到上限的人不在受众中，原因会列出。不填表示不限。",
    "For example 3 in 7 days. Whoever had that many is left out of the audience, with the reason. Empty means no limit.",
  ),
  mails: w("最多封数", "Mails at most"),
  days: w("天数", "Days"),
  quiet: w("免打扰时段", "Quiet hours"),
  quietHint: w(
    "按收件人当地时间的整点，例如 21 到 8；时段过后自动继续发送。不填表示没有。",
    "Full hours by the recipient's clock, for example 21 to 8; sending goes on by itself afterwards. Empty means none.",
  ),
  from: w("从（点）", "From (hour)"),
  to: w("到（点）", "To (hour)"),
  save: w("保存", "Save"),
  saved: w("已保存，立即生效。", "Saved, as of now."),
  loading: w("正在载入…", "Loading…"),
} as const;

import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("撮合", "Brokering"),
  intro: w(
    "在需求详情里对合适的供给点击“征询双方”，双方的答复汇总在这里。",
    "On the page of a need choose “Ask both sides” at an offer that suits; what they answer is gathered here.",
  ),
  demand: w("需求", "Need"),
  supply: w("供给", "Offer"),
  side: w("征询对象", "Asked"),
  need: w("需求方", "Need side"),
  offer: w("供给方", "Offer side"),
  project: w("项目", "Project"),
  patent: w("专利", "Patent"),
  talent: w("专家", "Expert"),
  related: w("关联关系", "Related parties"),
  yesRelated: w("已声明", "Declared"),
  note: w("说明", "What they said"),
  days: w("已过天数", "Days since"),
  since: w("时间", "Since"),
  "is-open": w("等待答复", "Waiting for an answer"),
  "is-yes": w("愿意", "Yes"),
  "is-not-now": w("暂时不", "Not now"),
  "is-no": w("不愿意", "No"),
  reminders: w("提醒", "Reminders"),
  due: w("{on} 到期", "Due {on}"),
  noteGone: w("（内容已随个人信息删除）", "(erased along with a person's data)"),
  emptyTitle: w("这里没有征询", "Nobody here"),
  emptyHelp: w(
    "打开一条已公开的需求，在“可能合适的供给”里点击“征询双方”。",
    "Open a listed need, and choose “Ask both sides” at one of the offers that may answer it.",
  ),
} as const;

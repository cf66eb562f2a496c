import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("您愿意对接吗？", "Do you want to meet?"),
  need: w("关于您的需求：{own}", "About your need: {own}"),
  offer: w("关于您的供给：{own}", "About what you offer: {own}"),
  lead: w(
    "双方都愿意后，主办方才会介绍联系人；在此之前，对方看不到您的联系方式和答复。",
    "The organiser introduces the two sides only when both want it; until then the other side sees neither your contact details nor your answer.",
  ),
  kind: w("类型", "Kind"),
  name: w("名称", "Title"),
  organisation: w("单位", "Organisation"),
  demand: w("技术需求", "Need"),
  project: w("挂牌项目", "Listed project"),
  patent: w("专利", "Patent"),
  talent: w("专家", "Expert"),
  yes: w("愿意", "Yes"),
  no: w("不愿意", "No"),
  "not-now": w("暂时不", "Not now"),
  related: w(
    "我方与对方有关联关系（如投资、任职、亲属关系）",
    "We and the other side are related parties (by investment, office or family)",
  ),
  send: w("提交答复", "Send the answer"),
  answered: w("您的答复：", "Your answer: "),
  "next-yes": w(
    "已记录。对方也愿意时，主办方会与您联系。",
    "It is recorded. The organiser contacts you when the other side wants it too.",
  ),
  "next-no": w("已记录，不会再就这一项征询您。", "It is recorded. You will not be asked about this again."),
  "next-not-now": w("已记录，以后可能会再征询您。", "It is recorded. You may be asked again later."),
  mine: w("查看、下载或删除我的全部信息", "See, download or erase everything that is held on me"),
} as const;

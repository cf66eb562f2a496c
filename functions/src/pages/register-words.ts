import type { Words } from "@lingxi/core/platform/text";

export const words = {
  optional: { "zh-CN": "（选填）", en: "Optional: " },
  title: { "zh-CN": "报名", en: "Register" },
  group: {
    "zh-CN": "和同事一起来？可以团体报名（最多 {most} 人）",
    en: "Coming with others? Register as a group (up to {most} people)",
  },
  submit: { "zh-CN": "提交报名", en: "Register" },
  queue: { "zh-CN": "加入候补", en: "Join the waiting list" },
  draw: { "zh-CN": "参加抽签", en: "Take part in the lottery" },
  full: {
    "zh-CN": "名额已满。提交后您将进入候补名单，有名额空出时按先后顺序发邮件通知。",
    en: "All seats are taken. You can join the waiting list; when a seat becomes free we write to the next in line.",
  },
  none: {
    "zh-CN": "名额已满，本活动不设候补。",
    en: "All seats are taken, and no waiting list is kept.",
  },
  pool: {
    "zh-CN": "本活动抽签产生名额，{at} 开奖。开奖前报名不分先后，中签后请在限时内确认。",
    en: "Seats are given by lottery, drawn {at}. Until then it does not matter who comes first; accept in time when you are drawn.",
  },
  closed: {
    "zh-CN": "本活动的报名已经截止或取消，不能再报名。",
    en: "Registration for this activity has closed or it was cancelled.",
  },
  soon: { "zh-CN": "报名将于 {at} 开放，请到时再来。", en: "Registration opens {at}. Please come back then." },
  others: { "zh-CN": "查看其他活动", en: "See other activities" },
  done: { "zh-CN": "报名已收到", en: "We have your registration" },
  confirmed: { "zh-CN": "名额已确认。", en: "Your seat is confirmed." },
  waitlisted: { "zh-CN": "您已进入候补名单。", en: "You are on the waiting list." },
  pooled: { "zh-CN": "您已参加抽签。", en: "You take part in the lottery." },
  offered: { "zh-CN": "有一个名额正为您保留。", en: "A seat is being held for you." },
  requested: { "zh-CN": "主办方审核后会发邮件告知结果。", en: "The organiser decides on it and writes to you." },
  mail: {
    "zh-CN":
      "确认邮件已发到您填写的邮箱，内有专属链接，可随时查看、修改或取消。几分钟内没有收到，请查看垃圾邮件，或检查邮箱后重新报名。",
    en: "A mail is on its way to the address you gave, with a private link to see, change or cancel. If it does not come within minutes, look in the spam folder, or register again with the right address.",
  },
  back: { "zh-CN": "返回活动页面", en: "Back to the activity" },
  approval: { "zh-CN": "需审核", en: "by approval" },
  takeOver: { "zh-CN": "接受转让的名额", en: "Take over a seat" },
  takeOverText: {
    "zh-CN": "有人把自己的名额转让给您。请填写您本人的信息；提交后名额归您，对方的报名随之结束。",
    en: "Somebody passes their seat on to you. Enter your own details; once you submit them the seat is yours and theirs ends.",
  },
  takeOverDone: {
    "zh-CN": "确认邮件已发到您填写的邮箱，内有凭证和专属链接。如果这个邮箱已经报过名，则沿用原来的报名，名额不变。",
    en: "A mail is on its way to the address you gave, with your ticket and a private link. If this address was registered before, that registration stays and nothing changes.",
  },
} satisfies Record<string, Words>;

/** How a ticket type stands, beside its name. */
export const bands = {
  open: { "zh-CN": "可以报名", en: "open" },
  few: { "zh-CN": "名额不多", en: "few left" },
  lottery: { "zh-CN": "抽签", en: "by lottery" },
  "waiting-list": { "zh-CN": "可候补", en: "waiting list" },
  full: { "zh-CN": "额满", en: "full" },
  soon: { "zh-CN": "尚未开放", en: "opens later" },
  closed: { "zh-CN": "现在不能报名", en: "not open now" },
  cancelled: { "zh-CN": "已取消", en: "cancelled" },
  past: { "zh-CN": "已结束", en: "over" },
} satisfies Record<string, Words>;

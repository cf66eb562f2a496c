import type { Words } from "@lingxi/core/platform/text";

export const words = {
  title: { "zh-CN": "我的报名", en: "Your registration" },
  confirmed: { "zh-CN": "名额已确认。请在现场出示二维码签到。", en: "Your seat is confirmed. Please show the code at the door." },
  waitlisted: {
    "zh-CN": "您在候补名单中。有名额空出时按先后顺序发邮件通知您。",
    en: "You are on the waiting list. When a seat becomes free, we write to the next in line.",
  },
  position: { "zh-CN": "当前排位：第 {n} 位。", en: "Your position: {n}." },
  full: {
    "zh-CN": "现在额满的是：{quotas}。有名额空出时，按顺序给第一个能入座的人；不受这些名额限制的人可能先于您入座。",
    en: "Full at present: {quotas}. A freed seat goes to the first in line whom it fits; people who need none of these may be seated before you.",
  },
  whole: { "zh-CN": "活动总名额", en: "the activity as a whole" },
  pooled: {
    "zh-CN": "您已参加抽签，{at} 开奖。您的报名编号：{id}。",
    en: "You take part in the lottery, drawn {at}. Your number: {id}.",
  },
  lot: { "zh-CN": "您的签号（小的在前）", en: "Your lot (the lowest is first)" },
  lotHow: {
    "zh-CN": "任何人都可以验算：签号 = SHA-256(“{seed}:{id}”)，种子的 SHA-256 在报名前已公布：{commitment}",
    en: "Anyone can check it: the lot is SHA-256(“{seed}:{id}”); the SHA-256 of the seed was published before registration: {commitment}",
  },
  online: { "zh-CN": "线上参会", en: "Online" },
  onlineNote: { "zh-CN": "会议号与密码", en: "Meeting number and password" },
  requested: {
    "zh-CN": "您的报名申请已收到，主办方审核后会发邮件告知结果。",
    en: "We have your request. The organiser decides on it and writes to you.",
  },
  refused: {
    "zh-CN": "主办方没有通过您的报名申请。理由：{remark}",
    en: "The organiser did not accept your request. The reason given: {remark}",
  },
  leave: { "zh-CN": "退出候补", en: "Leave the waiting list" },
  leaveSure: {
    "zh-CN": "退出后您的排位会让给后面的人，不能撤回。",
    en: "Your place goes to those behind you; this cannot be undone.",
  },
  ticket: { "zh-CN": "票种", en: "Ticket type" },
  transfer: { "zh-CN": "转让名额", en: "Pass the seat on" },
  transferText: {
    "zh-CN": "把下面的链接发给接替您的人。对方填写信息并提交后，名额归对方，您的报名随之结束；在此之前名额仍是您的。",
    en: "Send this link to whoever comes in your place. Once they have entered their details the seat is theirs and your registration ends; until then it is yours.",
  },
  offered: { "zh-CN": "有一个名额为您保留到 {until}。", en: "A seat is held for you until {until}." },
  cancelled: {
    "zh-CN": "这份报名已经取消。如需参加，请重新报名。",
    en: "This registration was cancelled. Register again if you want to come.",
  },
  expired: {
    "zh-CN": "为您保留的名额已过确认时间，已让给下一位。",
    en: "The seat that was held for you has gone to the next person.",
  },
  accept: { "zh-CN": "确认参加", en: "Accept the seat" },
  decline: { "zh-CN": "放弃名额", en: "Decline" },
  cancel: { "zh-CN": "取消报名", en: "Cancel my registration" },
  sure: {
    "zh-CN": "取消后名额会立即让给候补的下一位，不能撤回。",
    en: "The seat goes to the next person at once; this cannot be undone.",
  },
  again: { "zh-CN": "重新报名", en: "Register again" },
  change: { "zh-CN": "修改信息", en: "Change your details" },
  save: { "zh-CN": "保存修改", en: "Save" },
  saved: { "zh-CN": "修改已保存。", en: "Your changes are saved." },
  certificate: { "zh-CN": "下载参会证明（PDF）", en: "Certificate of attendance (PDF)" },
  code: { "zh-CN": "凭证号", en: "Ticket" },
  time: { "zh-CN": "时间", en: "When" },
  venue: { "zh-CN": "地点", en: "Where" },
  email: { "zh-CN": "邮箱", en: "E-mail" },
  consent: { "zh-CN": "信息使用同意", en: "Consent" },
  consentAt: { "zh-CN": "{at} 同意（文本版本 {version}）", en: "given {at} (text version {version})" },
} satisfies Record<string, Words>;

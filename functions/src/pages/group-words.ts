import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("团体报名", "Register a group"),
  lead: w(
    "您一个人为几位同行者报名，每组最多 {most} 人。名额一次给齐；名额不足时整组一起候补。同行者的姓名可以以后再填。",
    "You register companions as well, up to {most} people in all. You get all your seats at once, or wait together. Companions may be named later.",
  ),
  submit: w("提交团体报名", "Register the group"),
  none: w("这项活动不接受团体报名。", "This activity takes no groups."),
  alone: w("改为一人报名", "Register alone"),
  split: w("名额不足时，我们可以分开候补、分开入座", "If there are too few seats, we may wait and be seated separately"),
  companions: w(
    "姓名和邮箱都可以以后再填。填了邮箱的同行者会收到自己的凭证。",
    "Names and addresses may be given later. Who has an address gets a ticket of their own.",
  ),
  name: w("姓名", "Name"),
  organisation: w("单位（同本人可不填）", "Organisation (if not yours)"),
  email: w("邮箱", "E-mail"),
  agree: w(
    "我已告知同行者，主办方会为本次活动使用他们的信息；他们可以随时查看、取消或删除。",
    "My companions know that the organiser uses what I enter about them for this activity; they can see, cancel or erase it at any time.",
  ),
  group: w("我的同行者", "My companions"),
  party: w(
    "你们 {n} 人一起候补，有 {n} 个名额同时空出时才会通知；之前空出的较少名额会先给其他人。",
    "The {n} of you wait together, for {n} seats at the same time; fewer seats that become free before go to others.",
  ),
  ticket: w("打开此名额的凭证页", "Open the page of this seat"),
  addressed: w("已填邮箱，凭证发给本人", "The ticket goes to the address that was given"),
  change: w("填写或更换", "Name or replace"),
  changeHint: w(
    "填写邮箱后，这个名额归该邮箱的主人，凭证发到该邮箱；原来的人不再持有它。",
    "With an address the seat is that person's, and the ticket goes there; whoever had it before has it no more.",
  ),
  save: w("保存", "Save"),
  remove: w("退掉这个名额", "Give this seat back"),
  removeSure: w("这个名额会让给候补的人，不能撤回。", "The seat goes to who waits; this cannot be undone."),
  cancelAll: w("取消整组报名", "Cancel the whole group"),
  cancelAllSure: w("您和所有同行者的名额都会退回。", "Your seat and those of all your companions are given back."),
} satisfies Record<string, Words>;

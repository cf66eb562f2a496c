import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("邮件设置", "Your mails"),
  ask: w(
    "点击下面的按钮，之后不会再收到我们的通知邮件。您自己报名的活动，确认和变更邮件仍会发送。",
    "Press the button, and we send you no more notifications. Mails about activities that you registered for yourself still come.",
  ),
  button: w("确认退订", "Unsubscribe"),
  done: w(
    "已退订，立即生效。正在发送中的通知也不会再发给您。",
    "You are unsubscribed, as of now. Even a notification that is being sent will not reach you.",
  ),
  undo: w("点错了，重新订阅", "That was a mistake: subscribe again"),
  all: w("查看、下载或删除我的全部信息", "See, download or erase everything that is held on me"),
  again: w("已重新订阅，您会继续收到通知。", "You are subscribed again, and will get our notifications."),
  saved: w("已保存，立即生效。", "Saved, as of now."),
  choose: w("选择想收到的邮件", "Choose the mails that you want"),
  save: w("保存设置", "Save"),
  pauseTitle: w("暂停三个月", "Pause for three months"),
  pauseHelp: w(
    "三个月内不发任何通知，之后按上面的设置继续。",
    "No notification for three months; after that it goes on as chosen above.",
  ),
  pause: w("暂停三个月", "Pause for three months"),
  paused: w("通知已暂停到 {until}。", "Notifications are paused until {until}."),
  goOn: w("现在恢复发送", "Go on now"),
  record: w("同意记录", "Consent record"),
  recordHelp: w(
    "您何时、在哪里、按哪一版文字同意或拒绝了什么。文件中没有您的邮箱地址。",
    "What you agreed to or refused, when, where, and in which version of the text. The files do not hold your address.",
  ),
  recordText: w("下载文本（TXT）", "Download the text (TXT)"),
  recordData: w("下载数据（JSON）", "Download the data (JSON)"),
  any: w("不限", "any"),
  chinese: w("中文", "Chinese"),
  english: w("英文", "English"),
  made: w("{at} 导出", "Made {at}"),
  now: w("目前", "At present"),
  subscribed: w("接收通知", "subscribed"),
  unsubscribed: w("已退订全部通知", "unsubscribed from everything"),
  why: w("为什么可以给您发邮件", "Why we may write to you"),
  none: w("没有记录。", "Nothing is on record."),
  changes: w("您的选择和变更", "What you chose and changed"),
  given: w("同意", "agreed"),
  withdrawn: w("拒绝或撤回", "refused or taken back"),
  started: w("开始", "begun"),
  ended: w("结束", "ended"),
  chosen: w("选择", "chosen"),
  version: w("文本版本 {version}", "text version {version}"),
  source: w("来源：{source}", "source: {source}"),
} as const;

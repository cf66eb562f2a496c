import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** The console's own words. Each section keeps its words beside itself. */
export const words = {
  title: w("灵犀工作台", "Lingxi console"),
  navigation: w("工作台导航", "Console navigation"),
  menu: w("菜单", "Menu"),
  exchange: w("对接", "Exchange"),
  convening: w("活动与通知", "Convening"),
  content: w("内容", "Content"),
  administration: w("管理", "Administration"),
  skip: w("跳到正文", "Skip to content"),
  site: w("查看网站", "View site"),
  otherLanguage: w("English", "中文"),
  loading: w("正在载入…", "Loading…"),
  home: w("总览", "Overview"),
  pagesFailed: w("有页面没能生成", "Some pages could not be made"),
  pagesFailedHelp: w(
    "读者看到的仍是之前的版本；从未发布过的内容暂不出现在任何列表里。系统每五分钟重试一次。请先检查内容，修改后重新发布；若仍不行，请把下面的编号告诉运维人员。",
    "Readers still see what was there before; what was never published stands in no list yet. It is tried again every five minutes. Check the content and publish it again; if that does not help, give the name below to an operator.",
  ),
  pagesFailedTries: w("已尝试 {n} 次", "tried {n} times"),
  held: w("{n} 份未按时发布", "{n} not published in time"),
  signOut: w("退出登录", "Sign out"),
  signOutTitle: w("还有没保存的内容", "Some of what you typed is not saved"),
  signOutLoses: w(
    "这台设备上有 {n} 处内容还没有保存。退出后会从这台设备上清除，找不回来。要保留，请点“关闭”，保存之后再退出。",
    "{n} text(s) on this device are not saved. They are cleared from it when you sign out and cannot be brought back. To keep them, press Close, save, and sign out then.",
  ),
  signOutAnyway: w("清除并退出", "Clear and sign out"),
  signedInAs: w("当前登录：", "Signed in as "),
  unreachable: w(
    "连接不上服务器。请检查网络后重试，您填写的内容还在。",
    "The server cannot be reached. Check the connection and try again; what you typed is still here.",
  ),
  unexpected: w(
    "服务器没能完成这次请求（{status}）。请稍后再试；若仍不行，请联系管理员。",
    "The server could not complete this request ({status}). Try again in a moment; if it keeps failing, tell an administrator.",
  ),
  expired: w(
    "登录已结束。请在新标签页重新登录，再回到这里重试；您填写的内容还在。",
    "You were signed out. Sign in again in another tab, then try again here; what you typed is still here.",
  ),
  retry: w("重试", "Try again"),
  notFound: w("没有这个页面", "No such page"),
  notFoundHelp: w("请从导航中选择。", "Choose one from the navigation."),
  sectionFailed: w("这个页面没有打开", "This page did not open"),
  summaryTitle: w("请修改以下内容", "Please change the following"),
  chinese: w("中文", "Chinese"),
  english: w("英文（选填）", "English (optional)"),
  close: w("关闭", "Close"),
  choose: w("请选择", "Choose"),
} as const;

import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What reviews of different things have in common. */
export const words = {
  loading: w("正在载入…", "Loading…"),
  more: w("显示更多", "Show more"),
  state: w("状态", "State"),
  waiting: w("{n} 份待审核", "{n} waiting for review"),
  waitingMore: w("{n} 份以上待审核", "more than {n} waiting for review"),
  reload: w("查看最新内容", "See the latest version"),
  contact: w("联系信息（不公开）", "Contact (not public)"),
  email: w("邮箱", "E-mail"),
  phone: w("手机", "Telephone"),
  consents: w("同意记录", "Consents"),
  purpose: w("目的", "Purpose"),
  version: w("文本版本", "Text version"),
  given: w("同意时间", "Given"),
  source: w("来源", "Source"),
  withdrawn: w("撤回时间", "Withdrawn"),
  "project-listing": w("项目挂牌", "Project listing"),
  "talent-pool": w("加入人才库", "Talent pool"),
  "talent-profile": w("公开个人页面", "Public profile"),
  "talent-exchange": w("提供给省级人才库", "Provincial talent database"),
  form: w("表单", "Form"),
  link: w("本人链接", "Private link"),
} as const;

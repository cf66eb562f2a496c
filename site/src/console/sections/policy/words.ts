import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("政策原文", "Official text"),
  intro: w(
    "政策页面用自己的话介绍计划；官方文件附在这里，读者可以对照。",
    "The policy page explains the programme in its own words; attach the official document here, so that readers can compare.",
  ),
  view: w("查看政策页面", "See the policy page"),
  emptyTitle: w("还没有附上官方文件", "No official document is attached"),
  emptyHelp: w("填写标题，再粘贴官方网址，或上传 PDF。", "Give its title, and paste its official address or upload a PDF."),
  heading: w("文件标题", "Title of the document"),
  href: w("原文地址", "Where it is"),
  hrefHint: w(
    "以 https:// 开头的官方网址；上传 PDF 后自动填写。",
    "The official address, beginning with https://. An uploaded PDF fills it in.",
  ),
  file: w("或者上传 PDF", "Or upload a PDF"),
  fileHint: w("最大 4 MB。", "At most 4 MB."),
  save: w("保存", "Save"),
  saved: w("已保存，政策页面一两秒内更新。", "Saved; the policy page shows it within a second or two."),
  remove: w("撤下", "Take away"),
  removed: w("已撤下。", "Taken away."),
  loading: w("正在载入…", "Loading…"),
} as const;

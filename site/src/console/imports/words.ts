import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What reports of imports have in common. */
export const words = {
  report: w("导入结果", "Report"),
  repeated: w(
    "这份文件之前已经导入过，没有改变任何内容。下面是当时的结果。",
    "This file was imported before; nothing was changed. This is the report of that time.",
  ),
  importRuns: w("正在导入：已处理 {done} / {rows} 行", "Importing: {done} of {rows} rows"),
  importStop: w("停止导入", "Stop the import"),
  importStopping: w("正在停止…", "Stopping…"),
  importStopped: w(
    "这次导入已被停止，已导入的内容保留。再次上传同一文件即可接着完成。",
    "This import was stopped; what came in stays. Upload the same file again to finish it.",
  ),
  interrupted: w(
    "这次导入被中断。再次上传同一文件即可接着完成。",
    "This import was interrupted. Upload the same file again to finish it.",
  ),
  all: w("全部", "All"),
  remarks: w("有提醒", "With remarks"),
  line: w("行号", "Line"),
  outcome: w("结果", "Result"),
  why: w("原因与提醒", "Reason and remarks"),
  imported: w("已导入", "Imported"),
  updated: w("已补充", "Completed"),
  unchanged: w("无变化", "Unchanged"),
  duplicate: w("重复", "Duplicate"),
  refused: w("未导入", "Not imported"),
  summary: w("共 {rows} 行 · 编码 {encoding}", "{rows} rows · {encoding}"),
  more: w("显示更多", "Show more"),
  loading: w("正在载入…", "Loading…"),
} as const;

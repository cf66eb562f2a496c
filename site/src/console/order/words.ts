import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What is said wherever the order matters. */
export const words = {
  rowOf: w("{part}第 {n} 行", "{part}, row {n}"),
  addRow: w("添加一行", "Add a row"),
  addTo: w("{part}：添加一行", "{part}: add a row"),
  removeRow: w("删除第 {n} 行", "Remove row {n}"),
  up: w("第 {n} 行上移", "Move row {n} up"),
  down: w("第 {n} 行下移", "Move row {n} down"),
  drag: w("拖动第 {n} 行", "Drag row {n}"),
  moved: w("已移到第 {n} 行，共 {total} 行", "Moved to row {n} of {total}"),
  removed: w("已删除，还有 {n} 行", "Removed; {n} left"),
  full: w("已到上限，共 {n} 行。", "No more than {n} rows."),
} as const;

import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  saving: w("正在保存…", "Saving…"),
  saved: w("已保存 {time}", "Saved {time}"),
  unsaved: w("有未保存的修改", "Not saved yet"),
  kept: w("有未保存的修改，已暂存在这台设备上 {time}", "Not saved yet; kept on this device {time}"),
  notKept: w(
    "有未保存的修改，这台设备的存储空间不足，请尽快保存。",
    "Not saved yet, and this device has no room to keep it. Save soon.",
  ),
  failed: w("没有保存：{why}", "Not saved: {why}"),
  retry: w("重试", "Try again"),
  undo: w("撤销", "Undo"),
  redo: w("重做", "Redo"),
  restored: w("这是您 {time} 填写、尚未保存的内容。", "This is what you typed at {time} and did not save."),
  discard: w("放弃这些修改", "Discard it"),
  clashTitle: w("他人同时修改了同样的内容", "Somebody changed the same parts meanwhile"),
  clashHelp: w(
    "其他修改已经合并。请逐项选择保留哪一个，然后再保存。",
    "All other changes are put together. Choose for each part which one stays, then save again.",
  ),
  mine: w("我的", "Mine"),
  theirs: w("对方的", "Theirs"),
  takeMine: w("保留我的", "Keep mine"),
  takeTheirs: w("采用对方的", "Take theirs"),
} as const;

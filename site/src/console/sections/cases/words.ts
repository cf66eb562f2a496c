import type { CaseState } from "@lingxi/core/cases/schema";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const emptyTitle: Readonly<Record<CaseState, Words>> = {
  draft: w("没有正在写的案例", "No drafts"),
  "in-review": w("没有等待审核的案例", "Nothing waits for review"),
  scheduled: w("没有定时发布的案例", "Nothing is scheduled"),
  published: w("还没有发布案例", "No case has been published yet"),
  withdrawn: w("没有下线的案例", "Nothing has been taken away"),
};
const emptyHelp: Readonly<Record<CaseState, Words>> = {
  draft: w(
    "点击“新建案例”，写下标题就可以存为草稿，其余内容随时补充。",
    "Choose “New case”. A title is enough for a draft; the rest can follow.",
  ),
  "in-review": w(
    "编辑点“提交审核”后，草稿会出现在这里，由组织者发布、定时或退回。",
    "When an editor asks for a review, the draft appears here for an organiser to publish, schedule or give back.",
  ),
  scheduled: w(
    "批准并定好时间的草稿会出现在这里，到时自动发布。",
    "Drafts that are approved for a time appear here and are published by themselves.",
  ),
  published: w(
    "好案例说清四件事：原来的难题、用了哪项技术、怎样合作、取得什么效果。点击“新建案例”开始。",
    "A good case tells four things: the problem, the technology, how they worked together, what came of it. Start with “New case”.",
  ),
  withdrawn: w(
    "从公众页面撤下的案例会留在这里，可以修改后重新发布。",
    "Cases taken from the public stay here and can be published again.",
  ),
};

/** The list, and what its parts are called everywhere. */
export const words = {
  title: w("案例", "Case studies"),
  intro: w(
    "把成功的转化写成案例：写草稿，提交审核，发布或定时发布。",
    "Write up what worked: a draft, a review, then publication now or at a time.",
  ),
  add: w("新建案例", "New case"),
  status: w("状态", "State"),
  draft: w("草稿", "Draft"),
  "in-review": w("待审核", "In review"),
  scheduled: w("定时发布", "Scheduled"),
  published: w("已发布", "Published"),
  withdrawn: w("已下线", "Withdrawn"),
  held: w("未按时发布", "Held back"),
  returned: w("已退回", "Given back"),
  changed: w("草稿有改动，尚未发布", "Draft changed, not yet published"),
  name: w("案例", "Case"),
  since: w("{time} 起", "since {time}"),
  at: w("{time}（北京时间）", "{time} (Beijing time)"),
  lastChange: w("最近修改", "Last change"),
  more: w("显示更多", "Show more"),
  loading: w("正在载入…", "Loading…"),
  heldCount: w("{n} 篇没有按时发布，需要处理", "{n} held back, to be dealt with"),
  emptyTitle,
  emptyHelp,
  back: w("返回案例列表", "Back to the list"),
  edit: w("编辑", "Edit"),
  preview: w("预览", "Preview"),
  history: w("历史", "History"),
  views: w("这篇案例", "This case"),
  save: w("保存", "Save"),
  saveDraft: w("存为草稿", "Save as draft"),
  saving: w("正在保存…", "Saving…"),
  saved: w("草稿已保存。", "The draft is saved."),
  savedVoided: w(
    "草稿已保存。它原来已批准定时发布，修改后批准失效，请重新提交审核或重新定时。",
    "The draft is saved. It had been approved for a time; the change ends that. Ask for a review or schedule it again.",
  ),
  approvedMeanwhile: w(
    "您打开之后，这份草稿已被批准定时发布，内容没有变。再点一次“保存”会保存您的修改，批准随之失效。",
    "After you opened it, this draft was approved for a time; its text is the same. Press “Save” once more to save your changes, which ends the approval.",
  ),
  voids: w("保存修改会使定时发布的批准失效。", "Saving a change ends the approval for that time."),
  unsaved: w("有未保存的修改", "There are unsaved changes"),
  restored: w(
    "这是您 {time} 没有保存的修改，已从这台设备找回。",
    "These are changes of {time} that you had not saved, brought back from this device.",
  ),
  discard: w("放弃这些修改", "Discard them"),
  undo: w("撤销", "Undo"),
  redo: w("重做", "Redo"),
  alreadySo: w("此前已经是这样，没有新的变化。", "It was so already; nothing has changed."),
  merged: w("已合并，请检查后保存。", "Merged. Look it over, then save."),
} as const;

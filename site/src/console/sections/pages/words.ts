import type { CaseState } from "@lingxi/core/cases/schema";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const emptyTitle: Readonly<Record<CaseState, Words>> = {
  draft: w("没有正在写的页面", "No drafts"),
  "in-review": w("没有等待审核的页面", "Nothing waits for review"),
  scheduled: w("没有定时发布的页面", "Nothing is scheduled"),
  published: w("还没有发布页面", "No page has been published yet"),
  withdrawn: w("没有下线的页面", "Nothing has been taken away"),
};
const emptyHelp: Readonly<Record<CaseState, Words>> = {
  draft: w(
    "点击“新建页面”，写下标题就可以存为草稿，其余内容随时补充。",
    "Choose “New page”. A title is enough for a draft; the rest can follow.",
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
    "适合放在这里的：关于计划、怎样参加、常见问题、通知公告。点击“新建页面”开始。",
    "What belongs here: about the programme, how to take part, common questions, notices. Start with “New page”.",
  ),
  withdrawn: w(
    "从公众网站撤下的页面会留在这里，可以修改后重新发布。",
    "Pages taken from the public stay here and can be published again.",
  ),
};

/** The list and the form; the workflow has the words of cases. */
export const words = {
  title: w("页面", "Pages"),
  intro: w(
    "独立的页面，例如关于计划、怎样参加、常见问题。写草稿，提交审核，发布或定时发布。",
    "Pages that stand by themselves, such as common questions: a draft, a review, then publication now or at a time.",
  ),
  add: w("新建页面", "New page"),
  back: w("返回页面列表", "Back to the list"),
  views: w("这个页面", "This page"),
  name: w("页面", "Page"),
  emptyTitle,
  emptyHelp,
  footerHint: w(
    "放进网站每一页的页脚，数字小的在前。列表等页面立即更新，其余页面几分钟内更新。",
    "Puts a link at the foot of every page of the site, the smallest number first. Lists change at once, all other pages within minutes.",
  ),
  noFooter: w("不出现在页脚", "Not at the foot"),
  place: w("第 {n} 位", "Place {n}"),
  slugHint: w(
    "公众页面地址 /pages/… 的最后一段。留空时由英文标题或编号生成。更换后，旧地址会转到新地址，并且永远属于这个页面。",
    "The last part of /pages/…. Left empty, it is made from the English title or the number. When it changes, the old address leads to the new one and stays with this page for good.",
  ),
} as const;

import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("可能合适的项目", "Projects that may answer it"),
  made: w(
    "按需求全文与挂牌项目逐字比对，{at} 更新；需求或项目一有变化就重新计算。",
    "The need's whole text compared with all listed projects, {at}; made anew whenever either changes.",
  ),
  pending: w("正在计算，一两秒后请刷新。", "Being made; reload in a second or two."),
  none: w("还没有挂牌项目与它有相同的词语。", "No listed project shares a word with it."),
  inadequate: w("暂无合适供给", "No adequate supply"),
  inadequateHelp: w(
    "现有挂牌项目很可能都不合适（有合适项目的可能约 {percent}%）。下面是最接近的，供参考；有新项目挂牌时会重新比对。",
    "Most likely none of the listed projects answers it (the chance that one does is about {percent} %). What comes nearest stands below; new projects are compared as they are listed.",
  ),
  rank: w("第 {n} 位", "No. {n}"),
  share: w("相符程度 {percent}%", "{percent} % of the need"),
  answered: w("回应了的内容", "What it answers"),
  open: w("没有回应的内容", "What it does not answer"),
  indicators: w("技术指标", "Indicators"),
  conditions: w("条件（不影响排序）", "Conditions (they do not change the order)"),
  met: w("达到", "Met"),
  short: w("差 {gap}", "Short by {gap}"),
  unclear: w("无法比对", "Cannot be compared"),
  named: w("提到，没有数值", "Named without a number"),
  missing: w("没有提到", "Not named"),
  found: w("项目写的是 {found}", "The project says {found}"),
  "in-force": w("权利有效", "In force"),
  trl: w("成熟度", "Readiness"),
  budget: w("预算", "Budget"),
  region: w("同一地区", "Same region"),
  ways: w("合作方式", "Way to cooperate"),
  exclusivity: w("未独占许可", "Not licensed exclusively"),
  holds: w("符合", "holds"),
  fails: w("不符合", "does not hold"),
  suitable: w("合适", "Suitable"),
  unsuitable: w("不合适", "Not suitable"),
  judge: w("这个项目合适吗？", "Does this project suit?"),
  judged: w("已记录。您的判断用来检验和改进匹配。", "Noted. What you judge is used to measure and improve the matching."),
  why: w("为什么", "Why"),
} as const;

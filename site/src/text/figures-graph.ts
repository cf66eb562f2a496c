import { fill, type Locale } from "@lingxi/core/platform/text";
import type { GraphNode } from "@lingxi/core/publication/schema";

/** The words of the graph on the figures page; they come with the script that draws it. */
const zhCN = {
  choose: "产业链",
  filled: "有内容",
  empty: "暂无内容",
  unknown: "没有“{chain}”这条产业链",
  unknownHelp: "地址可能有误。请在上面的列表里选一条。",
  nothing: "这条产业链还没有可以画的关系",
  nothingHelp: "提交一个项目、发布一项需求，或加入人才库，审核后就会出现在这里，并与所在单位连在一起。",
  submit: "提交项目",
  demand: "发布需求",
  join: "加入人才库",
  picture: "{chain}的关系图，共 {n} 个节点",
  keys: "→ 沿连线前进，← 退回，↑ ↓ 换到并列的节点，Home、End 到首尾，Enter 打开页面，Esc 回到产业链",
  node: "{kind}：{name}，连着 {n} 个",
  trail: "走过的路",
  next: "连着的 {n} 个",
  leaf: "这里没有别的连线。",
  open: "打开",
  openPage: "打开页面",
  search: "查找这个单位",
  over: "{kind}（已结束）",
  kinds: {
    chain: "产业链",
    organisation: "单位",
    activities: "活动",
    projects: "项目",
    demands: "需求",
    cases: "案例",
    talents: "人才",
  },
};

export type GraphWords = typeof zhCN;

const en: GraphWords = {
  choose: "Industry chain",
  filled: "With content",
  empty: "Nothing yet",
  unknown: "There is no industry chain “{chain}”",
  unknownHelp: "The address may be wrong. Choose a chain from the list above.",
  nothing: "There is nothing to draw in this chain yet",
  nothingHelp:
    "Submit a project, publish a need or join the talent pool: once reviewed it appears here, connected with its organisation.",
  submit: "Submit a project",
  demand: "Publish a need",
  join: "Join the talent pool",
  picture: "Graph of {chain}, {n} nodes",
  keys: "→ follows a line, ← goes back, ↑ ↓ change to a node beside it, Home and End to the first and last, Enter opens the page, Esc returns to the chain",
  node: "{kind}: {name}, connected with {n}",
  trail: "The way here",
  next: "Connected: {n}",
  leaf: "No other line leads on from here.",
  open: "Open",
  openPage: "Open the page",
  search: "Look for this organisation",
  over: "{kind}, over",
  kinds: {
    chain: "Industry chain",
    organisation: "Organisation",
    activities: "Event",
    projects: "Project",
    demands: "Need",
    cases: "Case",
    talents: "Person",
  },
};

export const graphWords: Readonly<Record<Locale, GraphWords>> = { "zh-CN": zhCN, en };

/** What a node is, and that it is over. */
export function kindName({ kind, over }: Pick<GraphNode, "kind" | "over">, locale: Locale): string {
  const words = graphWords[locale];
  return over ? fill(words.over, { kind: words.kinds[kind] }) : words.kinds[kind];
}

import type { Locale } from "@lingxi/core/platform/text";

/** The words of the figures page; its script gets them in the one language of the page. */
const zhCN = {
  title: "实时数据",
  intro: "灵犀计划眼下有什么：多少活动、项目、需求、案例和人才，落在哪些产业链上，走到了哪一步。",
  asOf: "数字随发布更新：公开、修改或撤下一项内容，几秒后这里就会改变。",
  source: "下载数据（JSON）",
  kinds: { activities: "活动", projects: "项目", demands: "需求", cases: "案例", talents: "人才" },
  counted: {
    activities: "尚未结束、没有取消的活动",
    projects: "通过审核、正在公开的挂牌项目",
    demands: "通过审核、正在公开的需求，含已解决的",
    cases: "已发布的引导性案例",
    talents: "本人同意公开资料的入库人才",
  },
  total: "合计",
  headline: "总数",
  chart: "图",
  table: "表",
  show: "“{title}”的显示方式",
  waiting: "图正在画。如果一直没有出现，请切换到表。",
  keys: "用方向键逐项查看",
  valueOf: "{label} {n}",
  separator: "，",
  pause: "；",
  nothing: "这里还没有可以统计的内容。",
  empty: "还没有公开的内容",
  emptyHelp: "第一场活动、第一个项目或第一项需求公开后，这里就会有数字和图。",
  chains: {
    title: "各产业链有什么",
    note: "一项内容涉及几条产业链时，在每一条里各计一次，所以各行相加会多于总数。活动只计尚未结束的。",
    head: "产业链",
    others: "另有 {n} 条产业链还没有公开内容。",
    all: "全部产业链",
  },
  months: {
    title: "每月的动向",
    note: "项目、需求、案例记在公开的月份，人才记在申请入库的月份，活动记在举办的月份，所以可能出现在未来。只计现在仍公开的内容，最多列出最近 24 个月。",
    head: "月份",
  },
  trl: {
    title: "项目的技术成熟度",
    note: "挂牌项目处在哪一级，由供给方填写，共 9 级（GB/T 22900）。",
    head: "成熟度",
    level: "{n} 级",
  },
  states: {
    title: "需求走到哪一步",
    note: "一项公开的需求先形成，再与供给方对接，直到解决；没有找到办法就结束的，也如实列出。",
    head: "阶段",
    names: { open: "形成：征集方案", "in-contact": "对接：正在洽谈", solved: "解决：问题已解决", unsolved: "结束：没有解决" },
  },
  missing: {
    title: "这里还没有的",
    text: "供需匹配与撮合的数字，要等匹配功能启用后才有；在那之前，这里不列估计数。",
  },
  live: {
    changed: "更新于 {time}",
    checked: "每 15 秒核对一次，上次 {time}",
    stale: "{time} 之后没有取到新的数字，页面显示的是那时的情况。稍后会自动再试。",
    again: "现在再试",
    more: "{label}增加 {by}，现为 {n}",
    fewer: "{label}减少 {by}，现为 {n}",
    updated: "数字已更新",
  },
  submit: "提交项目",
  graph: {
    title: "一条链上的关系",
    intro: "从产业链出发，沿连线走到单位、项目、需求、人才、案例和活动。每一类画出最新的 60 项。",
    noScript: "关系图要用脚本来画。没有脚本时，请从上面的表进入产业链页面，那里列出同样的内容。",
    loading: "正在取关系图…",
    failed: "关系图暂时取不到",
    failedHelp: "网络或服务可能有短暂的问题，页面上的数字不受影响。",
    again: "再试一次",
  },
};

/** `{n}` and the like are filled in. */
export type FiguresWords = typeof zhCN;

const en: FiguresWords = {
  title: "Live figures",
  intro:
    "What the Lingxi programme has at this moment: how many events, projects, needs, cases and people, in which industry chains, and how far they have come.",
  asOf: "The figures follow what is published: seconds after something is published, changed or withdrawn, they change here.",
  source: "Download the data (JSON)",
  kinds: { activities: "Events", projects: "Projects", demands: "Needs", cases: "Cases", talents: "People" },
  counted: {
    activities: "events that are not over and not cancelled",
    projects: "listed projects, reviewed and public now",
    demands: "needs, reviewed and public now, with those solved",
    cases: "guiding cases published",
    talents: "people of the talent pool who agreed to a public profile",
  },
  total: "Total",
  headline: "In all",
  chart: "Chart",
  table: "Table",
  show: "How to show “{title}”",
  waiting: "The chart is being drawn. If it does not appear, choose the table.",
  keys: "arrow keys go from value to value",
  valueOf: "{label}: {n}",
  separator: ", ",
  pause: "; ",
  nothing: "There is nothing to count here yet.",
  empty: "Nothing has been published yet",
  emptyHelp: "As soon as the first event, project or need is public, its figures and charts stand here.",
  chains: {
    title: "What each industry chain has",
    note: "What belongs to several chains counts once in each of them, so the rows add up to more than there is in all. Of the events, only those ahead count.",
    head: "Industry chain",
    others: "{n} more industry chains have nothing public yet.",
    all: "All industry chains",
  },
  months: {
    title: "Month by month",
    note: "Projects, needs and cases count in the month in which they became public, people in that of their application, events in that in which they take place, which may lie ahead. Only what is public now counts; at most the latest 24 months are shown.",
    head: "Month",
  },
  trl: {
    title: "Readiness of the projects",
    note: "How many listed projects stand at each technology readiness level, as their suppliers state it; there are 9 levels (GB/T 22900).",
    head: "Readiness",
    level: "Level {n}",
  },
  states: {
    title: "How far the needs have come",
    note: "A public need is first stated, then talked over with suppliers, then solved; those that ended without a solution are listed as well.",
    head: "Stage",
    names: {
      open: "Stated: open for solutions",
      "in-contact": "In contact with suppliers",
      solved: "Solved",
      unsolved: "Ended without a solution",
    },
  },
  missing: {
    title: "What is not here yet",
    text: "Figures of matches between supply and need will be here once matching is in use. Until then this page gives no estimates.",
  },
  live: {
    changed: "Updated {time}",
    checked: "checked every 15 seconds, last at {time}",
    stale: "No new figures could be fetched since {time}; the page shows how things stood then. It will try again by itself.",
    again: "Try again now",
    more: "{label}: {by} more, now {n}",
    fewer: "{label}: {by} fewer, now {n}",
    updated: "The figures were updated",
  },
  submit: "Submit a project",
  graph: {
    title: "Who and what is connected in a chain",
    intro:
      "Start from an industry chain and follow the lines to organisations, projects, needs, people, cases and events. Of each kind the newest 60 are drawn.",
    noScript: "The graph is drawn by a script. Without it, go to a chain’s page from the table above; it lists the same things.",
    loading: "Fetching the graph…",
    failed: "The graph cannot be fetched at the moment",
    failedHelp: "The network or the service may have a short problem. The figures on this page are not affected.",
    again: "Try again",
  },
};

export const figuresWords: Readonly<Record<Locale, FiguresWords>> = { "zh-CN": zhCN, en };

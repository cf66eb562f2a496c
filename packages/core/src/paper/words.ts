import type { ActivityKind } from "../activity/schema.ts";
import type { Comparison, DemandState } from "../demand/schema.ts";
import type { Locale, Words } from "../platform/text.ts";
import { dayOf, formatDay } from "../platform/time.ts";
import type { CooperationWay } from "../project/schema.ts";
import { chainById } from "../taxonomy/index.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  name: w("灵犀计划", "Lingxi Programme"),
  case: w("引导性案例", "Guiding case"),
  project: w("挂牌项目", "Listed project"),
  demand: w("技术需求", "Technology wanted"),
  talent: w("转化人才", "Expert"),
  chain: w("重点产业链", "Key industry chain"),
  home: w("心有灵犀，技术与需求相逢。", "Where technology meets its need."),
  cancelled: w("已取消", "Cancelled"),
  solved: w("已解决", "Solved"),
  wantedBy: w("{day} 前", "by {day}"),
  trl: w("成熟度 {n} 级", "TRL {n}"),
  chains: w("产业链", "Industry chains"),
  levers: w("改革举措", "Reforms it relied on"),
  published: w("发布日期", "Published"),
  listed: w("挂牌日期", "Listed"),
  supplier: w("供给方", "Supplier"),
  readiness: w("技术成熟度（GB/T 22900）", "Technology readiness (GB/T 22900)"),
  level: w("{n} 级：{meaning}", "Level {n} of 9: {meaning}"),
  ways: w("合作方式", "Ways to cooperate"),
  price: w("参考价格", "Reference price"),
  asking: w("参考价格（供给方提出，不是评估结论）", "Reference price (stated by the supplier, not an appraisal)"),
  askingOpen: w("面议", "To be agreed"),
  problem: w("解决什么问题", "The problem it solves"),
  advantage: w("比现有最好的方案强在哪里", "Better than the leading alternative"),
  economics: w("经济性比较", "The economic comparison"),
  withheld: w("对比优势与经济性（含商业秘密）", "Advantage and economics (trade secret)"),
  seeker: w("需求方", "Organisation"),
  state: w("进展", "Where it stands"),
  budget: w("预算", "Budget"),
  deadline: w("期望时间", "Wanted"),
  readinessAsked: w("希望成熟度（GB/T 22900）", "Readiness asked for (GB/T 22900)"),
  wanted: w("遇到什么问题", "The problem"),
  indicators: w("要达到的指标", "What is required"),
  scenario: w("用在哪里", "Where it would be used"),
  effect: w("希望达到的效果", "The effect wanted"),
  outcome: w("结果", "What became of it"),
  timeline: w("经过", "How it went"),
  body: w("正文", "The case"),
  conditions: w("可推广的条件", "What it takes to repeat it"),
} satisfies Record<string, Words>;

/** What the programme does, for pictures of pages that are no thing. */
export const offers: readonly Words[] = [
  w("供需路演", "Roadshows"),
  w("项目挂牌", "Projects"),
  w("引导性案例", "Cases"),
  w("转化人才", "People"),
];

export const activityWords: Readonly<Record<ActivityKind, Words>> = {
  roadshow: w("供需路演", "Roadshow"),
  salon: w("沙龙", "Salon"),
  finance: w("金融对接", "Finance day"),
  matchmaking: w("供需对接", "Matchmaking"),
};

export const wayWords: Readonly<Record<CooperationWay, Words>> = {
  assignment: w("转让", "Assignment"),
  licence: w("许可", "Licence"),
  equity: w("作价入股", "Equity"),
  "joint-development": w("合作开发", "Joint development"),
  service: w("技术服务", "Technical service"),
};

export const stateWords: Readonly<Record<DemandState, Words>> = {
  open: w("征集中", "Open"),
  "in-contact": w("对接中", "In contact"),
  solved: w("已解决", "Solved"),
  unsolved: w("未解决，已结束", "Closed without a solution"),
};

export const comparisonWords: Readonly<Record<Comparison, string>> = {
  ">=": "≥ {value}",
  "<=": "≤ {value}",
  "=": "{value}",
  range: "{value}",
};

/** The day of an instant on the programme's clock. */
export const dayText = (instant: string, locale: Locale): string => formatDay(dayOf(new Date(instant)), locale);

export const chainNames = (ids: readonly string[], locale: Locale): string[] =>
  ids.map((id) => chainById[id]?.name[locale] ?? id);

export const listText = (parts: readonly string[], locale: Locale): string => parts.join(locale === "en" ? ", " : "、");

/** An asking range in 分: `50 万元至 80 万元`, `CNY 500,000 to 800,000`. */
export function priceText({ from, to }: { readonly from: number; readonly to: number }, locale: Locale): string {
  const digits = (n: number) => new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 }).format(n);
  const yuan = (fen: number) => {
    const n = fen / 100;
    return n >= 1e8 ? `${digits(n / 1e8)} 亿元` : n >= 1e4 ? `${digits(n / 1e4)} 万元` : `${digits(n)} 元`;
  };
  if (locale === "en")
    return from === to ? `about CNY ${digits(from / 100)}` : `CNY ${digits(from / 100)} to ${digits(to / 100)}`;
  return from === to ? `${yuan(from)}左右` : `${yuan(from)}至 ${yuan(to)}`;
}

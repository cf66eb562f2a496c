import type { Availability, PublicActivity } from "@lingxi/core/activity/schema";
import type { PublicCase } from "@lingxi/core/cases/schema";
import type { Locale } from "@lingxi/core/platform/text";
import type { PublicProject } from "@lingxi/core/project/schema";
import { type ChainFigures, inLocale, type Listing, type PageData, type PageInput, paths } from "@lingxi/core/publication/schema";
import type { PublicTalent } from "@lingxi/core/talent/schema";
import type { Chain } from "@lingxi/core/taxonomy/schema";

/** One page of each kind, for tests: invented organisations and people, texts as long as real ones. */
const chain = (
  id: string,
  zh: string,
  en: string,
  status: Chain["status"],
  group = "manufacturing",
  aliases: string[] = [],
): Chain => ({
  id,
  name: { "zh-CN": zh, en },
  group,
  status,
  source: "sample",
  ipcPrefixes: [],
  aliases,
});

const chainList = [
  chain("photonics", "光子", "Photonics", "provisional", "manufacturing", ["光电子"]),
  chain("cnc-machine-tools", "数控机床", "CNC machine tools", "official"),
  chain("aviation", "航空", "Aviation", "official"),
  chain("hydrogen", "氢能", "Hydrogen energy", "provisional"),
  chain("apple", "苹果", "Apples", "provisional", "agriculture"),
];
const chains = Object.fromEntries(chainList.map((c) => [c.id, c]));
const [photonics] = chainList as [Chain];

const figures: ChainFigures[] = chainList.map((c, n) => ({
  chain: c,
  activities: n === 0 ? 1 : 0,
  projects: n < 3 ? 3 - n : 0,
  cases: n === 1 ? 1 : 0,
  talents: n === 0 ? 2 : 0,
}));

function activity(
  id: string,
  availability: Availability,
  startsAt: string,
  zh: string,
  en: string | undefined,
  kind: PublicActivity["kind"] = "roadshow",
): PublicActivity {
  const start = Date.parse(startsAt);
  return {
    id,
    kind,
    status: availability === "cancelled" ? "cancelled" : "published",
    title: { "zh-CN": zh, en },
    summary: {
      "zh-CN": "六个光电子项目登台，每个十分钟，之后按预约一对一面谈。适合寻找封装、检测和激光加工技术的企业。",
      en:
        en &&
        "Six photonics projects on stage, ten minutes each, followed by one-to-one meetings. For companies that look for packaging, inspection and laser processing.",
    },
    description: {
      "zh-CN":
        "## 日程\n\n- 14:00 开场\n- 14:10 六个项目路演\n- 15:30 一对一面谈\n\n请带上**具体的问题**：指标、现状、预算。参会信息见[项目列表](/projects/)，交通见 <https://map.example.cn>。\n\n| 项目 | 成熟度 |\n|---|---|\n| 光子芯片封装 | TRL 6 |\n| 飞秒激光打孔 | TRL 7 |\n",
      en:
        en &&
        "## Programme\n\n- 14:00 Opening\n- 14:10 Six projects on stage\n- 15:30 One-to-one meetings\n\nBring a **concrete problem**: figures, present state, budget.",
    },
    venue: { "zh-CN": "西安市高新区锦业路 1 号 3 层报告厅", en: en && "Auditorium, 3rd floor, 1 Jinye Road, Xi'an" },
    chains: ["photonics", "cnc-machine-tools"],
    startsAt,
    endsAt: new Date(start + 3 * 3_600_000).toISOString(),
    registrationClosesAt: new Date(start - 24 * 3_600_000).toISOString(),
    timeZone: "Asia/Shanghai",
    capacity: 60,
    availability,
    updatedAt: "2026-11-01T02:00:00.000Z",
  };
}

const activities = [
  activity("act_01", "few", "2026-11-28T06:00:00.000Z", "光子产业链专利供需路演", "Photonics patent roadshow"),
  activity(
    "act_02",
    "open",
    "2026-12-05T01:30:00.000Z",
    "数控机床关键部件技术沙龙：从实验室精度到车间精度",
    "Salon: from laboratory precision to shop-floor precision",
    "salon",
  ),
  activity("act_03", "waiting-list", "2026-12-12T06:30:00.000Z", "知识产权质押融资专场", undefined, "finance"),
  activity(
    "act_04",
    "closed",
    "2026-11-25T06:00:00.000Z",
    "航空紧固件供需对接会",
    "Aviation fasteners: matchmaking",
    "matchmaking",
  ),
  activity("act_05", "cancelled", "2026-12-18T06:00:00.000Z", "氢能储运项目路演", "Hydrogen storage roadshow"),
  activity("act_06", "past", "2026-10-18T06:00:00.000Z", "苹果产业链新品种推介", "New apple varieties", "salon"),
];

function oneCase(slug: string, zh: string, en: string | undefined): PublicCase {
  return {
    id: `case_${slug}`,
    slug,
    title: { "zh-CN": zh, en },
    summary: {
      "zh-CN": "一次路演上的三分钟问答，变成一份排他许可：实验室的耦合工艺如何在九个月内走上产线，双方怎样约定里程碑与费用。",
      en:
        en &&
        "Three minutes of questions at a roadshow became an exclusive licence: how a coupling process reached the line in nine months.",
    },
    body: {
      "zh-CN":
        "# 起点\n\n封装厂的良率停在 71%，研发团队试过三种方案都没有突破。\n\n> 我们要的不是论文，是每小时多出来的二十片。\n\n## 遇见\n\n在路演现场，双方交换了**样片**和失效数据。<script>alert(1)</script>\n\n1. 两周内完成小试\n2. 三个月中试，里程碑付款\n3. 九个月量产\n\n![外部图片](https://tracker.example.com/x.png)\n\n## 结果\n\n良率提高到 88%，许可费按产量计提，详见[项目页](/projects/prj_01/)。\n",
      en:
        en &&
        "# The start\n\nYield had stopped at 71 percent.\n\n## The meeting\n\nBoth sides exchanged **samples** and failure data.\n",
    },
    chains: ["photonics"],
    cover: en
      ? {
          id: "pic_1",
          src: "/media/pic_1.webp",
          width: 1280,
          height: 720,
          alt: { "zh-CN": "产线上的耦合台", en: "The coupling station on the line" },
        }
      : undefined,
    publishedAt: "2026-11-10T02:00:00.000Z",
    updatedAt: "2026-11-12T02:00:00.000Z",
  };
}

const cases = [
  oneCase("coupling", "从七成到近九成：一项耦合工艺的产线之路", "From 71 to 88 percent: a coupling process goes into production"),
  oneCase("pool", "六家企业、一个专利池：数控机床主轴的交叉许可", undefined),
];

function project(
  id: string,
  zh: string,
  en: string | undefined,
  chainId: string,
  trl: number,
  asking?: PublicProject["asking"],
): PublicProject {
  return {
    id,
    title: { "zh-CN": zh, en },
    problem: {
      "zh-CN": "光子芯片与光纤的耦合靠人工对准，一片要四十分钟，良率不稳，是封装成本的大头。",
      en:
        en &&
        "Coupling a photonic chip to its fibre is aligned by hand: forty minutes a piece, unstable yield, and most of the packaging cost.",
    },
    advantage: {
      "zh-CN": "被动对准结构，六分钟完成；损耗 0.4 dB，现有主流设备为 0.9 dB。",
      en: en && "A passive alignment structure: six minutes, 0.4 dB loss; the leading equipment has 0.9 dB.",
    },
    economics: {
      "zh-CN": "单片封装成本由 46 元降到 19 元；年产 20 万片时，改造投入约 14 个月收回。",
      en: en && "Packaging costs fall from CNY 46 to 19 a piece; at 200,000 a year the investment returns in about 14 months.",
    },
    chain: chainId,
    trl,
    ways: ["licence", "joint-development"],
    asking,
    supplier: "关中理工大学光电研究所",
    listedAt: "2026-11-08T02:00:00.000Z",
    updatedAt: "2026-11-09T02:00:00.000Z",
  };
}

const projects = [
  project("prj_01", "光子芯片被动对准封装", "Passive alignment for photonic chips", "photonics", 6, {
    from: 50_000_000,
    to: 120_000_000,
  }),
  project("prj_02", "主轴热误差在线补偿", "Online compensation of spindle heat errors", "cnc-machine-tools", 7),
  project("prj_03", "薄壁件飞秒激光打孔", undefined, "aviation", 5, { from: 8_000_000, to: 8_000_000 }),
];

const talent = (id: string, name: string, en?: string): PublicTalent => ({
  id,
  name,
  organisation: "秦川技术转移中心",
  title: "高级技术经理人",
  expertise: ["专利价值评估", "许可谈判", "光电子封装"],
  chains: ["photonics"],
  introduction: { "zh-CN": "十二年技术转移经验，经手四十余项许可。擅长把实验指标翻译成产线语言。", en },
  updatedAt: "2026-11-09T02:00:00.000Z",
});
const talents = [
  talent("tal_01", "林知远", "Twelve years in technology transfer, more than forty licences."),
  talent("tal_02", "沈砚秋"),
];

const listing = <T>(items: readonly T[], page = 1, pages = 1): Listing<T> => ({
  items,
  page,
  pages,
  total: items.length * pages,
});

const entries: readonly (readonly [name: string, path: string, data: PageData])[] = [
  ["home", paths.home, { kind: "home", activities, cases, projects }],
  ["home-empty", paths.home, { kind: "home", activities: [], cases: [], projects: [] }],
  ["activities", paths.activities, { kind: "activities", listing: listing(activities, 2, 3) }],
  ["activities-empty", paths.activities, { kind: "activities", listing: listing([]) }],
  ...activities.map((a) => [`activity-${a.availability}`, paths.activity(a.id), { kind: "activity", activity: a }] as const),
  ["cases", paths.cases, { kind: "cases", listing: listing(cases) }],
  ["cases-empty", paths.cases, { kind: "cases", listing: listing([]) }],
  ...cases.map((c) => [`case-${c.slug}`, paths.case(c.slug), { kind: "case", case: c }] as const),
  ["projects", paths.projects, { kind: "projects", listing: listing(projects), figures }],
  [
    "projects-chain",
    paths.projectsOfChain("hydrogen"),
    { kind: "projects", listing: listing([]), chain: chains.hydrogen, figures },
  ],
  ...projects.map((p) => [`project-${p.id}`, paths.project(p.id), { kind: "project", project: p }] as const),
  ["talents", paths.talents, { kind: "talents", listing: listing(talents) }],
  ["talents-empty", paths.talents, { kind: "talents", listing: listing([]) }],
  ...talents.map((one) => [`talent-${one.id}`, paths.talent(one.id), { kind: "talent", talent: one }] as const),
  ["chains", paths.chains, { kind: "chains", figures }],
  [
    "chain",
    paths.chain("photonics"),
    {
      kind: "chain",
      figures: figures[0] ?? { chain: photonics, activities: 0, projects: 0, cases: 0, talents: 0 },
      activities: activities.slice(0, 1),
      cases,
      projects,
      talents,
    },
  ],
  [
    "chain-empty",
    paths.chain("apple"),
    {
      kind: "chain",
      figures: { chain: photonics, activities: 0, projects: 0, cases: 0, talents: 0 },
      activities: [],
      cases: [],
      projects: [],
      talents: [],
    },
  ],
  [
    "policy",
    paths.policy,
    { kind: "policy", official: { title: { "zh-CN": "灵犀计划实施方案" }, href: "https://example.cn/lingxi.pdf" } },
  ],
  ["privacy", paths.privacy, { kind: "privacy" }],
  ["not-found", "/404/", { kind: "not-found" }],
  ["shell", "/_shell/", { kind: "shell" }],
  ["console", "/console", { kind: "console" }],
];

/** The inputs of all sample pages in one language, by name. */
export const samples = (locale: Locale): ReadonlyMap<string, PageInput> =>
  new Map(
    entries.map(([name, path, data]) => [
      name,
      { locale, path: inLocale(path, locale), origin: "https://lingxi.example.cn", chains, data },
    ]),
  );

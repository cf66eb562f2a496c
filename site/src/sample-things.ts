import type { Availability, PublicActivity } from "@lingxi/core/activity/schema";
import type { PublicCase } from "@lingxi/core/cases/schema";
import type { DemandState, PublicDemand } from "@lingxi/core/demand/schema";
import type { PublicProject } from "@lingxi/core/project/schema";
import type { PublicTalent } from "@lingxi/core/talent/schema";
import type { Chain } from "@lingxi/core/taxonomy/schema";

/** Things of each kind for `samples.ts`: invented organisations and people, texts as long as real ones, and some that are too long. */
const chain = (id: string, zh: string, en: string, group = "manufacturing", aliases: string[] = []): Chain => ({
  id,
  name: { "zh-CN": zh, en },
  group,
  status: ["cnc-machine-tools", "aviation", "titanium"].includes(id) ? "official" : "provisional",
  source: "sample",
  ipcPrefixes: [],
  aliases,
});

export const chainList = [
  chain("photonics", "光子", "Photonics", "manufacturing", ["光电子", "photonics"]),
  chain("cnc-machine-tools", "数控机床", "CNC machine tools"),
  chain("aviation", "航空", "Aviation"),
  chain("titanium", "钛及钛合金", "Titanium and titanium alloys"),
  chain("hydrogen", "氢能", "Hydrogen energy"),
  chain("modern-logistics", "现代物流", "Modern logistics", "services"),
  chain("apple", "苹果", "Apples", "agriculture"),
  chain("dairy-goat", "羊乳", "Goat dairy", "agriculture"),
];

/** 120 Han characters, and one Latin word of 80 letters: titles as long as they may be. */
const longHan = `面向西部高海拔地区大型风电机组的${"叶片主轴与齿轮箱全生命周期在线监测及多源故障融合诊断".repeat(4)}`.slice(0, 120);
const longWord = "Poly".repeat(20);

function activity(
  id: string,
  availability: Availability,
  startsAt: string,
  zh: string,
  en: string | undefined,
  kind: PublicActivity["kind"] = "roadshow",
  region: string | undefined = "xian",
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
    region,
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

export const activities = [
  activity("act_01", "few", "2026-11-28T06:00:00.000Z", "光子产业链专利供需路演", "Photonics patent roadshow"),
  activity(
    "act_02",
    "open",
    "2026-12-05T01:30:00.000Z",
    "数控机床关键部件技术沙龙：从实验室精度到车间精度",
    "Salon: from laboratory precision to shop-floor precision",
    "salon",
    "baoji",
  ),
  activity("act_03", "waiting-list", "2026-12-12T06:30:00.000Z", "知识产权质押融资专场", undefined, "finance"),
  activity("act_04", "closed", "2026-11-25T06:00:00.000Z", "航空紧固件供需对接会", "Aviation fasteners: matchmaking", "matchmaking"),
  activity("act_05", "cancelled", "2026-12-18T06:00:00.000Z", "氢能储运项目路演", "Hydrogen storage roadshow", "roadshow", undefined),
  activity("act_06", "past", "2026-10-18T06:00:00.000Z", "苹果产业链新品种推介", "New apple varieties", "salon", "yanan"),
];

const story: Partial<PublicCase> = {
  levers: ["separate-management", "use-first-pay-later", "joint-development"],
  measures: [
    { label: { "zh-CN": "封装良率", en: "Packaging yield" }, value: "71% → 88%" },
    { label: { "zh-CN": "从见面到量产", en: "From meeting to production" }, value: "9 个月" },
    { label: { "zh-CN": "首年许可费", en: "Licence fees, first year" }, value: "160 万元" },
  ],
  timeline: [
    { date: "2025-03", text: { "zh-CN": "在光子产业链路演上第一次见面，交换样片和失效数据。", en: "First meeting at a roadshow." } },
    { date: "2025-04-18", text: { "zh-CN": "小试完成，双方签下“先使用后付费”的框架约定。", en: "First trial, framework agreed." } },
    { date: "2025-12", text: { "zh-CN": "产线量产，良率稳定在 88% 以上。" } },
  ],
  conditions: {
    "zh-CN": "- 职务成果已经单列管理，能快速决定许可条件\n- 企业愿意拿出一条产线做三个月中试\n- 有人同时懂工艺和合同，在中间把指标写清楚",
    en: "- The institute can decide on terms by itself\n- The company gives a line to a pilot of three months",
  },
  links: { activities: ["act_06"], projects: ["prj_01"], demands: ["dem_03"], talents: ["tal_01"] },
};

function oneCase(slug: string, zh: string, en: string | undefined, more: Partial<PublicCase> = {}): PublicCase {
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
        "# 起点\n\n封装厂的良率停在 71%，研发团队试过三种方案都没有突破。“我们以为问题在设备，”总工程师说，“后来才知道，问题在对准的方法。”\n\n> 我们要的不是论文，是每小时多出来的二十片。\n\n## 遇见\n\n在路演现场，双方交换了**样片**和失效数据。<script>alert(1)</script>\n\n1. 两周内完成小试\n2. 三个月中试，里程碑付款\n3. 九个月量产\n\n![外部图片](https://tracker.example.com/x.png)\n\n## 约定\n\n许可费按产量计提：先使用、后付费，达到约定良率才开始计费。学院对职务成果单列管理，两周内就完成了审批。\n\n## 结果\n\n良率提高到 88%，许可费按产量计提，详见[项目页](/projects/prj_01/)。\n",
      en:
        en &&
        "# The start\n\nYield had stopped at 71 percent.\n\n## The meeting\n\nBoth sides exchanged **samples** and failure data.\n",
    },
    chains: ["photonics"],
    publishedAt: "2026-11-10T02:00:00.000Z",
    updatedAt: "2026-11-12T02:00:00.000Z",
    ...more,
  };
}

export const cases = [
  oneCase("coupling", "从七成到近九成：一项耦合工艺的产线之路", "From 71 to 88 percent: a coupling process goes into production", {
    ...story,
    cover: {
      id: "pic_1",
      src: "/media/pic_1.webp",
      width: 1280,
      height: 720,
      alt: { "zh-CN": "产线上的耦合台", en: "The coupling station on the line" },
    },
  }),
  oneCase("pool", "六家企业、一个专利池：数控机床主轴的交叉许可", undefined, {
    chains: ["cnc-machine-tools"],
    levers: ["cross-licence"],
    measures: [{ label: { "zh-CN": "入池专利", en: "Patents in the pool" }, value: "43 件" }],
  }),
  oneCase("plain", "一份专利质押，换来一条生产线", "A pledge that paid for a production line", { chains: ["aviation"] }),
];

function project(
  id: string,
  zh: string,
  en: string | undefined,
  chainId: string,
  trl: number,
  more: Partial<PublicProject> = {},
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
    supplier: "关中理工大学光电研究所",
    listedAt: "2026-11-08T02:00:00.000Z",
    updatedAt: "2026-11-09T02:00:00.000Z",
    ...more,
  };
}

export const projects = [
  project("prj_01", "光子芯片被动对准封装", "Passive alignment for photonic chips", "photonics", 6, {
    asking: { from: 50_000_000, to: 120_000_000 },
    region: "xian",
  }),
  project("prj_02", "主轴热误差在线补偿", "Online compensation of spindle heat errors", "cnc-machine-tools", 7, { region: "baoji" }),
  project("prj_03", "薄壁件飞秒激光打孔", undefined, "aviation", 5, {
    asking: { from: 8_000_000, to: 8_000_000 },
    confidential: true,
    advantage: { "zh-CN": "详情需签署保密协议后提供。" },
    economics: { "zh-CN": "详情需签署保密协议后提供。" },
  }),
  project("prj_04", longHan, longWord, "titanium", 9, { supplier: longWord, region: "elsewhere", ways: ["assignment", "licence", "equity"] }),
];

function demand(
  id: string,
  state: DemandState,
  zh: string,
  en: string | undefined,
  chainId: string,
  more: Partial<PublicDemand> = {},
): PublicDemand {
  return {
    id,
    title: { "zh-CN": zh, en },
    problem: {
      "zh-CN": "2 mm 以下的薄壁件焊完翘曲超过 1.5 mm，要靠人工校形，一件多花四十分钟，报废率在 8% 左右。",
      en: en && "Thin walls below 2 mm warp by more than 1.5 mm; straightening by hand takes forty minutes and 8 percent is scrapped.",
    },
    scenario: { "zh-CN": "航空发动机机匣的小批量生产，每月约 300 件。", en: en && "Casings of aero-engines, about 300 a month." },
    effect: { "zh-CN": "焊后免校形，直接进入机加工。", en: en && "No straightening: straight on to machining." },
    indicators: [
      { name: "焊后变形", comparison: "<=", value: "0.3", unit: "mm" },
      { name: "一次合格率", comparison: ">=", value: "98", unit: "%" },
      { name: "适用壁厚", comparison: "range", value: "0.8–2.0", unit: "mm" },
    ],
    chain: chainId,
    trl: 6,
    ways: ["licence", "service"],
    budget: { from: 80_000_000, to: 150_000_000 },
    region: "baoji",
    organisation: "秦岭精密制造有限公司",
    deadline: "2027-06-30",
    state,
    listedAt: "2026-11-11T02:00:00.000Z",
    updatedAt: "2026-11-12T02:00:00.000Z",
    ...more,
  };
}

export const demands = [
  demand("dem_01", "open", "钛合金薄壁件焊接变形控制", "Welding distortion of thin-walled titanium parts", "titanium"),
  demand("dem_02", "in-contact", "苹果冷链途中的乙烯在线监测", "Ethylene monitoring in the cold chain of apples", "apple", {
    budget: undefined,
    deadline: undefined,
    trl: undefined,
    region: "yanan",
    organisation: "示例苹果专业合作社",
  }),
  demand("dem_03", "solved", "光芯片封装良率提升", undefined, "photonics", { region: "xian" }),
  demand("dem_04", "unsolved", longHan, longWord, "aviation", {
    confidential: true,
    scenario: undefined,
    effect: undefined,
    indicators: [{ name: longWord, comparison: "=", value: longWord, unit: "" }],
  }),
];

const talent = (id: string, name: string, en?: string): PublicTalent => ({
  id,
  name,
  organisation: "秦川技术转移中心",
  title: "高级技术经理人",
  expertise: ["专利价值评估", "许可谈判", "光电子封装"],
  chains: ["photonics", "titanium"],
  introduction: { "zh-CN": "十二年技术转移经验，经手四十余项许可。擅长把实验指标翻译成产线语言。", en },
  updatedAt: "2026-11-09T02:00:00.000Z",
});

export const talents = [
  talent("tal_01", "林知远", "Twelve years in technology transfer, more than forty licences."),
  talent("tal_02", "沈砚秋"),
  talent("tal_03", "Ottoline Featherstonehaugh"),
];

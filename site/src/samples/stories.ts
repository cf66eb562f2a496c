import type { Availability, PublicActivity } from "@lingxi/core/activity/schema";
import type { PublicCase, PublicPage } from "@lingxi/core/cases/schema";

/** Activities and cases for `samples.ts`: all invented, texts as long as real ones. */
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

const session = (id: string, from: string, to: string, zh: string, en?: string) => ({
  ...{ id, kind: "talk" as const, title: { "zh-CN": zh, en }, speakers: [], chairs: [] },
  ...{ startsAt: `2026-11-28T${from}:00.000Z`, endsAt: `2026-11-28T${to}:00.000Z` },
});
const agenda = {
  rooms: [
    { id: "hall", name: { "zh-CN": "二层报告厅", en: "Hall, 2nd floor" } },
    { id: "lounge", name: { "zh-CN": "洽谈室" } },
  ],
  tracks: [{ id: "chips", name: { "zh-CN": "芯片专场", en: "Chips" } }],
  speakers: [
    { id: "lin", name: { "zh-CN": "林示例", en: "Lin Shili" }, about: { "zh-CN": "示例光电研究院 研究员" }, talent: "tal_01" },
    { id: "meng", name: { "zh-CN": "孟示例" }, talent: "tal_gone" },
  ],
  sessions: [
    {
      ...session("coupling", "06:00", "07:00", "光子芯片耦合封装", "Coupling and packaging photonic chips"),
      ...{ kind: "pitch" as const, room: "hall", track: "chips", speakers: ["lin"], chairs: ["meng"] },
      summary: { "zh-CN": "六个项目，每个八分钟。", en: "Six projects, eight minutes each." },
    },
    { ...session("talks", "06:30", "07:15", "一对一洽谈"), kind: "exchange" as const, room: "lounge" },
    { ...session("tea", "07:15", "07:30", "茶歇", "Tea"), kind: "break" as const },
    session("needs", "07:30", "09:00", "企业需求发布", "Needs of manufacturers"),
    // On stage: what the running order of a roadshow adds.
    {
      ...session("stage1", "09:00", "09:10", "低损耗光子芯片封装", "Low-loss packaging of photonic chips"),
      ...{ kind: "pitch" as const, project: "prj_01", summary: { "zh-CN": "示例光电研究院" } },
    },
    {
      ...session("stage2", "09:10", "09:20", "晶圆级光学检测"),
      ...{ kind: "pitch" as const, project: "prj_gone", summary: { "zh-CN": "示例精仪公司" } },
    },
  ],
};

export const activities = [
  {
    ...activity("act_01", "few", "2026-11-28T06:00:00.000Z", "光子产业链专利供需路演", "Photonics patent roadshow"),
    agenda,
    online: true,
  },
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
  activity(
    "act_04",
    "closed",
    "2026-11-25T06:00:00.000Z",
    "航空紧固件供需对接会",
    "Aviation fasteners: matchmaking",
    "matchmaking",
  ),
  activity(
    "act_05",
    "cancelled",
    "2026-12-18T06:00:00.000Z",
    "氢能储运项目路演",
    "Hydrogen storage roadshow",
    "roadshow",
    undefined,
  ),
  {
    ...activity("act_06", "past", "2026-10-18T06:00:00.000Z", "苹果产业链新品种推介", "New apple varieties", "salon", "yanan"),
    outcome: {
      came: 58,
      kinds: [
        { key: "enterprise", count: 31 },
        { key: "university", count: 14 },
        { key: "fewer", count: 13 },
      ],
      survey: {
        answers: 27,
        ratings: [{ label: { "zh-CN": "总体评价", en: "In all" }, mean: 4.44, answered: 27 }],
      },
    },
  },
];

const story: Partial<PublicCase> = {
  levers: ["separate-management", "use-first-pay-later", "joint-development"],
  measures: [
    { label: { "zh-CN": "封装良率", en: "Packaging yield" }, value: "71% → 88%" },
    { label: { "zh-CN": "从见面到量产", en: "From meeting to production" }, value: "9 个月" },
    { label: { "zh-CN": "首年许可费", en: "Licence fees, first year" }, value: "160 万元" },
  ],
  timeline: [
    {
      date: "2025-03",
      text: { "zh-CN": "在光子产业链路演上第一次见面，交换样片和失效数据。", en: "First meeting at a roadshow." },
    },
    {
      date: "2025-04-18",
      text: { "zh-CN": "小试完成，双方签下“先使用后付费”的框架约定。", en: "First trial, framework agreed." },
    },
    { date: "2025-12", text: { "zh-CN": "产线量产，良率稳定在 88% 以上。" } },
  ],
  conditions: {
    "zh-CN":
      "- 职务成果已经单列管理，能快速决定许可条件\n- 企业愿意拿出一条产线做三个月中试\n- 有人同时懂工艺和合同，在中间把指标写清楚",
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
  oneCase(
    "coupling",
    "从七成到近九成：一项耦合工艺的产线之路",
    "From 71 to 88 percent: a coupling process goes into production",
    {
      ...story,
      cover: {
        id: "pic_1",
        src: "/media/pic_1.webp",
        width: 1280,
        height: 720,
        alt: { "zh-CN": "产线上的耦合台", en: "The coupling station on the line" },
      },
    },
  ),
  oneCase("pool", "六家企业、一个专利池：数控机床主轴的交叉许可", undefined, {
    chains: ["cnc-machine-tools"],
    levers: ["cross-licence"],
    measures: [{ label: { "zh-CN": "入池专利", en: "Patents in the pool" }, value: "43 件" }],
  }),
  oneCase("plain", "一份专利质押，换来一条生产线", "A pledge that paid for a production line", { chains: ["aviation"] }),
];

/** Full, and with as little as there may be. */
export const pages: readonly PublicPage[] = [
  {
    id: "pag_01",
    slug: "questions",
    title: { "zh-CN": "常见问题", en: "Common questions" },
    summary: {
      "zh-CN": "报名、提交和公开，大家问得最多的几件事。",
      en: "What people ask most about registering, submitting and being public.",
    },
    body: {
      "zh-CN":
        "## 参加要钱吗？\n\n不要。提交项目、发布需求和参加活动都不收费。\n\n## 谁能看到我填的内容？\n\n公开的内容在页面上；联系方式不公开。\n\n## 怎样撤回？\n\n用邮件里的链接，随时可以。\n",
      en: "## Does it cost anything?\n\nNo. Submitting a project, publishing a need and going to an event are free.\n\n## Who sees what I enter?\n\nWhat is public stands on the page; contact data never does.\n\n## How do I withdraw?\n\nWith the link in your mail, at any time.\n",
    },
    footer: 1,
    publishedAt: "2026-10-08T02:00:00.000Z",
    updatedAt: "2026-11-20T02:00:00.000Z",
  },
  {
    id: "pag_02",
    slug: "notice",
    title: { "zh-CN": "国庆期间的安排" },
    summary: { "zh-CN": "" },
    body: { "zh-CN": "放假期间照常受理，审核顺延。" },
    publishedAt: "2026-09-28T02:00:00.000Z",
    updatedAt: "2026-09-28T02:00:00.000Z",
  },
];

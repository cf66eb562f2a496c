import type { DemandState, PublicDemand } from "@lingxi/core/demand/schema";
import type { PublicProject } from "@lingxi/core/project/schema";
import type { PublicTalent } from "@lingxi/core/talent/schema";
import type { Chain } from "@lingxi/core/taxonomy/schema";

/** Chains, technology, needs and people for `samples.ts`: all invented, texts as long as real ones, and some as long as they may be. */
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
const longHan = `面向西部高海拔地区大型风电机组的${"叶片主轴与齿轮箱全生命周期在线监测及多源故障融合诊断".repeat(4)}`.slice(
  0,
  120,
);
const longWord = "Poly".repeat(20);

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
  project("prj_02", "主轴热误差在线补偿", "Online compensation of spindle heat errors", "cnc-machine-tools", 7, {
    region: "baoji",
  }),
  project("prj_03", "薄壁件飞秒激光打孔", undefined, "aviation", 5, {
    asking: { from: 8_000_000, to: 8_000_000 },
    confidential: true,
    advantage: { "zh-CN": "详情需签署保密协议后提供。" },
    economics: { "zh-CN": "详情需签署保密协议后提供。" },
  }),
  project("prj_04", longHan, longWord, "titanium", 9, {
    supplier: longWord,
    region: "elsewhere",
    ways: ["assignment", "licence", "equity"],
  }),
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
      en:
        en &&
        "Thin walls below 2 mm warp by more than 1.5 mm; straightening by hand takes forty minutes and 8 percent is scrapped.",
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

import type { CaseDraft } from "@lingxi/core/cases";

/** What a case tells beside its text, and what stands behind it. People are named, since their numbers differ from one installation to the next. */
export interface SampleStory extends Pick<CaseDraft, "levers" | "measures" | "timeline" | "conditions"> {
  readonly activities: readonly string[];
  readonly projects: readonly string[];
  readonly demands: readonly string[];
  readonly people: readonly string[];
}

/** A text in both languages. */
const both = (zh: string, en: string) => ({ "zh-CN": zh, en });
const figure = (zh: string, en: string, value: string) => ({ label: both(zh, en), value });
const step = (date: string, zh: string, en: string) => ({ date, text: both(zh, en) });
const number = (n: number) => String(n).padStart(26, "0");

export const titaniumStory: SampleStory = {
  levers: ["separate-management", "use-first-pay-later"],
  measures: [
    figure("废品率", "Scrap rate", "11% → 2.3%"),
    figure("单件工时", "Hours a part", "−18%"),
    figure("第一年节省", "Saved in the first year", "¥4,100,000"),
    figure("学院分得", "Share of the college", "¥490,000"),
  ],
  timeline: [
    step("2017-06", "发明专利获得授权，此后六年无人问津。", "The patent is granted; for six years nobody asks for it."),
    step("2023-10-12", "加工厂登记需求，写明废品率和每件损失。", "The shop registers its need, with scrap rate and loss a part."),
    step("2023-10-13", "平台匹配，这项专利排在第一。", "The platform matches; this patent comes first."),
    step("2023-11", "在钛材路演上看到演示。", "They see it at work at a titanium roadshow."),
    step("2023-12", "十件真实毛坯试加工，两周完成。", "Ten real blanks are tried in two weeks."),
    step("2024-03", "签订五年普通许可，按节省额分成。", "A non-exclusive licence for five years, paid from savings."),
    step("2025-03", "第一年对账：节省约 410 万元。", "First year settled: about 4.1 million yuan saved."),
    step("2025-06", "另外两家企业取得同样的许可。", "Two more shops take the same licence."),
  ],
  conditions: both(
    "- 有至少三个季度、双方都认可的废品率记录，作为分成的基线。\n- 学院的职务成果单列管理，许可不必逐级报批。\n- 现场能停一台机床两周，用于小批量验证。\n- 零件壁厚不大于 2 毫米；更厚的零件收益不明显。",
    "- At least three quarters of scrap records that both sides accept, as the baseline for the share.\n- A college whose results are managed separately, so that a licence needs no chain of approvals.\n- One machine that can stand aside for two weeks of trials.\n- Walls of 2 mm or less; thicker parts gain little.",
  ),
  activities: [`act_${number(1)}`],
  projects: [`prj_${number(1)}`],
  demands: [`dem_${number(1)}`],
  people: ["Emma Example"],
};

export const hydrogenStory: SampleStory = {
  levers: ["joint-development", "cross-licence"],
  measures: [
    figure("膜片平均寿命", "Average life of a diaphragm", "900 → 4,200 h"),
    figure("四站一年停机", "Stops of four stations a year", "38 → 7 d"),
    figure("三方总投入", "Put in by all three", "¥1,800,000"),
    figure("从首次会到签约", "From first meeting to signature", "23 d"),
  ],
  timeline: [
    step(
      "2023-05-16",
      "三家第一次坐在一起，只做一件事：把故障拆成四个原因。",
      "The first meeting does one thing: it splits the failure into four causes.",
    ),
    step(
      "2023-06-08",
      "签订联合开发合同，两项专利项目内互相许可。",
      "The contract is signed; two patents are cross-licensed within the project.",
    ),
    step("2023-09", "第一轮试验，寿命 1800 小时。", "First trial: 1,800 hours."),
    step("2023-12", "第二轮 1300 小时开裂，裂纹在夹持边。", "Second trial cracks after 1,300 hours, at the clamped edge."),
    step("2024-04", "型面与处理层厚度一起优化。", "Shape and thickness are optimised together."),
    step("2024-10", "定型，密封件厂开始供货。", "The design is fixed; the seal maker begins to supply."),
    step("2025-10", "一年统计：平均寿命 4200 小时。", "A year on: 4,200 hours on average."),
  ],
  conditions: both(
    "- 至少一方有真实工况和可以停机的设备。\n- 已有专利权属清楚，愿意在项目内免费互相许可。\n- 事先写明新成果归谁、怎样退出，失败的数据也共享。",
    "- One party with real conditions and machines that may be stopped.\n- Existing patents with clear owners who license them to each other free within the project.\n- Written beforehand: who owns results, how to leave, and that data of failures are shared.",
  ),
  activities: [],
  projects: [`prj_${number(4)}`],
  demands: [],
  people: [],
};

export const applesStory: SampleStory = {
  levers: ["use-first-pay-later"],
  measures: [
    figure("三月损耗", "Loss by March", "13% → 4%"),
    figure("每吨投入", "Cost a tonne", "¥46"),
    figure("多卖出", "Sold in addition", "280 t"),
    figure("新增岗位", "New jobs", "16"),
  ],
  timeline: [
    step(
      "2023-08",
      "合作社登记需求：六千吨苹果，三月损耗 13%。",
      "The cooperative registers its need: 6,000 tonnes, 13% lost by March.",
    ),
    step("2023-10", "第一年入罩 200 吨，不收许可费。", "First year: 200 tonnes under cover, no fee."),
    step("2024-03", "首年开罩，损耗 4.5%，数据双方都能查。", "First covers opened: 4.5% lost, data open to both."),
    step("2024-10", "第二年入罩 3100 吨，每吨收 8 元。", "Second year: 3,100 tonnes, 8 yuan each."),
    step("2025-03", "三月损耗 4%，多卖出约 280 吨。", "4% lost by March, about 280 tonnes more sold."),
    step("2025-09", "周边四家合作社跟进。", "Four neighbours follow."),
  ],
  conditions: both(
    "- 有普通冷库，温度能稳定在 0±1℃。\n- 技术方第一年能派人驻场，教会合作社的人。\n- 第一年免许可费，用数据换信任。",
    "- An ordinary cold store that holds 0±1 ℃.\n- Somebody from the owner of the technology who stays for the first season and teaches.\n- No licence fee in the first year: data and trust in return.",
  ),
  activities: [`act_${number(4)}`],
  projects: [`prj_${number(3)}`],
  demands: [],
  people: ["田示例"],
};

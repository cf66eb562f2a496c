import type { Secrecy } from "@lingxi/core/platform/schema";
import type { CooperationWay } from "@lingxi/core/project/schema";
import type { Region } from "@lingxi/core/taxonomy/schema";

/** A text in both languages. */
type Both = readonly [zh: string, en: string];

/** One invented project. Names of organisations and people are made up; prices are in 万元. */
export interface SampleProject {
  readonly title: Both;
  readonly problem: Both;
  readonly advantage: Both;
  readonly economics: Both;
  readonly chain: string;
  readonly trl: number;
  readonly ways: readonly CooperationWay[];
  readonly asking?: readonly [from: number, to: number];
  readonly secrecy?: Secrecy;
  readonly organisation: string;
  readonly region: Region;
  readonly contact: string;
  /** Stays in the queue of the reviewers. */
  readonly waiting?: boolean;
}

export const projectTexts: readonly SampleProject[] = [
  {
    title: ["钛合金薄壁件局部加热成形", "Local-heat forming of thin-walled titanium parts"],
    problem: [
      "钛合金薄壁件整体加热成形时变形大，平均每件要校形两次，返修率约 15%。企业目前靠老师傅手工校形，产能上不去。",
      "Thin titanium parts distort when they are heated as a whole: each is straightened twice on average, and about 15% go back for repair. Firms rely on a few experienced hands, which limits output.",
    ],
    advantage: [
      "对比方案是整体热成形加手工校形。本技术用感应线圈只加热成形区，配合应变反馈，单件校形次数从 2 次降到 0.3 次，返修率降到 3%。三家企业各试制 50 件。",
      "The alternative is heating the whole part and straightening by hand. Here a coil heats only the zone being formed, guided by strain readings: straightening falls from 2 rounds to 0.3, repairs to 3%. Three firms made 50 trial parts each.",
    ],
    economics: [
      "改造一台成形机约 38 万元。年产 4000 件时，每件节省工时和返修费 210 元，约 6 个月收回投入。",
      "Refitting one forming machine costs about CNY 380,000. At 4,000 parts a year each part saves CNY 210 in labour and repair, so it pays back in about six months.",
    ],
    chain: "titanium",
    trl: 7,
    ways: ["licence", "service"],
    asking: [60, 120],
    organisation: "秦岭示例材料研究所",
    region: "baoji",
    contact: "周示例",
  },
  {
    title: ["光芯片无源对准封装夹具", "Passive-alignment fixture for packaging photonic chips"],
    problem: [
      "光芯片封装要逐片有源对准，每片耗时 4 分钟以上，是小批量厂家的产能瓶颈。",
      "Photonic chips are aligned one by one with the laser on, which takes over four minutes each and limits what small makers can ship.",
    ],
    advantage: [
      "对比有源对准设备，本夹具靠刻蚀定位槽和弹性压紧实现无源对准，单片 40 秒，耦合损耗增加不到 0.4 dB。",
      "Against active alignment, etched grooves and an elastic clamp align the chip without light: 40 seconds each, with less than 0.4 dB of extra coupling loss.",
    ],
    economics: [
      "有源对准设备每台约 180 万元，本夹具一套 6 万元。月产 3000 片时，每片封装成本从 27 元降到 11 元。",
      "An active aligner costs about CNY 1.8 million, a set of fixtures CNY 60,000. At 3,000 chips a month, packaging falls from CNY 27 to CNY 11 a chip.",
    ],
    chain: "photonics",
    trl: 6,
    ways: ["licence", "joint-development"],
    asking: [80, 150],
    secrecy: "trade-secret",
    organisation: "西安示例光电研究院",
    region: "xian",
    contact: "林示例",
  },
  {
    title: ["苹果采后免电气调保鲜箱", "Power-free controlled-atmosphere boxes for apples"],
    problem: [
      "山区果农没有冷库，苹果采后两个月损耗约 18%，只能集中低价出售。",
      "Growers in the hills have no cold store: about 18% of the apples are lost within two months, so all sell at once and cheaply.",
    ],
    advantage: [
      "对比小型冷库，本箱用透气膜配比和吸附芯调节氧和二氧化碳，不用电，90 天损耗 6%，可堆放在普通库房。",
      "Against a small cold store, a membrane and an absorbing core hold oxygen and carbon dioxide without power. Losses are 6% after 90 days, in an ordinary shed.",
    ],
    economics: [
      "每吨保鲜成本约 120 元，小型冷库约 400 元。箱体可用五年，吸附芯每季更换，每箱 8 元。",
      "Keeping one tonne costs about CNY 120, against CNY 400 in a small cold store. A box lasts five years; the core, CNY 8 a box, is changed each season.",
    ],
    chain: "apples",
    trl: 8,
    ways: ["assignment", "licence"],
    asking: [30, 50],
    organisation: "渭北示例农业研究所",
    region: "weinan",
    contact: "马示例",
  },
  {
    title: ["燃料电池堆氢循环引射器", "Ejector that recirculates hydrogen in fuel-cell stacks"],
    problem: [
      "重卡燃料电池用机械循环泵回收未反应的氢气，泵耗电多、怕水，冬季故障率高。",
      "Trucks with fuel cells recover unused hydrogen with a mechanical pump, which draws power, suffers from water and fails in winter.",
    ],
    advantage: [
      "对比氢循环泵，双喷嘴引射器没有运动部件，在 20% 到 100% 负荷内保持循环比大于 1.5，台架连续运行 2000 小时无故障。",
      "Against the pump, a twin-nozzle ejector has no moving parts and keeps the recirculation ratio above 1.5 from 20% to 100% load; it ran 2,000 hours on the bench without failure.",
    ],
    economics: [
      "单套成本约 0.4 万元，循环泵约 1.5 万元；整车每百公里少用氢 0.12 千克。",
      "One set costs about CNY 4,000, a pump about CNY 15,000; the truck uses 0.12 kg less hydrogen per 100 km.",
    ],
    chain: "hydrogen",
    trl: 6,
    ways: ["licence", "equity"],
    asking: [200, 400],
    organisation: "关中示例动力实验室",
    region: "xianyang",
    contact: "韩示例",
  },
  {
    title: ["数控机床主轴热误差在线补偿", "Live correction of thermal error in machine spindles"],
    problem: [
      "中型加工中心开机两小时内主轴伸长 30 到 50 微米，精加工前要空转预热，每天损失约 1.5 小时。",
      "Within two hours of starting, the spindle of a mid-size machining centre grows by 30 to 50 µm. It is run idle to warm up before fine work, which costs about 1.5 hours a day.",
    ],
    advantage: [
      "对比空转预热和进口补偿模块，本方案用四个温度点和自学习模型，残余误差 6 微米以内，不改动原有数控系统。",
      "Against warming up or imported modules, four temperature points and a model that learns keep the remaining error within 6 µm, without touching the controller.",
    ],
    economics: [
      "每台加装约 1.2 万元，进口模块约 6 万元。按每小时加工费 80 元计，约 5 个月收回。",
      "Fitting a machine costs about CNY 12,000, an imported module about CNY 60,000. At CNY 80 an hour it pays back in about five months.",
    ],
    chain: "cnc-machine-tools",
    trl: 8,
    ways: ["licence", "service"],
    organisation: "西安示例理工大学",
    region: "xian",
    contact: "高示例",
  },
  {
    title: ["无人机电池低温自加热外壳", "Self-heating case for drone batteries in the cold"],
    problem: [
      "植保和巡检无人机在零下 15 度时航时缩短近一半，作业队冬季要多带一倍电池。",
      "At −15 °C drones for crops and inspection fly about half as long, and crews carry twice the batteries in winter.",
    ],
    advantage: [
      "对比车载保温箱，外壳利用起飞前短时自放电加热，3 分钟升温 20 度，增重 46 克，零下 15 度航时恢复到常温的 88%。",
      "Against a heated box in the van, the case warms the cell by a short discharge before take-off: 20 degrees in 3 minutes, 46 g of weight, and 88% of the normal flight time at −15 °C.",
    ],
    economics: [
      "每只外壳约 160 元；一支 10 架机的作业队每个冬季少买电池约 2.4 万元。",
      "A case costs about CNY 160; a crew with ten drones saves about CNY 24,000 of batteries each winter.",
    ],
    chain: "civil-drones",
    trl: 7,
    ways: ["assignment", "joint-development"],
    asking: [25, 40],
    organisation: "榆林示例航空科技有限公司",
    region: "yulin",
    contact: "贺示例",
  },
  {
    title: ["羊乳低温膜除菌工艺", "Cold membrane filtration for goat milk"],
    problem: [
      "羊乳巴氏杀菌后膻味重、活性蛋白损失大，高端鲜羊奶保质期只有 7 天。",
      "Pasteurised goat milk tastes strong and loses active protein; premium fresh goat milk keeps for only seven days.",
    ],
    advantage: [
      "对比巴氏杀菌，1.2 微米陶瓷膜在 15 度下除菌，乳铁蛋白保留率从 45% 提高到 90%，冷藏保质期 18 天。",
      "Against pasteurising, a 1.2 µm ceramic membrane at 15 °C keeps 90% of the lactoferrin instead of 45%, and the milk lasts 18 days in the cold.",
    ],
    economics: [
      "日处理 10 吨生产线改造约 260 万元，每吨加工成本增加 180 元，产品出厂价每吨可提高约 2200 元。",
      "Refitting a line of 10 tonnes a day costs about CNY 2.6 million and adds CNY 180 a tonne; the product sells for about CNY 2,200 a tonne more.",
    ],
    chain: "goat-dairy",
    trl: 7,
    ways: ["licence", "joint-development"],
    asking: [100, 180],
    organisation: "富平示例乳品技术中心",
    region: "weinan",
    contact: "邓示例",
  },
  {
    title: ["光伏板无水静电除尘", "Cleaning solar panels without water"],
    problem: [
      "陕北电站一年积灰使发电量下降约 9%，水洗一次每兆瓦用水 10 吨，缺水地区难以频繁清洗。",
      "In the north of the province dust costs about 9% of the yield a year. Washing takes 10 tonnes of water per megawatt, which is scarce.",
    ],
    advantage: [
      "对比人工水洗和刷式机器人，移动电极利用静电排斥去灰，不接触板面、不用水，单次除尘率 92%。",
      "Against washing and brush robots, a moving electrode repels the dust: nothing touches the glass, no water is used, and one pass removes 92%.",
    ],
    economics: [
      "每兆瓦年费用约 0.6 万元，水洗四次约 1.4 万元，少损失的发电收入约 1.8 万元。",
      "It costs about CNY 6,000 per megawatt and year, four washes about CNY 14,000, and it saves about CNY 18,000 of lost yield.",
    ],
    chain: "photovoltaics",
    trl: 5,
    ways: ["equity", "joint-development"],
    organisation: "陕北示例能源技术团队",
    region: "yulin",
    contact: "白示例",
  },
  {
    title: ["猕猴桃成熟度手持检测仪", "Hand-held tester for the ripeness of kiwifruit"],
    problem: [
      "收购时靠手捏判断成熟度，早采果混入后整批口感差，退货率约 5%。",
      "Buyers press the fruit to judge ripeness. Early fruit gets in, the batch tastes poor, and about 5% comes back.",
    ],
    advantage: [
      "对比台式近红外设备，本仪器用三个波长的漫反射，0.5 秒读数，干物质误差 0.8 个百分点。",
      "Against bench-top infrared devices, three wavelengths give a reading in half a second, with an error of 0.8 points of dry matter.",
    ],
    economics: ["整机成本约 900 元，台式设备 8 万元以上。", "A device costs about CNY 900; bench-top ones start at CNY 80,000."],
    chain: "kiwifruit",
    trl: 6,
    ways: ["licence"],
    asking: [20, 35],
    organisation: "眉县示例果业服务站",
    region: "baoji",
    contact: "宋示例",
    waiting: true,
  },
  {
    title: ["增材制造粉末在线回收筛分", "Recycling powder during additive manufacturing"],
    problem: [
      "金属打印余粉靠人工筛分，换批时停机两小时，粉末氧含量控制不稳。",
      "Left-over metal powder is sieved by hand: two hours of standstill at each change, and the oxygen content drifts.",
    ],
    advantage: [
      "对比人工筛分，密闭超声筛分与打印同时进行，换批停机缩短到 15 分钟，氧含量波动降低七成。",
      "Against sieving by hand, a closed ultrasonic sieve works while the machine prints: 15 minutes of standstill, and 70% less variation of oxygen.",
    ],
    economics: [
      "每台约 9 万元，按每周两次换批，一年收回。",
      "About CNY 90,000 a machine; with two changes a week it pays back in a year.",
    ],
    chain: "additive-manufacturing",
    trl: 6,
    ways: ["service", "licence"],
    organisation: "渭南示例增材制造公司",
    region: "weinan",
    contact: "史示例",
    waiting: true,
  },
];

import type { DemandState, Indicator } from "@lingxi/core/demand/schema";
import type { Secrecy } from "@lingxi/core/platform/schema";
import type { CooperationWay } from "@lingxi/core/project/schema";
import type { Region } from "@lingxi/core/taxonomy/schema";

/** A text in both languages. */
type Both = readonly [zh: string, en: string];

/** One invented need. Names of organisations and people are made up; budgets are in 万元, deadlines in days from the first start. */
export interface SampleDemand {
  readonly title: Both;
  readonly problem: Both;
  readonly scenario: Both;
  readonly effect: Both;
  readonly indicators?: readonly (readonly [name: string, comparison: Indicator["comparison"], value: string, unit: string])[];
  readonly chain: string;
  readonly trl?: number;
  readonly ways: readonly CooperationWay[];
  readonly budget?: readonly [from: number, to: number];
  readonly days?: number;
  readonly region: Region;
  readonly organisation: string;
  readonly contact: string;
  readonly secrecy?: Secrecy;
  /** Where it stands once it is listed; `open` unless said. */
  readonly state?: DemandState;
  readonly outcome?: Both;
  /** Stays in the queue of the reviewers. */
  readonly waiting?: boolean;
}

export const demandTexts: readonly SampleDemand[] = [
  {
    title: ["钛合金薄壁结构件铣削变形控制", "Keeping thin titanium walls straight while milling"],
    problem: [
      "铣削 1.2 毫米钛合金薄壁时工件让刀、回弹，加工完再变形，废品率 11%，一件毛坯约 1.8 万元。减小切深则工时翻倍，灌低熔点合金清理困难。",
      "When titanium walls of 1.2 mm are milled, the part gives way, springs back and distorts again. Scrap is 11%, and a blank costs about CNY 18,000. Smaller cuts double the time; filling with a low-melting alloy is hard to clean.",
    ],
    scenario: [
      "飞机结构件，五轴加工中心，单件壁面 300 至 900 毫米，年产约 2600 件。",
      "Aircraft parts on five-axis machines, walls of 300 to 900 mm, about 2,600 parts a year.",
    ],
    effect: ["不增加工时，换一种零件不必重新做夹具。", "No more machining time, and no new fixture for each part."],
    indicators: [
      ["废品率", "<=", "3", "%"],
      ["壁厚误差", "<=", "0.05", "毫米"],
      ["夹具更换", "<=", "30", "分钟"],
    ],
    chain: "titanium",
    trl: 6,
    ways: ["licence", "service"],
    budget: [30, 80],
    region: "baoji",
    organisation: "示例航材加工厂",
    contact: "雷示例",
    state: "solved",
    outcome: [
      "由示例机电学院以“变刚度支撑”专利普通许可解决，废品率降到 2.3%。经过见案例《一项闲置六年的专利，怎样让钛合金薄壁件不再变形》。",
      "Solved under a licence for the variable-stiffness support of a sample college; scrap fell to 2.3%. The story is in the case “How a patent idle for six years keeps thin titanium walls straight”.",
    ],
  },
  {
    title: ["光模块耦合后固化偏移抑制", "Less drift while the glue of optical modules cures"],
    problem: [
      "透镜耦合到位后，胶水固化收缩使位置偏移，约 7% 的模块要返工重新耦合，返工一只约 46 元。现用胶水和固化曲线是与客户共同开发的，不便公开。",
      "After the lens is aligned, the glue shrinks as it cures and moves it. About 7% of the modules are aligned again at CNY 46 each. Glue and curing curve were developed with a customer.",
    ],
    scenario: [
      "高速光模块透镜耦合工位，百级洁净间，月产 4 万只。",
      "Lens alignment of fast optical modules in a clean room, 40,000 a month.",
    ],
    effect: [
      "固化前后偏移可预测、可补偿，不更换主要设备。",
      "The drift can be predicted and compensated without replacing the main machines.",
    ],
    indicators: [
      ["固化后偏移", "<=", "0.3", "微米"],
      ["单只节拍", "<=", "25", "秒"],
    ],
    chain: "photonics",
    trl: 5,
    ways: ["joint-development", "service"],
    budget: [100, 200],
    days: 150,
    region: "xian",
    organisation: "西安示例光通信公司",
    contact: "唐示例",
    secrecy: "trade-secret",
  },
  {
    title: ["冻干制剂残余水分在线检测", "Measuring residual moisture of freeze-dried vials on the line"],
    problem: [
      "残余水分靠每批抽 20 瓶破坏性检测，四小时后才出结果，一批不合格损失约 60 万元。",
      "Residual moisture is measured by breaking 20 vials of each batch. The result comes after four hours, and a failed batch costs about CNY 600,000.",
    ],
    scenario: [
      "西林瓶冻干粉针，出箱后传送线，瓶径 22 毫米，透明玻璃。",
      "Freeze-dried powder in clear vials of 22 mm, on the conveyor behind the dryer.",
    ],
    effect: ["逐瓶无损检测，当班就能放行。", "Every vial is measured without harm, and the batch is released within the shift."],
    indicators: [
      ["测量范围", "range", "0.3-3.0", "%"],
      ["误差", "<=", "0.2", "个百分点"],
      ["速度", ">=", "120", "瓶/分钟"],
    ],
    chain: "biomedicine",
    trl: 7,
    ways: ["service", "joint-development"],
    budget: [150, 300],
    days: 210,
    region: "xianyang",
    organisation: "咸阳示例制药公司",
    contact: "孟示例",
    state: "in-contact",
  },
  {
    title: ["苹果霉心病在线无损分选", "Sorting out mouldy cores of apples without cutting them"],
    problem: [
      "霉心病外观看不出，靠切果抽检，混入后整箱退货，每年退货损失约 90 万元。进口分选线一条 600 万元以上，合作社用不起。",
      "Mouldy cores cannot be seen from outside. Fruit is cut for sampling, whole boxes come back, about CNY 900,000 a year. An imported line costs over CNY 6 million, too much for a cooperative.",
    ],
    scenario: [
      "产地分选线，每秒 5 个果，果径 70 至 90 毫米，采后两周内和冷库出库时各分选一次。",
      "A sorting line near the orchard, five fruits a second, 70 to 90 mm, within two weeks of the harvest and again out of the cold store.",
    ],
    effect: ["在现有分选线上加装，不降低速度。", "It is added to the line that is there, at the same speed."],
    indicators: [
      ["检出率", ">=", "92", "%"],
      ["误判率", "<=", "3", "%"],
      ["单条线改造费用", "<=", "35", "万元"],
    ],
    chain: "apples",
    trl: 7,
    ways: ["licence", "service"],
    budget: [20, 50],
    days: 120,
    region: "yanan",
    organisation: "洛川示例果业合作社",
    contact: "景示例",
  },
  {
    title: ["巡检无人机零下 20 度续航", "Flight time of inspection drones at −20 °C"],
    problem: [
      "冬季巡检时电池容量只剩一半，每组要带 12 块电池轮换，车载保温箱又重又占地方。",
      "In winter batteries give half their capacity. Each crew carries twelve in turn, in a heated box that is heavy and takes up the van.",
    ],
    scenario: [
      "陕北油气管线和光伏电站巡检，海拔 1200 米左右，冬季清晨零下 20 度，风力 4 级。",
      "Pipelines and solar plants in the north of the province, about 1,200 m high, −20 °C on winter mornings, fresh wind.",
    ],
    effect: ["不改动飞行平台，现场更换不超过一分钟。", "The drone is not modified, and a battery is changed within a minute."],
    indicators: [
      ["零下 20 度航时", ">=", "80", "%（与常温相比）"],
      ["增加重量", "<=", "60", "克"],
    ],
    chain: "civil-drones",
    trl: 7,
    ways: ["service", "licence"],
    budget: [15, 40],
    days: 60,
    region: "yulin",
    organisation: "榆林示例巡检服务公司",
    contact: "折示例",
    state: "in-contact",
  },
  {
    title: ["煤化工高盐废水杂盐减量", "Less mixed salt from the brine of coal chemistry"],
    problem: [
      "蒸发结晶后每天产生约 9 吨杂盐，按危险废物处置，每吨约 3200 元。氯化钠和硫酸钠分盐后纯度不够，没有人收。",
      "Evaporation leaves about nine tonnes of mixed salt a day, disposed of as hazardous waste at CNY 3,200 a tonne. The separated salts are not pure enough to be sold.",
    ],
    scenario: [
      "煤制烯烃装置，浓盐水每小时 45 立方米，含有机物，COD 约 600 毫克每升。",
      "A coal-to-olefins plant, 45 cubic metres of brine an hour with organic matter, COD about 600 mg per litre.",
    ],
    effect: [
      "杂盐减量八成以上，分出的盐达到工业盐标准。",
      "At least 80% less mixed salt, and the separated salts meet the industrial standard.",
    ],
    indicators: [
      ["杂盐减量", ">=", "80", "%"],
      ["氯化钠纯度", ">=", "98.5", "%"],
      ["吨水成本", "<=", "22", "元"],
    ],
    chain: "coal-to-olefins",
    trl: 8,
    ways: ["service", "equity"],
    budget: [800, 1500],
    days: 300,
    region: "yulin",
    organisation: "榆神示例化工公司",
    contact: "艾示例",
    state: "unsolved",
    outcome: [
      "对接了三家，吨水成本都在 40 元以上，超出预算近一倍。企业决定先做有机物预处理，明年重新征集。",
      "Three suppliers were met; all cost over CNY 40 a tonne of water, nearly twice the budget. The firm will first pre-treat the organic matter and ask again next year.",
    ],
  },
  {
    title: ["羊乳粉掺牛乳快速检测", "Quick test for cow's milk in goat milk powder"],
    problem: [
      "收奶环节靠送检，两天后才出结果，奶已经入罐。近两年有三次整罐报废。",
      "Samples go to a laboratory, and the result comes after two days, when the milk is in the tank. Three tanks were thrown away in two years.",
    ],
    scenario: [
      "奶站收奶口，没有实验室条件，由收奶员操作。",
      "At the intake of a milk station, without a laboratory, by the person who takes the milk.",
    ],
    effect: ["十分钟内出结果，一次成本不超过 15 元。", "A result within ten minutes, for at most CNY 15."],
    chain: "goat-dairy",
    ways: ["licence", "assignment"],
    region: "weinan",
    organisation: "富平示例羊乳公司",
    contact: "党示例",
  },
  {
    title: ["富硒茶鲜叶硒含量田间快测", "Measuring selenium in fresh tea leaves in the field"],
    problem: [
      "同一片茶园硒含量相差三倍，鲜叶混收后成品不稳定，每年约两成达不到富硒标准，只能按普通茶卖。",
      "Selenium varies threefold within a plantation. Leaves are mixed, and about a fifth of the tea misses the standard and is sold as ordinary.",
    ],
    scenario: [
      "山地茶园，坡度 25 度左右，采茶季多雨，没有市电。",
      "Plantations on slopes of about 25 degrees, rainy in the season, without mains power.",
    ],
    effect: ["收青时分级，设备一个人能背上山。", "Leaves are graded as they are bought, with a device that one person carries."],
    indicators: [
      ["测量范围", "range", "0.05-5", "毫克/千克"],
      ["单次用时", "<=", "5", "分钟"],
      ["防护等级", "=", "IP65", ""],
    ],
    chain: "selenium-food",
    trl: 6,
    ways: ["joint-development", "licence"],
    budget: [30, 60],
    days: 180,
    region: "ankang",
    organisation: "紫阳示例茶业公司",
    contact: "储示例",
  },
  {
    title: ["换电重卡锁止机构防结冰", "Keeping ice out of the lock of battery-swap trucks"],
    problem: [
      "冬季底部溅水结冰，换电锁止机构卡滞，一次换电从 5 分钟拖到 25 分钟，现用热水冲。",
      "In winter spray freezes under the truck and the lock of the battery sticks: a swap takes 25 minutes instead of 5, with hot water poured over it.",
    ],
    scenario: ["矿区短倒重卡，零下 25 度，每天换电 6 次。", "Trucks that shuttle in a mine at −25 °C, six swaps a day."],
    effect: ["零下 25 度锁止可靠，不增加日常维护。", "The lock works at −25 °C without more maintenance."],
    indicators: [
      ["换电用时", "<=", "6", "分钟"],
      ["锁止寿命", ">=", "20000", "次"],
    ],
    chain: "heavy-trucks",
    trl: 7,
    ways: ["service"],
    budget: [40, 90],
    days: 90,
    region: "tongchuan",
    organisation: "铜川示例物流公司",
    contact: "焦示例",
    waiting: true,
  },
];

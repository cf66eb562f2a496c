import type { SearchDocument } from "@lingxi/core/search/schema";

/** A sequence of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const words = (text: string) => text.split(/\s+/);

/** What the chains work on: id, materials and objects, processes, English words. */
const domains = [
  {
    chain: "titanium",
    objects: words(
      "钛合金 钛材 钛锭 海绵钛 钛管 钛粉 TC4 钛合金紧固件 钛合金框梁 钛铝金属间化合物 医用钛 钛板带 钛焊丝 钛阳极 TA15 钛基复合材料 钛合金叶片 钛设备",
    ),
    processes: words(
      "熔炼 锻造 等温锻造 热等静压 旋压 焊接 线性摩擦焊 酸洗 表面氮化 残余应力消除 晶粒细化 超塑成形 扩散连接 精密铸造 轧制 时效处理",
    ),
    english: words("titanium alloy forging ingot fastener sheet tube powder ageing machining blade casting"),
  },
  {
    chain: "photonics",
    objects: words(
      "光子芯片 铌酸锂调制器 激光雷达 光纤激光器 硅光模块 量子点 光学薄膜 红外探测器 光电耦合器 超快激光器 光栅 微透镜阵列 单光子探测器 VCSEL 光开关 偏振器件",
    ),
    processes: words(
      "外延生长 光刻 干法刻蚀 耦合封装 波分复用 相干探测 飞秒加工 镀膜 晶圆键合 在线标定 光谱分析 热管理 相位补偿",
    ),
    english: words("photonic chip laser modulator fibre lidar detector coating wavelength grating packaging"),
  },
  {
    chain: "hydrogen",
    objects: words(
      "氢燃料电池 质子交换膜 碱性电解槽 储氢瓶 双极板 膜电极 固态储氢材料 加氢站 氢气压缩机 PEM电解槽 催化剂 气体扩散层 液氢罐 氢内燃机 氢气传感器",
    ),
    processes: words(
      "电解水制氢 低铂催化 冷启动 泄漏检测 寿命预测 热电联供 碳纤维缠绕 氢气纯化 工业副产氢提纯 管道掺氢 耐久性测试 涂层防腐",
    ),
    english: words("hydrogen fuel cell electrolyser membrane storage compressor catalyst stack refuelling"),
  },
  {
    chain: "civil-drones",
    objects: words(
      "多旋翼无人机 复合翼无人机 飞控系统 吊舱 植保无人机 机载雷达 图传链路 无人机机库 氢动力无人机 桨叶 舵机 航拍云台 物流无人机",
    ),
    processes: words("航线规划 避障 集群控制 倾斜摄影 应急通信中继 电力巡检 精准施药 自主起降 目标跟踪 抗干扰定位 复合材料铺层"),
    english: words("drone flight control gimbal inspection payload rotor swarm navigation delivery"),
  },
  {
    chain: "semiconductors",
    objects: words(
      "碳化硅器件 氮化镓功率放大器 IGBT模块 存储芯片 硅外延片 引线框架 封装基板 抛光液 光刻胶 MEMS陀螺 射频前端 电源管理芯片 化合物衬底",
    ),
    processes: words("单晶生长 化学机械抛光 离子注入 晶圆测试 先进封装 失效分析 可靠性筛选 热阻测试 良率提升 缺陷检测 低温键合"),
    english: words("semiconductor silicon carbide wafer device package epitaxy yield power module"),
  },
  {
    chain: "photovoltaics",
    objects: words("异质结电池 钙钛矿组件 单晶硅棒 逆变器 光伏支架 银浆 背板 EVA胶膜 TOPCon电池 金刚线 跟踪系统 光伏玻璃"),
    processes: words("切片 制绒 丝网印刷 电流匹配 功率预测 组件回收 衰减测试 清洗机器人 智能运维 银耗降低 薄片化"),
    english: words("photovoltaic cell module perovskite inverter tracker wafer efficiency texturing"),
  },
  {
    chain: "additive-manufacturing",
    objects: words(
      "激光选区熔化设备 电子束成形 金属粉末 陶瓷型芯 砂型打印 铺粉系统 骨科植入体 模具镶件 连续纤维打印机 生物墨水 点阵结构",
    ),
    processes: words("路径规划 变形补偿 熔池监测 粉末回收 热处理 拓扑优化 支撑设计 梯度材料成形 现场修复 致密度控制"),
    english: words("additive manufacturing printing powder melting lattice implant topology repair"),
  },
  {
    chain: "biomedicine",
    objects: words(
      "单克隆抗体 核酸检测试剂 中药配方颗粒 细胞治疗产品 可降解支架 疫苗佐剂 微流控芯片 抗肿瘤药物 多肽 胶原蛋白 干细胞 质粒",
    ),
    processes: words("酶法合成 连续流反应 冻干 纯化层析 临床前评价 靶向递送 制剂缓释 菌种选育 发酵放大 质量一致性评价"),
    english: words("antibody vaccine peptide assay fermentation delivery scaffold purification trial"),
  },
  {
    chain: "apples",
    objects: words("矮砧苹果 苹果汁 果园割草机 套袋机 苹果脆片 果胶 分选线 冷链保鲜库 苹果白兰地 无病毒苗木"),
    processes: words("无袋栽培 水肥一体化 疏花疏果 病虫害监测 糖度无损检测 气调贮藏 果渣综合利用 机械采收"),
    english: words("apple orchard juice sorting storage harvest seedling irrigation"),
  },
  {
    chain: "coal-to-olefins",
    objects: words("甲醇制烯烃装置 煤基聚丙烯 费托合成蜡 高盐废水 气化炉 聚乙烯专用料 芳烃 二氧化碳捕集装置 分子筛 粗煤气"),
    processes: words("气化 净化 变换 结晶分盐 催化裂解 余热回收 聚合 在线监测 膜分离 低温甲醇洗 渣水处理"),
    english: words("coal olefin methanol catalyst gasifier wastewater polymer capture recovery"),
  },
] as const;

const places = words("西安 宝鸡 咸阳 渭南 铜川 延安 榆林 汉中 安康 商洛 杨凌");
const regions = words("xian baoji xianyang weinan tongchuan yanan yulin hanzhong ankang shangluo yangling");
const bodies = words("研究院 大学 科技有限公司 装备股份公司 新材料公司 实验室 创新中心 工程研究中心 技术学院 精密制造公司");
const brands = words("秦岭 渭水 长安 华山 终南 灞桥 昆明池 未央 雁塔 曲江 丝路 周原 关中 汉台 龙首 泾河 沣东 清姜 石鼓 太白");
const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const given = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉"];
const sentences = [
  "针对{o}在{p}过程中{t}偏高的问题，提出基于{q}的解决方案，{t}由{n}%降至{m}%。",
  "与目前主流的{x}方案相比，{o}的{t}提高{n}%，单件成本下降约{m}%，已在{c}完成{n}批次验证。",
  "{c}联合{d}，围绕{o}的{p}开展攻关，形成发明专利{m}项，工艺窗口更宽。",
  "该成果适用于{o}、{x}等产品，关键设备为国产，占地{n}平方米，功率{m}0 kW。",
  "现有{p}依赖人工经验，{t}波动大；我们希望找到能够稳定控制{t}的技术，预算{n}0万元。",
  "在{u}工况下连续运行{n}00小时，{t}保持稳定，未出现明显的{y}。",
  "需要解决{o}与{x}连接处的{y}问题，要求{t}不低于{n}%，交付周期不超过{m}个月。",
  "采用{q}与{p}相结合的路线，避免了传统工艺中{y}带来的返工，材料利用率达到{n}%。",
  "样机已在{l}的{c}投入使用，累计处理{o}{n}00件，用户反馈{t}满足要求。",
  "经第三方检测，{o}的{t}达到{n}.{m}，优于行业标准；合作方式包括转让、许可和作价入股。",
] as const;
const traits = words(
  "能耗 氧含量 废品率 表面粗糙度 抗拉强度 疲劳寿命 转化效率 泄漏率 热导率 尺寸偏差 响应时间 信噪比 使用寿命 耐腐蚀性 重复定位精度 一次合格率 循环稳定性 载荷",
);
const faults = words("开裂 变形 起皮 污染 偏析 腐蚀 漂移 堵塞 脱落 过热 结垢 误报");
const settings = words("高温 高湿 低温 盐雾 强振动 高海拔 变载荷 粉尘 强电磁干扰 长周期");
const titles = [
  "{l}{o}{p}技术",
  "面向{u}环境的{o}{p}方法",
  "{o}{t}提升关键技术",
  "{o}{p}成套装备",
  "寻求{o}{p}合作",
  "低成本{o}及其{p}工艺",
] as const;
const kinds = ["projects", "demands", "cases", "activities", "talents"] as const;

/** A document as publication would give it, one of as many different ones as there are numbers. About 600 characters of text; each third also in English. */
export function makeDocument(n: number, seed = 1): SearchDocument {
  const random = seeded(seed * 1_000_003 + n);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const domain = pick(domains);
  const other = pick(domains);
  const region = Math.floor(random() * places.length);
  const organisation = `${places[region]}${pick(brands)}${pick(bodies)}`;
  const fill = (text: string): string =>
    text.replace(/\{(\w)\}/g, (_, slot: string) => {
      switch (slot) {
        case "o":
          return pick(domain.objects);
        case "x":
          return random() < 0.8 ? pick(domain.objects) : pick(other.objects);
        case "p":
        case "q":
          return pick(domain.processes);
        case "t":
          return pick(traits);
        case "y":
          return pick(faults);
        case "u":
          return pick(settings);
        case "c":
          return organisation;
        case "d":
          return `${pick(places)}${pick(brands)}${pick(bodies)}`;
        case "l":
          return places[region] as string;
        case "n":
          return String(10 + Math.floor(random() * 90));
        default:
          return String(1 + Math.floor(random() * 9));
      }
    });
  const paragraph = (count: number) => Array.from({ length: count }, () => fill(pick(sentences))).join("");
  const english = (count: number) => {
    const said = Array.from({ length: count }, () => pick(domain.english)).join(" ");
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  const kind = kinds[n % kinds.length] as string;
  const id = `${kind}:${kind.slice(0, 3)}_${String(n).padStart(26, "0")}`;
  const bilingual = n % 3 === 0;
  const title = { "zh-CN": fill(pick(titles)), ...(bilingual ? { en: english(5) } : {}) };
  const summary = { "zh-CN": paragraph(2), ...(bilingual ? { en: english(25) } : {}) };
  const date = new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 1000) * 86_400_000).toISOString();
  return {
    id,
    kind,
    title,
    names: [organisation, `${pick(surnames)}${pick(given)}${random() < 0.6 ? pick(given) : ""}`],
    summary,
    body: { "zh-CN": paragraph(9), ...(bilingual ? { en: english(90) } : {}) },
    facets: { chain: [domain.chain], region: [regions[region] as string], trl: [String(1 + Math.floor(random() * 9))] },
    order: date,
    payload: JSON.stringify({ id, title, summary, organisation, chain: domain.chain, region: regions[region], listedAt: date }),
  };
}

/** Queries of every kind that people type, from a seed. */
export function makeQueries(count: number, seed = 7): string[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const makers: (() => string)[] = [
    () => pick(pick(domains).objects),
    () => {
      const domain = pick(domains);
      return `${pick(domain.objects)} ${pick(domain.processes)}`;
    },
    () => {
      const domain = pick(domains);
      return `我们公司在生产${pick(domain.objects)}时${pick(traits)}不稳定，经常出现${pick(faults)}，想找一种适合${pick(settings)}环境、采用${pick(domain.processes)}的技术，最好已经在企业里验证过，成本不要太高`;
    },
    () =>
      pick([
        "taihejin",
        "qingneng",
        "guangzixinpian",
        "tai he jin",
        "wurenji",
        "dianjiecao",
        "thj",
        "gxp",
        "xian",
        "jiguangleida",
      ]),
    () => pick(pick(domains).english),
    () => {
      const { english } = pick(domains);
      return `${pick(english)} ${pick(english)}`;
    },
    () =>
      pick(["鈦合金鍛造", "氫燃料電池", "無人機電力巡檢", "單晶矽棒", "蘋果無袋栽培", "光子晶片耦合封裝", "焊接殘餘應力消除"]),
    () => fullWidth(pick(["TC4", "PEM", "VCSEL", "100 kW", "IGBT"])) + pick(["", "模块", "　锻造"]),
    () => `${pick(places)}${pick(brands)}${pick(bodies)}`,
    () => pick(["光电子", "photonics", "hydrogen energy", "titanum", "semiconductr", "增材制造", "3D打印", "钛"]),
    () => `${pick(surnames)}${pick(given)}${pick(given)}`,
    () => "",
  ];
  return Array.from({ length: count }, (_, i) => (makers[i % makers.length] as () => string)());
}

/** What stands in a search field while somebody types one of the queries. */
export function makePrefixes(count: number, seed = 9): string[] {
  const random = seeded(seed);
  return makeQueries(count * 2, seed)
    .filter(Boolean)
    .map((query) => query.slice(0, 1 + Math.floor(random() * Math.min(query.length, 12))))
    .slice(0, count);
}

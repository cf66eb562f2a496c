import type { Words } from "@lingxi/core/platform/text";

interface Item {
  readonly title: Words;
  readonly text: Words;
}

const item = (zhTitle: string, zh: string, enTitle: string, en: string): Item => ({
  title: { "zh-CN": zhTitle, en: enTitle },
  text: { "zh-CN": zh, en },
});

/** What the policy page says, in our own words. */
export const policyIntro: readonly Words[] = [
  {
    "zh-CN":
      "一边是高校、院所和企业手里没有用起来的专利，一边是企业生产中解决不了的难题。两边常常互不知情。灵犀计划要做的，就是让它们早一点、准一点地遇见，并在遇见之后有人帮忙走完后面的路。",
    en: "On one side, patents of universities, institutes and companies that nobody uses; on the other, problems in production that nobody has solved. Often neither knows of the other. Lingxi lets them meet sooner and more precisely, and helps them along the way that follows.",
  },
  {
    "zh-CN": "这里用平实的话说明计划做什么、给谁什么、您可以从哪里开始。有疑义时，以主管部门发布的文件为准。",
    en: "This page says plainly what the programme does, what it offers to whom and where to start. In doubt, the authority's published document prevails.",
  },
];

export const offers: readonly Item[] = [
  item(
    "技术供给方",
    "帮您看清专利的价值，写成别人看得懂的项目，公开挂牌，安排路演，介绍可能用得上的企业。",
    "Suppliers of technology",
    "We help you see what a patent is worth, write it up so that others understand it, list it, put it on stage and introduce companies that may use it.",
  ),
  item(
    "技术需求方",
    "把难题写成需求，由专人细分、匹配、跟进；匹配到的技术附上理由，面谈有人安排。",
    "Companies with a need",
    "Your problem is written up as a need, broken down, matched and followed up. Matches come with their reasons, and somebody arranges the meeting.",
  ),
  item(
    "投资与金融机构",
    "看到写明成熟度、经济性和合作方式的项目，在专场活动中与团队面谈。",
    "Investors and banks",
    "See projects that state maturity, economics and terms, and meet their teams at dedicated events.",
  ),
  item(
    "专家与转化人才",
    "进入人才库，承担评估、辅导和会诊；转化业绩留有记录，可供职称评审参考。",
    "Experts",
    "Join the talent pool to assess, coach and advise. What you achieve is recorded and can count when titles are reviewed.",
  ),
];

export const systems: readonly Item[] = [
  item(
    "产业数据服务",
    "把一条产业链上的专利、商标、文献、标准和法律文书放在一处，能查能用。",
    "Industry IP data",
    "Patents, trademarks, literature, standards and legal documents of a chain in one place.",
  ),
  item(
    "专利专题库",
    "按产业链整理的专利集合，定期更新，并说明变了什么。",
    "Patent collections",
    "Collections by chain, refreshed on a schedule, saying what has changed.",
  ),
  item(
    "可视化中台",
    "用图和数字看清一条链上的专利、企业、人才和资金怎样相连。",
    "Live picture",
    "Figures and a graph that connect patents, companies, people and finance in a chain.",
  ),
  item(
    "转移转化联合体",
    "链主企业、骨干企业和高校院所结成伙伴，各自在链上的位置一目了然。",
    "Consortia",
    "Lead companies, core companies and universities as partners, each with its place in the chain.",
  ),
  item(
    "价值评估与分级目录",
    "从法律、市场、战略、经济四个方面看一件专利，形成有版本的分级目录。",
    "Valuation and graded catalogue",
    "A patent seen from its legal, market, strategic and economic side; graded in a versioned catalogue.",
  ),
  item(
    "优势专利运营池",
    "把一类好专利放在一起，成员之间交叉许可，对外打包许可，规则和费用讲在前面。",
    "Patent pools",
    "Good patents of a kind together: cross-licensed inside, licensed as a package outside, with rules and fees stated first.",
  ),
  item(
    "一企一档",
    "一家企业一份档案：基本情况、知识产权、转化经历和培训，避免反复填表。",
    "Company files",
    "One file for each company: basics, IP, transfers and training, so that nobody fills in the same form twice.",
  ),
  item(
    "需求清单",
    "每条需求都有分类、解决办法和复核日期，解决了就关闭。",
    "List of needs",
    "Each need has a class, a way to be solved and a review date, and is closed when solved.",
  ),
  item(
    "精准匹配与挂牌",
    "为需求找到技术，并说明为什么合适；暂时没有匹配的，公开挂牌。",
    "Matching and listing",
    "Finds technology for a need and says why it fits; what finds no match is listed publicly.",
  ),
  item(
    "对接交流平台",
    "路演、沙龙、金融专场：邀请合适的人，安排面谈，记录结果。",
    "Events",
    "Roadshows, salons and finance days: the right people invited, meetings arranged, outcomes recorded.",
  ),
  item(
    "利益分配与资金池",
    "收益怎样分，规则先定，结果人人可以复算。",
    "Sharing of benefits",
    "How returns are shared is agreed first, and anyone entitled can recompute it.",
  ),
  item(
    "转化人才库",
    "发现、审核并用好懂转化的人，与省级人才库相通。",
    "Talent pool",
    "Finds, reviews and engages people who know transfer, together with the provincial talent database.",
  ),
  item(
    "引导性案例",
    "把走通的经验复盘成文，让后来者少走弯路。",
    "Guiding cases",
    "Experience that worked, written down so that others need fewer detours.",
  ),
  item(
    "配套支持",
    "检索账号、服务包、辅导和维权援助，一处申请，全程可查。",
    "Support",
    "Search accounts, service packages, coaching and rights aid: apply in one place, follow it to the end.",
  ),
  item(
    "重点产业链",
    "以上一切都按产业链组织，名单由主管部门公布，随时更新。",
    "Industry chains",
    "All of this is organised by industry chain; the list is the authority's and is kept up to date.",
  ),
];

export const support: readonly Item[] = [
  item(
    "专利检索账号",
    "参与单位可免费使用专利检索系统的高级功能。",
    "Search account",
    "Participants use the advanced functions of the patent search system free of charge.",
  ),
  item(
    "综合服务包",
    "技术与创新支持中心（TISC）和信息服务网点提供政策推送、公益培训和宣传展示。",
    "Service package",
    "TISC centres and information points offer policy news, free training and publicity.",
  ),
  item(
    "优先推荐",
    "条件符合的单位，优先进入国家级保护中心的备案名单；条件符合的项目，优先推荐申报省级计划。",
    "Priority",
    "Qualified participants come first for registration with the national protection centre; qualified projects, for recommendation to provincial schemes.",
  ),
  item(
    "维权与风险",
    "在维权援助、风险预警和尽职调查上得到指导。",
    "Rights and risks",
    "Guidance on rights aid, risk warning and due diligence.",
  ),
  item(
    "一对一辅导",
    "线上推介和匹配之外，还有上门辅导、专家会诊和企业专场培训。",
    "One-to-one advice",
    "Beyond online listing and matching: coaching, expert consultation and training for a company.",
  ),
  item(
    "宣传推广",
    "技术、产品和经验，通过多种渠道介绍给更多人。",
    "Publicity",
    "Technology, products and experience presented through many channels.",
  ),
];

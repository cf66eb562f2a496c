import type { SampleCase } from "./cases.ts";

const id = (n: number) => `cas_${String(n).padStart(26, "0")}`;
const noteZh = "\n\n*这是一篇示例：机构、人物和数字均为虚构。*";
const noteEn = "\n\n*This is a sample: organisations, people and figures are invented.*";

export const titanium: SampleCase = {
  id: id(3),
  slug: "titanium-thin-wall-licence",
  scene: "facets",
  alt: { "zh-CN": "抽象图案：银灰色金属晶面上一道铜色曲线", en: "Abstract picture: grey metal facets crossed by a copper line" },
  chains: ["titanium", "aviation", "cnc-machine-tools"],
  title: {
    "zh-CN": "一项闲置六年的专利，怎样让钛合金薄壁件不再变形",
    en: "How a patent idle for six years keeps thin titanium walls straight",
  },
  summary: {
    "zh-CN": "示例机电学院把“变刚度支撑”专利普通许可给三家加工企业，废品率从 11% 降到 2.3%，许可费按节省额分成。",
    en: "A college licensed its variable-stiffness support to three machine shops. Scrap fell from 11% to 2.3%, and the fee is a share of what is saved.",
  },
  body: {
    "zh-CN": `## 原来的难题

示例航材加工厂给飞机结构件铣削 1.2 毫米的钛合金薄壁。切削力一来，薄壁就让刀、回弹，加工完再变形。2023 年前三季度，这类零件的废品率是 11%，一件毛坯价值约 1.8 万元。

厂里试过三种办法：减小切深，工时翻倍；灌低熔点合金，清理困难且有残留；换进口夹具，一套 60 万元，只适合一种零件。

## 技术在哪里

示例机电学院 2017 年获得一项发明专利：用一排可以分别锁紧的磁流变支撑贴住薄壁背面，刀具走到哪里，哪里就变硬。专利授权后一直没有企业来问，学院每年照付年费。

> 我们以为没人需要，企业以为没人会做。其实两边相距不到 40 公里。
> —— 示例机电学院 成果转化专员

## 怎样遇见

加工厂在平台上登记了一条需求，只写了三件事：材料和壁厚、现在的废品率、一件报废损失多少钱。匹配结果里排在第一的就是这项专利，理由写着“产业链一致；关键词：薄壁、让刀、支撑；有效期还有 13 年”。

在一场钛材路演上，学院带来一段演示。两周后，厂里送去十件真实毛坯试加工。

## 怎样谈定

| 约定 | 内容 |
|---|---|
| 方式 | 普通许可，五年，限钛合金薄壁件 |
| 费用 | 入门费 20 万元，此后每年取节省额的 12% |
| 节省额怎么算 | 以前三季度废品率 11% 为基线，按月对账，双方都能查原始记录 |
| 改进归谁 | 谁做的归谁，另一方可免费使用 |

按节省额分成，是谈得拢的关键：企业不用先赌一大笔钱，学院也愿意派人到车间调参数，因为调得越好分得越多。

## 结果

- 废品率从 11% 降到 **2.3%**，单件工时减少 18%。
- 第一年节省约 410 万元，学院分得 49 万元，其中七成奖励给发明团队。
- 第二年另外两家企业取得同样的许可，夹具由示例精工厂按图制造，一套 9 万元。

## 可以借鉴的

1. **需求写数字，不写形容词。** “废品率 11%、一件 1.8 万元”比“急需提升工艺水平”有用得多。
2. **先试十件。** 小批量验证花了两周和不到三万元，省去了半年的争论。
3. **基线先签字。** 分成最怕说不清原来是多少。${noteZh}`,
    en: `## The problem

A sample machine shop mills titanium walls 1.2 mm thick for aircraft structures. Under the cutter a wall gives way, springs back, and distorts after machining. In the first three quarters of 2023 the scrap rate of these parts was 11%, and one blank is worth about 18,000 yuan.

The shop had tried three things: shallower cuts, which doubled the hours; a low-melting alloy as filler, which leaves residue; and an imported fixture at 600,000 yuan that fits one part only.

## Where the technology was

In 2017 a sample college was granted a patent: a row of magnetorheological supports that lock one by one behind the wall, so that it is stiff exactly where the tool is. Nobody had asked for it since. The college kept paying the annual fees.

> We thought that nobody needed it; they thought that nobody could do it. We are less than 40 kilometres apart.
> — Technology transfer officer of the college

## How they met

The shop registered a need on the platform with three facts: material and wall thickness, the scrap rate, the loss for each scrapped part. The patent came first among the matches, with the reasons given: same industry chain; thin wall, deflection, support; 13 years left.

At a titanium roadshow the college showed a film. Two weeks later the shop sent ten real blanks for a trial.

## What they agreed

| Point | Terms |
|---|---|
| Kind | Non-exclusive licence, five years, thin titanium walls only |
| Fee | 200,000 yuan to start, then 12% of the yearly saving |
| How the saving is counted | Against a scrap rate of 11%, settled monthly, records open to both |
| Improvements | Belong to whoever makes them; the other side uses them free |

The share of the saving made it possible. The shop did not have to bet a large sum, and the college was glad to send people to tune the process, because better results pay both.

## What came of it

- Scrap fell from 11% to **2.3%**, and hours a part by 18%.
- The first year saved about 4.1 million yuan. The college received 490,000, of which 70% went to the inventors.
- Two more shops took the same licence in the second year. A sample toolmaker builds the fixture from drawings for 90,000 yuan.

## What others can use

1. **Write figures, not adjectives.** "Scrap 11%, 18,000 yuan a part" says more than "process needs improving".
2. **Try ten first.** The trial took two weeks and less than 30,000 yuan, and saved half a year of argument.
3. **Sign the baseline.** A share of savings fails when nobody knows what it used to be.${noteEn}`,
  },
};

export const hydrogen: SampleCase = {
  id: id(2),
  slug: "hydrogen-compressor-joint-development",
  scene: "flows",
  alt: { "zh-CN": "抽象图案：青绿色气流与上升的气泡", en: "Abstract picture: streams of teal with rising bubbles" },
  chains: ["hydrogen", "heavy-trucks"],
  title: {
    "zh-CN": "加氢站的压缩机为什么总坏：一次联合开发的完整账本",
    en: "Why the hydrogen compressor kept failing: the full account of a joint development",
  },
  summary: {
    "zh-CN": "示例能源公司、示例材料研究院和示例密封件厂共同出资，用两项专利交叉许可，把隔膜寿命从 900 小时提高到 4200 小时。",
    en: "An operator, an institute and a seal maker paid together, cross-licensed two patents, and raised the life of a diaphragm from 900 to 4,200 hours.",
  },
  body: {
    "zh-CN": `## 原来的难题

示例能源公司运营着四座给重卡加氢的站。隔膜压缩机的金属膜片平均 900 小时就要更换，每次停机两天，一年光是停机损失就有 260 万元。进口膜片寿命长一些，但供货要 14 周。

## 三家各有一半答案

- **示例材料研究院** 有一项表面处理专利，能让膜片抗氢脆，但没有压缩机可试。
- **示例密封件厂** 有一项膜片型面专利，应力更均匀，但材料还是老问题。
- **示例能源公司** 有真实工况和四台压缩机，但没有研发人员。

平台的工作人员把三家请到一张桌子旁。第一次会只做一件事：把“膜片坏了”拆成可以测量的四个原因，各占多少。

## 钱和权怎么分

| 事项 | 约定 |
|---|---|
| 总投入 | 180 万元：能源公司 90、密封件厂 60、研究院 30（以设备机时折算） |
| 已有专利 | 两项专利在项目内互相免费许可，各自的所有权不变 |
| 新成果 | 按贡献事先写明：材料归研究院，型面归密封件厂，运行算法归能源公司 |
| 对外供货 | 密封件厂独家生产三年，售价的 6% 回到研究院 |
| 退出 | 任何一方可在节点退出，已投入的不退，已有许可继续到项目结束 |

合同用了平台提供的联合开发范本，改动不到三页，从第一次会到签字用了 23 天。

## 走过的弯路

第二轮试验只跑了 1300 小时就裂了。拆开看，裂纹不在膜片中央，而在夹持边。原因是处理层太厚，边缘被压碎。于是型面和处理层厚度放在一起优化，这正是单独一家做不到的。

## 结果

- 膜片平均寿命 **4200 小时**，最好的一片还在用。
- 四座站一年停机从 38 天降到 7 天。
- 密封件厂第一年卖出 212 片，研究院收到许可费 38 万元。
- 产生三件新的发明专利申请，一件已授权。

## 可以借鉴的

1. **先拆问题，再谈合作。** 四个原因各占多少，决定了谁该出多少力。
2. **把退出写进去。** 知道能体面地离开，大家才敢进来。
3. **失败也入账。** 1300 小时那次的全部数据三方共享，这一条写在合同里。${noteZh}`,
    en: `## The problem

A sample operator runs four hydrogen stations for heavy trucks. The metal diaphragm of its compressors lasted 900 hours on average, each change stopped a station for two days, and the stops cost 2.6 million yuan a year. Imported diaphragms last longer, but take 14 weeks to come.

## Three parties, half an answer each

- A **sample materials institute** held a patent on a surface treatment against hydrogen embrittlement, and had no compressor to try it on.
- A **sample seal maker** held a patent on the shape of the diaphragm, with even stress, in the old material.
- The **operator** had real conditions and four compressors, and no research staff.

The platform's broker brought the three to one table. The first meeting did one thing: it split "the diaphragm breaks" into four causes that can be measured, each with its share.

## Money and rights

| Matter | Terms |
|---|---|
| Total | 1.8 million yuan: operator 0.9, seal maker 0.6, institute 0.3 in machine hours |
| Existing patents | Licensed to each other free within the project; ownership unchanged |
| Results | Written down beforehand: material to the institute, shape to the maker, control to the operator |
| Supply | The maker produces alone for three years; 6% of the price goes to the institute |
| Leaving | Possible at each milestone; what was paid stays, licences run to the end of the project |

They used the platform's model contract and changed less than three pages. From the first meeting to the signature it took 23 days.

## The wrong turn

The second trial cracked after 1,300 hours, at the clamped edge and not in the middle. The treated layer was too thick and was crushed there. So shape and thickness were optimised together, which none of the three could have done alone.

## What came of it

- The average life is **4,200 hours**; the best one is still running.
- Stops at the four stations fell from 38 days a year to 7.
- The maker sold 212 diaphragms in the first year; the institute received 380,000 yuan.
- Three new patent applications were filed, and one has been granted.

## What others can use

1. **Split the problem before you talk of cooperation.** The shares of the causes decide who does how much.
2. **Write down how to leave.** People come in when they know that they can go.
3. **Failures count.** All data of the 1,300-hour trial belong to all three; the contract says so.${noteEn}`,
  },
};

export const apples: SampleCase = {
  id: id(1),
  slug: "apple-cold-storage-retrofit",
  scene: "circles",
  alt: { "zh-CN": "抽象图案：一排排红色和几只青色的圆果", en: "Abstract picture: rows of round red fruit with a few green ones" },
  chains: ["apples", "sensors"],
  title: { "zh-CN": "不建新库，也能让苹果多存三个月", en: "Three more months for apples, without a new store" },
  summary: {
    "zh-CN": "示例果业合作社没有钱建气调库，用一项“分垛气调”实用新型改造旧冷库，每吨投入 46 元，损耗从 13% 降到 4%。",
    en: "A cooperative could not afford a controlled-atmosphere store. A small invention for single stacks cost 46 yuan a tonne and cut losses from 13% to 4%.",
  },
  body: {
    "zh-CN": `## 原来的难题

示例果业合作社每年有 6000 吨苹果进普通冷库。到第二年三月，失水、虎皮和腐烂加起来要损失 13%。建一座气调库要 2400 万元，合作社一年的盈余不到 200 万元。

## 找到的技术

示例农林大学的一位老师有一项实用新型：不对整座库调气，只给每一垛苹果罩上带单向阀的膜罩，里面放一只会报数的小传感器。罩子可以拆、可以洗、可以借给邻居。

专利本身不复杂，难的是有人肯教。所以双方谈的不是“买专利”，而是**技术服务加许可**。

## 怎样合作

1. 第一年只做 200 吨，大学派两名研究生住在库里，合作社管吃住。
2. 数据每天自动上传，双方都看得到。哪一垛氧气低于 2%，手机会响。
3. 第一年不收许可费；第二年起按实际入罩吨数，每吨收 8 元。
4. 合作社社员有权教给社员，但不得在外卖罩子。

## 算给别人看

| 项目 | 普通冷库 | 分垛气调 | 新建气调库 |
|---|---:|---:|---:|
| 每吨投入 | 0 元 | 46 元 | 4000 元 |
| 三月损耗 | 13% | 4% | 3% |
| 能否分批出库 | 能 | 能 | 开库后须尽快卖完 |

合作社最看重最后一行：一垛一垛地开，价格好就多卖，不好就再等等。

## 结果

- 第二年 3100 吨入罩，三月损耗 **4%**，多卖出约 280 吨。
- 错开集中上市，每斤多卖 0.4 元。
- 周边四家合作社跟进，大学收到服务费和许可费共 21 万元。
- 膜罩改由本地示例包装厂生产，多了 16 个岗位。

## 可以借鉴的

- **小专利也值得做成案例。** 能用、会用、用得起，比先进更要紧。
- **第一年不收钱，换来的是数据和信任。**
- **把替代方案放在同一张表里**，包括它更好的那一项。${noteZh}`,
    en: `## The problem

A sample cooperative puts 6,000 tonnes of apples into ordinary cold stores each year. By March, shrivelling, scald and rot cost 13% of them. A controlled-atmosphere store costs 24 million yuan; the cooperative's surplus is below 2 million a year.

## The technology they found

A teacher at a sample university held a utility model. It does not control the air of the whole store. Each stack gets a cover with a one-way valve and a small sensor inside that reports. Covers come off, can be washed, and can be lent to a neighbour.

The patent is simple; what is scarce is somebody who teaches it. So they did not talk about buying a patent but about **a service with a licence**.

## How they worked together

1. The first year covered 200 tonnes. Two students lived at the store; the cooperative gave board and lodging.
2. Data went up every day for both to see. When oxygen in a stack falls below 2%, a telephone rings.
3. No licence fee in the first year; from the second, 8 yuan for each tonne under cover.
4. Members may teach members, and may not sell covers to others.

## The sums, for others to check

| | Ordinary store | Single stacks | New store |
|---|---:|---:|---:|
| Cost a tonne | 0 | 46 yuan | 4,000 yuan |
| Loss by March | 13% | 4% | 3% |
| Can be sold in parts | yes | yes | once opened, all must go soon |

The last line decided it. They open stack by stack: more when the price is good, none when it is not.

## What came of it

- In the second year 3,100 tonnes were covered. The loss by March was **4%**, and about 280 tonnes more were sold.
- Selling later brought 0.8 yuan more a kilogram.
- Four neighbours followed; the university received 210,000 yuan in fees.
- A local sample packaging firm now makes the covers, with 16 new jobs.

## What others can use

- **A small patent is worth a case study.** That it works, is understood and is affordable matters more than that it is advanced.
- **A first year without a fee buys data and trust.**
- **Put the alternatives into one table**, with the line where they are better.${noteEn}`,
  },
};

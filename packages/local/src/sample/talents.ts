import type { Ctx } from "@lingxi/core/platform/context";
import { applyTalent, approveTalent, listTalents } from "@lingxi/core/talent";

/** One invented person. */
interface SampleTalent {
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly expertise: readonly string[];
  readonly chains: readonly string[];
  readonly introduction: string;
  readonly locale?: "en";
  readonly profile?: true;
  readonly exchange?: true;
  /** Stays in the queue of the reviewers. */
  readonly waiting?: true;
}

const samples: readonly SampleTalent[] = [
  {
    name: "陆示例",
    organisation: "西安示例光电研究院",
    title: "研究员",
    expertise: ["半导体激光器", "光电封装", "可靠性试验"],
    chains: ["photonics", "semiconductors"],
    introduction:
      "二十年从事半导体激光器封装与可靠性研究，主持过三条小批量产线的建设。\n能帮助企业判断封装方案的成本和良率，愿意参加需求诊断和技术路演点评。",
    profile: true,
    exchange: true,
  },
  {
    name: "Emma Example",
    organisation: "Sample Institute of Titanium Technology",
    title: "Senior engineer",
    expertise: ["titanium forming", "welding", "process cost"],
    chains: ["titanium", "aviation"],
    introduction:
      "Fifteen years of forming and welding thin titanium parts for aircraft and chemical plants. I help firms to compare processes by cost and scrap rate, and I am glad to visit a shop floor before giving an opinion.",
    locale: "en",
    profile: true,
  },
  {
    name: "田示例",
    organisation: "渭北示例农业研究所",
    title: "推广研究员",
    expertise: ["果蔬采后保鲜", "气调包装", "品种权保护"],
    chains: ["apples", "kiwifruit", "vegetables"],
    introduction: "长期在产地推广采后保鲜技术，熟悉合作社和果业企业的实际条件。可以为专利许可方估算在果园落地的改造成本。",
    profile: true,
  },
  {
    name: "秦示例",
    organisation: "西安示例知识产权服务所",
    title: "专利代理师",
    expertise: ["专利布局", "许可谈判", "侵权风险评估"],
    chains: ["cnc-machine-tools", "additive-manufacturing"],
    introduction: "参与过四十余项专利许可和转让，擅长在谈判前把权利边界和付款节点说清楚。",
    exchange: true,
  },
  {
    name: "康示例",
    organisation: "示例技术转移中心",
    title: "技术经理人",
    expertise: ["供需对接", "概念验证", "融资对接"],
    chains: ["hydrogen", "biomedicine"],
    introduction: "为高校成果寻找首个用户，已促成十余项中试合作，了解企业采购和立项流程。",
  },
  {
    name: "乔示例",
    organisation: "示例乳品技术中心",
    title: "高级工程师",
    expertise: ["膜分离", "乳品工艺"],
    chains: ["goat-dairy", "dairy"],
    introduction: "从事乳品膜分离工艺开发，希望与设备企业合作做国产化验证。",
    profile: true,
    waiting: true,
  },
  {
    name: "Liam Example",
    organisation: "Sample Drone Works",
    title: "Battery engineer",
    expertise: ["battery packs", "cold-weather operation"],
    chains: ["civil-drones"],
    introduction: "I design battery packs for drones that fly in winter, and look for partners who can test them in the field.",
    locale: "en",
    waiting: true,
  },
];

/** Invented people: they apply as anyone would; three are approved and public, two approved and not public, two wait for review. */
export async function loadTalents(ctx: Ctx): Promise<void> {
  const emailOf = (n: number) => `talent${n + 1}@example.com`;
  const approved = new Set<string>();
  for (const [n, { waiting, expertise, chains, ...sample }] of samples.entries()) {
    // The address is the key: applying again changes nothing.
    await applyTalent(ctx, { ...sample, expertise: [...expertise], chains: [...chains], email: emailOf(n), pool: true });
    if (!waiting) approved.add(sample.name);
  }
  const { items } = await listTalents(ctx, { status: "applied", limit: 100 });
  for (const { id, name, version } of items) if (approved.has(name)) await approveTalent(ctx, { talentId: id, version });
}

import { createActivity, getActivity, publishActivity } from "@lingxi/core/activity";
import type { SessionKind } from "@lingxi/core/activity/agenda-schema";
import type { ActivityContent } from "@lingxi/core/activity/schema";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";

interface Sample extends Omit<ActivityContent, "startsAt" | "endsAt" | "registrationClosesAt" | "timeZone" | "offerHours"> {
  readonly id: string;
  /** Days from the first start, hour in Xi'an, and length in hours. */
  readonly when: readonly [days: number, hour: number, hours: number];
  /** Minutes after the start. */
  readonly agenda?: readonly (readonly [kind: SessionKind, from: number, to: number, zh: string, en: string])[];
}

const id = (n: number) => `act_${String(n).padStart(26, "0")}`;

const samples: readonly Sample[] = [
  {
    id: id(1),
    kind: "roadshow",
    title: { "zh-CN": "钛及钛合金专利供需路演", en: "Titanium technology roadshow" },
    summary: {
      "zh-CN": "六项可许可的钛合金成形与焊接技术现场讲解，十家用户企业说明自己的加工难题，会后一对一洽谈。",
      en: "Six licensable technologies for forming and welding titanium, ten manufacturers with problems to solve, and one-to-one talks afterwards.",
    },
    description: {
      "zh-CN": `## 这场路演解决什么\n\n薄壁件变形、焊缝一致性和刀具寿命，是本省钛材企业反映最多的三个问题。本场只安排能说清“比现有做法好在哪里、要花多少钱”的技术。\n\n## 适合谁来\n\n- 有加工难题的制造企业技术负责人\n- 有相关专利、愿意许可或转让的高校和院所\n- 关注先进材料的投资机构`,
      en: `## What it is for\n\nDistortion of thin walls, uniform welds and tool life are the three problems that titanium firms name most often. Every technology shown here states how it is better than current practice, and what it costs.\n\n## Who should come\n\n- Engineers with a problem to solve\n- Universities and institutes with patents to license\n- Investors in advanced materials`,
    },
    venue: { "zh-CN": "宝鸡高新区示例会展中心 二层报告厅", en: "Sample Convention Centre, 2nd floor, Baoji High-tech Zone" },
    region: "baoji",
    chains: ["titanium", "additive-manufacturing", "aviation"],
    capacity: 120,
    when: [12, 14, 4],
    agenda: [
      ["break", 0, 20, "签到", "Doors open"],
      ["pitch", 20, 130, "六个项目路演，每个 12 分钟，问答 5 分钟", "Six projects, 12 minutes each and 5 for questions"],
      ["talk", 130, 160, "企业需求发布", "Needs of manufacturers"],
      ["exchange", 160, 240, "一对一洽谈", "One-to-one talks"],
    ],
  },
  {
    id: id(2),
    kind: "salon",
    title: { "zh-CN": "光子芯片封装技术沙龙", en: "Salon: packaging photonic chips" },
    summary: {
      "zh-CN": "二十人的小型沙龙：耦合效率、量产良率和测试成本，三个问题各谈四十分钟。",
      en: "A small round of twenty: coupling efficiency, yield and test cost, forty minutes each.",
    },
    description: {
      "zh-CN":
        "每位参会者请准备一个真实的问题，或一项可以演示的技术。不设主席台，不念稿子。\n\n会后三天内，工作人员会把大家同意公开的对接意向整理成清单发给每个人。",
      en: "Please bring one real problem, or one technology that can be shown. There is no stage and no reading from paper.\n\nWithin three days everybody receives the list of contacts that people agreed to share.",
    },
    venue: { "zh-CN": "西安高新区示例光子产业园 咖啡厅", en: "Café, Sample Photonics Park, Xi'an High-tech Zone" },
    region: "xian",
    chains: ["photonics", "semiconductors"],
    capacity: 20,
    when: [6, 15, 2.5],
  },
  {
    id: id(3),
    kind: "finance",
    title: { "zh-CN": "知识产权质押融资对接会", en: "Loans on patents: meet the banks" },
    summary: {
      "zh-CN": "五家银行和两家担保机构现场说明产品、利率和所需材料，企业可当场预约评估。",
      en: "Five banks and two guarantors explain products, rates and papers; firms can book an appraisal on the spot.",
    },
    description: {
      "zh-CN": "请带上：营业执照副本、拟质押专利清单、最近一期财务报表。现场只做咨询和预约，不收取任何费用。",
      en: "Please bring your business licence, the list of patents and the latest financial statement. Advice and booking only; nothing is charged.",
    },
    venue: { "zh-CN": "西咸新区示例金融服务中心 301 室", en: "Room 301, Sample Finance Centre, Xixian New Area" },
    region: "xian",
    chains: ["biomedicine", "hydrogen", "cnc-machine-tools"],
    capacity: 60,
    when: [20, 9, 3],
  },
  {
    id: id(4),
    kind: "matchmaking",
    title: { "zh-CN": "苹果保鲜与深加工闭门对接", en: "Apples: keeping and processing, closed matchmaking" },
    summary: {
      "zh-CN": "只有两个名额的闭门对接，用来体验候补：报满之后再报名，就会进入候补名单。",
      en: "A closed round with two seats, to try the waiting list: whoever registers after that waits in line.",
    },
    description: {
      "zh-CN": "由果业企业提出储藏损耗的具体数据，由持有气调保鲜专利的团队现场测算改造成本。",
      en: "A grower presents figures of storage losses; a team with controlled-atmosphere patents works out what a refit costs.",
    },
    venue: { "zh-CN": "洛川县示例苹果产业园 会议室", en: "Meeting room, Sample Apple Park, Luochuan" },
    region: "yanan",
    chains: ["apples"],
    capacity: 2,
    when: [9, 10, 2],
  },
];

/** The organisers' sample activities. Running it again adds nothing. */
export async function loadActivities(ctx: Ctx): Promise<void> {
  const midnight = new Date(ctx.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const { when, agenda = [], ...sample } of samples) {
    const [days, hour, hours] = when;
    const start = new Date(`${midnight}T00:00:00+08:00`).getTime() + days * 86_400_000 + hour * 3_600_000;
    const at = (ms: number) => new Date(ms).toISOString();
    const content = {
      ...sample,
      startsAt: at(start),
      endsAt: at(start + hours * 3_600_000),
      registrationClosesAt: at(start - 86_400_000),
      agenda: {
        sessions: agenda.map(([kind, from, to, zh, en], n) => ({
          ...{ id: `part${n + 1}`, kind, title: { "zh-CN": zh, en } },
          ...{ startsAt: at(start + from * 60_000), endsAt: at(start + to * 60_000) },
        })),
      },
    };
    await createActivity(ctx, content).catch(unlessThere);
    const { version, status } = await getActivity(ctx, { activityId: sample.id });
    if (status === "draft") await publishActivity(ctx, { activityId: sample.id, version });
  }
}

function unlessThere(error: unknown): void {
  if (!(error instanceof DomainError && error.reason === "record.changed")) throw error;
}

import { createActivity, publishActivity } from "@lingxi/core/activity";
import { createCase, publishCase } from "@lingxi/core/cases";
import { getDemand, publishDemand, submitDemand } from "@lingxi/core/demand";
import type { Ctx } from "@lingxi/core/platform/context";
import { getProject, publishProject, submitProject } from "@lingxi/core/project";
import type { Kind } from "@lingxi/core/publication/schema";
import { applyTalent, approveTalent } from "@lingxi/core/talent";
import { chainById } from "../../../packages/core/src/taxonomy/index.ts";
import { chance } from "../../support/faults.ts";

const day = 86_400_000;
const chains = Object.keys(chainById);
const subjects = [
  "薄壁件成形",
  "主轴热补偿",
  "光子封装",
  "电堆引射",
  "冷链保鲜",
  "羊乳除菌",
  "光伏除尘",
  "雷达罩检测",
  "煤化工催化",
  "种子包衣",
];
const makers = ["示例研究院", "示例大学材料学院", "示例动力公司", "示例农业研究所", "示例光电中心"];
const sentence =
  "现有做法返修多、能耗高，批量小的时候尤其明显；改用这一方案以后，工序少两道，单件成本降低一到两成，设备不必更换。";

/** Draws as people choose chains: a few hold most of what there is. */
function drawer(seed: number) {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chain = () => chains[Math.floor(random() ** 2.5 * chains.length)] as string;
  return { random, pick, chain };
}
export type Drawer = ReturnType<typeof drawer>;
export const drawFrom = drawer;

/** How many of ten things are of which kind. */
const mix: readonly Made["kind"][] = [
  "projects",
  "projects",
  "projects",
  "projects",
  "cases",
  "cases",
  "cases",
  "activities",
  "talents",
  "talents",
] as const;
export interface Made {
  readonly kind: Kind;
  readonly id: string;
}

const bodyOf = (draw: Drawer) =>
  Array.from({ length: 6 }, (_, n) => `## 第 ${n + 1} 步：${draw.pick(subjects)}\n\n${sentence.repeat(3)}`).join("\n\n");

const makersOf = {
  async cases(ctx: Ctx, n: number, draw: Drawer): Promise<string> {
    const { id } = await createCase(ctx, {
      title: { "zh-CN": `${draw.pick(subjects)}的转化之路（${n}）`, en: `How ${n} came into use` },
      summary: { "zh-CN": sentence },
      body: { "zh-CN": bodyOf(draw) },
      chains: [...new Set([draw.chain(), draw.chain()])],
      slug: `case-${n}`,
    });
    await publishCase(ctx, { caseId: id, version: 1 });
    return id;
  },
  async projects(ctx: Ctx, n: number, draw: Drawer): Promise<string> {
    const { id } = await submitProject(ctx, {
      ...{
        secrecy: "none",
        title: `${draw.pick(subjects)}（${n}）`,
        chain: draw.chain(),
        trl: String(1 + Math.floor(draw.random() * 9)),
      },
      ...{ problem: sentence, advantage: sentence.repeat(2), economics: sentence, ways: ["licence"], name: "李示例" },
      ...{ organisation: draw.pick(makers), email: `supplier${n}@example.com`, locale: "zh-CN", consent: "yes" },
    } as never);
    const { version } = await getProject(ctx, { projectId: id });
    await publishProject(ctx, { projectId: id, version });
    return id;
  },
  async demands(ctx: Ctx, n: number, draw: Drawer): Promise<string> {
    const { id } = await submitDemand(ctx, {
      ...{
        secrecy: "none",
        title: `求${draw.pick(subjects)}技术（${n}）`,
        chain: draw.chain(),
        problem: sentence,
        scenario: sentence,
        effect: sentence,
      },
      ...{
        indicators: [{ name: "检出率", comparison: ">=", value: "99", unit: "%" }],
        ways: ["licence"],
        region: "xian",
        name: "李示例",
      },
      ...{ organisation: draw.pick(makers), email: `buyer${n}@example.com`, locale: "zh-CN", consent: "yes" },
    } as never);
    const { version } = await getDemand(ctx, { demandId: id });
    await publishDemand(ctx, { demandId: id, version });
    return id;
  },
  async activities(ctx: Ctx, n: number, draw: Drawer): Promise<string> {
    const from = ctx.now().getTime() + (1 + Math.floor(draw.random() * 300)) * day;
    const at = (ms: number) => new Date(from + ms).toISOString();
    const { id } = await createActivity(ctx, {
      ...{
        kind: draw.pick(["roadshow", "salon", "finance", "matchmaking"] as const),
        title: { "zh-CN": `${draw.pick(subjects)}对接会（${n}）` },
      },
      ...{
        summary: { "zh-CN": sentence },
        description: { "zh-CN": bodyOf(draw) },
        venue: { "zh-CN": "西安" },
        chains: [draw.chain()],
        capacity: 60,
      },
      ...{ startsAt: at(0), endsAt: at(7_200_000), registrationClosesAt: at(-day) },
    });
    await publishActivity(ctx, { activityId: id, version: 1 });
    return id;
  },
  async talents(ctx: Ctx, n: number, draw: Drawer): Promise<string> {
    // The answer to whoever applies says no number.
    let id = "";
    const watched: Ctx = {
      ...ctx,
      newId(prefix) {
        const made = ctx.newId(prefix);
        if (prefix === "tal") id = made;
        return made;
      },
    };
    await applyTalent(watched, {
      ...{
        name: `示例${n}`,
        organisation: draw.pick(makers),
        title: "高级工程师",
        expertise: draw.pick(subjects),
        chains: [draw.chain()],
      },
      ...{ introduction: sentence, email: `talent${n}@example.com`, locale: "zh-CN", pool: "yes", profile: "yes" },
    } as never);
    await approveTalent(ctx, { talentId: id, version: 1 });
    return id;
  },
};

/** One public thing, made by the verbs that people call. */
export const makeOne = async (ctx: Ctx, kind: Made["kind"], n: number, draw: Drawer): Promise<Made> => ({
  kind,
  id: await makersOf[kind](ctx, n, draw),
});

/** So many public things, eight at a time. */
export async function seed(ctx: Ctx, count: number, draw: Drawer): Promise<Made[]> {
  const made: Made[] = [];
  let n = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (n < count) {
        n += 1;
        made.push(await makeOne(ctx, mix[n % mix.length] as Made["kind"], n, draw));
      }
    }),
  );
  return made;
}

import { createActivity, publishActivity } from "@lingxi/core/activity";
import type { Actor } from "@lingxi/core/platform/actor";
import { assignJuror, declareJuror, handInScore, openJuryEntry, setCall, submitToRoadshow } from "@lingxi/core/roadshow";
import type { CallContent } from "@lingxi/core/roadshow/schema";
import { Members } from "../../packages/core/src/identity/entity.ts";
import { Project } from "../../packages/core/src/project/entity.ts";
import { projectLink } from "../../packages/core/src/project/link.ts";
import { staff, type World } from "./embedded.ts";
import { member } from "./session.ts";

const day = 86_400_000;

/** A call that is open now, closes in five days and is scored for three more. */
export const callFor = (world: World, patch: Partial<CallContent> = {}): CallContent => {
  const at = (days: number) => new Date(world.clock.now.getTime() + days * day).toISOString();
  return {
    ...{ opensAt: at(-1), closesAt: at(5), scoringClosesAt: at(8) },
    ...{ scale: "0-10", scoring: "blind", places: 2, jurorsEach: 2, standardised: false },
    criteria: [
      { id: "novelty", name: { "zh-CN": "创新性", en: "Novelty" }, weight: 60 },
      { id: "use", name: { "zh-CN": "实用性", en: "Use" }, weight: 40 },
    ],
    ...patch,
  };
};

/** A published roadshow with an open call. */
export async function openRoadshow(world: World, patch: Partial<CallContent> = {}): Promise<string> {
  const ctx = world.ctx(staff("organiser"));
  const at = (hours: number) => new Date(world.clock.now.getTime() + 20 * day + hours * 3_600_000).toISOString();
  const { id: activityId } = await createActivity(ctx, {
    kind: "roadshow",
    title: { "zh-CN": "钛合金路演", en: "Titanium roadshow" },
    summary: { "zh-CN": "八个项目上台。" },
    description: { "zh-CN": "供需双方见面。" },
    venue: { "zh-CN": "西安", en: "Xi'an" },
    chains: ["titanium"],
    startsAt: at(0),
    endsAt: at(4),
    registrationClosesAt: at(-24),
    capacity: 50,
  });
  await publishActivity(ctx, { activityId, version: 1 });
  await setCall(ctx, { activityId, version: 0, ...callFor(world, patch) });
  return activityId;
}

let made = 0;
export const roadshowForm = (patch: object = {}) => {
  const n = ++made;
  return {
    secrecy: "none" as const,
    title: `粉末床熔融后处理 ${n}`,
    problem: "打印件疲劳寿命低，航空件不能直接使用。",
    advantage: "与热等静压相比，周期缩短七成，变形更小。",
    economics: "单件处理成本 800 元，热等静压为 2600 元。",
    chain: "titanium",
    trl: "6",
    ways: ["licence" as const],
    region: "" as const,
    name: "郑示例",
    organisation: `示例增材公司 ${n}`,
    phone: "",
    email: `roadshow-${n}@example.com`,
    consent: "yes",
    presenter: "郑上台",
    juryConsent: "yes",
    ...patch,
  };
};

/** A project in a roadshow. */
export const entered = async (world: World, activityId: string, patch: object = {}): Promise<string> =>
  (await submitToRoadshow(world.ctx(), { activityId, ...roadshowForm(patch) })).id;

/** A juror who has said where they belong. */
export async function juror(world: World, id: string, organisation = "第三方研究院"): Promise<Actor> {
  const actor: Actor = { kind: "staff", id: await member(world, id, "jury"), roles: ["jury"] };
  await declareJuror(world.ctx(actor), { organisation, confidential: "yes" });
  return actor;
}

export const assign = (world: World, activityId: string, entryId: string, actor: Actor) =>
  assignJuror(world.ctx(staff("organiser")), { activityId, entryId, jurorId: actor.kind === "staff" ? actor.id : "" });

/** Marks of a juror, handed in. */
export async function scored(
  world: World,
  of: { activityId: string; entryId: string },
  actor: Actor,
  ...marks: [number, number]
) {
  const ctx = world.ctx(actor);
  const { version } = await openJuryEntry(ctx, of);
  const [novelty, use] = marks;
  return handInScore(ctx, { ...of, version, scores: { novelty, use }, comment: `给 ${novelty} 分` });
}

/** The secret part of a project's link. */
export async function projectToken(world: World, id: string): Promise<string> {
  const project = await Project.find(world.ctx(), { id });
  return project ? projectLink.token(world.ctx(), project) : "";
}

/** The digest under which a member's data are sealed. */
export const personOf = async (world: World, id: string): Promise<string> =>
  (await Members.find(world.ctx(), { id }))?.person ?? "";

import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { publishDemand, submitDemand, withdrawDemand } from "../demand/index.ts";
import { enterPatent } from "../ip-record/index.ts";
import { listProjects, publishProject, submitProject } from "../project/index.ts";
import { applyTalent, approveTalent, declineTalent, listTalents } from "../talent/index.ts";
import { exportJudgements, judgeMatch, listMatches } from "./judge.ts";
import { matchDemands } from "./match-demands.ts";
import { takeStep } from "./take-step.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const broker = () => world.ctx(staff("broker"));
const match = (demandIds: string[], all = false) => matchDemands(world.ctx(system), { demandIds, all, anew: true });

const person = { name: "王示例", organisation: "示例公司", phone: "", consent: "yes" } as const;
let n = 0;
const fresh = () => ({ ...person, email: `matching-${++n}@example.com` });

const drones = {
  secrecy: "none",
  title: "无人机电力巡检避障技术",
  problem: "无人机在山区巡检输电线路时难以发现细导线，容易碰撞，只能人工遥控。",
  chain: "civil-drones",
  ways: ["licence"],
  region: "xian",
  indicators: [{ name: "避障距离", comparison: ">=", value: "15", unit: "m" }],
};

async function demand(more: object = {}): Promise<string> {
  const { id } = await submitDemand(world.ctx(), { ...fresh(), ...drones, ...more } as unknown as Parameters<
    typeof submitDemand
  >[1]);
  await publishDemand(organiser(), { demandId: id, version: 1 });
  return id;
}

async function project(more: object = {}): Promise<string> {
  const form = {
    ...fresh(),
    secrecy: "none",
    title: "输电线路无人机巡检避障系统",
    problem: "山区输电线路巡检时无人机难以发现细导线。",
    advantage: "毫米波雷达与双目视觉融合，避障距离达到1200 cm，可全天候工作。",
    economics: "单机成本降低三成，两年收回投入。",
    chain: "civil-drones",
    trl: "7",
    ways: ["licence"],
    ...more,
  };
  await submitProject(world.ctx(), form as unknown as Parameters<typeof submitProject>[1]);
  const { items } = await listProjects(organiser(), { status: "submitted" });
  const id = items[0]?.id ?? "";
  await publishProject(organiser(), { projectId: id, version: 1 });
  return id;
}

async function talent(): Promise<{ id: string }> {
  const form = {
    ...fresh(),
    name: "陈示例",
    organisation: "示例大学",
    title: "副教授",
    expertise: "核桃破壳、农产品加工机械",
    chains: ["apples"],
    introduction: "从事核桃破壳取仁机械研究，取整仁率提高三成。",
    pool: "yes",
    profile: "yes",
  };
  await applyTalent(world.ctx(), form as unknown as Parameters<typeof applyTalent>[1]);
  const { items } = await listTalents(organiser(), { status: "applied" });
  const id = items[0]?.id ?? "";
  await approveTalent(organiser(), { talentId: id, version: 1 });
  return { id };
}

describe("the shortlist of a need", () => {
  it("names the project that answers it, with what it answers and what it lacks", async () => {
    const [offerId, demandId] = [await project(), await demand()];
    await project({
      title: "苹果气调保鲜箱",
      problem: "果农在地头没有冷库，采后损耗高。",
      advantage: "不需要用电，损耗降到6%。",
      chain: "apples",
    });
    expect(await listMatches(broker(), { demandId })).toMatchObject({ items: [] });
    await match([demandId]);
    const { items, inadequate, madeAt } = await listMatches(broker(), { demandId });
    expect(items[0]).toMatchObject({
      offerId,
      indicators: [{ indicator: "避障距离 ≥ 15 m", verdict: "short", found: "1200 cm", gap: 3 }],
      conditions: [{ name: "ways", holds: true }],
    });
    expect(items[0]?.phrases.find(({ phrase }) => phrase.includes("难以发现细导线"))?.passage).toContain("细导线");
    expect(inadequate).toBe(false);
    expect(madeAt).toBeDefined();
  });

  it("says that there is no adequate supply", async () => {
    const demandId = await demand({
      title: "胰岛素口服缓释微球",
      problem: "注射给药依从性差，寻求口服缓释制剂工艺。",
      indicators: [],
    });
    await match([demandId]);
    expect(await listMatches(broker(), { demandId })).toMatchObject({ inadequate: true });
  });

  it("is made anew for every need when what is on offer changes", async () => {
    const demandId = await demand({
      title: "羊奶脱膻工艺",
      problem: "羊奶膻味重，消费者不接受，现有脱膻影响营养。",
      indicators: [],
    });
    await match([demandId]);
    const later = await project({ title: "羊奶低温脱膻技术", problem: "羊奶膻味重，高温脱膻损失营养。" });
    await match([], true);
    expect((await listMatches(broker(), { demandId })).items[0]?.offerId).toBe(later);
  });

  it("stays as it is when nothing that it says has changed", async () => {
    const demandId = await demand();
    await match([demandId]);
    const { madeAt } = await listMatches(broker(), { demandId });
    world.clock.advance(60_000);
    await match([demandId]);
    expect((await listMatches(broker(), { demandId })).madeAt).toBe(madeAt);
  });

  it("matches on what is a trade secret, for brokers alone, and forgets it when the need is taken back", async () => {
    const secret = { secrecy: "trade-secret", scenario: "用于山区线路。" };
    const demandId = await demand(secret);
    await match([demandId]);
    const { items } = await listMatches(broker(), { demandId });
    expect(JSON.stringify(items)).toContain("难以发现细导线");
    await expect(listMatches(world.ctx(), { demandId })).rejects.toMatchObject({ reason: "access.sign-in" });
    await expect(listMatches(world.ctx(staff("editor")), { demandId })).rejects.toMatchObject({ reason: "access.forbidden" });
    await withdrawDemand(organiser(), { demandId, version: 2, remark: "企业已停产。" });
    await match([demandId]);
    expect((await listMatches(broker(), { demandId })).items).toEqual([]);
  });
});

describe("patents and experts", () => {
  it("stand on the list beside projects, with their kind; an expired right is said and hides nothing", async () => {
    const demandId = await demand({
      title: "核桃破壳取仁",
      problem: "核桃破壳后仁碎，取整仁率低，靠人工。",
      indicators: [],
      budgetTo: 1_000_000,
    });
    const form = {
      number: "201710601862.3",
      title: "一种核桃破壳取仁装置",
      abstract: "一种核桃破壳取仁装置，取整仁率高。",
      holder: "示例大学",
      legal: "expired",
    } as const;
    const { id } = await enterPatent(organiser(), form);
    const { id: talentId } = await talent();
    await match([demandId]);
    const { items } = await listMatches(broker(), { demandId });
    expect(items[0]).toMatchObject({
      offerId: id,
      kind: "patent",
      organisation: "示例大学",
      conditions: expect.arrayContaining([{ name: "in-force", holds: false }]),
    });
    const expert = items.find((one) => one.offerId === talentId);
    expect(expert).toMatchObject({ kind: "talent", organisation: "示例大学" });
    expect(expert?.title["zh-CN"]).toContain("陈示例");
    expect(expert?.phrases.some(({ passage }) => passage?.includes("核桃"))).toBe(true);
    // What is theirs lies in their own record alone.
    const kept = (await world.scan()).filter(({ type }) => type === "match-list");
    expect(JSON.stringify(kept)).toContain(talentId);
    expect(JSON.stringify(kept)).not.toContain("陈示例");
    await declineTalent(organiser(), { talentId, version: 2, remark: "材料不全。" });
    expect((await listMatches(broker(), { demandId })).items.some((one) => one.offerId === talentId)).toBe(false);
  });
});

describe("what a broker judges", () => {
  it("stands beside the match, the latest word, and can be exported with both texts", async () => {
    const [offerId, demandId] = [await project(), await demand()];
    await match([demandId]);
    await judgeMatch(broker(), { demandId, offerId, suitable: false });
    await judgeMatch(broker(), { demandId, offerId, suitable: true });
    const { items } = await listMatches(broker(), { demandId });
    expect(items.find((one) => one.offerId === offerId)?.suitable).toBe(true);
    const exported = (await exportJudgements(organiser(), { limit: 50 })).items.filter(({ need }) => need.id === demandId);
    expect(exported).toHaveLength(1);
    expect(exported[0]).toMatchObject({ suitable: true, offer: { id: offerId, title: "输电线路无人机巡检避障系统" } });
    expect(exported[0]?.need.text).toContain("避障距离");
  });

  it("is not exported where either side is a trade secret", async () => {
    const [offerId, demandId] = [await project({ secrecy: "trade-secret" }), await demand()];
    await judgeMatch(broker(), { demandId, offerId, suitable: true });
    const { items } = await exportJudgements(organiser(), { limit: 50 });
    expect(items.filter(({ offer }) => offer.id === offerId)).toEqual([]);
  });

  it("is of a need and a project that there are", async () => {
    const demandId = await demand();
    const none = judgeMatch(broker(), { demandId, offerId: "prj_none", suitable: true });
    await expect(none).rejects.toMatchObject({ reason: "matching.not-found" });
    await expect(listMatches(broker(), { demandId: "dem_none" })).rejects.toMatchObject({ reason: "matching.not-found" });
  });
});

describe("what was done with a pair", () => {
  it("stands beside the match by day, each step of a day once", async () => {
    const [offerId, demandId] = [await project(), await demand()];
    await match([demandId]);
    const today = world.clock.now.toISOString().slice(0, 10);
    const taken = (more: object) =>
      takeStep(broker(), { demandId, offerId, on: today, ...more } as Parameters<typeof takeStep>[1]);
    await taken({ step: "contact", on: "2026-01-05" });
    await taken({ step: "contact", on: "2026-01-05", related: true });
    await taken({ step: "failed", reason: "price" });
    const { items } = await listMatches(broker(), { demandId });
    expect(items.find((one) => one.offerId === offerId)?.steps).toMatchObject([
      { step: "contact", on: "2026-01-05", related: true },
      { step: "failed", on: today, related: false, reason: "price" },
    ]);
    await expect(taken({ step: "failed" })).rejects.toMatchObject({ fields: [{ field: "reason" }] });
    await expect(taken({ step: "visit", on: "2999-01-01" })).rejects.toMatchObject({ reason: "matching.step-ahead" });
    await expect(takeStep(world.ctx(staff("auditor")), { demandId, offerId, on: today, step: "visit" })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
  });
});

import { describe, expect, it } from "vitest";
import { demandChange, demandsIn } from "../../../../tests/support/demands.ts";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import type { Item } from "../platform/table.ts";
import {
  changeDemand,
  countWaitingDemands,
  declineDemand,
  deriveDemandEvents,
  getDemand,
  listDemands,
  listPublicDemands,
  moveDemand,
  publishDemand,
  readDemand,
  requestDemandChanges,
  seeDemand,
  translateDemand,
  withdrawDemand,
} from "./index.ts";

const world = embedded();
const reviewer = () => world.ctx(staff("reviewer"));
const broker = () => world.ctx(staff("broker"));
const { listed, stored, submit } = demandsIn(world);
const events = (before: Item | undefined, after: Item) => deriveDemandEvents.demand?.({ before, after }) ?? [];

describe("the review", () => {
  it("goes from changes to a new submission to the list, where the public reads it without what is not public", async () => {
    const { demandId, version, token } = await submit();
    await requestDemandChanges(reviewer(), { demandId, version, remark: "请补充现有做法。" });
    expect(await seeDemand(world.ctx(), { token })).toMatchObject({ status: "changes-requested", remark: "请补充现有做法。" });
    await expect(publishDemand(reviewer(), { demandId, version: 2 })).rejects.toMatchObject({ reason: "demand.step" });
    await changeDemand(world.ctx(), { ...demandChange({ title: "薄壁件焊缝在线检测（二版）" }), token, version: 2 });
    await expect(readDemand(world.ctx(), { demandId })).rejects.toMatchObject({ code: "not-found" });
    await publishDemand(reviewer(), { demandId, version: 3 });
    const open = await readDemand(world.ctx(), { demandId });
    expect(open).toMatchObject({
      title: { "zh-CN": "薄壁件焊缝在线检测（二版）" },
      budget: { from: 30_000_000, to: 80_000_000 },
      deadline: "2027-06-30",
      region: "baoji",
      state: "open",
      indicators: [{ name: "检出率", comparison: ">=", value: "99", unit: "%" }, { name: "单道用时" }],
    });
    expect(JSON.stringify(open)).not.toMatch(/buyer\d|李示例|13800000000|91610131/);
    const { items } = await listPublicDemands(world.ctx(), { chain: "titanium" });
    expect(items.map((d) => d.id)).toContain(demandId);
  });

  it("gives a trade secret away by no public view, whichever state it is in", async () => {
    const secrets = /气孔靠抽检|当场判定|检出率|单道用时/;
    const { demandId, version } = await listed({ secrecy: "trade-secret" });
    const views = async () =>
      JSON.stringify([
        await readDemand(world.ctx(), { demandId }),
        ...(await listPublicDemands(world.ctx(), {})).items.filter((d) => d.id === demandId),
        ...(await listPublicDemands(world.ctx(), { chain: "titanium" })).items.filter((d) => d.id === demandId),
      ]);
    expect(JSON.stringify(await getDemand(reviewer(), { demandId })), "there is something to give away").toMatch(secrets);
    expect(await views()).not.toMatch(secrets);
    expect(await readDemand(world.ctx(), { demandId })).toMatchObject({
      confidential: true,
      scenario: { "zh-CN": "钛合金储罐环缝焊接工位。" },
      indicators: [],
    });
    const texts = { title: { "zh-CN": "名称", en: "Title" }, problem: { "zh-CN": "焊缝气孔靠抽检", en: "Pores" } };
    await translateDemand(reviewer(), { demandId, version, ...texts });
    await moveDemand(broker(), { demandId, version: version + 1, state: "in-contact" });
    expect(await views()).not.toMatch(/气孔靠抽检|当场判定|检出率|单道用时|Pores/);
    // The same views of the same need show all of it when it holds no secret (control).
    const plain = await listed();
    expect(JSON.stringify(await readDemand(world.ctx(), plain))).toMatch(secrets);
  });

  it("takes an English text for both languages until it is translated, and adds no text that the need does not have", async () => {
    const { demandId, version } = await submit({ locale: "en", title: "Weld inspection", effect: "" });
    expect((await getDemand(reviewer(), { demandId })).title).toEqual({ "zh-CN": "Weld inspection", en: "Weld inspection" });
    const text = { "zh-CN": "焊缝检测", en: "Weld inspection" };
    await translateDemand(reviewer(), { demandId, version, title: text, problem: text, effect: text });
    const demand = await getDemand(reviewer(), { demandId });
    expect([demand.title, demand.effect]).toEqual([text, undefined]);
    expect(demand.scenario?.["zh-CN"]).toContain("储罐");
  });

  it("refuses who opened an older version, and every step that the state does not allow", async () => {
    const { demandId, version } = await submit();
    await declineDemand(reviewer(), { demandId, version, remark: "与产业链无关。" });
    await expect(publishDemand(reviewer(), { demandId, version })).rejects.toMatchObject({ reason: "record.changed" });
    const now = { demandId, version: version + 1 };
    for (const step of [
      () => publishDemand(reviewer(), now),
      () => requestDemandChanges(reviewer(), { ...now, remark: "x" }),
      () => declineDemand(reviewer(), { ...now, remark: "x" }),
      () => withdrawDemand(reviewer(), { ...now, remark: "x" }),
      () => moveDemand(broker(), { ...now, state: "in-contact" }),
    ])
      await expect(step()).rejects.toMatchObject({ reason: "demand.step" });
    await expect(declineDemand(reviewer(), { ...now, remark: " " })).rejects.toMatchObject({ reason: "input.invalid" });
    await expect(getDemand(reviewer(), { demandId: "dem_none" })).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for reviewers and organisers; brokers and auditors read", async () => {
    const { demandId, version } = await submit();
    for (const role of ["auditor", "broker"] as const)
      await expect(publishDemand(world.ctx(staff(role)), { demandId, version })).rejects.toMatchObject({
        reason: "access.forbidden",
      });
    await expect(listDemands(world.ctx(), {})).rejects.toMatchObject({ reason: "access.sign-in" });
    const { items } = await listDemands(world.ctx(staff("auditor")), {});
    expect(items.map((d) => d.id)).toContain(demandId);
    expect((await countWaitingDemands(reviewer(), {})).count).toBe(items.length);
  });
});

describe("where a listed need stands", () => {
  it("goes to contact, to solved with a word that is public only where it is ticked, and back to open", async () => {
    const { demandId, version, token } = await listed();
    await expect(moveDemand(reviewer(), { demandId, version, state: "in-contact" })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
    await moveDemand(broker(), { demandId, version, state: "in-contact" });
    const inContact = async () => (await listDemands(broker(), { status: "in-contact" })).items.map((d) => d.id);
    expect(await inContact()).toContain(demandId);
    await expect(moveDemand(broker(), { demandId, version, state: "solved" })).rejects.toMatchObject({
      reason: "record.changed",
    });
    const outcome = { "zh-CN": "由示例大学提供检测设备。" };
    await moveDemand(broker(), { demandId, version: version + 1, state: "solved", outcome });
    const open = () => readDemand(world.ctx(), { demandId });
    expect([(await open()).state, (await open()).outcome]).toEqual(["solved", undefined]);
    expect(await seeDemand(world.ctx(), { token })).toMatchObject({ state: "solved", outcome: undefined });
    expect((await getDemand(broker(), { demandId })).outcome?.text).toEqual(outcome);
    await moveDemand(broker(), { demandId, version: version + 2, state: "open" });
    expect((await getDemand(broker(), { demandId })).outcome).toBeUndefined();
    const before = await stored(demandId);
    await moveDemand(broker(), { demandId, version: version + 3, state: "unsolved", outcome, shown: true });
    expect(await open()).toMatchObject({ state: "unsolved", outcome });
    expect((await seeDemand(world.ctx(), { token })).outcome?.text).toEqual(outcome);
    expect(await inContact()).not.toContain(demandId);
    expect(events(before, await stored(demandId))).toEqual([{ name: "demand.changed", data: { demandId } }]);
  });

  it("needs a reason when it was not solved, and takes no leap", async () => {
    const { demandId, version } = await listed();
    const refusal = await moveDemand(broker(), { demandId, version, state: "unsolved" }).catch((e) => e);
    expect(refusal.fields.map((f: { field: string }) => f.field)).toEqual(["outcome.zh-CN"]);
    await expect(moveDemand(broker(), { demandId, version, state: "solved" })).rejects.toMatchObject({ reason: "demand.step" });
    await expect(moveDemand(broker(), { demandId, version, state: "open" })).rejects.toMatchObject({ reason: "demand.step" });
    const { version: waiting, ...unlisted } = await submit();
    await expect(
      moveDemand(broker(), { demandId: unlisted.demandId, version: waiting, state: "in-contact" }),
    ).rejects.toMatchObject({
      reason: "demand.step",
    });
  });
});

describe("the public list", () => {
  it("is paged, the newest first, and does not change its order when a need moves", async () => {
    const before = (await listPublicDemands(world.ctx(), { limit: 100 })).items.length;
    const made: string[] = [];
    for (let i = 0; i < 3; i++) {
      world.clock.advance(1000);
      const { demandId, version } = await listed({ chain: "tea" });
      made.unshift(demandId);
      if (!i) await moveDemand(broker(), { demandId, version, state: "in-contact" });
    }
    const first = await listPublicDemands(world.ctx(), { limit: 2 });
    const second = await listPublicDemands(world.ctx(), { limit: 2, cursor: first.cursor });
    expect([...first.items, ...second.items].map((d) => d.id).slice(0, 3)).toEqual(made);
    expect((await listPublicDemands(world.ctx(), { limit: 100 })).items).toHaveLength(before + 3);
    expect((await listPublicDemands(world.ctx(), { chain: "tea" })).items.map((d) => d.id)).toEqual(made);
  });
});

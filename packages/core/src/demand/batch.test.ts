import { describe, expect, it } from "vitest";
import { demandsIn } from "../../../../tests/support/demands.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { noteContact, proposeSolved } from "./derive-move.ts";
import {
  dismissProposal,
  gatherDemands,
  getDemand,
  leaveBatch,
  listBatches,
  listDemands,
  makeBatch,
  moveDemand,
} from "./index.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const broker = () => world.ctx(staff("broker"));
const { listed, submit } = demandsIn(world);
const stands = async (demandId: string) => {
  const { state, proposal, version } = await getDemand(broker(), { demandId });
  return { state, proposal, version };
};
const at = () => world.clock.now.toISOString();

describe("a batch", () => {
  it("gathers listed needs, once however often it is asked, and shows them by where they stand", async () => {
    const { id: batchId } = await makeBatch(organiser(), { name: { "zh-CN": "2026 年第一批" } });
    const [one, two, waiting] = [
      await listed({ organisation: "甲公司" }),
      await listed({ organisation: "乙公司" }),
      await submit(),
    ];
    const demandIds = [one, two, waiting].map(({ demandId }) => demandId);
    expect(await gatherDemands(organiser(), { batchId, demandIds: [...demandIds, "dem_none"] })).toEqual({
      gathered: 2,
      left: 2,
    });
    const { version } = await stands(one.demandId);
    expect(await gatherDemands(organiser(), { batchId, demandIds })).toEqual({ gathered: 2, left: 1 });
    expect((await stands(one.demandId)).version).toBe(version);
    await moveDemand(broker(), { demandId: two.demandId, version, state: "in-contact" });
    const ids = async (status: "open" | "in-contact", more: object = {}) =>
      (await listDemands(broker(), { status, batch: batchId, ...more })).items.map(({ id }) => id);
    expect(await ids("open")).toEqual([one.demandId]);
    expect(await ids("in-contact")).toEqual([two.demandId]);
    expect(await ids("open", { owner: "甲" })).toEqual([one.demandId]);
    expect(await ids("open", { owner: "乙" })).toEqual([]);
    expect((await listBatches(broker(), {})).items.map(({ id }) => id)).toEqual([batchId]);
    await leaveBatch(organiser(), { demandId: one.demandId, version });
    expect(await ids("open")).toEqual([]);
    await expect(leaveBatch(organiser(), { demandId: one.demandId, version: version + 1 })).rejects.toMatchObject({
      reason: "demand.step",
    });
  });

  it("is made by organisers, and has to be there", async () => {
    await expect(makeBatch(broker(), { name: { "zh-CN": "x" } })).rejects.toMatchObject({ reason: "access.forbidden" });
    await expect(makeBatch(organiser(), { name: { "zh-CN": " " } })).rejects.toMatchObject({ reason: "input.invalid" });
    await expect(gatherDemands(organiser(), { batchId: "bat_none", demandIds: ["dem_1"] })).rejects.toMatchObject({
      reason: "demand.batch-not-found",
    });
    await expect(gatherDemands(organiser(), { batchId: "bat_none", demandIds: [] })).rejects.toMatchObject({
      reason: "input.invalid",
    });
  });
});

describe("what follows from what happens to a pair", () => {
  const asked = (demandId: string, when: string) => noteContact(world.ctx(system), { demandId, offerId: "prj_1", at: when });
  const agreed = (demandId: string, when: string) => proposeSolved(world.ctx(system), { demandId, offerId: "prj_1", at: when });

  it("an ask on both sides brings an open need into contact; delivered again after a person opened it, it changes nothing", async () => {
    const { demandId } = await listed();
    const when = at();
    await asked(demandId, when);
    await asked(demandId, when);
    const moved = await stands(demandId);
    expect(moved.state).toBe("in-contact");
    world.clock.advance(1000);
    await moveDemand(broker(), { demandId, version: moved.version, state: "open" });
    await asked(demandId, when);
    expect((await stands(demandId)).state).toBe("open");
    world.clock.advance(1000);
    await asked(demandId, at());
    expect((await stands(demandId)).state).toBe("in-contact");
  });

  it("an agreement proposes that it is solved, and never says so; who dismisses it is not asked again for the same", async () => {
    const { demandId } = await listed();
    const when = at();
    await agreed(demandId, when);
    expect(await stands(demandId)).toMatchObject({ state: "open", proposal: { offerId: "prj_1" } });
    world.clock.advance(1000);
    await dismissProposal(broker(), { demandId, version: (await stands(demandId)).version });
    await agreed(demandId, when);
    expect((await stands(demandId)).proposal).toBeUndefined();
    await asked(demandId, at());
    await agreed(demandId, new Date(world.clock.now.getTime() + 1).toISOString());
    const { version, proposal } = await stands(demandId);
    expect(proposal).toBeDefined();
    world.clock.advance(1000);
    await noteContact(world.ctx(system), { demandId, offerId: "prj_1", at: at() });
    const later = await stands(demandId);
    expect(later.version).toBeGreaterThanOrEqual(version);
    if (later.state === "open") await moveDemand(broker(), { demandId, version: later.version, state: "in-contact" });
    await moveDemand(broker(), { demandId, version: (await stands(demandId)).version, state: "solved" });
    expect(await stands(demandId)).toMatchObject({ state: "solved" });
    expect((await stands(demandId)).proposal).toBeUndefined();
    await agreed(demandId, at());
    expect((await stands(demandId)).proposal).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { changePatent, enterPatent, movePatent } from "./enter.ts";
import { getPatent, listPatents } from "./read.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const form = {
  number: "ZL201710601862.3",
  title: "一种花生播种机",
  abstract: "一种花生播种机，包括机架。",
  claims: "",
  ipc: "A01C 5/04",
  holder: "秦岭示例公司",
  legal: "in-force",
  expiresOn: "2026-11-23",
} as const;
const enter = (more: object = {}) => enterPatent(organiser(), { ...form, ...more });

describe("a patent on offer", () => {
  it("is on record once by its number", async () => {
    expect(await enter()).toMatchObject({ id: "ipr_201710601862-3", version: 1, notes: [] });
    await expect(enter({ number: "201710601862.3", title: "另一个名称" })).rejects.toMatchObject({
      reason: "patent.already-there",
    });
    expect((await getPatent(organiser(), { patentId: "ipr_201710601862-3" })).title).toBe("一种花生播种机");
  });

  it("counts as expired from the day after its last", async () => {
    const patentId = "ipr_201710601862-3";
    expect(await getPatent(organiser(), { patentId })).toMatchObject({ legal: "in-force" });
    world.clock.advance(86_400_000);
    expect(await getPatent(organiser(), { patentId })).toMatchObject({
      legal: "expired",
      legalSaid: "in-force",
      notes: ["expired"],
    });
    expect((await listPatents(organiser(), { legal: "expired" })).items).toHaveLength(1);
    world.clock.advance(-86_400_000);
  });

  it("has a wrong check character only with a note that says why", async () => {
    const wrong = { number: "200710308494.5" };
    await expect(enter(wrong)).rejects.toMatchObject({ fields: [{ field: "number" }] });
    const { id, notes } = await enter({ ...wrong, numberNote: "登记簿上即为此号" });
    expect(notes).toEqual(["check-digit"]);
    await expect(
      changePatent(organiser(), { ...form, expiresOn: undefined, patentId: id, version: 1 } as Parameters<
        typeof changePatent
      >[1]),
    ).rejects.toMatchObject({ fields: [{ field: "number" }] });
  });

  it("is changed by whom has seen the latest, and taken off and put back", async () => {
    const { id: patentId } = await enter({ number: "97101765.4" });
    const change = (version: number) =>
      changePatent(organiser(), { ...form, patentId, version, trl: "7" } as unknown as Parameters<typeof changePatent>[1]);
    expect(await change(1)).toMatchObject({ version: 2 });
    await expect(change(1)).rejects.toMatchObject({ reason: "record.changed" });
    expect(await movePatent(organiser(), { patentId, version: 2, status: "withdrawn" })).toEqual({ version: 3 });
    expect((await listPatents(organiser(), { status: "withdrawn" })).items).toMatchObject([{ id: patentId }]);
    expect(await movePatent(organiser(), { patentId, version: 3, status: "offered" })).toEqual({ version: 4 });
  });

  it("may be entered and changed by organisers and brokers alone, and by those of a chain within it", async () => {
    await expect(enterPatent(world.ctx(staff("auditor")), form)).rejects.toMatchObject({ reason: "access.forbidden" });
    const ofApples = world.ctx({
      kind: "staff",
      id: "stf_apples",
      roles: [],
      scoped: [{ role: "broker", activities: [], chains: ["apples"] }],
    });
    await expect(enterPatent(ofApples, { ...form, number: "95115608.X" })).rejects.toMatchObject({ reason: "access.other-part" });
    const { id } = await enterPatent(ofApples, { ...form, number: "95115608.X", chain: "apples" });
    expect((await listPatents(ofApples, {})).items.map((p) => p.id)).toEqual([id]);
    await expect(getPatent(ofApples, { patentId: "ipr_97101765-4" })).rejects.toMatchObject({ reason: "access.other-part" });
  });
});

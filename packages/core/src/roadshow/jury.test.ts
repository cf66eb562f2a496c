import { describe, expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { assign, callFor, entered, juror, openRoadshow, roadshowForm, scored } from "../../../../tests/support/roadshow.ts";
import { member } from "../../../../tests/support/session.ts";
import type { Actor } from "../platform/actor.ts";
import { Calls } from "./entity.ts";
import {
  clearConflict,
  declareConflict,
  distributeJurors,
  getEntry,
  getRoadshow,
  handInScore,
  listEntries,
  listJurors,
  listJuryWork,
  openJuryEntry,
  removeJuror,
  reopenScore,
  saveScore,
  setCall,
} from "./index.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const idOf = (actor: Actor) => (actor.kind === "staff" ? actor.id : "");
let people = 0;
const someone = (organisation?: string) => juror(world, `stf_juror-${++people}`, organisation);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: { reason?: string }) => error.reason,
  );

const secret = {
  name: "欧阳保密",
  organisation: "长安绝密增材公司",
  email: "hidden-person@example.com",
  phone: "13912345678",
  creditCode: "91350100M000100Y43",
  presenter: "司马上台",
  position: "首席",
  title: "长安绝密增材公司的打印件强化",
  problem: "欧阳保密团队发现打印件疲劳寿命低，不能用。",
  note: "请找司马上台，电话 13912345678。",
};
const names = ["欧阳保密", "长安绝密", "hidden-person", "13912345678", "91350100M000100Y43", "司马上台"];

describe("a blind jury", () => {
  it("learns nothing of whose project it is, in any answer", async () => {
    const activityId = await openRoadshow(world);
    const entryId = await entered(world, activityId, secret);
    const [one, two] = [await someone(), await someone()];
    for (const actor of [one, two]) await assign(world, activityId, entryId, actor);
    const ctx = world.ctx(one);
    const answers = async () => [
      await openJuryEntry(ctx, { activityId, entryId }),
      await listJuryWork(ctx, {}),
      await saveScore(ctx, {
        activityId,
        entryId,
        version: (await openJuryEntry(ctx, { activityId, entryId })).version,
        scores: {},
      }),
      await scored(world, { activityId, entryId }, one, 5, 5),
      await openJuryEntry(ctx, { activityId, entryId }),
    ];
    const said = JSON.stringify(await answers());
    for (const name of names) expect(said, name).not.toContain(name);
    expect(said).not.toMatch(/prj_/);
    expect(said).toContain("打印件疲劳寿命低");
    // Where scoring is open the same answers do say it (control).
    const open = await openRoadshow(world, { scoring: "open" });
    const other = await entered(world, open, { ...secret, email: "hidden-person-2@example.com" });
    await assign(world, open, other, one);
    const shown = JSON.stringify(await openJuryEntry(ctx, { activityId: open, entryId: other }));
    for (const name of ["长安绝密", "司马上台"]) expect(shown).toContain(name);
  });

  it("never shows what others gave; an open one does once one's own is handed in", async () => {
    for (const scoring of ["blind", "open"] as const) {
      const activityId = await openRoadshow(world, { scoring });
      const entryId = await entered(world, activityId);
      const [one, two] = [await someone(), await someone()];
      for (const actor of [one, two]) await assign(world, activityId, entryId, actor);
      await scored(world, { activityId, entryId }, two, 9, 9);
      const others = async () => (await openJuryEntry(world.ctx(one), { activityId, entryId })).others;
      expect(await others()).toEqual([]);
      await scored(world, { activityId, entryId }, one, 1, 1);
      const seen = [{ scores: { novelty: 9, use: 9 }, comment: "给 9 分" }];
      expect(await others()).toEqual(scoring === "open" ? seen : []);
    }
  });
});

describe("who may score", () => {
  it("is only who has the project, until they are taken off", async () => {
    const activityId = await openRoadshow(world);
    const [entryId, other] = [await entered(world, activityId), await entered(world, activityId)];
    const [one, two] = [await someone(), await someone()];
    await assign(world, activityId, entryId, one);
    const open = (actor: Actor, id = entryId) => refused(openJuryEntry(world.ctx(actor), { activityId, entryId: id }));
    expect([await open(one), await open(two), await open(one, other)]).toEqual([
      "taken",
      "roadshow.not-assigned",
      "roadshow.not-assigned",
    ]);
    await scored(world, { activityId, entryId }, one, 8, 8);
    expect((await listEntries(organiser(), { activityId })).items[0]).toMatchObject({
      id: entryId,
      value: 80,
      handedIn: 1,
      missing: 1,
    });
    await removeJuror(organiser(), { activityId, entryId, jurorId: idOf(one) });
    expect(await open(one)).toBe("roadshow.not-assigned");
    expect((await listJuryWork(world.ctx(one), {})).items).toEqual([]);
    expect((await listEntries(organiser(), { activityId })).items.find(({ id }) => id === entryId)?.value).toBeUndefined();
    expect((await getRoadshow(organiser(), { activityId })).handedIn).toBe(0);
  });

  it("has said where they belong first", async () => {
    const activityId = await openRoadshow(world);
    const entryId = await entered(world, activityId);
    const actor: Actor = { kind: "staff", id: await member(world, "stf_silent", "jury"), roles: ["jury"] };
    await assign(world, activityId, entryId, actor);
    expect(await refused(openJuryEntry(world.ctx(actor), { activityId, entryId }))).toBe("roadshow.declare-first");
    expect((await listJuryWork(world.ctx(actor), {})).items[0]).not.toHaveProperty("title");
  });

  it("is nobody of the same organisation, until the organiser says that it is another one", async () => {
    const activityId = await openRoadshow(world);
    const entryId = await entered(world, activityId, { organisation: "秦岭示例增材有限公司" });
    const near = await someone("秦岭示例增材");
    await assign(world, activityId, entryId, near);
    const of = { activityId, entryId };
    expect(await refused(openJuryEntry(world.ctx(near), of))).toBe("roadshow.conflict");
    expect(await refused(handInScore(world.ctx(near), { ...of, version: 1, scores: { novelty: 9, use: 9 } }))).toBe(
      "roadshow.conflict",
    );
    const [row] = (await listJuryWork(world.ctx(near), {})).items;
    expect(row).toMatchObject({ proposed: true });
    expect(row).not.toHaveProperty("title");
    expect((await getEntry(organiser(), of)).entry.jurors).toMatchObject([{ id: idOf(near), proposed: true }]);
    await clearConflict(organiser(), { ...of, jurorId: idOf(near) });
    expect(await refused(openJuryEntry(world.ctx(near), of))).toBe("taken");
  });

  it("is not who declared a conflict: they neither see nor score it, and what they gave is gone", async () => {
    const activityId = await openRoadshow(world);
    const of = { activityId, entryId: await entered(world, activityId) };
    const one = await someone();
    await assign(world, activityId, of.entryId, one);
    await scored(world, of, one, 9, 9);
    expect((await getEntry(organiser(), of)).entry.value).toBe(90);
    await declareConflict(world.ctx(one), of);
    await declareConflict(world.ctx(one), of);
    expect(await refused(openJuryEntry(world.ctx(one), of))).toBe("roadshow.conflict");
    expect(await refused(saveScore(world.ctx(one), { ...of, version: 4, scores: {} }))).toBe("roadshow.conflict");
    expect((await getEntry(organiser(), of)).entry).not.toHaveProperty("value");
    expect((await getRoadshow(organiser(), { activityId })).handedIn).toBe(0);
  });
});

describe("marks", () => {
  it("are kept as a draft, handed in once and whole, and reopened by the organiser", async () => {
    const activityId = await openRoadshow(world);
    const of = { activityId, entryId: await entered(world, activityId) };
    const one = await someone();
    await assign(world, activityId, of.entryId, one);
    const ctx = world.ctx(one);
    expect(await saveScore(ctx, { ...of, version: 1, scores: { novelty: 7, gone: 3 } })).toEqual({ version: 2, status: "draft" });
    expect((await openJuryEntry(ctx, of)).scores).toEqual({ novelty: 7 });
    const half = handInScore(ctx, { ...of, version: 2, scores: { novelty: 7 } }).catch((error) => error);
    expect(await half).toMatchObject({ reason: "roadshow.marks-missing", fields: [{ field: "scores.use" }] });
    const twice = await Promise.all(
      [1, 2].map(() => refused(handInScore(ctx, { ...of, version: 2, scores: { novelty: 7, use: 5 } }))),
    );
    expect(new Set(twice)).toEqual(new Set(["record.changed", "taken"]));
    expect((await getRoadshow(organiser(), { activityId })).handedIn).toBe(1);
    expect(await refused(saveScore(ctx, { ...of, version: 3, scores: { novelty: 1 } }))).toBe("roadshow.handed-in");
    await reopenScore(organiser(), { ...of, jurorId: idOf(one), remark: "请补充评语。" });
    const again = await openJuryEntry(ctx, of);
    expect(again).toMatchObject({ status: "draft", reopened: "请补充评语。", scores: { novelty: 7, use: 5 } });
    expect((await getRoadshow(organiser(), { activityId })).handedIn).toBe(0);
    await handInScore(ctx, { ...of, version: again.version, scores: { novelty: 6, use: 6 } });
    expect((await getEntry(organiser(), of)).scores).toMatchObject([{ jurorId: idOf(one), scores: { novelty: 6, use: 6 } }]);
  });

  it("stay within the scale of the call", async () => {
    const activityId = await openRoadshow(world, { scale: "1-5" });
    const of = { activityId, entryId: await entered(world, activityId) };
    const one = await someone();
    await assign(world, activityId, of.entryId, one);
    for (const wrong of [
      { novelty: 0, use: 3 },
      { novelty: 6, use: 3 },
    ])
      expect(await refused(handInScore(world.ctx(one), { ...of, version: 1, scores: wrong }))).toBe("roadshow.marks-missing");
    expect(await refused(handInScore(world.ctx(one), { ...of, version: 1, scores: { novelty: Number.NaN, use: 3 } }))).toBe(
      "input.invalid",
    );
    await handInScore(world.ctx(one), { ...of, version: 1, scores: { novelty: 5, use: 1 } });
    expect((await getEntry(organiser(), of)).entry.value).toBe(60);
  });

  it("are refused once the window is closed, even when it closes between reading and writing", async () => {
    const activityId = await openRoadshow(world);
    const of = { activityId, entryId: await entered(world, activityId) };
    const one = await someone();
    await assign(world, activityId, of.entryId, one);
    // The juror's context reads the call while it is open; the organiser closes it before the write.
    const ctx = world.ctx(one);
    let closed = false;
    const late = {
      ...ctx,
      table: {
        ...ctx.table,
        async write(...args: Parameters<typeof ctx.table.write>) {
          if (!closed) {
            closed = true;
            const call = await Calls.find(organiser(), { activityId });
            const ended = new Date(world.clock.now.getTime() - 1000).toISOString();
            const content = callFor(world, { closesAt: ended, scoringClosesAt: ended });
            await setCall(organiser(), { activityId, version: call?.version ?? 0, ...content, opensAt: "2026-11-01T00:00:00Z" });
          }
          return ctx.table.write(...args);
        },
      },
    };
    expect(await refused(handInScore(late, { ...of, version: 1, scores: { novelty: 9, use: 9 } }))).toBe(
      "roadshow.scoring-closed",
    );
    expect(closed).toBe(true);
    expect((await getEntry(organiser(), of)).scores).toEqual([]);
    expect(await refused(saveScore(ctx, { ...of, version: 1, scores: { novelty: 9 } }))).toBe("roadshow.scoring-closed");
    // Opened again, the same marks are taken (control).
    const call = await Calls.find(organiser(), { activityId });
    await setCall(organiser(), { activityId, version: call?.version ?? 0, ...callFor(world) });
    expect(await refused(handInScore(ctx, { ...of, version: 1, scores: { novelty: 9, use: 9 } }))).toBe("taken");
  });
});

describe("distributing", () => {
  it("gives every project enough jurors, past conflicts and those taken off, and nothing the second time", async () => {
    const activityId = await openRoadshow(world, { jurorsEach: 2 });
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push(await entered(world, activityId, n === 0 ? { organisation: "华山示例钛业" } : {}));
    const own = await someone("华山示例钛业有限公司");
    const first = await distributeJurors(organiser(), { activityId });
    expect(first).toEqual({ assigned: 8, short: [] });
    const rows = (await listEntries(organiser(), { activityId })).items;
    expect(rows.map(({ assigned }) => assigned)).toEqual([2, 2, 2, 2]);
    expect(rows.find(({ id }) => id === ids[0])?.jurors.some(({ id }) => id === idOf(own))).toBe(false);
    expect(await distributeJurors(organiser(), { activityId })).toEqual({ assigned: 0, short: [] });
    const loads = (await listJurors(organiser(), { activityId })).items.map(({ assigned }) => assigned);
    expect(Math.max(...loads)).toBeLessThanOrEqual(1 + Math.min(...loads) || 1);
    const taken = rows.find(({ id }) => id === ids[1])?.jurors[0]?.id ?? "";
    await removeJuror(organiser(), { activityId, entryId: ids[1] ?? "", jurorId: taken });
    expect(await distributeJurors(organiser(), { activityId })).toEqual({ assigned: 1, short: [] });
    const after = (await listEntries(organiser(), { activityId })).items.find(({ id }) => id === ids[1]);
    expect(after?.jurors.map(({ id }) => id)).not.toContain(taken);
  });

  it("says which projects lack jurors, and asks only those whose role holds for the roadshow", async () => {
    const activityId = await openRoadshow(world, { jurorsEach: 9 });
    const entryId = await entered(world, activityId);
    await member(world, "stf_elsewhere", { role: "jury", activities: ["act_other"], chains: [] });
    await member(world, "stf_here", { role: "jury", activities: [activityId], chains: [] });
    await distributeJurors(organiser(), { activityId });
    const ids = (await getEntry(organiser(), { activityId, entryId })).entry.jurors.map(({ id }) => id);
    expect(ids).not.toContain("stf_elsewhere");
    const all = (await listJurors(organiser(), { activityId })).items.map(({ id }) => id);
    expect(all).toContain("stf_here");
    expect(all).not.toContain("stf_elsewhere");
    expect(await refused(assign(world, activityId, entryId, { kind: "staff", id: "stf_elsewhere", roles: [] }))).toBe(
      "roadshow.juror-not-found",
    );
  });

  it("keeps the rules as they are once somebody has handed in", async () => {
    const activityId = await openRoadshow(world);
    const of = { activityId, entryId: await entered(world, activityId, roadshowForm()) };
    const one = await someone();
    await assign(world, activityId, of.entryId, one);
    const change = async (patch: object) => {
      const call = await Calls.find(organiser(), { activityId });
      return refused(setCall(organiser(), { activityId, version: call?.version ?? 0, ...callFor(world, patch) }));
    };
    expect(await change({ scoring: "open" })).toBe("taken");
    expect(await change({})).toBe("taken");
    await scored(world, of, one, 5, 5);
    expect(await change({ scoring: "open" })).toBe("roadshow.criteria-fixed");
    expect(await change({ scale: "1-5" })).toBe("roadshow.criteria-fixed");
    expect(await change({ places: 5 })).toBe("taken");
  });
});

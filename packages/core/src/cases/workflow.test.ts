import { beforeEach, describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { chance, faulty } from "../../../../tests/support/faults.ts";
import type { Ctx } from "../platform/context.ts";
import {
  askReview,
  countWaitingCases,
  createCase,
  editCase,
  getCase,
  listCases,
  listVersions,
  publishCase,
  readPublicCase,
  recallReview,
  returnCase,
  scheduleCase,
  unscheduleCase,
  withdrawCase,
} from "./index.ts";
import { publishScheduled } from "./reactions.ts";

const world = embedded();
const editor = () => world.ctx(staff("editor"));
const organiser = () => world.ctx(staff("organiser"));
const clock = () => world.ctx(system);

const content = {
  title: { "zh-CN": "审核流程" },
  summary: { "zh-CN": "摘要" },
  body: { "zh-CN": "正文" },
  chains: [],
};
const draft = async () => (await createCase(editor(), content)).id;
const inHours = (hours: number) => new Date(world.clock.now.getTime() + hours * 3_600_000).toISOString();
const hours = (n: number) => world.clock.advance(n * 3_600_000);
const idsIn = async (status: "draft" | "in-review" | "scheduled" | "published" | "withdrawn") =>
  (await listCases(editor(), { status, limit: 100 })).items.map(({ id }) => id);
const scheduled = async (at = inHours(2)) => {
  const id = await draft();
  await scheduleCase(organiser(), { caseId: id, version: 1, publishAt: at });
  return id;
};
const happened = async (caseId: string) =>
  (await listVersions(editor(), { caseId, limit: 100 })).items.map(({ what }) => what).reverse();

/** Two contexts whose writes wait for each other: both have read before either writes. */
function atOnce(a: Ctx, b: Ctx): [Ctx, Ctx] {
  let waiting = 2;
  let open = () => {};
  const both = new Promise<void>((done) => {
    open = done;
  });
  const held = (ctx: Ctx): Ctx => ({
    ...ctx,
    table: {
      ...ctx.table,
      async write(writes, token) {
        waiting -= 1;
        if (waiting === 0) open();
        await both;
        return ctx.table.write(writes, token);
      },
    },
  });
  return [held(a), held(b)];
}

beforeEach(() => world.clock.advance(1000));

describe("a review", () => {
  it("is asked for by an editor, gives the draft back with a remark, and ends with publication", async () => {
    const id = await draft();
    await askReview(editor(), { caseId: id, version: 1, note: "请看第二段" });
    expect(await idsIn("in-review")).toContain(id);
    expect(await idsIn("draft")).not.toContain(id);
    expect((await getCase(editor(), { caseId: id })).review).toMatchObject({ by: { id: "stf_editor" }, note: "请看第二段" });
    await returnCase(organiser(), { caseId: id, version: 2, remark: "缺少数据来源" });
    expect(await idsIn("draft")).toContain(id);
    expect(await getCase(editor(), { caseId: id })).toMatchObject({ status: "draft", returned: { remark: "缺少数据来源" } });
    await editCase(editor(), { ...content, body: { "zh-CN": "有来源的正文" }, caseId: id, version: 3 });
    await askReview(editor(), { caseId: id, version: 4 });
    expect((await getCase(editor(), { caseId: id })).returned).toBeUndefined();
    await publishCase(organiser(), { caseId: id, version: 5 });
    expect(await idsIn("in-review")).not.toContain(id);
    expect(await idsIn("published")).toContain(id);
    expect(await happened(id)).toEqual(["created", "review-asked", "returned", "edited", "review-asked", "published"]);
  });

  it("of a published case leaves what the public reads", async () => {
    const id = await draft();
    await publishCase(organiser(), { caseId: id, version: 1 });
    await expect(askReview(editor(), { caseId: id, version: 2 })).rejects.toMatchObject({ reason: "case.nothing-to-review" });
    await editCase(editor(), { ...content, body: { "zh-CN": "改过" }, caseId: id, version: 2 });
    await askReview(editor(), { caseId: id, version: 3 });
    expect(await idsIn("in-review")).toContain(id);
    expect(await idsIn("published")).toContain(id);
    expect((await readPublicCase(world.ctx(), { case: id })).body).toEqual({ "zh-CN": "正文" });
  });

  it("goes on while the draft is edited, and can be taken back", async () => {
    const id = await draft();
    await askReview(editor(), { caseId: id, version: 1 });
    expect(await askReview(editor(), { caseId: id, version: 1 })).toEqual({ version: 2 });
    await editCase(editor(), { ...content, chains: ["titanium"], caseId: id, version: 2 });
    expect((await getCase(editor(), { caseId: id })).review).toBeDefined();
    await recallReview(editor(), { caseId: id, version: 3 });
    expect(await idsIn("draft")).toContain(id);
    await expect(recallReview(editor(), { caseId: id, version: 4 })).rejects.toMatchObject({ reason: "case.not-in-review" });
    await expect(returnCase(organiser(), { caseId: id, version: 4, remark: "晚了" })).rejects.toMatchObject({
      reason: "case.not-in-review",
    });
  });

  it("asks for a remark when it gives a draft back", async () => {
    const id = await draft();
    await askReview(editor(), { caseId: id, version: 1 });
    await expect(returnCase(organiser(), { caseId: id, version: 2, remark: " " })).rejects.toMatchObject({
      fields: [{ field: "remark", message: { "zh-CN": "“修改意见”没有填写，请填写。" } }],
    });
  });
});

describe("who may do what", () => {
  it.each(["editor", "reviewer", "auditor"] as const)(
    "%s may not publish, schedule, give back, cancel or take away",
    async (role) => {
      const id = await draft();
      const who = world.ctx(staff(role));
      const of = { caseId: id, version: 1 };
      const forbidden = { reason: "access.forbidden" };
      await expect(publishCase(who, of)).rejects.toMatchObject(forbidden);
      await expect(scheduleCase(who, { ...of, publishAt: inHours(1) })).rejects.toMatchObject(forbidden);
      await expect(returnCase(who, { ...of, remark: "x" })).rejects.toMatchObject(forbidden);
      await expect(unscheduleCase(who, of)).rejects.toMatchObject(forbidden);
      await expect(withdrawCase(who, of)).rejects.toMatchObject(forbidden);
      await expect(publishScheduled(who, {})).rejects.toMatchObject(forbidden);
      await publishCase(world.ctx(staff("administrator")), of);
    },
  );

  it("an auditor reads all of it and changes nothing", async () => {
    const id = await draft();
    const auditor = world.ctx(staff("auditor"));
    expect((await listVersions(auditor, { caseId: id })).items).toHaveLength(1);
    await expect(askReview(auditor, { caseId: id, version: 1 })).rejects.toMatchObject({ reason: "access.forbidden" });
    await expect(listVersions(world.ctx(), { caseId: id })).rejects.toMatchObject({ reason: "access.sign-in" });
  });
});

describe("a publication at a time", () => {
  it("is published when it is due, once, and not before", async () => {
    const id = await scheduled(inHours(2));
    expect(await idsIn("scheduled")).toContain(id);
    hours(1.9);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 0, held: 0 });
    await expect(readPublicCase(world.ctx(), { case: id })).rejects.toMatchObject({ code: "not-found" });
    hours(0.1);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 1, held: 0 });
    expect((await readPublicCase(world.ctx(), { case: id })).publishedAt).toBe(world.clock.now.toISOString());
    const after = await world.scan();
    expect(await publishScheduled(clock(), {})).toEqual({ published: 0, held: 0 });
    expect(await world.scan()).toEqual(after);
    expect(await getCase(editor(), { caseId: id })).toMatchObject({ status: "published", changed: false });
  });

  it("can be moved and cancelled", async () => {
    const id = await scheduled(inHours(2));
    await scheduleCase(organiser(), { caseId: id, version: 2, publishAt: inHours(5) });
    hours(3);
    expect(await publishScheduled(clock(), {})).toMatchObject({ published: 0 });
    await unscheduleCase(organiser(), { caseId: id, version: 3 });
    hours(3);
    expect(await publishScheduled(clock(), {})).toMatchObject({ published: 0 });
    expect(await idsIn("draft")).toContain(id);
    await expect(unscheduleCase(organiser(), { caseId: id, version: 4 })).rejects.toMatchObject({ reason: "case.not-scheduled" });
  });

  it("is refused for a time that is over or more than a year ahead, at its field", async () => {
    const id = await draft();
    const at = (publishAt: string) => scheduleCase(organiser(), { caseId: id, version: 1, publishAt });
    const refused = (zh: string) => ({ fields: [{ field: "publishAt", message: { "zh-CN": expect.stringContaining(zh) } }] });
    await expect(at(world.clock.now.toISOString())).rejects.toMatchObject(refused("已经过去"));
    await expect(at(inHours(-1))).rejects.toMatchObject(refused("已经过去"));
    await expect(at(inHours(367 * 24))).rejects.toMatchObject(refused("一年之内"));
    await expect(at("2026-02-30T10:00")).rejects.toMatchObject(refused("不是有效的日期和时间"));
    expect(await at(inHours(365 * 24))).toEqual({ version: 2 });
    await unscheduleCase(organiser(), { caseId: id, version: 2 });
  });

  it("is void once the draft is edited, and stays where nothing was changed", async () => {
    const id = await scheduled();
    expect(await editCase(editor(), { ...content, caseId: id, version: 2 })).toMatchObject({ version: 2, voided: false });
    expect(await editCase(editor(), { ...content, body: { "zh-CN": "偷偷改过" }, caseId: id, version: 2 })).toMatchObject({
      version: 3,
      voided: true,
    });
    expect(await idsIn("scheduled")).not.toContain(id);
    hours(3);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 0, held: 0 });
    await expect(readPublicCase(world.ctx(), { case: id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("does not happen after the case was taken away", async () => {
    const id = await draft();
    await publishCase(organiser(), { caseId: id, version: 1 });
    await editCase(editor(), { ...content, body: { "zh-CN": "新" }, caseId: id, version: 2 });
    await scheduleCase(organiser(), { caseId: id, version: 3, publishAt: inHours(1) });
    await withdrawCase(organiser(), { caseId: id, version: 4 });
    hours(2);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 0, held: 0 });
  });

  it("missed by more than a day is held and shown, and is published only when somebody says so", async () => {
    const [late, nearly] = [await scheduled(inHours(1)), await scheduled(inHours(2))];
    hours(25.5);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 1, held: 1 });
    expect((await getCase(editor(), { caseId: nearly })).status).toBe("published");
    expect(await getCase(editor(), { caseId: late })).toMatchObject({ status: "draft", schedule: { held: "late" } });
    expect(await idsIn("scheduled")).toContain(late);
    expect(await countWaitingCases(editor(), {})).toMatchObject({ held: 1 });
    expect(await publishScheduled(clock(), {})).toEqual({ published: 0, held: 0 });
    await scheduleCase(organiser(), { caseId: late, version: 3, publishAt: inHours(1) });
    hours(1);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 1, held: 0 });
    expect(await happened(late)).toEqual(["created", "scheduled", "held", "scheduled", "published"]);
  });

  it("goes on after a crash between two, and publishes none of them twice", async () => {
    const ids = [await scheduled(), await scheduled(), await scheduled()];
    hours(2);
    let writes = 0;
    const ctx = clock();
    // The second write never comes back, as when the process is killed there.
    await new Promise<void>((killed) => {
      const write: Ctx["table"]["write"] = (...args) => {
        if (++writes === 1) return ctx.table.write(...args);
        killed();
        return new Promise(() => {});
      };
      void publishScheduled({ ...ctx, table: { ...ctx.table, write } }, {});
    });
    const publicNow = async () =>
      (await Promise.all(ids.map((caseId) => getCase(editor(), { caseId })))).filter((one) => one.status === "published").length;
    expect(await publicNow()).toBe(1);
    expect(await publishScheduled(clock(), {})).toEqual({ published: 2, held: 0 });
    expect(await publicNow()).toBe(3);
    for (const id of ids) expect(await happened(id)).toEqual(["created", "scheduled", "published"]);
  });

  it("takes more than one page of them, and two runs at once publish each once", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 60; i++) ids.push(await scheduled());
    hours(2);
    const runs = await Promise.all([publishScheduled(clock(), {}), publishScheduled(clock(), {})]);
    expect(runs.reduce((sum, { published }) => sum + published, 0)).toBe(60);
    for (const id of ids) expect(await happened(id)).toEqual(["created", "scheduled", "published"]);
  });
});

describe("two at the same moment", () => {
  const race = async (unguarded: boolean) => {
    const id = await draft();
    const client = unguarded ? { client: faulty(world.client, chance(1), { unguarded }) } : {};
    const [a, b] = atOnce(world.ctx(staff("organiser"), client), world.ctx(staff("administrator"), client));
    const results = await Promise.allSettled([
      publishCase(a, { caseId: id, version: 1 }),
      publishCase(b, { caseId: id, version: 1 }),
    ]);
    return {
      won: results.filter((r) => r.status === "fulfilled" && !r.value.already).length,
      told: results.filter((r) => r.status === "rejected" && (r.reason as { reason: string }).reason === "record.changed").length,
    };
  };

  it("publish: exactly one wins, and the other is told", async () => {
    expect(await race(false)).toEqual({ won: 1, told: 1 });
  });

  it("publish, without the guard: both believe that they did (control)", async () => {
    expect(await race(true)).toEqual({ won: 2, told: 0 });
  });

  it("publish and edit: what was published is what was seen", async () => {
    const id = await draft();
    const [a, b] = atOnce(organiser(), editor());
    const results = await Promise.allSettled([
      publishCase(a, { caseId: id, version: 1 }),
      editCase(b, { ...content, body: { "zh-CN": "没有人看过的正文" }, caseId: id, version: 1 }),
    ]);
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    if (results[0].status === "fulfilled") expect((await readPublicCase(world.ctx(), { case: id })).body).toEqual(content.body);
    else expect((await getCase(editor(), { caseId: id })).status).toBe("draft");
  });
});

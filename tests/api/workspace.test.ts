import { cancelRegistration, listRegistrations, register } from "@lingxi/core/activity";
import { submitDemand } from "@lingxi/core/demand";
import { joinOrganisation, refuseClaim } from "@lingxi/core/organisation";
import type { Actor, Role, ScopedRole } from "@lingxi/core/platform/actor";
import { listProjects, submitProject } from "@lingxi/core/project";
import {
  findThings,
  listNotices,
  listWork,
  readPulse,
  readToday,
  seeNotices,
  startWork,
  stopWork,
  tellWork,
} from "@lingxi/core/workspace";
import { tellStaff } from "@lingxi/core/workspace/reactions";
import { describe, expect, it } from "vitest";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { participantOf } from "../support/participant.ts";
import { codeOf, forms } from "../support/records.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const duties = async (actor: Actor) =>
  (await readToday(world.ctx(actor), {})).duties.map(({ kind, count }) => `${kind} ${count}`);
const event = (name: string, data: object, n = 1) => ({
  id: `evt_${n}`,
  name,
  time: world.clock.now.toISOString(),
  requestId: "req_test",
  actor: "public",
  data,
});

async function comes(activityId: string, n: number): Promise<void> {
  await register(world.ctx(), {
    activityId,
    name: `王示例${n}`,
    organisation: "示例",
    email: `w${n}@example.com`,
    consent: true,
  });
}

it("says that a waiting list meets a free seat, to those who can do something about it", async () => {
  const activityId = await publishedActivity(world, 1);
  await comes(activityId, 1);
  await comes(activityId, 2);
  expect(await duties(staff("organiser"))).toEqual([]);
  const [first] = (await listRegistrations(organiser(), { activityId, status: "confirmed" })).items;
  if (!first) throw new Error("nobody was confirmed");
  await cancelRegistration(world.ctx(), { token: registrationToken(world.ctx(), first) });
  expect(await duties(staff("organiser"))).toEqual(["free-seats 1"]);
  expect(await duties(staff("reviewer"))).toEqual([]);
  await expect(readToday(world.ctx(), {})).rejects.toMatchObject({ reason: "access.sign-in" });
});

it.each(["钛合金", "thj", "taihejin", "titanium"])("finds an activity by %s, for those who may read activities", async (q) => {
  const activityId = await publishedActivity(world, 3);
  const { items } = await findThings(organiser(), { q });
  expect(items.map(({ kind }) => kind)).toContain("activity");
  expect(items.length).toBeGreaterThan(0);
  expect((await findThings(world.ctx(staff("reviewer")), { q })).items.filter(({ id }) => id === activityId)).toEqual([]);
});

it("says that somebody claims an organisation until it was checked, to organisers", async () => {
  const { actor } = await participantOf(world, "claims@example.com");
  const code = codeOf(1);
  await joinOrganisation(world.ctx(actor), { ...forms.membership, code, organisation: "等待核实的单位" });
  expect(await duties(staff("reviewer", "broker"))).toEqual([]);
  const { duties: all } = await readToday(organiser(), {});
  expect(all.find(({ kind }) => kind === "check-claim")).toMatchObject({
    count: 1,
    more: false,
    first: [{ kind: "organisation", title: { "zh-CN": "等待核实的单位" }, at: world.clock.now.toISOString() }],
  });
  await refuseClaim(organiser(), { code, accountId: actor.id, version: 1, remark: "总机查无此人" });
  expect((await duties(staff("organiser"))).filter((duty) => duty.startsWith("check-claim"))).toEqual([]);
});

it("keeps a notice once however often its event comes, for its roles or its person alone", async () => {
  const ctx = world.ctx(system);
  const asked = event("project.submitted", { projectId: "prj_1" });
  await tellStaff(ctx, asked);
  await tellStaff(ctx, asked);
  await tellStaff(ctx, event("contacts.imported", { importId: "imp_1", startedBy: "stf_organiser" }, 2));
  await tellStaff(ctx, event("project.listed", { projectId: "prj_1" }, 3));
  const about = async (actor: Actor) => (await listNotices(world.ctx(actor), {})).items.map((one) => one.about);
  expect(await about(staff("organiser"))).toEqual(["imp_1", "prj_1"]);
  expect(await about(staff("reviewer"))).toEqual(["prj_1"]);
  expect(await about(staff("administrator"))).toEqual(["prj_1"]);
  expect(await about(staff("check-in"))).toEqual([]);
  const [newest] = (await listNotices(organiser(), {})).items;
  await seeNotices(organiser(), { upTo: newest?.id ?? "" });
  expect((await listNotices(organiser(), {})).seen).toBe(newest?.id);
  expect((await listNotices(world.ctx(staff("reviewer")), {})).seen).toBeUndefined();
});

it("notes long work for its owner alone, takes its end once, and hands the owner's stop to whoever does it", async () => {
  const id = organiser().newId("wrk");
  const title = { "zh-CN": "挂牌", en: "List" };
  const begin = { id, title, href: "/console/projects", total: 3 };
  await startWork(organiser(), begin);
  await startWork(organiser(), begin);
  expect(await tellWork(organiser(), { id, done: 1, failed: 0 })).toEqual({ stopAsked: false });
  await expect(stopWork(world.ctx(staff("reviewer")), { id })).rejects.toMatchObject({ reason: "work.not-found" });
  await stopWork(organiser(), { id });
  const refusals = [{ id: "prj_1", name: "甲", why: "内容已被他人修改。" }];
  expect(await tellWork(organiser(), { id, done: 1, failed: 1, over: true, refusals })).toEqual({ stopAsked: true });
  await tellWork(organiser(), { id, done: 3, failed: 0 });
  expect((await listWork(organiser(), {})).items).toMatchObject([{ id, status: "stopped", done: 1, failed: 1, refusals }]);
  expect((await listWork(world.ctx(staff("reviewer")), {})).items).toEqual([]);
});

it("changes the number of what changed and of nothing else, and answers 304 until then", async () => {
  const cookie = await signIn(world, "organiser");
  const activityId = await publishedActivity(world, 5);
  const path = `/api/console/workspace/pulse?activities=${activityId}`;
  const pulse = (headers: Record<string, string> = {}) => call(world, "GET", path, { cookies: [cookie], headers });
  const first = await pulse();
  expect(first.status).toBe(200);
  const tag = first.headers.etag ?? "";
  expect((await pulse({ "if-none-match": tag })).status).toBe(304);
  world.clock.advance(1000);
  await comes(activityId, 9);
  const second = await pulse({ "if-none-match": tag });
  expect(second.status).toBe(200);
  const [was, is] = [first, second].map(({ text }) => JSON.parse(text) as Record<string, string>);
  expect(is?.[`registrations:${activityId}`]).not.toBe(was?.[`registrations:${activityId}`]);
  expect({ ...is, [`registrations:${activityId}`]: "" }).toEqual({ ...was, [`registrations:${activityId}`]: "" });
  const other = await readPulse(world.ctx(staff("reviewer")), { activities: activityId });
  expect(Object.keys(other)).toEqual(["notices", "work"]);
});

describe("somebody whose role holds for a part", () => {
  const limited = (role: Role, part: Partial<ScopedRole>): Actor => ({
    ...{ kind: "staff", id: `stf_limited-${role}`, roles: [] },
    scoped: [{ role, activities: [], chains: [], ...part }],
  });
  const submitted = async () => {
    const before = new Set((await listProjects(organiser(), {})).items.map(({ id }) => id));
    await submitProject(world.ctx(), { ...forms.project, email: `p${before.size}@example.com` } as never);
    const one = (await listProjects(organiser(), {})).items.find(({ id }) => !before.has(id));
    if (!one) throw new Error("nothing was submitted");
    return one;
  };

  it("has an overview of that part, and of nothing else", async () => {
    const { chain } = await submitted();
    expect(await duties(limited("reviewer", { chains: [chain] }))).toEqual(["review-project 1"]);
    expect(await duties(limited("reviewer", { chains: ["photonics"] }))).toEqual([]);
    // Whoever may read a need, but not decide upon it, has nothing to do with it.
    const scoped = [
      { role: "broker" as const, activities: [], chains: [chain] },
      { role: "reviewer" as const, activities: [], chains: ["photonics"] },
    ];
    await submitDemand(world.ctx(), { ...forms.demand, chain, email: "d@example.com" } as never);
    expect(await duties({ kind: "staff", id: "stf_two", roles: [], scoped })).toEqual([]);
  });

  it("finds what is of that part by its title", async () => {
    const { id, chain, title } = await submitted();
    const found = async (actor: Actor) => (await findThings(world.ctx(actor), { q: title["zh-CN"] })).items.map((one) => one.id);
    expect(await found(limited("reviewer", { chains: [chain] }))).toContain(id);
    expect(await found(limited("reviewer", { chains: ["photonics"] }))).toEqual([]);
  });

  it("is told of that part", async () => {
    const { id, chain } = await submitted();
    await tellStaff(world.ctx(system), event("project.submitted", { projectId: id }, 77));
    const about = async (actor: Actor) => (await listNotices(world.ctx(actor), {})).items.map((one) => one.about);
    expect(await about(limited("reviewer", { chains: [chain] }))).toContain(id);
    expect(await about(limited("reviewer", { chains: ["photonics"] }))).not.toContain(id);
    expect(await about(limited("check-in", { chains: [chain] }))).not.toContain(id);
  });

  it.each(["activity", "chain"])("follows the registrations of that %s alone", async (what) => {
    const [own, other] = [await publishedActivity(world, 5), await publishedActivity(world, 5)];
    const part = what === "activity" ? { activities: [own] } : { chains: ["titanium"] };
    const pulse = await readPulse(world.ctx(limited("check-in", part)), { activities: `${own},${other}` });
    const followed = Object.keys(pulse).filter((name) => name.startsWith("registrations"));
    expect(new Set(followed)).toEqual(new Set((what === "activity" ? [own] : [own, other]).map((id) => `registrations:${id}`)));
    const none = await readPulse(world.ctx(limited("check-in", { chains: ["photonics"] })), { activities: own });
    expect(Object.keys(none)).toEqual(["notices", "work"]);
  });

  it("keeps work of their own", async () => {
    const ctx = world.ctx(limited("check-in", { chains: ["photonics"] }));
    const id = ctx.newId("wrk");
    await startWork(ctx, { id, title: { "zh-CN": "签到", en: "Check in" }, href: "/console/activities", total: 1 });
    expect((await listWork(ctx, {})).items.map((one) => one.id)).toEqual([id]);
  });
});

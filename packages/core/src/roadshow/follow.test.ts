import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { assign, callFor, entered, juror, openRoadshow, roadshowForm } from "../../../../tests/support/roadshow.ts";
import { member } from "../../../../tests/support/session.ts";
import { wholeAgenda } from "../activity/conflicts-schema.ts";
import { cancelActivity, copyActivity, editAgenda, followStage, getActivity, readActivity } from "../activity/index.ts";
import { sessionCalendar } from "../activity/reactions.ts";
import type { Item } from "../platform/table.ts";
import { projectsById, requestChanges } from "../project/index.ts";
import { Calls, Entries, Gates, Orders } from "./entity.ts";
import {
  decideEntry,
  declareConflict,
  distributeJurors,
  publishOrder,
  publishResult,
  readOrder,
  removeJuror,
  saveOrder,
  setCall,
  submitToRoadshow,
  withdrawEntry,
} from "./index.ts";
import { entryToken } from "./link.ts";
import { closeCall, deriveRoadshowEvents, keepStage, listOnStage, tellCalledOff, tellJuror } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const reaction = () => world.ctx(system);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: { reason?: string }) => error.reason,
  );
const entryOf = async (activityId: string, id: string) => {
  const entry = await Entries.find(organiser(), { activityId, id });
  if (!entry) throw new Error("no entry");
  return entry;
};
const decide = async (activityId: string, entryId: string, decision: "accepted" | "declined") =>
  decideEntry(organiser(), { activityId, entryId, version: (await entryOf(activityId, entryId)).version, decision });
const projectOf = async (activityId: string, id: string) => {
  const { projectId } = await entryOf(activityId, id);
  const project = (await projectsById(organiser(), [projectId])).get(projectId);
  if (!project) throw new Error("no project");
  return project;
};

async function stageOf(activityId: string, ids: readonly string[], startsAt: string) {
  const version = (await Orders.find(organiser(), { activityId }))?.version ?? 0;
  const rows = ids.flatMap((entryId, n) => [
    { entryId, minutes: 10 },
    ...(n === 0 ? [{ name: { "zh-CN": "茶歇", en: "Break" }, minutes: 15 }] : []),
  ]);
  const saved = await saveOrder(organiser(), { activityId, version, startsAt, rows });
  await publishOrder(organiser(), { activityId, ...saved });
  await keepStage(reaction(), { activityId });
}

/** A roadshow with two accepted projects, on stage one after the other with a break between them. */
async function onStage() {
  const activityId = await openRoadshow(world);
  const ids = [await entered(world, activityId), await entered(world, activityId)] as [string, string];
  for (const id of ids) await decide(activityId, id, "accepted");
  const { startsAt } = await readOrder(organiser(), { activityId });
  await stageOf(activityId, ids, startsAt);
  return { activityId, ids, startsAt };
}
const after = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe("the agenda of a roadshow", () => {
  it("has the projects on stage with their times, and follows the running order", async () => {
    const { activityId, ids, startsAt } = await onStage();
    const [first, second] = [await projectOf(activityId, ids[0]), await projectOf(activityId, ids[1])];
    const read = async () => (await readActivity(world.ctx(), { activityId })).agenda?.sessions ?? [];
    const was = await read();
    expect(was.map(({ kind, project, startsAt: at }) => [kind, project, at])).toEqual([
      ["pitch", first.id, startsAt],
      ["break", undefined, after(startsAt, 10)],
      ["pitch", second.id, after(startsAt, 25)],
    ]);
    expect(was[0]).toMatchObject({ title: first.title, summary: { "zh-CN": first.organisation } });

    await stageOf(activityId, [...ids].reverse(), after(startsAt, 60));
    const is = await read();
    expect(is.map(({ project, startsAt: at }) => [project, at])).toEqual([
      [second.id, after(startsAt, 60)],
      [undefined, after(startsAt, 70)],
      [first.id, after(startsAt, 85)],
    ]);
    // The same session stays the same entry of a calendar.
    expect(is.find(({ project }) => project === first.id)?.id).toBe(was[0]?.id);
    const { ics } = await sessionCalendar(world.ctx(), { activityId, sessionId: was[0]?.id ?? "", locale: "zh-CN" });
    expect(ics).toContain(`UID:${was[0]?.id}@${activityId}.lingxi`);

    await withdrawEntry(world.ctx(), { token: entryToken(world.ctx(), await entryOf(activityId, ids[1])) });
    await keepStage(reaction(), { activityId });
    expect((await read()).map(({ project }) => project)).toEqual([undefined, first.id]);
  });

  it("names no entry, by which a juror could tell whose a blind project was", async () => {
    const { activityId, ids } = await onStage();
    const shown = JSON.stringify(await readActivity(world.ctx(), { activityId }));
    for (const id of ids) expect(shown).not.toContain(id);
  });

  it("shows what is at once with the stage as a conflict, and keeps what the organiser wrote", async () => {
    const { activityId, startsAt } = await onStage();
    const { version } = await getActivity(organiser(), { activityId });
    const session = { id: "talk1", kind: "talk" as const, title: { "zh-CN": "主旨报告" } };
    const agenda = { sessions: [{ ...session, startsAt, endsAt: after(startsAt, 12) }] };
    await editAgenda(organiser(), { activityId, version, agenda });
    await keepStage(reaction(), { activityId });
    const row = await getActivity(organiser(), { activityId });
    const { conflictsOf } = await import("../activity/conflicts-schema.ts");
    const found = conflictsOf(wholeAgenda(row), row).filter(({ kind }) => kind === "overlap");
    expect(found.map(({ sessions }) => sessions.includes("talk1"))).toEqual([true, true]);
    expect(row.agenda?.sessions).toHaveLength(1);
  });

  it("does not go into a copy of the activity, nor do the call and the projects", async () => {
    const { activityId, startsAt } = await onStage();
    const { id } = await copyActivity(organiser(), { activityId, startsAt: after(startsAt, 60 * 24 * 14) });
    const copy = await getActivity(organiser(), { activityId: id });
    expect([copy.stage, wholeAgenda(copy).sessions]).toEqual([undefined, []]);
    expect(await Calls.find(organiser(), { activityId: id })).toBeUndefined();
  });

  it("is not overwritten by who read an older order; without the version it would be", async () => {
    const { activityId } = await onStage();
    const { version, stage } = await getActivity(organiser(), { activityId });
    const older = { activityId, sessions: [] };
    expect(await refused(followStage(reaction(), { ...older, version: version - 1 }))).toBe("record.changed");
    expect((await getActivity(organiser(), { activityId })).stage).toEqual(stage);
    await followStage(reaction(), { ...older, version });
    expect((await getActivity(organiser(), { activityId })).stage).toBeUndefined();
  });

  it("is written once however often the event comes", async () => {
    const { activityId } = await onStage();
    const { version } = await getActivity(organiser(), { activityId });
    for (let n = 0; n < 3; n++) await keepStage(reaction(), { activityId });
    expect((await getActivity(organiser(), { activityId })).version).toBe(version);
  });
});

describe("what was accepted", () => {
  it("is listed once the result is out, but for what waits for its supplier and what was declined", async () => {
    const activityId = await openRoadshow(world, { places: 3 });
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.push(await entered(world, activityId));
    const [accepted = "", asked = "", declined = ""] = ids;
    await decide(activityId, accepted, "accepted");
    await decide(activityId, asked, "accepted");
    await decide(activityId, declined, "declined");
    const { id: projectId, version } = await projectOf(activityId, asked);
    await requestChanges(organiser(), { projectId, version, remark: "请写清楚单价。" });
    const states = async () => Promise.all(ids.map(async (id) => (await projectOf(activityId, id)).status));

    expect(await listOnStage(reaction(), { activityId })).toEqual({ listed: 0 });
    const past = (days: number) => new Date(world.clock.now.getTime() - days * 86_400_000).toISOString();
    await setCall(organiser(), { activityId, version: 1, ...callFor(world, { places: 3, opensAt: past(9), closesAt: past(1) }) });
    await publishResult(organiser(), { activityId, version: 2 });
    expect(await states()).toEqual(["submitted", "changes-requested", "submitted"]);
    for (const listed of [1, 0]) expect(await listOnStage(reaction(), { activityId })).toEqual({ listed });
    expect(await states()).toEqual(["listed", "changes-requested", "submitted"]);
  });
});

describe("an activity that is called off", () => {
  it("closes its call and its scoring, and tells each submitter once", async () => {
    const activityId = await openRoadshow(world);
    const ids = [await entered(world, activityId), await entered(world, activityId), await entered(world, activityId)];
    const left = await entryOf(activityId, ids[2] ?? "");
    await withdrawEntry(world.ctx(), { token: entryToken(world.ctx(), left) });
    const { version } = await getActivity(organiser(), { activityId });
    await cancelActivity(organiser(), { activityId, version });
    for (let n = 0; n < 2; n++) await closeCall(reaction(), { activityId });
    const now = world.clock.now.toISOString();
    expect(await Gates.find(organiser(), { activityId })).toMatchObject({ closesAt: now, scoringClosesAt: now });
    expect(await refused(submitToRoadshow(world.ctx(), { activityId, ...roadshowForm() }))).toBe("roadshow.closed");
    const call = await Calls.find(organiser(), { activityId });
    expect(await refused(setCall(organiser(), { activityId, version: call?.version ?? 0, ...callFor(world) }))).toBe(
      "roadshow.called-off",
    );

    for (let n = 0; n < 2; n++) await tellCalledOff(reaction(), { activityId, silence: 1000 });
    const there = await Promise.all(ids.slice(0, 2).map(async (id) => (await projectOf(activityId, id)).contact.email));
    expect(new Set(world.mails.map(({ to }) => to))).toEqual(new Set(there));
    expect(world.mails).toHaveLength(2);
  });

  it("without a call needs nothing", async () => {
    await closeCall(reaction(), { activityId: "act_00000000000000000000000000" });
    await tellCalledOff(reaction(), { activityId: "act_00000000000000000000000000", silence: 1000 });
    expect(world.mails).toEqual([]);
  });
});

describe("a juror", () => {
  let made = 0;
  const step = (requestId: string) => ({ ...reaction(), requestId });

  it("is told once of what a step assigned, and again only of what is assigned later", async () => {
    const activityId = await openRoadshow(world);
    const ids = [await entered(world, activityId), await entered(world, activityId)] as [string, string];
    const one = await juror(world, `stf_told-${++made}`);
    const jurorId = one.kind === "staff" ? one.id : "";
    const tell = (requestId: string) => tellJuror(step(requestId), { activityId, jurorId, silence: 1000 });

    await assign(world, activityId, ids[0], one);
    for (let n = 0; n < 3; n++) await tell("first");
    expect(world.mails).toHaveLength(1);
    await assign(world, activityId, ids[1], one);
    await tell("second");
    expect(world.mails).toHaveLength(2);
    for (const { raw } of world.mails) {
      const text = Buffer.from(raw).toString("utf8");
      for (const id of ids) expect(text).not.toContain((await projectOf(activityId, id)).title["zh-CN"]);
    }
  });

  it("is not told where nothing waits, scoring has closed, or they are no juror any more", async () => {
    const activityId = await openRoadshow(world);
    const entryId = await entered(world, activityId);
    const one = await juror(world, `stf_told-${++made}`);
    const jurorId = one.kind === "staff" ? one.id : "";
    const tell = (id = jurorId) => tellJuror(step(`none-${made}`), { activityId, jurorId: id, silence: 1000 });
    expect(await tell()).toBe(false);
    await assign(world, activityId, entryId, one);
    await removeJuror(organiser(), { activityId, entryId, jurorId });
    expect(await tell()).toBe(false);
    await assign(world, activityId, entryId, one);
    await declareConflict(world.ctx(one), { activityId, entryId });
    expect(await tell()).toBe(false);
    const other = await member(world, `stf_told-${++made}`, "check-in");
    expect(await tell(other)).toBe(false);
    await closeCall(reaction(), { activityId });
    expect(await tell()).toBe(false);
    expect(world.mails).toEqual([]);
  });

  it("has an event for each assignment, none for marks, and a distribution is one step", async () => {
    const activityId = await openRoadshow(world, { jurorsEach: 1 });
    for (let n = 0; n < 2; n++) await entered(world, activityId);
    await juror(world, `stf_told-${++made}`);
    await distributeJurors(organiser(), { activityId });
    const scores = (await world.scan()).filter(({ type, activityId: of }) => type === "roadshow-score" && of === activityId);
    const [score] = scores as Item[];
    const derive = deriveRoadshowEvents["roadshow-score"];
    const data = { activityId, jurorId: score?.jurorId };
    expect(derive?.({ after: score })).toEqual([{ name: "roadshow.assigned", data }]);
    expect(derive?.({ before: { ...score, status: "removed" } as Item, after: score })).toHaveLength(1);
    expect(derive?.({ before: score, after: { ...score, status: "draft" } as Item })).toEqual([]);
    expect(derive?.({ before: score, after: score })).toEqual([]);
    expect(new Set(scores.map(({ requestId }) => requestId)).size).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { callFor, entered, openRoadshow, projectToken, roadshowForm } from "../../../../tests/support/roadshow.ts";
import { declineProject, projectsById, submitProject } from "../project/index.ts";
import { Entries, Gates } from "./entity.ts";
import {
  changeEntry,
  enterProject,
  getRoadshow,
  listEntries,
  listOpenCalls,
  readCall,
  seeEntry,
  setCall,
  submitToRoadshow,
  withdrawEntry,
} from "./index.ts";
import { entryToken } from "./link.ts";
import { eraseEntries, eraseJury, expireRoadshows, heldEntries, heldJury, tellOfEntry } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: { reason?: string }) => error.reason,
  );
const kept = async (type: string) => (await world.scan()).filter((item) => item.type === type);
const own = async (activityId: string, id: string) => {
  const entry = await Entries.find(world.ctx(), { activityId, id });
  if (!entry) throw new Error("no entry");
  return { entry, token: entryToken(world.ctx(), entry) };
};
const { presenter: _p, juryConsent: _j, ...projectForm } = roadshowForm();
const present = { presenter: "郑上台", juryConsent: "yes" };

describe("a new project for a roadshow", () => {
  it("is in review and in the call at once, and twice only where it is another form", async () => {
    const activityId = await openRoadshow(world);
    const form = { activityId, ...roadshowForm({ submission: "01jd0000000000000000000091" }) };
    const first = await submitToRoadshow(world.ctx(), form);
    expect(await submitToRoadshow(world.ctx(), form)).toEqual(first);
    expect(await refused(submitToRoadshow(world.ctx(), { ...form, title: "别的名称" }))).toBe("project.already-sent");
    const both = roadshowForm({ submission: "01jd0000000000000000000092" });
    const answers = await Promise.all([1, 2].map(() => refused(submitToRoadshow(world.ctx(), { activityId, ...both }))));
    expect(answers).toContain("taken");
    expect((await getRoadshow(organiser(), { activityId })).entries).toBe(2);
    const { items } = await listEntries(organiser(), { activityId });
    expect(items).toHaveLength(2);
    expect(items.every(({ projectStatus }) => projectStatus === "submitted")).toBe(true);
  });

  it("is refused outside of the window, with nothing written, neither project nor entry", async () => {
    const activityId = await openRoadshow(world);
    const ended = { opensAt: "2026-11-01T00:00:00Z", closesAt: "2026-11-20T00:00:00Z" };
    await setCall(organiser(), { activityId, version: 1, ...callFor(world, ended) });
    const before = (await kept("project")).length;
    expect(await refused(entered(world, activityId))).toBe("roadshow.closed");
    expect((await kept("project")).length).toBe(before);
    // Also where the call closes after it was read: the gate is in the transaction.
    await setCall(organiser(), { activityId, version: 2, ...callFor(world) });
    const ctx = world.ctx();
    const write: typeof ctx.table.write = async (writes, token) => {
      await setCall(organiser(), { activityId, version: 3, ...callFor(world, ended) }).catch(() => undefined);
      return ctx.table.write(writes, token);
    };
    const late = { ...ctx, table: { ...ctx.table, write } };
    expect(await refused(submitToRoadshow(late, { activityId, ...roadshowForm() }))).toBe("roadshow.closed");
    expect((await kept("project")).length).toBe(before);
    await setCall(organiser(), { activityId, version: 4, ...callFor(world) });
    expect(await refused(entered(world, activityId))).toBe("taken");
  });

  it("keeps nothing of a state secret, and names all that is wrong", async () => {
    const activityId = await openRoadshow(world);
    const before = await world.scan();
    const secret = { activityId, ...roadshowForm({ secrecy: "state-secret", title: "机要" }) };
    expect(await refused(submitToRoadshow(world.ctx(), secret))).toBe("project.state-secret");
    const wrong = await submitToRoadshow(world.ctx(), {
      activityId,
      ...roadshowForm({ presenter: " ", juryConsent: "", chain: "x" }),
    }).catch((error) => error);
    expect(wrong.fields.map(({ field }: { field: string }) => field).sort()).toEqual(["chain", "juryConsent", "presenter"]);
    expect(await world.scan()).toEqual(before);
  });

  it("is only for roadshows that call for projects", async () => {
    const salon = await publishedActivity(world, 5);
    expect(await refused(setCall(organiser(), { activityId: salon, version: 0, ...callFor(world) }))).toBe("roadshow.other-kind");
    expect(await refused(entered(world, salon))).toBe("roadshow.not-found");
    expect(await refused(readCall(world.ctx(), { activityId: salon }))).toBe("roadshow.not-found");
  });
});

describe("a project that was submitted before", () => {
  const submitted = async () => {
    const { id } = await submitProject(world.ctx(), { ...projectForm, email: `before-${Math.random()}@example.com` });
    return { id, link: `https://lingxi.example/my/projects/${await projectToken(world, id)}`, version: 1 };
  };

  it("is entered once by its link, however it was pasted", async () => {
    const activityId = await openRoadshow(world);
    const { link } = await submitted();
    expect(await refused(enterProject(world.ctx(), { activityId, project: `${link.slice(0, -3)}abc`, ...present }))).toBe(
      "project.link",
    );
    expect((await listOpenCalls(world.ctx(), {})).items.map((call) => call.activityId)).toContain(activityId);
    const answers = await Promise.all(
      [1, 2].map(() => refused(enterProject(world.ctx(), { activityId, project: link, ...present }))),
    );
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
    expect(await refused(enterProject(world.ctx(), { activityId, project: link, ...present }))).toBe("roadshow.already-entered");
    expect((await getRoadshow(organiser(), { activityId })).entries).toBe(1);
  });

  it("is not entered once it is over", async () => {
    const activityId = await openRoadshow(world);
    const { id, link, version } = await submitted();
    await declineProject(world.ctx(staff("reviewer")), { projectId: id, version, remark: "不属于受理范围。" });
    expect(await refused(enterProject(world.ctx(), { activityId, project: link, ...present }))).toBe("roadshow.project-over");
  });
});

describe("whoever holds the link", () => {
  it("sees, changes and takes out the entry, and may enter again", async () => {
    const activityId = await openRoadshow(world);
    const form = roadshowForm({ note: "需要投影。" });
    const { id } = await submitToRoadshow(world.ctx(), { activityId, ...form });
    const { entry, token } = await own(activityId, id);
    expect(await seeEntry(world.ctx(), { token })).toMatchObject({ status: "submitted", note: "需要投影。", open: true });
    await changeEntry(world.ctx(), { token, version: 1, presenter: "王上台", position: "工程师", note: "" });
    expect(await refused(changeEntry(world.ctx(), { token, version: 1, presenter: "x" }))).toBe("record.changed");
    expect(await seeEntry(world.ctx(), { token })).toMatchObject({ presenter: { name: "王上台", position: "工程师" } });
    await withdrawEntry(world.ctx(), { token });
    await withdrawEntry(world.ctx(), { token });
    expect((await getRoadshow(organiser(), { activityId })).entries).toBe(0);
    expect((await projectsById(world.ctx(), [entry.projectId])).get(entry.projectId)?.status).toBe("submitted");
    const project = await projectToken(world, entry.projectId);
    expect(await refused(enterProject(world.ctx(), { activityId, project, ...present }))).toBe("taken");
    for (const wrong of ["x", "a.b.c", `${token}x`, token.replace(activityId, "act_other")])
      expect(await refused(seeEntry(world.ctx(), { token: wrong }))).toBe("roadshow.link");
  });

  it("gets one mail that the project is in, in the form's language, with the link", async () => {
    const activityId = await openRoadshow(world);
    const { id } = await submitToRoadshow(world.ctx(), {
      activityId,
      ...roadshowForm({ locale: "en", email: "told@example.com" }),
    });
    const about = { activityId, entryId: id, eventId: "evt-1", status: "submitted" as const, silence: 1000 };
    for (let n = 0; n < 3; n++) await tellOfEntry(world.ctx(system), about);
    expect(world.mails.map(({ to }) => to)).toEqual(["told@example.com"]);
    await tellOfEntry(world.ctx(system), { ...about, eventId: "evt-2", status: "withdrawn" });
    expect(world.mails).toHaveLength(1);
  });
});

describe("what is held on people", () => {
  it("is shown to its submitter and erased, and the place in the call is free", async () => {
    const activityId = await openRoadshow(world);
    const { id } = await submitToRoadshow(world.ctx(), {
      activityId,
      ...roadshowForm({ email: "erase@example.com", note: "写给评委" }),
    });
    const people = world.ctx().keys.digests("person", "erase@example.com");
    const [holding] = await heldEntries(world.ctx(system), people);
    expect(holding).toMatchObject({ kind: "roadshow", id: `${activityId}.${id}`, consents: [{ purpose: "roadshow-review" }] });
    expect(JSON.stringify(holding?.facts)).toContain("郑上台");
    expect(await eraseEntries(world.ctx(system), people)).toBe(1);
    const entry = await Entries.find(world.ctx(), { activityId, id });
    expect(entry).toMatchObject({ status: "withdrawn", presenter: { name: "" } });
    expect(entry).not.toHaveProperty("note");
    expect(await heldEntries(world.ctx(system), people)).toEqual([]);
    expect((await Gates.find(world.ctx(), { activityId }))?.entries).toBe(0);
  });

  it("lies sealed in the table, and goes two years after the activity", async () => {
    const activityId = await openRoadshow(world);
    const id = await entered(world, activityId, { presenter: "独孤封存" });
    const { ScanCommand } = await import("@aws-sdk/client-dynamodb");
    const { Items = [] } = await world.client.send(new ScanCommand({ TableName: "lingxi" })).catch(() => ({ Items: [] }));
    expect(JSON.stringify(Items)).not.toContain("独孤封存");
    expect(await expireRoadshows(world.ctx(system))).toBe(0);
    const now = world.clock.now;
    world.clock.advance(800 * 86_400_000);
    expect(await expireRoadshows(world.ctx(system))).toBeGreaterThan(0);
    expect(await Entries.find(world.ctx(), { activityId, id })).toMatchObject({ presenter: { name: "" } });
    world.clock.now = now;
    expect(await heldJury(world.ctx(system), ["nobody"])).toEqual([]);
    expect(await eraseJury(world.ctx(system), ["nobody"])).toBe(0);
  });
});

import { submitProject } from "@lingxi/core/project";
import { listEntries } from "@lingxi/core/roadshow";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Entries } from "../../packages/core/src/roadshow/entity.ts";
import { entryToken } from "../../packages/core/src/roadshow/link.ts";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";
import { entered, openRoadshow, projectToken, roadshowForm } from "../support/roadshow.ts";
import { signIn } from "../support/session.ts";

const world = embedded();
beforeAll(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
});
const who = { presenter: "郑上台", juryConsent: "yes" };
const rows = async (activityId: string) => (await listEntries(world.ctx(staff("organiser")), { activityId })).items;

async function project(): Promise<string> {
  const { presenter: _, juryConsent: __, ...form } = roadshowForm();
  return projectToken(world, (await submitProject(world.ctx(), form)).id);
}

describe("a project that is here already", () => {
  it.each(["", "/en"])("is entered by its pasted link, and by the page of its link, without script (%s)", async (en) => {
    const activityId = await openRoadshow(world);
    const [pasted, opened] = [await project(), await project()];
    const form = `${en}/forms/roadshow/${activityId}/existing`;
    expect((await call(world, "GET", form)).text).toContain('name="project"');
    const link = `https://lingxi.example/my/projects/${pasted}`;
    const wrong = await call(world, "POST", form, { form: { ...who, project: "x" } });
    expect([wrong.status, wrong.text.includes("郑上台")]).toEqual([404, true]);
    const first = await call(world, "POST", form, { form: { ...who, project: link } });
    expect([first.status, first.headers.location]).toEqual([303, `${en}/forms/roadshow/${activityId}/done`]);
    expect((await call(world, "POST", form, { form: { ...who, project: link } })).status).toBe(409);

    const own = `${en}/my/roadshow/projects/${opened}`;
    expect((await call(world, "GET", `${en}/my/projects/${opened}`)).text).toContain(own);
    expect((await call(world, "GET", own)).text).toContain(activityId);
    const none = await call(world, "POST", own, { form: who });
    expect([none.status, none.headers.location]).toEqual([404, undefined]);
    expect((await call(world, "POST", own, { form: { ...who, activityId } })).status).toBe(303);
    expect(await rows(activityId)).toHaveLength(2);
  });
});

describe("a new project", () => {
  it("that is a state secret leads to the desk, and nothing of it is kept", async () => {
    const activityId = await openRoadshow(world);
    const before = await world.scan();
    const form = { secrecy: "state-secret", title: "机要课题" };
    const answer = await call(world, "POST", `/forms/roadshow/${activityId}`, { form });
    expect(answer.headers.location).toMatch(/^\/forms\/roadshow\/desk\/LX-\d{8}-[2-9A-Z]{4}$/);
    expect((await call(world, "GET", answer.headers.location ?? "")).text).toContain("请到线下受理窗口办理");
    expect(await world.scan()).toEqual(before);
  });
});

describe("the page behind an entry's link", () => {
  it("changes and withdraws it, and tells nothing before the result is out", async () => {
    const activityId = await openRoadshow(world);
    const entry = await Entries.find(world.ctx(), { activityId, id: await entered(world, activityId) });
    if (!entry) throw new Error("no entry");
    const path = `/en/my/roadshow/${entryToken(world.ctx(), entry)}`;
    const cookies = [await signIn(world, "organiser")];
    const decide = `/api/console/roadshows/${activityId}/entries/${entry.id}/decide`;
    const body = { version: 1, decision: "declined", reason: "SECRET-REASON" };
    expect((await call(world, "POST", decide, { body, cookies })).status).toBe(200);
    const page = await call(world, "GET", path);
    expect(page.text).toContain("waits for the jury");
    expect(page.text).not.toContain("SECRET-REASON");
    const changed = await call(world, "POST", path, { form: { presenter: "王上台", version: "2" } });
    expect([changed.status, changed.headers.location]).toEqual([303, `${path}?saved=1`]);
    expect((await call(world, "GET", path)).text).toContain("王上台");
    expect((await call(world, "POST", path, { form: { presenter: " ", version: "3" } })).status).toBe(422);
    expect((await call(world, "POST", `${path}/withdraw`)).status).toBe(303);
    expect((await call(world, "GET", path)).text).toContain("is not in this roadshow any more");
  });
});

it("gives the results as a workbook to organisers and auditors, and to nobody else", async () => {
  const activityId = await openRoadshow(world);
  await entered(world, activityId);
  const path = `/api/console/roadshows/${activityId}/results?locale=en`;
  for (const [role, status] of [
    ["organiser", 200],
    ["auditor", 200],
    ["jury", 403],
  ] as const) {
    const answer = await call(world, "GET", path, { cookies: [await signIn(world, role)] });
    expect([role, answer.status]).toEqual([role, status]);
    if (status === 200) expect(Buffer.from(answer.bytes.subarray(0, 2)).toString()).toBe("PK");
  }
});

import { readDesk, readOwnMeetings } from "@lingxi/core/meeting";
import { describe, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { embedded, staff } from "../support/embedded.ts";
import { agree, guest, matchmaking, schedule } from "../support/meetings.ts";
import { signIn } from "../support/session.ts";

const world = embedded();

async function two() {
  const activityId = await matchmaking(world);
  return { activityId, one: await guest(world, activityId, "甲"), other: await guest(world, activityId, "乙") };
}
const post = (path: string, form: Record<string, string>) => call(world, "POST", path, { form });

describe("the pages of one who takes part", () => {
  it("invite, accept, rank, cancel and leave by forms", async () => {
    const { one, other } = await two();
    const step = (who: typeof one, name: string, form: Record<string, string>) => post(`/my/meetings/${who.token}/${name}`, form);
    const times = (await readOwnMeetings(world.ctx(), { token: one.token })).slots.map(({ startsAt }) => startsAt);
    const said = { brings: "钛合金板材", seeks: "渠道", consent: "yes" };
    const saved = (form: Record<string, string | string[]>) => call(world, "POST", `/my/meetings/${one.token}/profile`, { form });
    expect((await saved({ ...said, times })).status).toBe(303);
    const refused = await saved(said);
    expect([refused.status, refused.text.includes("请至少选一个时段")]).toEqual([422, true]);
    expect((await step(one, "ask", { other: other.id })).status).toBe(303);
    expect((await step(one, "ask", { other: other.id })).status).toBe(409);
    expect((await step(other, "answer", { other: one.id, answer: "accept" })).status).toBe(303);
    expect((await step(one, "rank", { other: other.id, move: "up" })).status).toBe(303);
    expect((await call(world, "GET", `/en/my/meetings/${one.token}`)).text).toContain("Both agreed");
    expect((await step(one, "withdraw", { other: other.id })).status).toBe(303);
    expect((await step(one, "leave", {})).status).toBe(303);
    expect((await call(world, "GET", `/my/meetings/${other.token}/people`)).text).not.toContain("甲");
  });

  it("say how it went after it has begun, and give the calendar", async () => {
    const { activityId, one, other } = await two();
    await agree(world, one, other);
    const cookie = await signIn(world, "organiser");
    const { draft } = await schedule(world, activityId);
    const api = `/api/console/meetings/${activityId}`;
    const answer = await call(world, "POST", `${api}/publish`, { cookies: [cookie], body: { version: draft?.version } });
    expect(answer.status, answer.text).toBe(200);
    const ics = await call(world, "GET", `/my/meetings/${one.token}/agenda.ics`);
    expect(ics.text).toContain("BEGIN:VEVENT");
    const meetingId = draft?.rows[0]?.id ?? "";
    const now = world.clock.now;
    world.clock.now = new Date(draft?.rows[0]?.startsAt ?? "");
    expect((await post(`/my/meetings/${one.token}/outcome`, { meetingId, outcome: "held", again: "yes" })).status).toBe(303);
    const again = await signIn(world, "organiser");
    const noted = await call(world, "POST", `${api}/held/${meetingId}`, { cookies: [again], body: { outcome: "held" } });
    expect(noted.status, noted.text).toBe(200);
    world.clock.now = now;
  });
});

describe("the organiser's desk", () => {
  it("begins and stops a run, keeps somebody out, and is closed to those without the role", async () => {
    const { activityId, one, other } = await two();
    await agree(world, one, other);
    const cookie = await signIn(world, "organiser");
    const api = `/api/console/meetings/${activityId}`;
    const send = (path: string, body: object) => call(world, "POST", api + path, { cookies: [cookie], body });
    expect((await send("/run", { kind: "all" })).status).toBe(200);
    expect((await send("/stop", {})).status).toBe(200);
    expect((await send(`/people/${one.id}`, { blocked: true })).status).toBe(200);
    const editor = await signIn(world, "editor");
    expect((await call(world, "GET", api, { cookies: [editor] })).status).toBe(403);
    expect((await call(world, "GET", api, { cookies: [await signIn(world, "auditor")] })).status).toBe(200);
  });

  it("holds for organisers of this activity alone", async () => {
    const { activityId } = await two();
    const scoped = {
      kind: "staff" as const,
      id: "stf_scoped",
      roles: [],
      scoped: [{ role: "organiser" as const, activities: ["act_other"], chains: [] }],
    };
    await expect(readDesk(world.ctx(scoped), { activityId })).rejects.toMatchObject({ reason: "access.other-part" });
    expect((await readDesk(world.ctx(staff("organiser")), { activityId })).isMatchmaking).toBe(true);
  });
});

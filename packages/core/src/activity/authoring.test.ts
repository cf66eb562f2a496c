import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { DomainError } from "../platform/error.ts";
import { Activity } from "./entity.ts";
import {
  cancelActivity,
  cancelRegistration,
  carryOver,
  closeRegistration,
  copyActivity,
  dropTemplate,
  editActivity,
  editAgenda,
  getActivity,
  keepTemplate,
  listSeries,
  listTemplates,
  publishActivity,
  readActivity,
  register,
  reopenRegistration,
  repeatActivity,
  seeRegistration,
  seeStanding,
} from "./index.ts";
import { offerSeats } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const refused = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail("it was accepted"),
    (error: DomainError) => error,
  );
const day = 86_400_000;
const later = (instant: string, days: number) => new Date(Date.parse(instant) + days * day).toISOString();
const row = (activityId: string) => getActivity(organiser(), { activityId });
const edit = async (activityId: string, patch: object) => {
  const { overbooking: _, ...before } = await row(activityId);
  return editActivity(organiser(), { ...before, ...patch, activityId } as never);
};
const form = (n: number) => ({
  ...{ name: `报名${n}`, organisation: "示例", email: `authoring-${n}@example.com`, consent: true as const },
});
const session = (startsAt: string, more = {}) => ({
  ...{
    id: "one",
    kind: "talk",
    title: { "zh-CN": "钛材报告" },
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
  },
  ...more,
});

describe("an agenda", () => {
  it("is changed apart, stands on the public page in time, and stays when the rest is changed", async () => {
    const activityId = await publishedActivity(world, 5);
    const { startsAt, version } = await row(activityId);
    const agenda = {
      speakers: [{ id: "meng", name: { "zh-CN": "孟示例" } }],
      sessions: [session(later(startsAt, 0.2), { id: "b", remindHours: 2 }), session(startsAt, { id: "a", speakers: ["meng"] })],
    };
    await editAgenda(organiser(), { activityId, version, agenda: agenda as never });
    await edit(activityId, { capacity: 6 });
    const shown = (await readActivity(world.ctx(), { activityId })).agenda;
    expect(shown?.sessions.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(JSON.stringify(shown)).not.toContain("remindHours");
    expect(await refused(editAgenda(organiser(), { activityId, version, agenda: {} }))).toMatchObject({
      reason: "record.changed",
    });
    expect(await refused(editAgenda(world.ctx(), { activityId, version, agenda: {} }))).toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("registration", () => {
  it("opens at its time, closes early and opens again as it was; nobody loses anything", async () => {
    const activityId = await publishedActivity(world, 1);
    const { startsAt, registrationClosesAt } = await row(activityId);
    await edit(activityId, { registrationOpensAt: later(startsAt, -5) });
    expect((await readActivity(world.ctx(), { activityId })).availability).toBe("soon");
    expect(await refused(register(world.ctx(), { ...form(1), activityId }))).toMatchObject({ reason: "activity.not-open-yet" });
    await edit(activityId, { registrationOpensAt: undefined });
    const first = await ticketHolder(world, activityId);
    await register(world.ctx(), { ...form(2), activityId });

    const { version } = await row(activityId);
    await closeRegistration(organiser(), { activityId, version });
    expect(await refused(register(world.ctx(), { ...form(3), activityId }))).toMatchObject({ reason: "activity.closed" });
    expect((await row(activityId)).closedEarly?.was).toBe(registrationClosesAt);
    expect(await refused(closeRegistration(organiser(), { activityId, version: version + 1 }))).toMatchObject({
      reason: "activity.registration-not-open",
    });
    // A freed seat still goes to whoever waits.
    await cancelRegistration(world.ctx(), { token: first.token });
    expect(await offerSeats(world.ctx(system), { activityId })).toEqual({ offered: 1 });
    expect(await seeStanding(organiser(), { activityId })).toEqual({
      ...{ confirmed: 0, offered: 1, waitlisted: 0, requested: 0, about: false },
    });

    await reopenRegistration(organiser(), { activityId, version: version + 1 });
    expect(await row(activityId)).toMatchObject({ registrationClosesAt });
    expect((await row(activityId)).closedEarly).toBeUndefined();
    expect(await register(world.ctx(), { ...form(3), activityId })).toMatchObject({ status: "waitlisted" });
  });

  it("is not reopened to a time that is over or past the end", async () => {
    const activityId = await publishedActivity(world, 1);
    const { endsAt, version } = await row(activityId);
    await closeRegistration(organiser(), { activityId, version });
    const until = (at: string) => refused(reopenRegistration(organiser(), { activityId, version: version + 1, until: at }));
    expect(await until(later(endsAt, 0.1))).toMatchObject({ reason: "activity.cannot-reopen" });
    expect(await until(world.clock.now.toISOString())).toMatchObject({ reason: "activity.cannot-reopen" });
  });
});

describe("a copy", () => {
  it("has all that was written at its own time, and nothing of what became of it", async () => {
    const activityId = await publishedActivity(world, 3);
    const { startsAt, version } = await row(activityId);
    await editAgenda(organiser(), { activityId, version, agenda: { sessions: [session(startsAt)] } as never });
    await ticketHolder(world, activityId);
    await closeRegistration(organiser(), { activityId, version: version + 1 });
    const { id } = await copyActivity(organiser(), { activityId, startsAt: later(startsAt, 30) });
    const copy = await row(id);
    expect(copy).toMatchObject({
      status: "draft",
      taken: 0,
      startsAt: later(startsAt, 30),
      registrationClosesAt: later(startsAt, 29),
    });
    expect(copy.agenda?.sessions[0]?.startsAt).toBe(later(startsAt, 30));
    expect(copy.closedEarly).toBeUndefined();
  });

  it("is refused at a time that its other times could not follow to", async () => {
    const activityId = await publishedActivity(world, 3);
    for (const startsAt of ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z"])
      await expect(copyActivity(organiser(), { activityId, startsAt })).rejects.toMatchObject({
        fields: [{ field: "startsAt" }],
      });
  });
});

describe("a series", () => {
  it("is made once however often it is asked for, each date with registrations of its own", async () => {
    const activityId = await publishedActivity(world, 2);
    const { startsAt, version } = await row(activityId);
    const starts = [later(startsAt, 7), later(startsAt, 14)];
    const made = await repeatActivity(organiser(), { activityId, version, starts });
    expect(await repeatActivity(organiser(), { activityId, version, starts })).toEqual(made);
    const { items } = await listSeries(organiser(), { activityId: made.activities[1] ?? "" });
    expect(items.map((one) => [one.startsAt, one.status])).toEqual([
      [startsAt, "published"],
      [starts[0], "draft"],
      [starts[1], "draft"],
    ]);
    const [next = ""] = made.activities;
    await publishActivity(organiser(), { activityId: next, version: 1 });
    await ticketHolder(world, next);
    expect((await row(activityId)).taken).toBe(0);
  });

  it("takes a change over to the later dates, keeps their days, and says which could not take it", async () => {
    const activityId = await publishedActivity(world, 3);
    const { startsAt, version } = await row(activityId);
    const starts = [7, 14, 21].map((days) => later(startsAt, days));
    const { activities } = await repeatActivity(organiser(), { activityId, version, starts });
    const [full = "", plain = "", off = ""] = activities;
    await publishActivity(organiser(), { activityId: full, version: 1 });
    for (let n = 0; n < 2; n++) await ticketHolder(world, full);
    await cancelActivity(organiser(), { activityId: off, version: 1 });
    const hour = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
    await edit(activityId, { title: { "zh-CN": "改了名的沙龙" }, capacity: 1, startsAt: hour });
    const now = await row(activityId);
    await editAgenda(organiser(), { activityId, version: now.version, agenda: { sessions: [session(hour)] } as never });
    const ask = { activityId, version: now.version + 1, parts: ["texts", "places", "times", "agenda"] as const };
    const { rows } = await carryOver(organiser(), { ...ask, parts: [...ask.parts] });
    expect(rows.map(({ activityId: id, outcome }) => [id, outcome])).toEqual([
      [full, "refused"],
      [plain, "changed"],
    ]);
    expect(rows[0]?.because?.["zh-CN"]).toContain("2");
    expect(await row(plain)).toMatchObject({ title: { "zh-CN": "改了名的沙龙" }, capacity: 1, startsAt: later(hour, 14) });
    expect((await row(plain)).agenda?.sessions[0]?.startsAt).toBe(later(hour, 14));
    expect(await row(full)).toMatchObject({ capacity: 3, title: { "zh-CN": "钛合金沙龙" } });
    const again = await carryOver(organiser(), { ...ask, parts: [...ask.parts] });
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(["refused", "same"]);
  });
});

describe("a template", () => {
  it("is kept without the meeting's link, listed, and dropped", async () => {
    const activityId = await publishedActivity(world, 3);
    await edit(activityId, { onlineLink: "https://meeting.example/secret" });
    const { id } = await keepTemplate(organiser(), { activityId, name: { "zh-CN": "月度沙龙" } });
    const list = async () => (await listTemplates(organiser(), {})).items.filter((one) => one.id === id);
    const [kept] = await list();
    expect(kept?.content.title["zh-CN"]).toBe("钛合金沙龙");
    expect(JSON.stringify(kept)).not.toContain("meeting.example");
    await dropTemplate(organiser(), { templateId: id, version: 1 });
    await dropTemplate(organiser(), { templateId: id, version: 1 });
    expect(await list()).toEqual([]);
  });
});

describe("the online link", () => {
  const link = "https://meeting.example/room-7391";
  const at = async () => {
    const activityId = await publishedActivity(world, 1);
    await edit(activityId, { onlineLink: link, onlineNote: "会议号 739 100" });
    return { activityId, seated: await ticketHolder(world, activityId), waiting: await ticketHolder(world, activityId) };
  };

  it("is seen by whoever holds a seat, not by who waits, nor on the public page", async () => {
    const { activityId, seated, waiting } = await at();
    const see = (token: string) => seeRegistration(world.ctx(), { token });
    // The control: the same search finds it where it may stand.
    expect(JSON.stringify(await see(seated.token))).toContain("room-7391");
    for (const shown of [await see(waiting.token), await readActivity(world.ctx(), { activityId })]) {
      expect(JSON.stringify(shown)).not.toContain("room-7391");
      expect(JSON.stringify(shown)).not.toContain("739 100");
    }
    await cancelRegistration(world.ctx(), { token: seated.token });
    expect(JSON.stringify(await see(seated.token))).not.toContain("room-7391");
  });

  it("is an address, or is refused by its name", async () => {
    const activityId = await publishedActivity(world, 1);
    for (const onlineLink of ["meeting.example", "javascript:alert(1)", "https://"])
      expect((await refused(edit(activityId, { onlineLink }))).fields?.map(({ field }) => field)).toEqual(["onlineLink"]);
  });
});

describe("a quota below what is taken", () => {
  it("is recorded with who confirmed it, seats nobody before it is below, and need not be confirmed again", async () => {
    const activityId = await publishedActivity(world, 3);
    const holders = [
      await ticketHolder(world, activityId),
      await ticketHolder(world, activityId),
      await ticketHolder(world, activityId),
    ];
    expect(await refused(edit(activityId, { capacity: 2 }))).toMatchObject({ reason: "activity.capacity-taken" });
    await edit(activityId, { capacity: 2, overbooked: ["whole"] });
    const by = (await Activity.find(organiser(), { id: activityId }))?.updatedBy;
    expect((await row(activityId)).overbooking).toMatchObject({ quotas: [{ id: "whole", size: 2, taken: 3 }], by });
    await edit(activityId, { offerHours: 12 });
    expect(await refused(edit(activityId, { capacity: 1 }))).toMatchObject({ reason: "activity.capacity-taken" });

    await register(world.ctx(), { ...form(9), activityId });
    const free = async (n: number) => {
      await cancelRegistration(world.ctx(), { token: holders[n]?.token ?? "" });
      return (await offerSeats(world.ctx(system), { activityId })).offered;
    };
    expect(await free(0)).toBe(0);
    expect(await free(1)).toBe(1);
    await edit(activityId, { offerHours: 13 });
    expect((await row(activityId)).overbooking).toBeUndefined();
  });
});

import { cancelRegistration, register } from "@lingxi/core/activity";
import { registrationToken } from "@lingxi/core/activity/reactions";
import { applyTalent, leaveTalents } from "@lingxi/core/talent";
import { describe, expect, it } from "vitest";
import { dropAgreement } from "../../packages/core/src/campaign/agreed.ts";
import { Contact } from "../../packages/core/src/campaign/entity.ts";
import { expireContacts } from "../../packages/core/src/campaign/held.ts";
import { noteContact } from "../../packages/core/src/campaign/note-contact.ts";
import { contactHistory, seeContact } from "../../packages/core/src/campaign/see-contact.ts";
import { recordFeedback } from "../../packages/core/src/platform/mail/record.ts";
import { Talent } from "../../packages/core/src/talent/entity.ts";
import { talentLink } from "../../packages/core/src/talent/link.ts";
import { publishedActivity } from "../support/activities.ts";
import { bringIn, startCampaign, work } from "../support/campaigns.ts";
import { letIn, ticketHolder } from "../support/door.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const digest = (email: string) => world.ctx().keys.digest("person", email);
const view = (email: string) => seeContact(organiser(), { person: digest(email) });
const found = (email: string) => Contact.find(world.ctx(system), { person: digest(email) });
const told = (name: string, data: Record<string, string>) =>
  noteContact(world.ctx(system), { name, time: world.clock.now.toISOString(), data });
type Any<T extends (...args: never[]) => unknown> = Parameters<T>[1];

async function registered(email: string, more: object = {}) {
  const activityId = await publishedActivity(world, 10);
  await register(world.ctx(), { ...forms.registration, ...more, email, activityId } as unknown as Any<typeof register>);
  const note = () => told("activity.registration-confirmed", { activityId, person: digest(email) });
  await note();
  return { activityId, note };
}

describe("somebody who registers", () => {
  it("is a contact with the consent that was given there, which suffices for no notification", async () => {
    const { activityId, note } = await registered("reg@example.com", { name: "报名人", organisation: "示例厂" });
    const { contact, agreed, activities } = await view("reg@example.com");
    expect(contact).toMatchObject({ name: "报名人", lists: [], origins: [{ kind: "registration", id: activityId }] });
    expect(contact.consents).toMatchObject([{ basis: "activity-registration", importId: activityId }]);
    expect(agreed).toEqual([]);
    expect(activities).toMatchObject({ [activityId]: { registered: expect.any(String), ends: expect.any(String) } });
    await note();
    expect((await view("reg@example.com")).contact.version).toBe(contact.version);
  });

  it("and agrees there to be told of events may be written to, until that is taken back", async () => {
    const email = "told@example.com";
    const { activityId } = await registered(email, { notices: "yes" });
    expect((await view(email)).agreed).toEqual(["public-service"]);
    await dropAgreement(world.ctx(system), { person: digest(email), by: activityId });
    const { contact, agreed } = await view(email);
    expect([agreed, contact.consents.map(({ basis }) => basis)]).toEqual([[], ["activity-registration"]]);
  });

  it("who is on a list already stays as listed, is filled where empty, and what differs is shown", async () => {
    const list = await bringIn(world, ["listed@example.com,名单姓名"]);
    await registered("listed@example.com", { name: "报名姓名", organisation: "示例厂" });
    const { contact, agreed } = await view("listed@example.com");
    expect(contact).toMatchObject({ name: "名单姓名", organisation: "示例厂", lists: [list] });
    expect(contact.differences).toMatchObject([{ field: "name", value: "报名姓名" }]);
    expect(agreed).toContain("public-service");
  });

  it("and cancels is none any more, unless a list names them", async () => {
    for (const email of ["gone@example.com", "stays@example.com"]) {
      if (email.startsWith("stays")) await bringIn(world, [`${email},甲`]);
      const { activityId } = await registered(email);
      const holder = (await world.scan()).find((item) => item.type === "registration" && item.email === email);
      await cancelRegistration(world.ctx(), { token: registrationToken(world.ctx(), holder as never), version: 1 } as never);
      await told("activity.registration-cancelled", { activityId, person: digest(email) });
    }
    expect(await found("gone@example.com")).toMatchObject({ email: "", consents: [], origins: [] });
    const { contact, activities } = await view("stays@example.com");
    expect(contact).toMatchObject({ origins: [], consents: [{ basis: "written" }] });
    expect(Object.values(activities)).toEqual([{ ends: expect.any(String) }]);
  });

  it("is forgotten when what the registration says is, two years after the activity", async () => {
    await registered("old@example.com");
    world.clock.advance(760 * 86_400_000);
    await expireContacts(world.ctx(system));
    expect(await found("old@example.com")).toMatchObject({ email: "" });
  });
});

it("says who came", async () => {
  const activityId = await publishedActivity(world, 10);
  const { code, email = "" } = (await ticketHolder(world, activityId, "来者")) as { code: string; email?: string };
  await letIn(world, activityId, code);
  const entry = (await world.scan()).find((item) => item.type === "door-entry" && item.activityId === activityId);
  const person = String(entry?.person);
  await told("activity.registration-confirmed", { activityId, person });
  await told("door.changed", { activityId, person });
  expect((await seeContact(organiser(), { person })).activities).toMatchObject({
    [activityId]: { attended: expect.any(String) },
  });
  expect(email).toBeDefined();
});

it("makes a contact of an expert, and takes it back when the expert leaves", async () => {
  const email = "expert@example.com";
  await applyTalent(world.ctx(), { ...forms.talent, email } as unknown as Any<typeof applyTalent>);
  const { id = "" } = ((await world.scan()).find((item) => item.type === "talent" && item.email === email) ?? {}) as {
    id?: string;
  };
  await told("talent.applied", { talentId: id });
  expect((await view(email)).contact).toMatchObject({ origins: [{ kind: "talent" }], consents: [{ basis: "talent-pool" }] });
  const talent = await Talent.find(world.ctx(system), { id });
  if (!talent) throw new Error("no talent");
  await leaveTalents(world.ctx(), { token: talentLink.token(world.ctx(), talent) });
  await told("talent.left", { talentId: id });
  expect(await found(email)).toMatchObject({ email: "" });
});

it("says everything that was sent to a person, why, and what became of it, page by page", async () => {
  const email = "history@example.com";
  const list = await bringIn(world, [`${email},史`]);
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const id = await startCampaign(world, list);
    await work(world, id);
    ids.unshift(id);
    world.clock.advance(60_000);
  }
  await recordFeedback(world.ctx(system), `${ids[0]}-${digest(email)}`, "delivered");
  const first = await contactHistory(organiser(), { person: digest(email), limit: 2 });
  const second = await contactHistory(organiser(), { person: digest(email), limit: 2, cursor: first.cursor });
  const all = [...first.items, ...second.items];
  expect(all.map(({ campaign }) => campaign?.id)).toEqual(ids);
  expect(all[0]).toMatchObject({
    ...{ status: "delivered", reached: { accepted: expect.any(String), delivered: expect.any(String) } },
    campaign: { kind: "public-service", list: "测试名单" },
  });
});

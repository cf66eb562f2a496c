import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { Registration } from "./entity.ts";
import {
  changeRegistration,
  copyActivity,
  listForms,
  listRegistrations,
  publishActivity,
  readForm,
  register,
  saveForm,
  seeRegistration,
  takeOver,
} from "./index.ts";
import { registrationToken, transferToken } from "./link.ts";
import { eraseRegistrations, heldRegistrations } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const size = { id: "size", kind: "text" as const, label: { "zh-CN": "衣服尺码", en: "Size" } };
const code = { id: "code", kind: "organisation" as const, label: { "zh-CN": "单位代码", en: "Code" }, required: true };

async function asking(...questions: (typeof size | typeof code)[]) {
  const activityId = await publishedActivity(world, 5);
  await saveForm(organiser(), { activityId, number: 0, questions });
  return activityId;
}
const someone = (activityId: string, more: object = {}) => ({
  ...{ activityId, name: "李示例", organisation: "示例公司", email: "li@example.com", consent: true },
  ...more,
});
const stored = async (activityId: string, email = "li@example.com") => {
  const found = await Registration.find(world.ctx(), { activityId, person: world.ctx().keys.digest("person", email) });
  if (!found) throw new Error("nobody registered");
  return found;
};

describe("a registration form", () => {
  it("keeps answers with the version that they were given to, also after the form changed", async () => {
    const activityId = await asking(size);
    await register(world.ctx(), someone(activityId, { form: 1, answers: { size: " L " } }));
    await saveForm(organiser(), { activityId, number: 1, questions: [code] });
    expect(await stored(activityId)).toMatchObject({ form: 1, answers: { size: "L" } });
    const { form } = await seeRegistration(world.ctx(), { token: registrationToken(world.ctx(), await stored(activityId)) });
    expect(form).toMatchObject({ number: 1, open: true, questions: [{ id: "size" }] });
    expect((await listForms(organiser(), { activityId })).items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it("asks what is new of somebody who filled in an older version, and takes it when it is answered", async () => {
    const activityId = await asking(size);
    await saveForm(organiser(), { activityId, number: 1, questions: [code] });
    await expect(register(world.ctx(), someone(activityId, { form: 1, answers: { size: "L" } }))).rejects.toMatchObject({
      reason: "activity.form-changed",
      fields: [{ field: "answers.code" }, { field: "form", message: { "zh-CN": expect.stringContaining("“L”") } }],
    });
    const again = someone(activityId, { form: 2, answers: { size: "L", code: "91350100M000100Y43" } });
    expect(await register(world.ctx(), again)).toMatchObject({ status: "confirmed" });
    expect(await stored(activityId)).toMatchObject({ form: 2, answers: { code: "91350100M000100Y43" } });
  });

  it("takes an older version in silence where nothing is different for the person", async () => {
    const activityId = await asking(size);
    await saveForm(organiser(), { activityId, number: 1, questions: [{ ...size }], group: 3 });
    expect(await register(world.ctx(), someone(activityId, { form: 1, answers: {} }))).toMatchObject({ status: "confirmed" });
  });

  it("refuses a registration without a required answer, and writes nothing", async () => {
    const activityId = await asking(code);
    const before = await world.scan();
    await expect(register(world.ctx(), someone(activityId))).rejects.toMatchObject({
      reason: "input.invalid",
      fields: [{ field: "answers.code" }],
    });
    expect(await world.scan()).toEqual(before);
  });

  it("seals answers, gives them with the person's data, and erases them with the person", async () => {
    const activityId = await asking(size);
    await register(world.ctx(), someone(activityId, { email: "sealed@example.com", answers: { size: "SEALED-XL" } }));
    const { seals } = Registration.change(world.ctx(), await stored(activityId, "sealed@example.com"), {});
    expect(seals?.[0]?.attributes).toContain("answers");
    const person = world.ctx().keys.digest("person", "sealed@example.com");
    const [holding] = await heldRegistrations(world.ctx(), [person]);
    expect(holding?.facts).toContainEqual({ label: { "zh-CN": "衣服尺码", en: "Size" }, value: "SEALED-XL" });
    await eraseRegistrations(world.ctx(), [person]);
    expect((await stored(activityId, "sealed@example.com")).answers).toBeUndefined();
  });

  it("lets answers be changed by the secret link until registration closes", async () => {
    const activityId = await asking(size);
    await register(world.ctx(), someone(activityId, { answers: { size: "L" } }));
    const token = registrationToken(world.ctx(), await stored(activityId));
    const change = { token, name: "李示例", organisation: "示例公司" };
    await changeRegistration(world.ctx(), { ...change, version: 1, answers: { size: "XL" } });
    expect((await stored(activityId)).answers).toEqual({ size: "XL" });
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + 9.5 * 86_400_000);
    const late = changeRegistration(world.ctx(), { ...change, version: 2, answers: { size: "S" } });
    await expect(late).rejects.toMatchObject({ reason: "registration.answers-closed" });
    await changeRegistration(world.ctx(), { ...change, version: 2, phone: "13900000000" });
    world.clock.now = now;
    expect(await stored(activityId)).toMatchObject({ answers: { size: "XL" }, phone: "13900000000" });
  });

  it("is filled in by whoever takes over a seat", async () => {
    const activityId = await asking(size);
    await register(world.ctx(), someone(activityId, { answers: { size: "L" } }));
    const token = transferToken(world.ctx(), await stored(activityId));
    const { activityId: _, ...next } = someone(activityId, { email: "next@example.com", answers: { size: "M" } });
    await takeOver(world.ctx(), { token, ...next });
    expect((await stored(activityId, "next@example.com")).answers).toEqual({ size: "M" });
  });

  it("narrows the list of registrations to one choice", async () => {
    const options = ["yes", "no"].map((id) => ({ id, label: { "zh-CN": id } }));
    const activityId = await publishedActivity(world, 5);
    const meal = { id: "meal", kind: "one" as const, label: { "zh-CN": "用餐" }, options };
    await saveForm(organiser(), { activityId, number: 0, questions: [meal] });
    for (const [n, answer] of ["yes", "no", "yes"].entries())
      await register(world.ctx(), someone(activityId, { email: `p${n}@example.com`, answers: { meal: answer } }));
    const { items } = await listRegistrations(organiser(), { activityId, answer: "meal:yes" });
    expect(items).toHaveLength(2);
  });

  it("goes along when its activity is copied", async () => {
    const activityId = await asking(size);
    const startsAt = new Date(world.clock.now.getTime() + 40 * 86_400_000).toISOString();
    const { id } = await copyActivity(organiser(), { activityId, startsAt });
    await publishActivity(organiser(), { activityId: id, version: 1 });
    expect(await readForm(world.ctx(), { activityId: id })).toMatchObject({ number: 1, questions: [{ id: "size" }] });
  });

  it("is changed by one of two who change it at once", async () => {
    const activityId = await asking(size);
    const both = await Promise.allSettled(
      [size, code].map((question) => saveForm(organiser(), { activityId, number: 1, questions: [question] })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await readForm(world.ctx(), { activityId })).number).toBe(2);
  });

  it("refuses a question that becomes one of another kind, or is for a ticket type that is not there", async () => {
    const activityId = await asking(size);
    const other = saveForm(organiser(), { activityId, number: 1, questions: [{ ...size, kind: "number" }] });
    await expect(other).rejects.toMatchObject({ fields: [{ field: "questions.0.kind" }] });
    const ticket = saveForm(organiser(), { activityId, number: 1, questions: [{ ...size, tickets: ["vip"] }] });
    await expect(ticket).rejects.toMatchObject({ fields: [{ field: "questions.0.tickets" }] });
  });
});

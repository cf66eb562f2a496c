import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { Registration, Seats } from "./entity.ts";
import {
  acceptOffer,
  cancelRegistration,
  listRegistrations,
  nameCompanion,
  register,
  registerGroup,
  removeCompanion,
  saveForm,
  seeRegistration,
  takeOver,
} from "./index.ts";
import { registrationToken, transferToken } from "./link.ts";
import { eraseRegistrations, offerSeats } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const one = (name: string) => ({ name, organisation: "示例公司", email: `${name}@example.com`, consent: true });

async function activity(capacity: number) {
  const activityId = await publishedActivity(world, capacity);
  await saveForm(organiser(), { activityId, number: 0, questions: [], group: 5 });
  return activityId;
}
const find = async (activityId: string, name: string) => {
  const person = world.ctx().keys.digest("person", `${name}@example.com`);
  const found = await Registration.find(world.ctx(), { activityId, person });
  if (!found) throw new Error(`${name} is not registered`);
  return found;
};
const all = async (activityId: string) => (await listRegistrations(organiser(), { activityId, limit: 100 })).items;
const statuses = async (activityId: string) => (await all(activityId)).map(({ status }) => status).toSorted();
const counted = async (activityId: string) => {
  const { taken, waiting } = (await Seats.find(world.ctx(), { activityId })) ?? {};
  return { taken, waiting };
};
const group = (activityId: string, leader: string, size: number, more: object = {}) =>
  registerGroup(world.ctx(), { activityId, ...one(leader), size, ...more });
const offers = (activityId: string) => offerSeats(world.ctx(system), { activityId });
const tokenOf = async (activityId: string, name: string) => registrationToken(world.ctx(), await find(activityId, name));

describe("a group", () => {
  it("gets all its seats at once, each with a name that the door finds", async () => {
    const activityId = await activity(5);
    const companions = [{ name: "乙", email: "yi@example.com" }, {}];
    expect(await group(activityId, "jia", 3, { companions })).toEqual({ activityId, status: "confirmed" });
    expect(await counted(activityId)).toEqual({ taken: 3, waiting: 0 });
    expect(new Set((await all(activityId)).map(({ name }) => name))).toEqual(new Set(["jia", "jia（同行 2）", "乙"]));
    const { group: seen } = await seeRegistration(world.ctx(), { token: await tokenOf(activityId, "jia") });
    expect(seen?.map(({ addressed, token }) => [addressed, Boolean(token)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it("waits together for as many seats as it needs, and lets those pass whom a seat fits", async () => {
    const activityId = await activity(4);
    for (const name of ["a", "b", "c"]) await register(world.ctx(), { activityId, ...one(name) });
    expect(await group(activityId, "jia", 3)).toMatchObject({ status: "waitlisted" });
    expect(await register(world.ctx(), { activityId, ...one("d") })).toMatchObject({ status: "confirmed" });
    expect(await counted(activityId)).toEqual({ taken: 4, waiting: 3 });
    const { waitsFor, party, position } = await seeRegistration(world.ctx(), { token: await tokenOf(activityId, "jia") });
    expect({ waitsFor, party, position }).toEqual({ waitsFor: ["whole"], party: 3, position: 1 });
    for (const name of ["a", "b"]) await cancelRegistration(world.ctx(), { token: await tokenOf(activityId, name) });
    expect(await offers(activityId)).toEqual({ offered: 0 });
    await cancelRegistration(world.ctx(), { token: await tokenOf(activityId, "c") });
    expect(await offers(activityId)).toEqual({ offered: 1 });
    expect(await counted(activityId)).toEqual({ taken: 4, waiting: 0 });
    await acceptOffer(world.ctx(), { token: await tokenOf(activityId, "jia") });
    expect((await all(activityId)).filter(({ status }) => status === "confirmed")).toHaveLength(4);
  });

  it("comes before those who came after it, once there are seats for all of it", async () => {
    const activityId = await activity(2);
    for (const name of ["a", "b"]) await register(world.ctx(), { activityId, ...one(name) });
    await group(activityId, "jia", 2);
    await register(world.ctx(), { activityId, ...one("late") });
    for (const name of ["a", "b"]) await cancelRegistration(world.ctx(), { token: await tokenOf(activityId, name) });
    await offers(activityId);
    expect((await find(activityId, "jia")).status).toBe("offered");
    expect((await find(activityId, "late")).status).toBe("waitlisted");
  });

  it("is seated one by one where the leader allows it", async () => {
    const activityId = await activity(2);
    await register(world.ctx(), { activityId, ...one("a") });
    expect(await group(activityId, "jia", 3, { split: true })).toMatchObject({ status: "waitlisted" });
    expect(await offers(activityId)).toEqual({ offered: 1 });
    expect(await statuses(activityId)).toEqual(["confirmed", "offered", "waitlisted", "waitlisted"]);
  });

  it("of which somebody leaves waits for fewer seats", async () => {
    const activityId = await activity(2);
    await register(world.ctx(), { activityId, ...one("a") });
    await group(activityId, "jia", 2);
    const token = await tokenOf(activityId, "jia");
    const { group: seen = [] } = await seeRegistration(world.ctx(), { token });
    await removeCompanion(world.ctx(), { token, companion: seen[0]?.id ?? "" });
    expect(await counted(activityId)).toEqual({ taken: 1, waiting: 1 });
    expect(await offers(activityId)).toEqual({ offered: 1 });
    expect((await find(activityId, "jia")).status).toBe("offered");
  });

  it("ends with its leader in one step", async () => {
    const activityId = await activity(3);
    await group(activityId, "jia", 3);
    await cancelRegistration(world.ctx(), { token: await tokenOf(activityId, "jia") });
    expect(await counted(activityId)).toEqual({ taken: 0, waiting: 0 });
    expect(new Set(await statuses(activityId))).toEqual(new Set(["cancelled"]));
  });

  it("is named later: the seat goes on to the address, which has a ticket of its own", async () => {
    const activityId = await activity(3);
    await group(activityId, "jia", 2);
    const token = await tokenOf(activityId, "jia");
    const { group: seen = [] } = await seeRegistration(world.ctx(), { token });
    await nameCompanion(world.ctx(), { token, companion: seen[0]?.id ?? "", name: "乙", email: "yi@example.com" });
    expect(await find(activityId, "yi")).toMatchObject({ status: "confirmed", name: "乙", email: "yi@example.com" });
    expect(await counted(activityId)).toEqual({ taken: 2, waiting: 0 });
    const { group: then = [] } = await seeRegistration(world.ctx(), { token });
    expect(then.map(({ name, addressed }) => [name, addressed])).toEqual([["乙", true]]);
  });

  it("tells its leader nothing of an address that is registered already, and gives it no second registration", async () => {
    const activityId = await activity(6);
    await register(world.ctx(), { activityId, ...one("yi") });
    const before = (await find(activityId, "yi")).id;
    const answer = await group(activityId, "jia", 2, { companions: [{ name: "乙", email: "yi@example.com" }] });
    const other = await group(activityId, "ding", 2, { companions: [{ name: "乙", email: "new@example.com" }] });
    expect({ ...answer, activityId }).toEqual(other);
    expect((await find(activityId, "yi")).id).toBe(before);
    const seen = async (name: string) =>
      (await seeRegistration(world.ctx(), { token: await tokenOf(activityId, name) })).group?.map(({ id: _, ...shown }) => shown);
    expect(await seen("jia")).toEqual(await seen("ding"));
    expect(await counted(activityId)).toEqual({ taken: 5, waiting: 0 });
  });

  it("looks the same to its leader whether an address that is named later is registered or not", async () => {
    const activityId = await activity(6);
    await register(world.ctx(), { activityId, ...one("known") });
    await group(activityId, "jia", 3);
    const token = await tokenOf(activityId, "jia");
    const seats = async () => (await seeRegistration(world.ctx(), { token })).group ?? [];
    const before = await seats();
    for (const [n, email] of ["known@example.com", "new@example.com"].entries())
      await nameCompanion(world.ctx(), { token, companion: before[n]?.id ?? "", name: "乙", email });
    const after = await seats();
    expect(after.map(({ id: _, ...seen }) => seen)).toEqual(
      [1, 2].map(() => expect.objectContaining({ name: "乙", addressed: true })),
    );
    expect(after.some(({ id, token: link }) => link || before.some((was) => was.id === id))).toBe(false);
    expect(await counted(activityId)).toEqual({ taken: 4, waiting: 0 });
  });

  it("goes on with whoever takes over the leader's seat", async () => {
    const activityId = await activity(3);
    await group(activityId, "jia", 3);
    await takeOver(world.ctx(), { token: transferToken(world.ctx(), await find(activityId, "jia")), ...one("next") });
    const { group: seen } = await seeRegistration(world.ctx(), { token: await tokenOf(activityId, "next") });
    expect(seen).toHaveLength(2);
  });

  it("keeps those who have an address when its leader is erased, and nothing of the others", async () => {
    const activityId = await activity(3);
    await group(activityId, "jia", 3, { companions: [{ name: "乙", email: "yi@example.com" }, { name: "丙" }] });
    await eraseRegistrations(world.ctx(system), [world.ctx().keys.digest("person", "jia@example.com")]);
    expect(await statuses(activityId)).toEqual(["cancelled", "cancelled", "confirmed"]);
    expect(JSON.stringify(await all(activityId))).not.toContain("丙");
    expect(await counted(activityId)).toEqual({ taken: 1, waiting: 0 });
  });

  it("is no larger than the organiser says, and names nobody twice", async () => {
    const activityId = await activity(9);
    await expect(group(activityId, "jia", 6)).rejects.toMatchObject({ reason: "activity.no-groups" });
    const twice = group(activityId, "jia", 3, { companions: [{ email: "b@example.com" }, { email: "B@example.com" }] });
    await expect(twice).rejects.toMatchObject({ fields: [{ field: "companions.1.email" }] });
    const many = group(activityId, "jia", 2, { companions: [{ name: "乙" }, { name: "丙" }] });
    await expect(many).rejects.toMatchObject({ fields: [{ field: "size" }] });
  });

  it("of several that come at once never takes more seats than there are, nor is split", async () => {
    const activityId = await activity(7);
    await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => group(activityId, `leader${n}`, 3)),
      ...Array.from({ length: 4 }, (_, n) => register(world.ctx(), { activityId, ...one(`single${n}`) })),
    ]);
    const people = await all(activityId);
    expect(people).toHaveLength(22);
    for (const leader of people.filter(({ leads }) => leads)) {
      const own = people.filter((r) => r.leader === leader.person);
      expect(own.map(({ status }) => status)).toEqual([leader.status, leader.status]);
    }
    const seated = people.filter(({ status }) => status === "confirmed").length;
    expect(await counted(activityId)).toEqual({ taken: seated, waiting: 22 - seated });
    expect(seated).toBe(7);
  });
});

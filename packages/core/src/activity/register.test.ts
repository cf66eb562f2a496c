import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { editActivity, getActivity, listRegistrations, register } from "./index.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));

const activity = (capacity: number) => publishedActivity(world, capacity);

const person = (activityId: string, n: number) => ({
  activityId,
  name: `张三${n}`,
  organisation: "示例公司",
  email: `person${n}@example.com`,
  consent: true,
});
const seats = async (activityId: string) => {
  const { taken, waiting } = await getActivity(organiser(), { activityId });
  return { taken, waiting };
};

describe("register", () => {
  it("gives the last seat to exactly one of two", async () => {
    const activityId = await activity(1);
    const answers = await Promise.all([1, 2].map((n) => register(world.ctx(), person(activityId, n))));
    expect(answers.map((a) => a.status).sort()).toEqual(["confirmed", "waitlisted"]);
    expect(await seats(activityId)).toEqual({ taken: 1, waiting: 1 });
  });

  it("never sells more than there is to a crowd, and counts nobody twice", async () => {
    const activityId = await activity(7);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => register(world.ctx(), person(activityId, n % 40))));
    expect(answers).toHaveLength(60);
    expect(await seats(activityId)).toEqual({ taken: 7, waiting: 33 });
    const { items } = await listRegistrations(organiser(), { activityId, limit: 100 });
    expect(items).toHaveLength(40);
    expect(items.filter((r) => r.status === "confirmed")).toHaveLength(7);
  });

  it("answers a repeated registration like the first, in whatever writing of the address", async () => {
    const activityId = await activity(5);
    const first = await register(world.ctx(), person(activityId, 1));
    const again = await register(world.ctx(), { ...person(activityId, 1), email: " ＰＥＲＳＯＮ1＠example.com　" });
    expect(again).toEqual(first);
    expect(await seats(activityId)).toEqual({ taken: 1, waiting: 0 });
  });

  it("names each wrong field and the remedy in both languages, and writes nothing", async () => {
    const activityId = await activity(5);
    const before = await world.scan();
    const wrong = register(world.ctx(), {
      activityId,
      name: " ",
      organisation: "示例".repeat(80),
      email: "sunyue@@example.com",
      phone: "abc",
    });
    await expect(wrong).rejects.toMatchObject({
      reason: "input.invalid",
      fields: [
        { field: "name", message: { "zh-CN": "“姓名”没有填写，请填写。" } },
        { field: "organisation", message: { en: "Organisation: shorten it to 120 characters." } },
        { field: "email" },
        { field: "phone" },
        { field: "consent", message: { en: "Please read and tick the consent; without it we cannot register you." } },
      ],
    });
    expect(await world.scan()).toEqual(before);
  });

  it("refuses an unknown activity, and one that has closed", async () => {
    await expect(register(world.ctx(), person("act_none", 1))).rejects.toMatchObject({ reason: "activity.not-found" });
    const activityId = await activity(5);
    const { now } = world.clock;
    world.clock.advance(9.5 * 86_400_000);
    await expect(register(world.ctx(), person(activityId, 1))).rejects.toMatchObject({ reason: "activity.closed" });
    world.clock.now = now;
  });

  it("closes at midnight where the activity is: the last millisecond is in time, midnight is not, wherever one registers from", async () => {
    const activityId = await activity(5);
    const { version, ...row } = await getActivity(organiser(), { activityId });
    const midnight = "2026-11-27T00:00:00.000+08:00";
    await editActivity(organiser(), { ...row, activityId, version, registrationClosesAt: midnight });
    const { now } = world.clock;
    world.clock.now = new Date("2026-11-26T15:59:59.999Z");
    expect(await register(world.ctx(), person(activityId, 1))).toMatchObject({ status: "confirmed" });
    world.clock.now = new Date("2026-11-26T16:00:00.000Z");
    await expect(register(world.ctx(), person(activityId, 2))).rejects.toMatchObject({ reason: "activity.closed" });
    world.clock.now = now;
  });

  it("keeps rare characters and strips what cannot be seen", async () => {
    const activityId = await activity(5);
    await register(world.ctx(), { ...person(activityId, 9), name: "𬭎\u200B远\u202E" });
    const { items } = await listRegistrations(organiser(), { activityId });
    expect(items[0]?.name).toBe("𬭎远");
  });
});

import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { activityAtDoor, editActivity, enterWalkIn, getActivity, holders, register } from "./index.ts";

const world = embedded();
const door = () => world.ctx(staff("check-in"));
let n = 0;
const submission = () => `01kb${String(++n).padStart(22, "0")}`;
const taken = async (activityId: string) => (await activityAtDoor(world.ctx(), activityId)).taken;

describe("a walk-in", () => {
  it("gets a free seat, and is on the door's list with or without an address", async () => {
    const activityId = await publishedActivity(world, 2);
    await enterWalkIn(door(), { activityId, submission: submission(), name: "王示例" });
    await enterWalkIn(door(), { activityId, submission: submission(), name: "李示例", email: "li@example.com" });
    expect(await taken(activityId)).toBe(2);
    const { items } = await holders(world.ctx(), activityId, { limit: 10 });
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(["王示例", "李示例"]));
  });

  it("comes in beyond the capacity only when staff say so", async () => {
    const activityId = await publishedActivity(world, 1);
    await enterWalkIn(door(), { activityId, submission: submission(), name: "甲" });
    const one = { activityId, submission: submission(), name: "乙" };
    await expect(enterWalkIn(door(), one)).rejects.toMatchObject({
      reason: "activity.no-seat-for-walk-in",
      params: { taken: 1, capacity: 1 },
    });
    expect(await enterWalkIn(door(), { ...one, over: true })).toMatchObject({ outcome: "entered" });
    expect(await taken(activityId)).toBe(2);
  });

  it("takes no seat before a lottery is drawn, unless staff say so", async () => {
    const activityId = await publishedActivity(world, 3);
    const organiser = world.ctx(staff("organiser"));
    const row = await getActivity(organiser, { activityId });
    await editActivity(organiser, { ...row, activityId, drawAt: new Date(world.clock.now.getTime() + 1000).toISOString() });
    const one = { activityId, submission: submission(), name: "甲" };
    await expect(enterWalkIn(door(), one)).rejects.toMatchObject({ reason: "activity.no-seat-for-walk-in" });
    expect(await enterWalkIn(door(), { ...one, over: true })).toMatchObject({ outcome: "entered" });
  });

  it("is entered once, however often it is sent, also at the same instant", async () => {
    const activityId = await publishedActivity(world, 5);
    const one = { activityId, submission: submission(), name: "甲" };
    const all = await Promise.all([1, 2, 3].map(() => enterWalkIn(door(), one)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await taken(activityId)).toBe(1);
  });

  it("whose address is registered is that registration", async () => {
    const activityId = await publishedActivity(world, 5);
    const li = { name: "李示例", organisation: "示例公司", email: "li@example.com" };
    await register(world.ctx(), { activityId, ...li, consent: true });
    expect(await enterWalkIn(door(), { activityId, submission: submission(), ...li })).toMatchObject({
      outcome: "already",
      status: "confirmed",
    });
    expect(await taken(activityId)).toBe(1);
  });

  it("never takes the last seat twice", async () => {
    const activityId = await publishedActivity(world, 3);
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => enterWalkIn(door(), { activityId, submission: submission(), name: `人${at}` })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await taken(activityId)).toBe(3);
  });
});

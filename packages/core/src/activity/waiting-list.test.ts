import { beforeEach, describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import {
  acceptOffer,
  cancelRegistration,
  createActivity,
  getActivity,
  listRegistrations,
  publishActivity,
  register,
  seeRegistration,
} from "./index.ts";
import { registrationToken } from "./link.ts";
import { expireOffers, offerSeats } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const day = 86_400_000;
let activityId = "";

beforeEach(async () => {
  const at = (days: number) => new Date(world.clock.now.getTime() + days * day).toISOString();
  const text = { "zh-CN": "路演" };
  const content = { kind: "roadshow" as const, title: text, summary: text, description: text, venue: text, chains: [] };
  const when = { startsAt: at(3), endsAt: at(4), registrationClosesAt: at(2) };
  activityId = (await createActivity(organiser(), { ...content, ...when, capacity: 1, offerHours: 24 })).id;
  await publishActivity(organiser(), { activityId, version: 1 });
  for (const n of [1, 2, 3]) {
    await register(world.ctx(), { activityId, name: `人${n}`, organisation: "示例", email: `p${n}@example.com`, consent: true });
    world.clock.advance(1000);
  }
});

async function of(name: string) {
  const { items } = await listRegistrations(organiser(), { activityId });
  const found = items.find((r) => r.name === name);
  if (!found) throw new Error(`${name} is not registered`);
  return { ...found, token: registrationToken(world.ctx(), found) };
}
const offer = () => offerSeats(world.ctx(system), { activityId });
const seats = async () => {
  const { taken, waiting } = await getActivity(organiser(), { activityId });
  return { taken, waiting };
};

describe("the waiting list", () => {
  it("offers a freed seat to the first in line, who takes it", async () => {
    await cancelRegistration(world.ctx(), { token: (await of("人1")).token });
    await offer();
    expect((await of("人2")).status).toBe("offered");
    expect((await of("人3")).status).toBe("waitlisted");
    expect(await acceptOffer(world.ctx(), { token: (await of("人2")).token })).toEqual({ status: "confirmed" });
    expect(await seats()).toEqual({ taken: 1, waiting: 1 });
  });

  it("lets nobody take a freed seat past those who wait", async () => {
    await cancelRegistration(world.ctx(), { token: (await of("人1")).token });
    const late = await register(world.ctx(), {
      activityId,
      name: "人4",
      organisation: "示例",
      email: "p4@example.com",
      consent: true,
    });
    expect(late.status).toBe("waitlisted");
    await Promise.all([offer(), offer(), offer()]);
    expect((await of("人2")).status).toBe("offered");
    expect(await seats()).toEqual({ taken: 1, waiting: 2 });
  });

  it("passes an offer on when its time is over, never past the start", async () => {
    await cancelRegistration(world.ctx(), { token: (await of("人1")).token });
    await offer();
    const { offerExpiresAt = "", token } = await of("人2");
    expect(new Date(offerExpiresAt).getTime() - world.clock.now.getTime()).toBe(day);
    world.clock.advance(day);
    await expect(acceptOffer(world.ctx(), { token })).rejects.toMatchObject({ reason: "registration.offer-over" });
    await expireOffers(world.ctx(system), {});
    expect(await expireOffers(world.ctx(system), {})).toEqual({ expired: 0 });
    await offer();
    expect((await of("人3")).status).toBe("offered");
    expect((await seeRegistration(world.ctx(), { token })).registration).toMatchObject({
      status: "cancelled",
      cancelledBecause: "offer-expired",
    });
  });

  it("shows the position, and opens nothing to a forged link", async () => {
    expect((await seeRegistration(world.ctx(), { token: (await of("人3")).token })).position).toBe(2);
    const { token } = await of("人3");
    const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const bad of [forged, "", "a.b.c", `${token}.x`, "'; DROP TABLE"])
      await expect(seeRegistration(world.ctx(), { token: bad })).rejects.toMatchObject({ reason: "registration.not-found" });
  });

  it("gives back one seat for two clicks on cancel", async () => {
    const { token } = await of("人1");
    await Promise.allSettled([cancelRegistration(world.ctx(), { token }), cancelRegistration(world.ctx(), { token })]);
    expect(await seats()).toEqual({ taken: 0, waiting: 2 });
  });
});

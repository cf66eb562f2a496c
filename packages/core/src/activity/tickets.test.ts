import { beforeEach, describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { atHouse, house } from "../../../../tests/support/house.ts";
import { acceptOffer, cancelRegistration, getActivity, listRegistrations, seeRegistration } from "./index.ts";
import { expireOffers } from "./reactions.ts";

const world = embedded();
const { organiser, edit, come, link, status, offers, figures, use, open } = atHouse(world);
let activityId = "";
beforeEach(async () => {
  activityId = await open();
});

describe("shared quotas", () => {
  it("count one seat against each of them, and refuse nothing that fits", async () => {
    for (const n of ["1", "2"]) expect(await come(n, "firm")).toMatchObject({ status: "confirmed" });
    expect(await come("3", "firm")).toMatchObject({ status: "waitlisted" });
    for (const n of ["4", "5"]) expect(await come(n, "guest")).toMatchObject({ status: "confirmed" });
    expect(await come("6", "guest")).toMatchObject({ status: "waitlisted" });
    expect(await come("7", "member")).toMatchObject({ status: "confirmed" });
    expect(await figures()).toMatchObject({ taken: 5, waiting: 2, front: 4, firms: 2 });
  });

  it("never sell more than any of them to a crowd", async () => {
    const kinds = ["firm", "guest", "member"];
    await Promise.all(Array.from({ length: 30 }, (_, n) => come(`${n}`, kinds[n % 3])));
    const { items } = await listRegistrations(organiser(), { activityId, limit: 100 });
    const seated = items.filter((r) => r.status === "confirmed");
    const counted = await figures();
    expect(seated.length).toBeLessThanOrEqual(6);
    expect(seated.filter((r) => r.ticket === "firm").length).toBeLessThanOrEqual(2);
    expect(seated.filter((r) => r.ticket !== "member").length).toBeLessThanOrEqual(4);
    expect(counted).toMatchObject({ taken: seated.length, waiting: 30 - seated.length });
  });

  it("offer a freed seat to the next whom it fits, and say which quota keeps the others waiting", async () => {
    for (const [n, kind] of [
      ["1", "firm"],
      ["2", "firm"],
      ["3", "guest"],
      ["4", "guest"],
      ["5", "member"],
      ["6", "member"],
    ] as const)
      await come(n, kind);
    await come("7", "firm");
    world.clock.advance(1000);
    await come("8", "member");
    world.clock.advance(1000);
    expect((await seeRegistration(world.ctx(), await link("7"))).waitsFor).toEqual(["whole", "front", "firms"]);
    await cancelRegistration(world.ctx(), await link("5"));
    expect(await offers()).toEqual({ offered: 1 });
    expect([await status("7"), await status("8")]).toEqual(["waitlisted", "offered"]);
    expect((await seeRegistration(world.ctx(), await link("7"))).waitsFor).toEqual(["whole", "front", "firms"]);
    await cancelRegistration(world.ctx(), await link("1"));
    await offers();
    expect(await status("7")).toBe("offered");
    await acceptOffer(world.ctx(), await link("7"));
    expect(await figures()).toMatchObject({ taken: 6, waiting: 0, front: 4 });
  });

  it("give no newcomer a seat that somebody waits for and that fits them", async () => {
    for (const [n, kind] of [
      ["1", "firm"],
      ["2", "firm"],
      ["3", "guest"],
      ["4", "guest"],
    ] as const)
      await come(n, kind);
    await come("5", "guest");
    await cancelRegistration(world.ctx(), await link("3"));
    expect(await come("6", "member")).toMatchObject({ status: "waitlisted" });
    expect(await offers()).toEqual({ offered: 2 });
  });

  it("are lowered below what is taken only by name, and then give nobody a seat until enough are back", async () => {
    for (const n of ["1", "2"]) await come(n, "guest");
    const small = { ...house, quotas: [{ ...house.quotas[0], size: 1 }, house.quotas[1]] };
    await expect(edit(small)).rejects.toMatchObject({
      reason: "activity.capacity-taken",
      params: { taken: 2 },
      fields: [{ field: "quotas.0.size", message: { "zh-CN": expect.stringContaining("“前排”已有 2 人") } }],
    });
    await edit(small, ["front"]);
    expect(await come("3", "guest")).toMatchObject({ status: "waitlisted" });
    await cancelRegistration(world.ctx(), await link("1"));
    expect(await offers()).toEqual({ offered: 0 });
    await cancelRegistration(world.ctx(), await link("2"));
    expect(await offers()).toEqual({ offered: 1 });
  });

  it("are counted again when ticket types change, and a ticket type in use stays", async () => {
    await come("1", "member");
    await come("2", "guest");
    const tickets = house.tickets.map((t) => (t.id === "member" ? { ...t, quotas: ["firms"] } : t));
    await edit({ tickets });
    expect(await figures()).toMatchObject({ taken: 2, front: 1, firms: 1 });
    await expect(edit({ tickets: tickets.slice(1, 2) })).rejects.toMatchObject({
      reason: "activity.ticket-in-use",
      params: { count: 1 },
    });
    await edit({ tickets: tickets.slice(1, 3), quotas: house.quotas });
    expect((await getActivity(organiser(), { activityId })).tickets).toHaveLength(2);
  });

  it("come to an activity that had none with everybody who was there, and leave again", async () => {
    activityId = use(await publishedActivity(world, 2));
    for (const n of ["1", "2", "3"]) await come(n);
    await edit({ ...house, capacity: 3 });
    await offers();
    expect(await status("3")).toBe("offered");
    expect(await come("4", "firm")).toMatchObject({ status: "waitlisted" });
    await cancelRegistration(world.ctx(), await link("1"));
    await offers();
    expect(await status("4")).toBe("offered");
    await expect(edit({ tickets: [], quotas: [] })).rejects.toMatchObject({ reason: "activity.ticket-in-use" });
    await cancelRegistration(world.ctx(), await link("4"));
    await edit({ tickets: [], quotas: [] });
    expect(await come("5")).toMatchObject({ status: "confirmed" });
    expect(await figures()).toEqual({ taken: 3, waiting: 0 });
  });
});

describe("ticket types", () => {
  it("are chosen, shown by code, and open in their window only", async () => {
    await expect(come("1")).rejects.toMatchObject({ reason: "activity.ticket-missing" });
    await expect(come("1", "press")).rejects.toMatchObject({ reason: "activity.ticket-missing" });
    await edit({ tickets: [{ ...house.tickets[2], closesAt: "2026-11-20T00:00:00.000Z" }], quotas: [] });
    await expect(come("1")).rejects.toMatchObject({ reason: "activity.ticket-shut" });
  });

  it("refuse when all is taken and no waiting list is kept, and write nothing", async () => {
    await edit({ waitingList: false });
    for (const n of ["1", "2"]) await come(n, "firm");
    const before = await world.scan();
    await expect(come("3", "firm")).rejects.toMatchObject({ reason: "activity.sold-out" });
    expect(await world.scan()).toEqual(before);
  });
});

describe("an offer", () => {
  it("that ran out frees each quota that it held", async () => {
    for (const n of ["1", "2"]) await come(n, "firm");
    await come("3", "firm");
    await cancelRegistration(world.ctx(), await link("1"));
    await offers();
    expect(await figures()).toMatchObject({ firms: 2 });
    world.clock.advance(25 * 3_600_000);
    await expireOffers(world.ctx(system), {});
    expect(await figures()).toMatchObject({ taken: 1, front: 1 });
  });
});

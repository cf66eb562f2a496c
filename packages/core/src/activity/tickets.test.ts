import { beforeEach, describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import {
  acceptOffer,
  approveRegistration,
  cancelRegistration,
  createCode,
  editActivity,
  endCode,
  enterRegistrations,
  getActivity,
  listCodes,
  listRegistrations,
  refuseRegistration,
  register,
  seeRegistration,
  takeOver,
} from "./index.ts";
import { registrationToken, transferToken } from "./link.ts";
import { expireCodes, expireOffers, offerSeats } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
let activityId = "";

/** Six places, of which four are in front: firms sit in front, guests behind, members where they like; press comes by code, students are approved. */
const house = {
  capacity: 6,
  quotas: [
    { id: "front", name: { "zh-CN": "前排" }, size: 4 },
    { id: "firms", name: { "zh-CN": "企业" }, size: 2 },
  ],
  tickets: [
    { id: "firm", name: { "zh-CN": "企业" }, quotas: ["front", "firms"] },
    { id: "guest", name: { "zh-CN": "嘉宾" }, quotas: ["front"] },
    { id: "member", name: { "zh-CN": "会员" }, quotas: [] },
    { id: "press", name: { "zh-CN": "媒体" }, quotas: [], hidden: true },
    { id: "student", name: { "zh-CN": "学生" }, quotas: [], approval: true },
  ],
};

async function edit(patch: object, overbooked: string[] = []) {
  const { version, ...row } = await getActivity(organiser(), { activityId });
  await editActivity(organiser(), { ...row, ...patch, activityId, version, overbooked } as Parameters<typeof editActivity>[1]);
}
const come = (n: string, ticket?: string, code?: string) =>
  register(world.ctx(), {
    activityId,
    name: `人${n}`,
    organisation: "示例",
    email: `p${n}@example.com`,
    consent: true,
    ...(ticket ? { ticket } : {}),
    ...(code ? { code } : {}),
  });
async function of(n: string) {
  const { items } = await listRegistrations(organiser(), { activityId, limit: 100 });
  const found = items.find((r) => r.email === `p${n}@example.com`);
  if (!found) throw new Error(`${n} did not register`);
  return found;
}
const link = async (n: string) => ({ token: registrationToken(world.ctx(), await of(n)) });
const status = async (n: string) => (await of(n)).status;
const offers = () => offerSeats(world.ctx(system), { activityId });
const figures = async () => {
  const {
    taken,
    waiting,
    quotas = [],
    tickets = [],
  } = (await getActivity(organiser(), { activityId })) as {
    taken: number;
    waiting: number;
    quotas?: { id: string; taken: number }[];
    tickets?: { id: string; sold: number }[];
  };
  return {
    taken,
    waiting,
    ...Object.fromEntries([...quotas.map((q) => [q.id, q.taken]), ...tickets.map((t) => [`sold ${t.id}`, t.sold])]),
  };
};

beforeEach(async () => {
  activityId = await publishedActivity(world, 6);
  await edit(house);
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
    activityId = await publishedActivity(world, 2);
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

describe("approval", () => {
  it("takes no seat before it is given, and one that is refused is told why", async () => {
    expect(await come("1", "student")).toMatchObject({ status: "requested" });
    expect(await come("1", "student")).toMatchObject({ status: "requested" });
    expect(await figures()).toMatchObject({ taken: 0 });
    const { person, version } = await of("1");
    const one = { activityId, person, version };
    await refuseRegistration(organiser(), { ...one, remark: "不属于本次范围。" });
    expect((await seeRegistration(world.ctx(), await link("1"))).registration).toMatchObject({
      status: "refused",
      remark: "不属于本次范围。",
    });
    await expect(approveRegistration(organiser(), one)).rejects.toMatchObject({ reason: "record.changed" });
    expect(await approveRegistration(organiser(), { ...one, version: version + 1 })).toEqual({ status: "confirmed" });
    expect(await figures()).toMatchObject({ taken: 1 });
  });

  it("puts into the queue whom no seat fits, by the time of the request", async () => {
    await come("1", "student");
    world.clock.advance(1000);
    for (const n of ["2", "3", "4", "5", "6", "7"]) await come(n, "member");
    world.clock.advance(1000);
    await come("8", "member");
    const { person, version } = await of("1");
    expect(await approveRegistration(organiser(), { activityId, person, version })).toEqual({ status: "waitlisted" });
    await cancelRegistration(world.ctx(), await link("2"));
    await offers();
    expect(await status("1")).toBe("offered");
  });
});

describe("codes", () => {
  it("hold seats that nobody else gets, take them back, and give the rest back when they end", async () => {
    await createCode(organiser(), { activityId, code: "press2026", ticket: "press", uses: 5, holds: true });
    expect(await figures()).toMatchObject({ taken: 5 });
    await expect(
      createCode(organiser(), { activityId, code: "more", ticket: "press", uses: 2, holds: true }),
    ).rejects.toMatchObject({
      reason: "activity.not-enough-seats",
    });
    await come("1", "member");
    expect(await come("2", "member")).toMatchObject({ status: "waitlisted" });
    expect(await come("3", undefined, "Press 2026")).toMatchObject({ status: "confirmed" });
    expect(await figures()).toMatchObject({ taken: 6 });
    await cancelRegistration(world.ctx(), await link("3"));
    const [code] = (await listCodes(organiser(), { activityId })).items;
    expect([code?.used, (await figures()).taken]).toEqual([0, 6]);
    await come("4", "press", "PRESS2026");
    await endCode(organiser(), { activityId, code: "PRESS2026", version: 4 });
    expect(await figures()).toMatchObject({ taken: 2 });
    await expect(come("5", "press", "PRESS2026")).rejects.toMatchObject({ reason: "activity.code-spent" });
    await cancelRegistration(world.ctx(), await link("4"));
    await offers();
    expect(await figures()).toMatchObject({ taken: 2 });
  });

  it("are used as often as they say by a crowd, and end by the clock", async () => {
    const until = new Date(world.clock.now.getTime() + 3_600_000).toISOString();
    await createCode(organiser(), { activityId, code: "THREE", ticket: "press", uses: 3, holds: true, until });
    const tried = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => come(`${n}`, "press", "THREE")));
    expect(tried.filter((t) => t.status === "fulfilled")).toHaveLength(3);
    expect(await figures()).toMatchObject({ taken: 3 });
    await cancelRegistration(world.ctx(), await link(`${tried.findIndex((t) => t.status === "fulfilled") + 1}`));
    world.clock.advance(3_600_001);
    expect(await expireCodes(world.ctx(system), {})).toEqual({ expired: 1 });
    expect(await figures()).toMatchObject({ taken: 2 });
    expect(await expireCodes(world.ctx(system), {})).toEqual({ expired: 0 });
  });
});

describe("passing a seat on", () => {
  it("gives it to whoever has the link, once, with a consent of their own", async () => {
    await come("1", "guest");
    const holder = await of("1");
    const token = transferToken(world.ctx(), holder);
    expect((await seeRegistration(world.ctx(), await link("1"))).transfer).toBe(token);
    const next = { name: "接替者", organisation: "示例", email: "p2@example.com", consent: true, token };
    await takeOver(world.ctx(), next);
    expect([await status("1"), await status("2")]).toEqual(["cancelled", "confirmed"]);
    expect((await of("1")).cancelledBecause).toBe("transferred");
    expect(await figures()).toMatchObject({ taken: 1, front: 1 });
    await expect(takeOver(world.ctx(), { ...next, email: "p3@example.com" })).rejects.toMatchObject({
      reason: "registration.cannot-transfer",
    });
  });

  it("tells nobody that an address has a registration already, and changes nothing then", async () => {
    await come("1", "guest");
    await come("2", "guest");
    const token = transferToken(world.ctx(), await of("1"));
    const answer = await takeOver(world.ctx(), {
      name: "二",
      organisation: "示例",
      email: "p2@example.com",
      consent: true,
      token,
    });
    expect(answer).toEqual({ activityId });
    expect([await status("1"), await status("2")]).toEqual(["confirmed", "confirmed"]);
  });
});

describe("staff entry", () => {
  it("brings in what can come in, and reports the rest by row", async () => {
    await come("1", "firm");
    const row = (n: number) => ({ name: `人${n}`, organisation: "示例", email: `p${n}@example.com` });
    const { rows } = await enterRegistrations(organiser(), {
      activityId,
      ticket: "firm",
      basis: "asked",
      rows: [row(1), row(2), row(3), { ...row(4), email: "not an address" }],
    });
    expect(rows.map((r) => r.outcome)).toEqual(["already", "confirmed", "waitlisted", "refused"]);
    expect(rows[3]?.problems).toMatchObject([{ field: "email" }]);
    expect((await of("2")).consent.source).toBe("staff-asked");
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

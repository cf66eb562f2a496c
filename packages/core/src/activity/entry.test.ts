import { beforeEach, describe, expect, it } from "vitest";
import { embedded, system } from "../../../../tests/support/embedded.ts";
import { atHouse } from "../../../../tests/support/house.ts";
import {
  approveRegistration,
  cancelRegistration,
  createCode,
  endCode,
  enterRegistrations,
  listCodes,
  refuseRegistration,
  seeRegistration,
  takeOver,
} from "./index.ts";
import { transferToken } from "./link.ts";
import { expireCodes } from "./reactions.ts";

const world = embedded();
const { organiser, come, of, link, status, offers, figures, open } = atHouse(world);
let activityId = "";
beforeEach(async () => {
  activityId = await open();
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

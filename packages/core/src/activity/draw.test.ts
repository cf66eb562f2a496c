import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { editActivity, getActivity, listLots, listRegistrations, readActivity, register } from "./index.ts";
import { drawLotteries, offerSeats } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
let activityId = "";

const come = (n: number) =>
  register(world.ctx(), { activityId, name: `人${n}`, organisation: "示例", email: `p${n}@example.com`, consent: true });
const everybody = async () => (await listRegistrations(organiser(), { activityId, limit: 100 })).items;

beforeEach(async () => {
  activityId = await publishedActivity(world, 3);
  const { version, ...row } = await getActivity(organiser(), { activityId });
  const drawAt = new Date(world.clock.now.getTime() + 3_600_000).toISOString();
  await editActivity(organiser(), { ...row, drawAt, activityId, version } as Parameters<typeof editActivity>[1]);
});

describe("a lottery", () => {
  it("seats nobody before it is drawn, and offers seats by lot after", async () => {
    for (let n = 0; n < 8; n++) expect(await come(n)).toMatchObject({ status: "waitlisted" });
    await offerSeats(world.ctx(system), { activityId });
    expect(await drawLotteries(world.ctx(system), {})).toEqual({ drawn: 0 });
    world.clock.advance(3_600_000);
    expect(await drawLotteries(world.ctx(system), {})).toEqual({ drawn: 1 });
    await come(8);
    await offerSeats(world.ctx(system), { activityId });
    const rows = await everybody();
    const byLot = rows.filter((r) => r.pooled).sort((a, b) => (a.lot ?? "").localeCompare(b.lot ?? ""));
    expect(byLot.slice(0, 3).map((r) => r.status)).toEqual(["offered", "offered", "offered"]);
    expect(byLot.slice(3).map((r) => r.status)).toEqual(Array(5).fill("waitlisted"));
    const late = rows.find((r) => r.name === "人8");
    expect([late?.status, late?.pooled, late?.lot]).toEqual(["waitlisted", undefined, undefined]);
  });

  it("can be run again by anyone: the seed's digest is known before, the seed after, and each lot follows from both", async () => {
    for (let n = 0; n < 5; n++) await come(n);
    const before = (await readActivity(world.ctx(), { activityId })).draw;
    expect(before).toEqual({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await listLots(world.ctx(), { activityId })).toEqual({ items: [] });
    world.clock.advance(3_600_000);
    await drawLotteries(world.ctx(system), {});
    const { draw } = await readActivity(world.ctx(), { activityId });
    expect(sha256(draw?.seed ?? "")).toBe(before?.commitment);
    expect(draw?.entries).toBe(5);
    const { items } = await listLots(world.ctx(), { activityId });
    expect(items).toHaveLength(5);
    for (const { registration, lot } of items) expect(lot).toBe(sha256(`${draw?.seed}:${registration}`));
  });

  it("goes on where it was cut off, and draws nothing twice", async () => {
    for (let n = 0; n < 6; n++) await come(n);
    world.clock.advance(3_600_000);
    let left = 4;
    const dying = {
      send: (command: never) => (left-- > 0 ? world.client.send(command) : Promise.reject(new Error("killed"))),
    } as unknown as typeof world.client;
    await expect(drawLotteries(world.ctx(system, { client: dying }), {})).rejects.toThrow("killed");
    expect(await come(7)).toMatchObject({ status: "waitlisted" });
    expect(await drawLotteries(world.ctx(system), {})).toEqual({ drawn: 1 });
    expect(await drawLotteries(world.ctx(system), {})).toEqual({ drawn: 0 });
    const rows = await everybody();
    expect(rows.filter((r) => r.lot)).toHaveLength(6);
    expect((await readActivity(world.ctx(), { activityId })).draw?.entries).toBe(6);
  });
});

import { listReports, seeDoor, syncScans } from "@lingxi/core/check-in";
import { describe, expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { ticketHolder } from "../support/door.ts";
import { embedded, staff } from "../support/embedded.ts";
import { chance, type Faults, faulty } from "../support/faults.ts";

const world = embedded();
const people = 12;
const devices = ["东门", "西门", "南门"];
let made = 0;

/**
 * Three devices that were offline scan the same twelve tickets, each some of them twice, and send what they have in parts, at once, in an order of
 * chance, parts of it again, until each has had an answer. What the door then says.
 */
async function run(seed: number, faults: Faults) {
  const random = chance(seed);
  const client = faulty(world.client, random, faults);
  const activityId = await publishedActivity(world, people);
  const codes: string[] = [];
  for (let n = 0; n < people; n++) codes.push((await ticketHolder(world, activityId)).code);
  const keeper = world.ctx(staff("check-in"), { client });
  const scans = devices.flatMap((device) =>
    codes
      .flatMap((code) => (random() < 0.3 ? [code, code] : random() < 0.8 ? [code] : []))
      .map((code) => ({
        device,
        action: {
          id: `01kb${String(++made).padStart(22, "0")}`,
          do: "enter" as const,
          code,
          at: new Date(world.clock.now.getTime() - Math.floor(random() * 3_600_000)).toISOString(),
          way: "camera" as const,
          letIn: true,
        },
      })),
  );
  const answered = new Map<string, string[]>();
  const send = async (device: string, actions: (typeof scans)[number]["action"][]) => {
    for (let attempt = 0; attempt < 40; attempt++) {
      try {
        const { answers } = await syncScans(keeper, { activityId, device, actions });
        for (const { id, outcome } of answers) answered.set(id, [...(answered.get(id) ?? []), outcome]);
        return;
      } catch {
        // The device keeps what it has and sends it again.
      }
    }
    throw new Error(`seed ${seed}: forty tries were not enough`);
  };
  await Promise.all(
    devices.map(async (device) => {
      const mine = scans.filter((one) => one.device === device).map(({ action }) => action);
      const parts = Array.from({ length: 4 }, (_, n) => mine.filter((_, i) => i % 4 === n)).filter(({ length }) => length);
      parts.sort(() => random() - 0.5);
      for (const part of [...parts, ...parts.slice(0, 2)]) await send(device, part);
    }),
  );
  const seen = new Set(scans.map(({ action }) => action.code)).size;
  const door = world.ctx(staff("check-in"));
  const { entered, reports } = await seeDoor(door, { activityId });
  const { items } = await listReports(door, { activityId, limit: 100 });
  const winners = [...answered.values()].filter(([first]) => first === "entered").length;
  const steady = [...answered.values()].every((all) => new Set(all).size === 1);
  return { seen, scans: scans.length, entered, reports, items, winners, steady, answered: answered.size };
}

const storm: Faults = { conflict: 0.2, throttle: 0.05, lost: 0.15 };

describe("a door whose devices were offline", () => {
  it.each(Array.from({ length: 10 }, (_, n) => 500 + n))(
    "lets each in once and reports every other scan once, with device and time (seed %i)",
    async (seed) => {
      const end = await run(seed, storm);
      expect(end).toMatchObject({ entered: end.seen, winners: end.seen, steady: true, answered: end.scans });
      expect(end.reports).toBe(end.scans - end.seen);
      expect(end.items).toHaveLength(end.scans - end.seen);
      expect(end.items.every(({ outcome, entry }) => outcome === "double" && entry && devices.includes(entry.device))).toBe(true);
      expect(new Set(end.items.map(({ id }) => id)).size).toBe(end.items.length);
    },
  );

  it("is caught at letting people in twice by the same runs when the conditions are taken off", async () => {
    const ends = [];
    for (const seed of [500, 501, 502]) ends.push(await run(seed, { ...storm, unguarded: true }));
    expect(ends.some((end) => end.winners > end.seen || end.entered > end.seen)).toBe(true);
  });
});

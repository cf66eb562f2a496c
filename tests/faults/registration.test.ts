import { cancelRegistration, getActivity, listRegistrations, register } from "@lingxi/core/activity";
import { offerSeats } from "@lingxi/core/activity/reactions";
import { describe, expect, it } from "vitest";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { publishedActivity } from "../support/activities.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { chance, type Faults, faulty } from "../support/faults.ts";

const world = embedded();

/** Twenty people on four seats, who register, give up, and press the button again after an error; what the counter and the list say in the end. */
async function run(seed: number, faults: Faults) {
  const random = chance(seed);
  const client = faulty(world.client, random, faults);
  const activityId = await publishedActivity(world, 4);
  const organiser = world.ctx(staff("organiser"));
  const insist = async (work: () => Promise<unknown>) => {
    for (let i = 0; i < 30; i++) {
      try {
        return await work();
      } catch {
        // Whoever meets an error presses the button again.
      }
    }
    throw new Error(`seed ${seed}: thirty tries were not enough`);
  };
  const everybody = async () => (await listRegistrations(organiser, { activityId, limit: 100 })).items;
  const someone = (n: number) => ({
    activityId,
    name: `人${n}`,
    organisation: "示例",
    email: `p${n}@example.com`,
    consent: true,
  });
  await Promise.all(
    Array.from({ length: 24 }, (_, n) => insist(() => register(world.ctx(undefined, { client }), someone(n % 20)))),
  );
  for (const registration of await everybody())
    if (random() < 0.3)
      await insist(() =>
        cancelRegistration(world.ctx(undefined, { client }), { token: registrationToken(organiser, registration) }),
      );
  await Promise.all([1, 2].map(() => insist(() => offerSeats(world.ctx(system, { client }), { activityId }))));
  const all = await everybody();
  const count = (...statuses: string[]) => all.filter((r) => statuses.includes(r.status)).length;
  const { taken, waiting } = await getActivity(organiser, { activityId });
  return { taken, waiting, seated: count("confirmed", "offered"), queued: count("waitlisted"), people: all.length };
}

const seeds = Array.from({ length: 12 }, (_, n) => 1000 + n);
const storm: Faults = { conflict: 0.2, throttle: 0.05, lost: 0.1 };

describe("registration under conflicts, throttling and lost answers", () => {
  it.each(seeds)("oversells nothing, doubles nobody and leaves no seat idle while somebody waits (seed %i)", async (seed) => {
    const end = await run(seed, storm);
    expect(end.seated).toBeLessThanOrEqual(4);
    expect(end).toMatchObject({ taken: end.seated, waiting: end.queued });
    expect(end.people).toBe(20);
    expect(end.queued === 0 || end.seated === 4).toBe(true);
  });

  it("is caught at overselling by the same run when the conditions are taken off", async () => {
    const end = await run(1000, { ...storm, unguarded: true });
    expect(end.seated).toBeGreaterThan(4);
  });
});

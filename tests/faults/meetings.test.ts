import { answerRequest, askToMeet, leaveMeetings, publishSchedule, withdrawRequest } from "@lingxi/core/meeting";
import { describe, expect, it } from "vitest";
import { agreedOf, allRequests, profilesOf } from "../../packages/core/src/meeting/agreed.ts";
import { embedded, staff } from "../support/embedded.ts";
import { chance, type Faults, faulty } from "../support/faults.ts";
import { agree, type Guest, guest, matchmaking, publishedRows, schedule } from "../support/meetings.ts";

const world = embedded();
const people = 6;

/** While a draft is published, some cancel, one leaves, and others agree to meet: what is published in the end. */
async function run(seed: number, faults: Faults) {
  const random = chance(seed);
  const client = faulty(world.client, random, faults);
  const ctx = () => world.ctx(undefined, { client });
  const activityId = await matchmaking(world, { tables: 3 });
  const guests: Guest[] = [];
  for (let n = 0; n < people; n++) guests.push(await guest(world, activityId, `人${n}`));
  const pairs = guests.flatMap((one, i) => guests.slice(i + 1).map((other) => [one, other] as const));
  const agreed = pairs.filter(() => random() < 0.5);
  for (const [one, other] of agreed) await agree(world, one, other);
  const late = pairs.filter((pair) => !agreed.includes(pair)).slice(0, 3);
  for (const [one, other] of late) await askToMeet(world.ctx(), { token: one.token, other: other.id });
  const { draft } = await schedule(world, activityId);
  const insist = async (work: () => Promise<unknown>) => {
    for (let i = 0; i < 30; i++)
      try {
        return await work();
      } catch (error) {
        // Pressed again after an error; what has ended already is done.
        if (/^meeting\.(request-over|no-draft|profile-needed|person-missing)$/.test(String((error as Error).message)))
          return undefined;
      }
    throw new Error(`seed ${seed}: thirty tries were not enough`);
  };
  const organiser = world.ctx(staff("organiser"), { client });
  await Promise.all([
    insist(() => publishSchedule(organiser, { activityId, version: draft?.version ?? 0 })),
    ...agreed.slice(0, 3).map(([one, other]) => insist(() => withdrawRequest(ctx(), { token: one.token, other: other.id }))),
    ...late.map(([one, other]) => insist(() => answerRequest(ctx(), { token: other.token, other: one.id, answer: "accept" }))),
    insist(() => leaveMeetings(ctx(), { token: guests[people - 1]?.token ?? "" })),
  ]);
  const [rows, requests, profiles] = [
    await publishedRows(world, activityId),
    await allRequests(world.ctx(), activityId),
    await profilesOf(world.ctx(), activityId),
  ];
  const stands = new Set(agreedOf(requests, profiles).map(({ id }) => id));
  const seats = rows.flatMap(({ a, b, startsAt, table }) => [`${a} ${startsAt}`, `${b} ${startsAt}`, `${table} ${startsAt}`]);
  return {
    rows: rows.length,
    slotsForNothing: rows.filter(({ id }) => !stands.has(id)).length,
    twice: seats.length - new Set(seats).size,
  };
}

const storm: Faults = { conflict: 0.2, throttle: 0.05, lost: 0.1 };

describe("a schedule that is published while people cancel, leave and agree", () => {
  it.each([11, 12, 13, 14, 15, 16])("holds only what both still agree to, and nobody twice at once (seed %i)", async (seed) => {
    const end = await run(seed, storm);
    expect(end).toMatchObject({ slotsForNothing: 0, twice: 0 });
    expect(end.rows).toBeGreaterThan(0);
  });

  it("is caught at a slot for what was cancelled by the same run when the conditions are taken off", async () => {
    // Who comes first is not the seed's alone to say: more are tried until one is caught.
    let caught = 0;
    for (let seed = 11; seed < 41 && !caught; seed++) caught = (await run(seed, { ...storm, unguarded: true })).slotsForNothing;
    expect(caught).toBeGreaterThan(0);
  });
});

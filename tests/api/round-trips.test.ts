import { listRegistrations } from "@lingxi/core/activity";
import { syncScans } from "@lingxi/core/check-in";
import { expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { bringIn, people, startCampaign } from "../support/campaigns.ts";
import { ticketHolder } from "../support/door.ts";
import { embedded, staff, type World } from "../support/embedded.ts";
import { contractOf, type Operation } from "../support/generated/contract.ts";
import { good, nameOf } from "../support/good-input.ts";
import { guest, matchmaking } from "../support/meetings.ts";
import { participantOf } from "../support/participant.ts";
import { freshRecords, participantAddress } from "../support/records.ts";
import { entered, openRoadshow } from "../support/roadshow.ts";
import { countRounds } from "../support/rounds.ts";
import { signIn } from "../support/session.ts";

const world = embedded();

/** Counts everybody before it lists some, however many there are. */
const countsAll = "/api/console/campaigns/{campaignId}/audience";

/** An activity of which every list at the door has rows. */
async function busyDoor(): Promise<string> {
  const activityId = await publishedActivity(world, 20);
  for (let n = 0; n < 6; n++) {
    const { code } = await ticketHolder(world, activityId);
    const enter = () => ({
      ...{ id: world.ctx().newId("scn").slice(4), do: "enter" as const, code, at: world.clock.now.toISOString() },
      ...{ way: "camera" as const, letIn: true },
    });
    // The second one is reported.
    for (const device of ["东门", "西门"])
      await syncScans(world.ctx(staff("organiser")), { activityId, device, actions: [enter()] });
  }
  return activityId;
}

/** A roadshow with projects, and an activity at which people meet. */
async function busyRoadshow(): Promise<string> {
  const activityId = await openRoadshow(world, { places: 20 });
  for (let n = 0; n < 6; n++) await entered(world, activityId);
  return activityId;
}
async function busyMeetings(): Promise<string> {
  const activityId = await matchmaking(world);
  for (let n = 0; n < 6; n++) await guest(world, activityId, `会面人${n}`);
  return activityId;
}

/** What stands in the place of each name in an address: of what has many rows, that; else a record made for it, one of three. */
async function recordsFor(): Promise<(path: string, name: string) => Promise<string>> {
  const [activityId, roadshow, meetings] = [await busyDoor(), await busyRoadshow(), await busyMeetings()];
  const campaignId = await startCampaign(world, await bringIn(world, people(8)));
  const fresh = freshRecords(world);
  return async (path, name) => {
    if (path.includes("/roadshows/{activityId}")) return roadshow;
    if (path.includes("/meetings/{activityId}")) return meetings;
    if (name === "activityId" && !/\/(codes|surveys)/.test(path)) return activityId;
    if (name === "campaignId") return campaignId;
    await fresh(path, name);
    await fresh(path, name);
    return fresh(path, name);
  };
}

const isList = ({ method, path, query, answers }: Operation) =>
  method === "GET" && answers === "application/json" && "cursor" in query && path !== countsAll;

it("reads each list in two round trips one after the other, the session's included, once the process has read it", async () => {
  const { operations } = contractOf((await call(world, "GET", "/api/openapi.json")).json());
  const lists = operations.filter(isList);
  expect(lists.length).toBeGreaterThan(25);
  const cookieOf = await cookies(world);
  const idOf = await recordsFor();
  const addresses: (readonly [Operation, string])[] = [];
  for (const operation of lists) {
    const names = operation.path.match(/(?<=\{)\w+/g) ?? [];
    const ids = await Promise.all(names.map((name) => idOf(operation.path, name)));
    const asked = new URLSearchParams({ ...good[nameOf(operation)] });
    addresses.push([operation, `${operation.path.replace(/\{\w+\}/g, () => ids.shift() ?? "")}${asked.size ? `?${asked}` : ""}`]);
  }
  const rounds = countRounds(world.client);
  const more: string[] = [];
  for (const [operation, address] of addresses) {
    const cookie = cookieOf(operation);
    const read = () => call(world, "GET", address, cookie ? { cookies: [cookie] } : {});
    expect((await read()).status, address).toBe(200);
    const { calls, depth } = await rounds.of(read);
    if (depth > 2) more.push(`${address}: ${depth} one after the other, ${calls} in all`);
  }
  expect(more).toEqual([]);
}, 60_000);

it("counts what waits for what was read before it, and nothing else", async () => {
  const activityId = await publishedActivity(world, 5);
  const ctx = world.ctx(staff("organiser"));
  const rounds = countRounds(world.client);
  const list = () => listRegistrations(ctx, { activityId });
  expect(await rounds.of(() => Promise.all([list(), list(), list()]))).toMatchObject({ depth: 1, calls: 3 });
  expect(await rounds.of(async () => (await list()) && (await list()))).toMatchObject({ depth: 2, calls: 2 });
});

/** Whoever may read the list. */
async function cookies(of: World): Promise<(operation: Operation) => string | undefined> {
  const administrator = await signIn(of, "administrator");
  const participant = (await participantOf(of, participantAddress)).cookie;
  return ({ access }) => (access === "public" ? undefined : access === "participant" ? participant : administrator);
}

import { createActivity, publishActivity } from "@lingxi/core/activity";
import { answerRequest, askRun, askToMeet, readDesk, readOwnMeetings, saveProfile, setUpMeetings } from "@lingxi/core/meeting";
import { makeSchedule } from "@lingxi/core/meeting/reactions";
import { Run, Schedule } from "../../packages/core/src/meeting/entity.ts";
import { ticketHolder } from "./door.ts";
import { staff, system, type World } from "./embedded.ts";

/** An afternoon of six slots, from five days after the world's clock. */
export const afternoon = (world: World, slots = 6) => {
  const from = world.clock.now.getTime() + 5 * 86_400_000;
  const at = (minutes: number) => new Date(from + minutes * 60_000).toISOString();
  return { startsAt: at(0), endsAt: at(slots * 25), slot: (n: number) => at(n * 25) };
};

export const setupOf = (world: World, tables = 2, slots = 6) => {
  const { startsAt, endsAt } = afternoon(world, slots);
  return {
    windows: [{ startsAt, endsAt }],
    tables: Array.from({ length: tables }, (_, n) => ({ id: `t${n + 1}`, name: `${n + 1} 号桌`, seats: 2 })),
    asksUntil: new Date(world.clock.now.getTime() + 4 * 86_400_000).toISOString(),
  };
};

/** A published matchmaking activity, its meetings set up. */
export async function matchmaking(world: World, { tables = 2, slots = 6, capacity = 60 } = {}): Promise<string> {
  const organiser = world.ctx(staff("organiser"));
  const { startsAt, endsAt } = afternoon(world, slots);
  const { id: activityId } = await createActivity(organiser, {
    kind: "matchmaking",
    title: { "zh-CN": "供需对接会", en: "Matchmaking" },
    summary: { "zh-CN": "一对一会面。" },
    description: { "zh-CN": "带着问题来。" },
    venue: { "zh-CN": "西安", en: "Xi'an" },
    chains: ["titanium"],
    startsAt,
    endsAt,
    registrationClosesAt: endsAt,
    capacity,
  });
  await publishActivity(organiser, { activityId, version: 1 });
  await setUpMeetings(organiser, { activityId, version: 0, ...setupOf(world, tables, slots) });
  return activityId;
}

export interface Guest {
  readonly token: string;
  readonly person: string;
  readonly email: string;
  /** Their profile. */
  readonly id: string;
}

/** Somebody with a seat and a profile. */
export async function guest(
  world: World,
  activityId: string,
  name: string,
  profile: { slots?: number[]; brings?: string; seeks?: string } = {},
): Promise<Guest> {
  const { token, person, email } = await ticketHolder(world, activityId, name);
  const { slot } = afternoon(world);
  const times = profile.slots?.map(slot) ?? (await readOwnMeetings(world.ctx(), { token })).slots.map(({ startsAt }) => startsAt);
  const brings = profile.brings ?? "钛合金薄壁件加工";
  const { id } = await saveProfile(world.ctx(), { token, brings, seeks: profile.seeks, times, consent: true });
  return { token, person, email, id };
}

/** Both agree to meet. */
export async function agree(world: World, from: Guest, to: Guest): Promise<void> {
  await askToMeet(world.ctx(), { token: from.token, other: to.id });
  await answerRequest(world.ctx(), { token: to.token, other: from.id, answer: "accept" });
}

/** Makes a draft with little work, and answers the desk. */
export async function schedule(world: World, activityId: string, kind: "all" | "repair" = "all") {
  const organiser = world.ctx(staff("organiser"));
  await askRun(organiser, { activityId, kind });
  const run = await Run.find(organiser, { activityId });
  const work = { turns: 60, milliseconds: 60_000, rest: async () => {} };
  await makeSchedule(world.ctx(system), { activityId, runId: run?.id ?? "", work });
  return readDesk(organiser, { activityId });
}

/** What is published, without what was cancelled. */
export async function publishedRows(world: World, activityId: string) {
  const found = await Schedule.find(world.ctx(), { activityId });
  return (found?.rows ?? []).filter(({ cancelled }) => !cancelled);
}

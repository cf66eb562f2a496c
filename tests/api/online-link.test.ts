import { createActivity, editActivity, editAgenda, getActivity, publishActivity } from "@lingxi/core/activity";
import { publishSite } from "@lingxi/core/publication";
import type { PageInput } from "@lingxi/core/publication/schema";
import { beforeAll, expect, it } from "vitest";
import { call } from "../support/api.ts";
import { ticketHolder } from "../support/door.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const secret = "room-53197";
let activityId = "";
let seated = "";
let waiting = "";

// Whatever a page could show of what it is given.
world.render = async (input) => ({
  status: 200,
  type: "text/html; charset=utf-8",
  body: `<main><!--content--></main>${JSON.stringify((input as PageInput).data)}`,
});

beforeAll(async () => {
  const at = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000).toISOString();
  const made = await createActivity(organiser(), {
    ...{
      kind: "salon",
      title: { "zh-CN": "线上沙龙" },
      summary: { "zh-CN": "一小时。" },
      description: { "zh-CN": "只谈一个问题。" },
    },
    ...{ venue: { "zh-CN": "西安" }, chains: ["titanium"], capacity: 1, onlineNote: `口令 ${secret}` },
    ...{ startsAt: at(10), endsAt: at(11), registrationClosesAt: at(9), onlineLink: `https://meeting.example/${secret}` },
    agenda: { sessions: [{ id: "one", kind: "talk", title: { "zh-CN": "报告" }, startsAt: at(10), endsAt: at(10.1) }] },
  });
  activityId = made.id;
  await publishActivity(organiser(), { activityId, version: 1 });
  seated = (await ticketHolder(world, activityId)).token;
  waiting = (await ticketHolder(world, activityId)).token;
});

/** Where the public, or somebody without a seat, reads the words: addresses of the API, and files of the site. */
async function readable(words: string): Promise<string[]> {
  await publishSite(world.ctx(system), {});
  world.clock.advance(1_000);
  const addresses = [
    `/api/activities/${activityId}`,
    "/api/activities",
    "/find?q=线上沙龙",
    "/api/find?q=线上沙龙",
    `/forms/register/${activityId}`,
    `/papers/sessions/${activityId}-one.zh-CN.ics`,
    `/my/registrations/${waiting}`,
    `/api/registrations/${waiting}`,
  ];
  const answers = await Promise.all(addresses.map(async (path) => [path, await call(world, "GET", path)] as const));
  expect(answers.map(([path, { status }]) => [path, status])).toEqual(addresses.map((path) => [path, 200]));
  const files = [...world.files].map(([key, { body }]) => [key, Buffer.from(body).toString("utf8")] as const);
  return [...answers.map(([path, { text }]) => [path, text] as const), ...files]
    .filter(([, text]) => text.includes(words))
    .map(([where]) => where);
}

it("is on no page, in no feed, search, list or answer that the public or somebody who waits can read", async () => {
  expect(await readable(secret)).toEqual([]);
  // Whoever holds the seat reads it.
  for (const path of [`/my/registrations/${seated}`, `/api/registrations/${seated}`])
    expect((await call(world, "GET", path)).text).toContain(secret);
});

it("would be found there: the control puts the same words into what is public", async () => {
  const { overbooking: _, agenda, ...row } = await getActivity(organiser(), { activityId });
  const title = { "zh-CN": `线上沙龙 ${secret}` };
  const { version } = await editActivity(organiser(), { ...row, title, activityId } as never);
  const sessions = (agenda?.sessions ?? []).map((session) => ({ ...session, title }));
  await editAgenda(organiser(), { activityId, version, agenda: { ...agenda, sessions } as never });
  const found = await readable(secret);
  for (const where of [
    `/api/activities/${activityId}`,
    "/api/activities",
    `/my/registrations/${waiting}`,
    `/api/registrations/${waiting}`,
  ])
    expect(found).toContain(where);
  expect(found.filter((where) => where.startsWith("/papers/sessions/"))).toHaveLength(1);
  expect(found).toContain(`site/activities/${activityId}/index.html`);
  expect(found.filter((where) => where.startsWith("site/feeds/")).length).toBeGreaterThan(0);
});

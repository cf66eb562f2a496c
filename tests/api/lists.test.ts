import { cancelRegistration, listActivities, listRegistrations, register } from "@lingxi/core/activity";
import { listCampaigns, listContacts } from "@lingxi/core/campaign";
import { listCases } from "@lingxi/core/cases";
import { listDemands } from "@lingxi/core/demand";
import type { Ctx } from "@lingxi/core/platform/context";
import { listProjects } from "@lingxi/core/project";
import { listTalents } from "@lingxi/core/talent";
import { expect, it } from "vitest";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { publishedActivity } from "../support/activities.ts";
import { embedded, staff } from "../support/embedded.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));

/** The same context, and how often it went to the table. */
function counted(): { ctx: Ctx; trips: () => number } {
  let trips = 0;
  const ctx = organiser();
  const count =
    <A extends readonly unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      trips++;
      return work(...args);
    };
  const { get, getMany, query, write } = ctx.table;
  const table = { get: count(get), getMany: count(getMany), query: count(query), write: count(write) };
  return { ctx: { ...ctx, table }, trips: () => trips };
}

interface Page {
  items: readonly object[];
  cursor?: string;
}

/** Every row of a list, page after page, and the most round trips that one page took. */
async function everything(list: (ctx: Ctx, page: { cursor?: string }) => Promise<Page>) {
  const rows: object[] = [];
  let most = 0;
  let cursor: string | undefined;
  for (let pages = 0; pages < 200; pages++) {
    const { ctx, trips } = counted();
    const page: Page = await list(ctx, cursor ? { cursor } : {});
    rows.push(...page.items);
    most = Math.max(most, trips());
    cursor = page.cursor;
    if (!cursor) return { rows, most };
  }
  throw new Error("the list never ended");
}

const names = ["张示例", "李航空", "王钛合", "赵氢能", "单于敏"];

async function crowd(activityId: string, people: number): Promise<void> {
  for (let n = 0; n < people; n++)
    await register(world.ctx(), {
      activityId,
      name: `${names[n % names.length]}${n}`,
      organisation: n % 2 ? "西安示例科技公司" : "Example Works",
      email: `p${n}@example.com`,
      phone: `1390000${String(n).padStart(4, "0")}`,
      consent: true,
    });
}

it("gives every row that a filter keeps exactly once, whatever the size of a page, in two round trips at most", async () => {
  const activityId = await publishedActivity(world, 20);
  await crowd(activityId, 30);
  const all = await everything((ctx, page) => listRegistrations(ctx, { activityId, limit: 7, ...page }));
  expect(all.rows).toHaveLength(30);
  for (const limit of [1, 2, 5, 6, 7, 100]) {
    const some = await everything((ctx, page) => listRegistrations(ctx, { activityId, q: "航空", limit, ...page }));
    const ids = some.rows.map((row) => (row as { id: string }).id);
    expect(ids, `${limit} a page`).toHaveLength(6);
    expect(new Set(ids).size, `${limit} a page`).toBe(6);
    expect(some.most).toBeLessThanOrEqual(2);
  }
  const waiting = await everything((ctx, page) =>
    listRegistrations(ctx, { activityId, status: "waitlisted", limit: 3, ...page }),
  );
  expect(waiting.rows).toHaveLength(10);
});

it.each([
  ["航空", 6],
  ["lihangkong", 6],
  ["lihk", 6],
  ["lhk", 6],
  ["LHK p6@", 1],
  ["hangkong", 6],
  ["lihangkongx", 0],
  ["ＥＸＡＭＰＬＥ　works", 15],
  ["13900000007", 1],
  ["p12@example.com", 1],
  ["没有这个人", 0],
  ["  ", 30],
])("finds people at the door by what is typed: %s", async (q, found) => {
  const activityId = await publishedActivity(world, 40);
  await crowd(activityId, 30);
  const { items } = await listRegistrations(organiser(), { activityId, q, limit: 100 });
  expect(items).toHaveLength(found);
});

it("finds nobody by sound where the entry point knows no sounds", async () => {
  const activityId = await publishedActivity(world, 40);
  await crowd(activityId, 5);
  const deaf: Ctx = { ...organiser(), sound: async () => () => [] };
  expect((await listRegistrations(deaf, { activityId, q: "lhk" })).items).toHaveLength(0);
  expect((await listRegistrations(organiser(), { activityId, q: "lhk" })).items).toHaveLength(1);
});

it("asks for the figures of a page of activities in one round trip", async () => {
  const ids = [];
  for (let n = 0; n < 12; n++) ids.push(await publishedActivity(world, n + 1));
  const last = ids.at(-1) ?? "";
  await crowd(last, 13);
  const { ctx, trips } = counted();
  const { items } = await listActivities(ctx, { limit: 100 });
  expect(trips()).toBe(2);
  const row = items.find(({ id }) => id === last);
  expect([row?.taken, row?.waiting]).toEqual([12, 1]);
  const [someone] = (await listRegistrations(organiser(), { activityId: last, status: "confirmed" })).items;
  if (someone) await cancelRegistration(world.ctx(), { token: registrationToken(world.ctx(), someone) });
  expect((await listActivities(organiser(), { q: "taihejin", kind: "salon", limit: 100 })).items.length).toBeGreaterThanOrEqual(
    12,
  );
  expect((await listActivities(organiser(), { kind: "finance" })).items).toEqual([]);
});

it.each([
  ["projects", (ctx: Ctx, q: string) => listProjects(ctx, { q })],
  ["needs", (ctx: Ctx, q: string) => listDemands(ctx, { q, chain: "titanium" })],
  ["talents", (ctx: Ctx, q: string) => listTalents(ctx, { q, order: "oldest" })],
  ["cases", (ctx: Ctx, q: string) => listCases(ctx, { q, status: "published" })],
  ["notifications", (ctx: Ctx, q: string) => listCampaigns(ctx, { q, status: "" })],
  ["contacts", (ctx: Ctx, q: string) => listContacts(ctx, { q, list: "" })],
] as const)("takes the same filters in the list of %s", async (_, list) => {
  const { ctx, trips } = counted();
  expect((await list(ctx, "nothing")).items).toEqual([]);
  expect(trips()).toBeLessThanOrEqual(2);
});

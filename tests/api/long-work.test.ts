import { importsUnderWay, readImport, stopImport } from "@lingxi/core/campaign";
import { importContacts } from "@lingxi/core/campaign/reactions";
import { fullPublication, publicationUnderWay } from "@lingxi/core/publication";
import { listUnderWay, listWork, readPulse, startWork, tellWork } from "@lingxi/core/workspace";
import { expect, it } from "vitest";
import { FullRun } from "../../packages/core/src/publication/entity.ts";
import { bringIn, startCampaign } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const file = (name: string, rows: number) =>
  new TextEncoder().encode(
    `邮箱,姓名\n${Array.from({ length: rows }, (_, n) => `${name}-${n}@example.com,人${n}`).join("\n")}\n`,
  );
const statement = { fileName: "名单.csv", source: "测试名单", basis: "written" as const };

/** A context whose clock goes on by so much with each look, so that an import tells of itself as it does in its time. */
const ticking = (milliseconds: number) => {
  const ctx = organiser();
  return {
    ...ctx,
    now: () => {
      world.clock.advance(milliseconds);
      return world.clock.now;
    },
  };
};
const kinds = async () => (await listUnderWay(organiser(), {})).items.map(({ kind }) => kind);

it("tells how far an import has come, is stopped from elsewhere, and goes on where it was with the same file", async () => {
  const bytes = file("stop", 120);
  const importing = importContacts(ticking(60), { ...statement, bytes });
  let seen: Awaited<ReturnType<typeof importsUnderWay>>[number] | undefined;
  while (!seen?.done) [seen] = await importsUnderWay(organiser());
  expect(seen.done).toBeGreaterThan(0);
  expect(seen.done).toBeLessThan(120);
  expect((await listUnderWay(organiser(), {})).items).toMatchObject([
    { kind: "import", id: seen.id, title: { "zh-CN": "名单.csv" }, total: 120 },
  ]);
  expect((await listUnderWay(world.ctx(staff("reviewer")), {})).items).toEqual([]);
  await expect(stopImport(world.ctx(staff("auditor")), { importId: seen.id })).rejects.toMatchObject({
    reason: "access.forbidden",
  });
  await stopImport(organiser(), { importId: seen.id });
  const stopped = await importing;
  expect(stopped.status).toBe("stopped");
  expect(stopped.counts.imported).toBeLessThan(120);
  expect((await readImport(organiser(), { importId: seen.id })).summary).toMatchObject({ status: "stopped" });
  expect(await kinds()).toEqual([]);
  // It is over: asking again ends nothing.
  await stopImport(organiser(), { importId: seen.id });

  const whole = await importContacts(organiser(), { ...statement, bytes });
  expect([whole.status, whole.repeated, whole.counts.imported + whole.counts.unchanged]).toEqual(["finished", false, 120]);
});

it("would not end were the wish to stop not looked for (control)", async () => {
  const bytes = file("on", 120);
  // A clock that stands still: nothing is told, and nothing looked for.
  const importing = importContacts(organiser(), { ...statement, bytes });
  let seen: Awaited<ReturnType<typeof importsUnderWay>>[number] | undefined;
  while (!seen) [seen] = await importsUnderWay(organiser());
  await stopImport(organiser(), { importId: seen.id });
  expect((await importing).status).toBe("finished");
});

it("shows what is sent and published just now to those whom it concerns, and the pulse changes with it", async () => {
  const beat = async () => (await readPulse(organiser(), {}))["under-way"];
  const calm = await beat();
  const campaignId = await startCampaign(world, await bringIn(world, ["a@example.com,甲", "b@example.com,乙"]));
  await world.ctx(system).table.write([FullRun.create(world.ctx(system), { since: world.clock.now.toISOString(), done: 3 })], "");
  expect(await beat()).not.toBe(calm);
  expect((await listUnderWay(organiser(), {})).items).toMatchObject([
    { kind: "campaign", id: campaignId, done: 0 },
    { kind: "publication", done: 3, total: 3 },
  ]);
  expect((await listUnderWay(world.ctx(staff("editor")), {})).items.map(({ kind }) => kind)).toEqual(["publication"]);
  expect(await publicationUnderWay(organiser())).toMatchObject({ done: 3 });
  // One of which nothing was heard for long was killed.
  world.clock.advance(6 * 60_000);
  expect(await fullPublication(organiser())).toBeUndefined();
});

it("an export's record tells how many rows were read, and whether all were", async () => {
  const ctx = world.ctx(staff("auditor"));
  const title = { "zh-CN": "导出", en: "Export" };
  const id = (n: number) => `wrk_${String(n).padStart(26, "0")}`;
  for (const n of [1, 2]) await startWork(ctx, { id: id(n), title, href: "/console/projects", kind: "export", total: 0 });
  await tellWork(ctx, { id: id(1), done: 500, failed: 0 });
  await tellWork(ctx, { id: id(1), done: 730, failed: 0, total: 730, over: true });
  await tellWork(ctx, { id: id(2), done: 500, failed: 0, over: true });
  expect((await listWork(ctx, {})).items.map(({ kind, status, done, total }) => [kind, status, done, total])).toEqual([
    ["export", "stopped", 500, 0],
    ["export", "finished", 730, 730],
  ]);
});

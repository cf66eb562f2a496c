import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { letIn, ticketHolder } from "../../../../tests/support/door.ts";
import { anyone, embedded, staff } from "../../../../tests/support/embedded.ts";
import { getCase } from "../cases/index.ts";
import type { Item } from "../platform/table.ts";
import { kindByName } from "../segment/index.ts";
import { masked } from "./mask.ts";
import { outcomeShown, publishOutcome, readOutcome, seeOutcome, withdrawOutcome } from "./publish-outcome.ts";
import { deriveOutcomeEvents } from "./reactions.ts";
import { seeStatistics } from "./statistics.ts";
import { draftSummary } from "./summary.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));

async function attended(groups: Readonly<Record<string, number>>, absent = 1) {
  const activityId = await publishedActivity(world, 100);
  for (const [organisation, count] of Object.entries(groups))
    for (let n = 0; n < count; n++) {
      const { code } = await ticketHolder(world, activityId, "来者", organisation);
      await letIn(world, activityId, code);
    }
  for (let n = 0; n < absent; n++) await ticketHolder(world, activityId, "缺席", "示例公司");
  return activityId;
}
const later = () => world.clock.advance(12 * 86_400_000);

describe("the kind of an organisation", () => {
  it.each([
    ["西安示例科技有限公司", "enterprise"],
    ["Example Materials Co., Ltd", "enterprise"],
    ["示例大学材料学院", "university"],
    ["西北有色金属研究院", "institute"],
    ["示例专利代理事务所", "service"],
    ["示例省知识产权局", "other"],
    ["某某", undefined],
  ])("of %s is %s, by its name", (name, kind) => expect(kindByName(name)).toBe(kind));
});

describe("groups for the public", () => {
  const of = (counts: Record<string, number>) => masked(Object.entries(counts).map(([key, count]) => ({ key, count })));
  it("hold at least five each, and no difference tells more", () => {
    expect(of({ a: 9, b: 3, c: 2 })).toEqual([
      { key: "a", count: 9 },
      { key: "fewer", count: 5 },
    ]);
    // One small group alone would be the total less the others.
    expect(of({ a: 9, b: 7, c: 2 })).toEqual([
      { key: "a", count: 9 },
      { key: "fewer", count: 9 },
    ]);
    expect(of({ a: 2, b: 1 })).toEqual([]);
    expect(of({ a: 6, b: 0 })).toEqual([{ key: "a", count: 6 }]);
    for (let a = 0; a < 12; a++)
      for (let b = 0; b < 12; b++)
        for (let c = 0; c < 12; c++) for (const { count } of of({ a, b, c })) expect(count).toBeGreaterThanOrEqual(5);
  });
});

describe("statistics", () => {
  it("count who registered, had a seat and came, by kind and source; the public sees no small group", async () => {
    const activityId = await attended({ 示例公司: 6, 示例大学: 2 }, 3);
    const found = await seeStatistics(organiser(), { activityId });
    expect(found.total).toEqual({ registered: 11, seats: 11, came: 8 });
    expect(found.kinds).toEqual([
      { key: "enterprise", registered: 9, seats: 9, came: 6 },
      { key: "university", registered: 2, seats: 2, came: 2 },
    ]);
    expect(found.sources).toEqual([{ key: "form", registered: 11, seats: 11, came: 8 }]);
    later();
    expect((await seeOutcome(organiser(), { activityId })).now).toEqual({ came: 8, kinds: [{ key: "fewer", count: 8 }] });
    await expect(seeStatistics(world.ctx(anyone), { activityId })).rejects.toMatchObject({ reason: "access.sign-in" });
  });
});

describe("what an activity brought", () => {
  const read = (activityId: string) => readOutcome(world.ctx(anyone), { activityId });

  it("is told to everybody once its organiser publishes it, as it was counted then, until it is taken back", async () => {
    const activityId = await attended({ 示例公司: 6, 示例大学: 2 });
    await expect(publishOutcome(organiser(), { activityId, version: 0 })).rejects.toMatchObject({ reason: "outcome.not-over" });
    later();
    await expect(read(activityId)).rejects.toMatchObject({ reason: "outcome.not-published" });
    await publishOutcome(organiser(), { activityId, version: 0 });
    const figures = { came: 8, kinds: [{ key: "fewer", count: 8 }] };
    expect(await read(activityId)).toEqual(figures);
    expect(await outcomeShown(world.ctx(anyone), activityId)).toEqual(figures);
    expect(await seeOutcome(organiser(), { activityId })).toMatchObject({ version: 1, published: figures, now: figures });
    for (const version of [1, 2]) expect(await withdrawOutcome(organiser(), { activityId, version })).toEqual({ version: 2 });
    await expect(read(activityId)).rejects.toMatchObject({ reason: "outcome.not-published" });
    await publishOutcome(organiser(), { activityId, version: 2 });
    expect(await read(activityId)).toEqual(figures);
  });

  it("is published once of two organisers at once, not by others, and not of so few that they could be guessed", async () => {
    const activityId = await attended({ 示例公司: 5 });
    const few = await attended({ 示例公司: 4 });
    later();
    const both = await Promise.allSettled([0, 0].map((version) => publishOutcome(organiser(), { activityId, version })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(publishOutcome(organiser(), { activityId: few, version: 0 })).rejects.toMatchObject({
      reason: "outcome.too-few",
    });
    for (const actor of [anyone, staff("auditor")])
      await expect(publishOutcome(world.ctx(actor), { activityId, version: 1 })).rejects.toMatchObject({
        reason: expect.stringMatching(/^access\./),
      });
    const [record] = (await world.scan()).filter((item) => item.type === "activity-outcome" && item.activityId === activityId);
    expect(deriveOutcomeEvents["activity-outcome"]?.({ after: record as Item })).toEqual([
      { name: "outcome.changed", data: { activityId } },
    ]);
  });
});

describe("a summary", () => {
  it("becomes one draft of a case, however often it is asked for, with numbers and nobody's name", async () => {
    const activityId = await attended({ 示例公司: 7 });
    await expect(draftSummary(organiser(), { activityId })).rejects.toMatchObject({ reason: "outcome.not-over" });
    later();
    const made = await draftSummary(organiser(), { activityId });
    expect(await draftSummary(organiser(), { activityId })).toEqual(made);
    const draft = await getCase(organiser(), { caseId: made.id });
    const text = JSON.stringify(draft);
    expect(draft).toMatchObject({ status: "draft" });
    expect(text).toContain("88%");
    expect(text).toContain("| 企业 | 7 |");
    expect(text).not.toContain("来者");
  });
});

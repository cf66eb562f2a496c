import { beforeEach, describe, expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import { createCase, editCase, getCase, listPublicCases, publishCase, readPublicCase } from "./index.ts";

const world = embedded();
const editor = () => world.ctx(staff("editor"));
const organiser = () => world.ctx(staff("organiser"));

const base = {
  title: { "zh-CN": "带故事的案例", en: "A case with a story" },
  summary: { "zh-CN": "摘要", en: "Summary" },
  body: { "zh-CN": "正文", en: "Text" },
  chains: ["titanium"],
};
const story = {
  levers: ["open-licence" as const, "equity" as const],
  measures: [{ label: { "zh-CN": "废品率", en: "Scrap" }, value: "11% → 2.3%" }],
  timeline: [
    { date: "2025-03", text: { "zh-CN": "登记需求", en: "Need registered" } },
    { date: "2025-04-18", text: { "zh-CN": "签约", en: "Signed" } },
  ],
  conditions: { "zh-CN": "有基线数据。", en: "A baseline." },
};

beforeEach(() => world.clock.advance(1000));

describe("the story of a case", () => {
  it("is public when the case is: the figures in lists, the rest on its page", async () => {
    const { id } = await createCase(editor(), { ...base, ...story });
    await publishCase(organiser(), { caseId: id, version: 1 });
    expect(await readPublicCase(world.ctx(), { case: id })).toMatchObject(story);
    const { items } = await listPublicCases(world.ctx(), {});
    const listed = items.find((one) => one.id === id);
    expect(listed).toMatchObject({ levers: story.levers, measures: story.measures });
    for (const name of ["timeline", "conditions", "body"]) expect(listed).not.toHaveProperty(name);
  });

  it("makes a difference to what is public, part by part", async () => {
    const { id } = await createCase(editor(), { ...base, ...story });
    await publishCase(organiser(), { caseId: id, version: 1 });
    let version = 2;
    const changes: [string, object][] = [
      ["levers", { levers: ["pledge"] }],
      ["measures", { measures: [{ ...story.measures[0], value: "2%" }] }],
      ["timeline", { timeline: [...story.timeline].reverse() }],
      ["conditions", { conditions: { "zh-CN": "别的条件。" } }],
    ];
    for (const [, change] of changes) {
      ({ version } = await editCase(editor(), { ...base, ...story, ...change, caseId: id, version }));
      expect((await getCase(editor(), { caseId: id })).changed).toBe(true);
      ({ version } = await editCase(editor(), { ...base, ...story, caseId: id, version }));
      expect((await getCase(editor(), { caseId: id })).changed).toBe(false);
    }
    const reordered = { ...base, ...story, levers: [...story.levers].reverse(), caseId: id, version };
    expect(await editCase(editor(), reordered)).toMatchObject({ version });
  });

  it("may be unfinished in a draft: empty rows go, rows that lack something stay", async () => {
    const { id } = await createCase(editor(), {
      ...base,
      measures: [{ label: {}, value: " " }],
      timeline: [
        { date: "", text: {} },
        { date: "2025-03", text: {} },
      ],
      conditions: {},
      links: {},
    });
    const draft = await getCase(editor(), { caseId: id });
    expect(draft.timeline).toEqual([{ date: "2025-03", text: { "zh-CN": "" } }]);
    for (const name of ["conditions", "links"]) expect(draft).not.toHaveProperty(name);
    await expect(publishCase(organiser(), { caseId: id, version: 1 })).rejects.toMatchObject({
      reason: "input.invalid",
      fields: [{ field: "timeline.0.text.zh-CN", message: { "zh-CN": "“事件（中文）”没有填写，请填写。" } }],
    });
  });

  it("is refused at its field, in both languages, where it is too much or not right", async () => {
    const before = await world.scan();
    const step = story.timeline[0];
    const refused = async (more: object, field: string, zh: string, en: string) =>
      expect(createCase(editor(), { ...base, ...more })).rejects.toMatchObject({
        fields: [{ field, message: { "zh-CN": expect.stringContaining(zh), en: expect.stringContaining(en) } }],
      });
    await refused({ timeline: Array(31).fill(step) }, "timeline", "最多 30 步", "at most 30");
    await refused({ measures: Array(9).fill(story.measures[0]) }, "measures", "最多 8 个", "at most 8");
    await refused(
      { levers: ["equity", "pledge", "other", "open-licence", "surplus-funds"] },
      "levers",
      "最多选择 4 项",
      "at most 4",
    );
    await refused({ levers: ["magic"] }, "levers.0", "从列出的选项中选择", "choose one of the options");
    for (const date of ["2025-13", "2025-02-30", "1911-01", "三月", "2025"])
      await refused({ timeline: [{ ...step, date }] }, "timeline.0.date", "年-月", "year-month");
    await refused(
      { timeline: [{ ...step, text: { "zh-CN": "长".repeat(201) } }] },
      "timeline.0.text.zh-CN",
      "最多 200 个字",
      "200",
    );
    await refused({ conditions: { "zh-CN": "长".repeat(2001) } }, "conditions.zh-CN", "最多 2000 个字", "2000");
    const ids = Array.from({ length: 13 }, (_, i) => `act_${String(i).padStart(26, "0")}`);
    await refused({ links: { activities: ids } }, "links.activities", "最多选择 12 项", "at most 12");
    await refused({ links: { talents: ids.slice(0, 1) } }, "links.talents.0", "相关人才", "Linked people");
    expect(await world.scan()).toEqual(before);
  });

  it("stays within one item of the table at its largest", async () => {
    const both = (n: number) => ({ "zh-CN": "钛".repeat(n), en: "钛".repeat(n) });
    const id = (prefix: string, i: number) => `${prefix}_${String(i).padStart(26, "0")}`;
    const ids = (prefix: string) => Array.from({ length: 12 }, (_, i) => id(prefix, i));
    const largest = {
      title: both(120),
      summary: both(300),
      body: both(100_000),
      chains: ["titanium"],
      levers: story.levers,
      measures: Array.from({ length: 8 }, () => ({ label: both(60), value: "钛".repeat(40) })),
      timeline: Array.from({ length: 30 }, (_, i) => ({ date: `2025-01-${String(i + 1).padStart(2, "0")}`, text: both(200) })),
      conditions: both(2000),
      links: { activities: ids("act"), projects: ids("prj"), demands: ids("dem"), talents: ids("tal") },
    };
    const { id: caseId } = await createCase(editor(), largest);
    const sizes = (await world.scan())
      .filter(({ pk }) => pk === `case#${caseId}`)
      .map((item) => Buffer.byteLength(JSON.stringify(item)));
    expect(sizes).toHaveLength(4);
    expect(Math.max(...sizes)).toBeGreaterThan(300_000);
    expect(Math.max(...sizes)).toBeLessThan(400_000);
    // Draft and published lie side by side in one.
    expect(2 * Math.min(...sizes.filter((size) => size < 300_000))).toBeLessThan(400_000);
  });
});

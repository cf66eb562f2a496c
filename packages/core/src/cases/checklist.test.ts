import { approveTalent, chooseTalentConsent, listTalents } from "@lingxi/core/talent";
import { beforeEach, describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { freshRecords } from "../../../../tests/support/records.ts";
import { checkCase, createCase, editCase, getCase, publishCase, scheduleCase, withdrawCase } from "./index.ts";
import { publishScheduled } from "./reactions.ts";
import type { Finding } from "./schema.ts";

const world = embedded();
const editor = () => world.ctx(staff("editor"));
const organiser = () => world.ctx(staff("organiser"));

const good = {
  title: { "zh-CN": "检查", en: "Checked" },
  summary: { "zh-CN": "摘要", en: "Summary" },
  body: { "zh-CN": "正文", en: "Text" },
  chains: [],
};
const check = async (more: object, caseId = ""): Promise<Finding[]> =>
  (await checkCase(editor(), { caseId, draft: { ...good, ...more } })).items;
const rules = async (more: object) =>
  (await check(more)).map(({ key, level, field }) => `${level} ${key.split(":")[0]} ${field}`);
const inText = (zh: string) => ({ body: { ...good.body, "zh-CN": zh } });
const never = "00000000000000000000000000";

beforeEach(() => world.clock.advance(1000));

describe("the checklist", () => {
  it("has nothing to say of a case that is right", async () => {
    expect(await check({})).toEqual([]);
  });

  it("says what is missing or wrong while it is being written, whatever it is", async () => {
    expect(await rules({ title: { "zh-CN": "……" }, summary: {}, timeline: [{ date: "x", text: {} }] })).toEqual([
      "blocking input title.zh-CN",
      "blocking input summary.zh-CN",
      "blocking input timeline.0.date",
      "blocking input timeline.0.text.zh-CN",
      "advice no-english title.en",
    ]);
    for (const draft of [
      {},
      {
        title: 7,
        body: [],
        links: { talents: ["\ud800", "x".repeat(99)] },
        timeline: [null, 3],
        measures: {},
        cover: "no",
        accepted: [1],
      },
    ])
      expect(
        (await checkCase(editor(), { draft })).items.every(({ level, message }) => level && message["zh-CN"] && message.en),
      ).toBe(true);
  });

  it.each([
    ["mobile-number", "联系人电话13812345678。", "138…78"],
    ["mobile-number", "请拨 +86 138-1234-5678 咨询", "+86…78"],
    ["mobile-number", "请拨１３８１２３４５６７８咨询", "138…78"],
    ["identity-number", "身份证 11010519491231002X 已核验", "110…2X"],
    ["e-mail-address", "写信到 zhang.san@example.com。", "zha…om"],
  ])("finds personal data in any text, and does not repeat it (%s)", async (rule, text, shown) => {
    const places: [string, object][] = [
      ["body.zh-CN", inText(text)],
      ["title.zh-CN", { title: { ...good.title, "zh-CN": text } }],
      [
        "timeline.1.text.en",
        {
          timeline: [
            { date: "2025-01", text: { "zh-CN": "甲", en: "a" } },
            { date: "2025-02", text: { "zh-CN": "乙", en: text } },
          ],
        },
      ],
      ["conditions.zh-CN", { conditions: { "zh-CN": text, en: "x" } }],
    ];
    for (const [field, more] of places) {
      const [found, ...others] = await check(more);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ level: "blocking", field });
      expect(found?.key.startsWith(`${rule}:`)).toBe(true);
      expect(found?.message["zh-CN"]).toContain(shown);
      const digits = text.normalize("NFKC").match(/[\dX]{11,}|zhang.san@/)?.[0];
      if (digits) expect(JSON.stringify(found)).not.toContain(digits);
    }
  });

  it.each([
    "专利号 201810123456789012",
    "编号 12381234567890",
    "电话 029-88886666",
    "13812345678901 元",
    "微信 @lingxi",
    "公差 ±0.13812345678",
  ])("takes %s for no personal data", async (text) => {
    expect(await rules(inText(text))).toEqual([]);
  });

  it.each([
    ["blocking no-alt", "![](/media/pic_00000000000000000000000001-800x600.webp)"],
    ["advice foreign-picture", "![图](https://elsewhere.example/a.png)"],
    ["blocking no-picture", "![图](/media/photo.jpg)"],
    ["blocking bad-link", "[这里](javascript:alert(1))"],
    ["blocking bad-link", "[这里](http://localhost:8080/)"],
    ["blocking bad-link", "[这里](//evil.example/)"],
    ["blocking bad-link", "[这里](mailto:nobody)"],
    ["blocking dead-link", "[这里](/projects/prj_00000000000000000000000000/)"],
    ["blocking dead-link", "[这里](https://lingxi.example/en/cases/no-such-case/)"],
    ["blocking dead-link", "[这里](/no/such/page)"],
    ["blocking dead-link", "[这里](../../admin)"],
    ["blocking dead-link", `[这里](/activities/${"x".repeat(300)}/)`],
    ["blocking dead-link", "[这里](/talents/%ED%A0%80/)"],
    ["advice no-link-text", "[](https://example.com/)"],
    ["advice skipped-heading", "## 一\n\n#### 二"],
    ["advice html", "文字 <b>粗体</b>"],
  ])("stumbles like a reader: %s", async (expected, markdown) => {
    expect(await rules(inText(markdown))).toEqual([`${expected} body.zh-CN`]);
  });

  it("names the line, and looks up what is linked within the site", async () => {
    const activityId = await publishedActivity(world, 5);
    const { id } = await createCase(editor(), { ...good, slug: "linked-case" });
    await publishCase(organiser(), { caseId: id, version: 1 });
    const fine = [
      `[活动](/activities/${activityId}/)`,
      `[报名](/forms/register/${activityId})`,
      "[案例](/cases/linked-case/)",
      "[英文](/en/cases/linked-case)",
      "[链](/chains/titanium/)",
      "[找](/find/projects?chain=titanium#top)",
      "[首页](/)",
      "[政策](/en/policy/)",
      "[外面](https://www.cnipa.gov.cn/)",
      "[本页](#结果)",
      "[文件](/media/doc_00000000000000000000000001.pdf)",
    ];
    expect(await check(inText(fine.join("\n\n")))).toEqual([]);
    const [dead] = await check(inText(`${fine.join("\n\n")}\n\n[没有](/chains/no-such/)`));
    expect(dead?.message["zh-CN"]).toContain(`第 ${fine.length * 2 + 1} 行`);
    await withdrawCase(organiser(), { caseId: id, version: 2 });
    expect(await rules(inText(fine.join("\n\n")))).toEqual(["blocking dead-link body.zh-CN", "blocking dead-link body.zh-CN"]);
    expect((await check(inText("[自己](/cases/linked-case/)"), id)).map(({ key }) => key)).toEqual([]);
  });

  it("advises on translations, length and order", async () => {
    expect(
      await rules({
        title: { "zh-CN": "题" },
        body: { "zh-CN": "长".repeat(20_001) },
        summary: { "zh-CN": "长".repeat(121), en: "x" },
        timeline: [
          { date: "2025-03", text: { "zh-CN": "后" } },
          { date: "2025-01", text: { "zh-CN": "先", en: "first" } },
        ],
      }),
    ).toEqual([
      "advice no-english title.en",
      "advice long-summary summary.zh-CN",
      "advice long-body body.zh-CN",
      "advice no-english body.en",
      "advice no-english timeline.0.text.en",
      "advice timeline-order timeline.1.date",
    ]);
  });

  it("does not let hostile texts of full length hold it up", async () => {
    const full = (part: string) => part.repeat(Math.floor(100_000 / part.length));
    for (const part of [
      "a",
      "[",
      "![",
      "a@",
      "a.b@c.",
      "1",
      "<a",
      "*_",
      "[a](/x/)",
      "[a](<",
      "`",
      "> ",
      "mailto:a@b.",
      "138 1234 567",
    ]) {
      const started = performance.now();
      const found = await check(inText(full(part)));
      expect(found.length, part).toBeLessThan(100);
      expect(performance.now() - started, part).toBeLessThan(5000);
    }
  }, 60_000);
});

describe("a person who is linked", () => {
  it("needs a public profile, when it is linked and still when it is published at its time", async () => {
    const token = await freshRecords(world)("talents/{token}", "token");
    const talentId = token.split(".")[0] ?? "";
    const consent = (given: boolean) => chooseTalentConsent(world.ctx(), { token, purpose: "talent-profile", given });
    await consent(true);
    const links = { talents: [talentId] };
    expect(await rules({ links })).toEqual(["blocking not-public links.talents.0"]);
    const [waiting] = (await listTalents(world.ctx(staff("reviewer")), {})).items;
    await approveTalent(world.ctx(staff("reviewer")), { talentId, version: waiting?.version ?? 0 });
    expect(await rules({ links })).toEqual([]);

    const { id } = await createCase(editor(), { ...good, links });
    await scheduleCase(organiser(), {
      caseId: id,
      version: 1,
      publishAt: new Date(world.clock.now.getTime() + 3_600_000).toISOString(),
    });
    await consent(false);
    world.clock.advance(3_600_000);
    expect(await publishScheduled(world.ctx(system), {})).toEqual({ published: 0, held: 1 });
    expect(await getCase(editor(), { caseId: id })).toMatchObject({ status: "draft", schedule: { held: "checklist" } });
  });
});

describe("publishing and scheduling", () => {
  const refused = (field: string) => ({
    reason: "input.invalid",
    fields: [{ field, message: { "zh-CN": expect.any(String), en: expect.any(String) } }],
  });
  const soon = () => new Date(world.clock.now.getTime() + 3_600_000).toISOString();

  it("are refused for what blocks, and not for advice", async () => {
    const blocked = await createCase(editor(), { ...good, links: { projects: [`prj_${never}`] } });
    await expect(publishCase(organiser(), { caseId: blocked.id, version: 1 })).rejects.toMatchObject(refused("links.projects.0"));
    await expect(scheduleCase(organiser(), { caseId: blocked.id, version: 1, publishAt: soon() })).rejects.toMatchObject(
      refused("links.projects.0"),
    );
    const advised = await createCase(editor(), { ...good, title: { "zh-CN": "只有中文" } });
    await publishCase(organiser(), { caseId: advised.id, version: 1 });
  });

  it("need a recorded consent for a telephone number, and never take an identity number", async () => {
    const text = inText("联系 13812345678");
    const { id } = await createCase(editor(), { ...good, ...text });
    await expect(publishCase(organiser(), { caseId: id, version: 1 })).rejects.toMatchObject(refused("body.zh-CN"));
    const [phone] = await check(text);
    expect(phone).toMatchObject({ tick: "consent", ticked: false });
    const accepted = [phone?.key ?? ""];
    expect(accepted[0]).not.toContain("138");
    await editCase(editor(), { ...good, ...text, accepted, caseId: id, version: 1 });
    await publishCase(organiser(), { caseId: id, version: 2 });
    expect((await getCase(editor(), { caseId: id })).accepted).toEqual(accepted);

    const other = await createCase(editor(), { ...good, ...inText("联系 13912345678"), accepted });
    await expect(publishCase(organiser(), { caseId: other.id, version: 1 })).rejects.toMatchObject(refused("body.zh-CN"));
    const identity = inText("证件 11010519491231002X");
    const [number] = await check(identity);
    expect(number?.tick).toBeUndefined();
    const third = await createCase(editor(), { ...good, ...identity, accepted: [number?.key ?? ""] });
    await expect(publishCase(organiser(), { caseId: third.id, version: 1 })).rejects.toMatchObject(refused("body.zh-CN"));
  });

  it("keep what was accepted out of what the public reads", async () => {
    const { id } = await createCase(editor(), { ...good, title: { "zh-CN": "只有中文" } });
    await publishCase(organiser(), { caseId: id, version: 1 });
    await editCase(editor(), {
      ...good,
      title: { "zh-CN": "只有中文" },
      accepted: ["no-english:title.en"],
      caseId: id,
      version: 2,
    });
    expect(await getCase(editor(), { caseId: id })).toMatchObject({ changed: false, accepted: ["no-english:title.en"] });
    expect((await check({ title: { "zh-CN": "只有中文" }, accepted: ["no-english:title.en"] }))[0]).toMatchObject({
      ticked: true,
    });
  });
});

describe("a case with 200 pictures", () => {
  it("is written, checked and published", async () => {
    const picture = (i: number) => `![图 ${i}](/media/pic_${String(i).padStart(26, "0")}-1600x900.webp)`;
    const body = Array.from({ length: 200 }, (_, i) => picture(i)).join("\n\n");
    const { id } = await createCase(editor(), { ...good, ...inText(body) });
    await publishCase(organiser(), { caseId: id, version: 1 });
  });
});

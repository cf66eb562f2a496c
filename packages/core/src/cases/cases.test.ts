import { beforeEach, describe, expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import {
  createCase,
  editCase,
  getCase,
  listCases,
  listPublicCases,
  publishCase,
  readDraftCase,
  readPublicCase,
  withdrawCase,
} from "./index.ts";

const world = embedded();
const editor = () => world.ctx(staff("editor"));
const organiser = () => world.ctx(staff("organiser"));

let n = 0;
const content = () => ({
  title: { "zh-CN": `钛合金薄壁件许可案例${n}`, en: `A Titanium Licénce: “${n}”` },
  summary: { "zh-CN": "一项闲置专利怎样用起来。" },
  body: { "zh-CN": "## 背景\n\n薄壁件变形。", en: "## Background\n\nThin walls distort." },
  chains: ["titanium"],
});
const published = async () => {
  const { id } = await createCase(editor(), content());
  await publishCase(organiser(), { caseId: id, version: 1 });
  return id;
};

beforeEach(() => {
  n += 1;
  world.clock.advance(1000);
});

describe("writing a case", () => {
  it("keeps a draft from the public until it is published", async () => {
    const { id } = await createCase(editor(), content());
    await expect(readPublicCase(world.ctx(), { case: id })).rejects.toMatchObject({ reason: "case.not-found" });
    await expect(readPublicCase(world.ctx(), { case: `a-titanium-licence-${n}` })).rejects.toMatchObject({ code: "not-found" });
    await publishCase(organiser(), { caseId: id, version: 1 });
    const shown = await readPublicCase(world.ctx(), { case: `a-titanium-licence-${n}` });
    expect(shown).toMatchObject({ id, body: content().body, publishedAt: world.clock.now.toISOString() });
    const { items } = await listPublicCases(world.ctx(), {});
    expect(items[0]).toMatchObject({ id, slug: `a-titanium-licence-${n}` });
    expect(items[0]).not.toHaveProperty("body");
  });

  it("lets a draft be unfinished, and says what it lacks when it is to be published", async () => {
    const { id } = await createCase(editor(), { title: { "zh-CN": "只有标题" }, summary: {}, body: {}, chains: [] });
    await expect(publishCase(organiser(), { caseId: id, version: 1 })).rejects.toMatchObject({
      reason: "input.invalid",
      fields: [{ field: "summary.zh-CN" }, { field: "body.zh-CN", message: { "zh-CN": expect.stringContaining("请填写") } }],
    });
    expect((await getCase(editor(), { caseId: id })).status).toBe("draft");
  });

  it("refuses what cannot be shown, at its field, and writes nothing", async () => {
    const before = await world.scan();
    const wrong = (more: object, field: string) =>
      expect(createCase(editor(), { ...content(), ...more })).rejects.toMatchObject({ fields: [{ field }] });
    await wrong({ title: { "zh-CN": "……！？" } }, "title.zh-CN");
    await wrong({ title: { "zh-CN": "标题", en: "—" } }, "title.en");
    await wrong({ title: { "zh-CN": "题".repeat(121) } }, "title.zh-CN");
    await wrong({ summary: { "zh-CN": "要".repeat(301) } }, "summary.zh-CN");
    await wrong({ body: { "zh-CN": "文".repeat(100_001) } }, "body.zh-CN");
    await wrong({ chains: ["no-such-chain"] }, "chains");
    await wrong({ slug: "../admin" }, "slug");
    await wrong({ slug: "page" }, "slug");
    const cover = { id: "pic_1", src: "https://elsewhere.example/a.png", width: 1, height: 1, alt: { "zh-CN": "图" } };
    await expect(createCase(editor(), { ...content(), cover })).rejects.toMatchObject({
      fields: [{ field: "cover.id" }, { field: "cover.src" }],
    });
    expect(await world.scan()).toEqual(before);
  });

  it("holds two texts of full length, which are larger than one item of the table may be", async () => {
    const body = { "zh-CN": "钛".repeat(100_000), en: "钛".repeat(100_000) };
    const { id } = await createCase(editor(), { ...content(), body });
    await publishCase(organiser(), { caseId: id, version: 1 });
    expect((await readPublicCase(world.ctx(), { case: id })).body).toEqual(body);
  });

  it("keeps rare characters, other scripts and HTML as they are, and takes away what would turn a text around", async () => {
    const text = "𠮷野家、㐂、العربية עברית <script>alert(1)</script> {{x}}";
    const { id } = await createCase(editor(), {
      ...content(),
      title: { "zh-CN": `\u202e𠮷\u2066${n}`, en: "العربية" },
      body: { "zh-CN": `${text}\u202e\u0000` },
    });
    await publishCase(organiser(), { caseId: id, version: 1 });
    expect(await readPublicCase(world.ctx(), { case: id })).toMatchObject({
      title: { "zh-CN": `𠮷${n}`, en: "العربية" },
      body: { "zh-CN": text },
      slug: id.slice(4),
    });
  });

  it("is for editors, and publishing for organisers", async () => {
    await expect(createCase(world.ctx(), content())).rejects.toMatchObject({ reason: "access.sign-in" });
    await expect(createCase(world.ctx(staff("reviewer")), content())).rejects.toMatchObject({ reason: "access.forbidden" });
    const { id } = await createCase(editor(), content());
    await expect(publishCase(editor(), { caseId: id, version: 1 })).rejects.toMatchObject({ reason: "access.forbidden" });
  });

  it("answers a repeated call with the same id like the first, and does not take another text for it", async () => {
    const id = `cas_${String(n).padStart(26, "0")}`;
    const input = { ...content(), id };
    expect(await createCase(editor(), input)).toEqual({ id, version: 1 });
    expect(await createCase(editor(), input)).toEqual({ id, version: 1 });
    await expect(createCase(editor(), { ...input, chains: [] })).rejects.toMatchObject({ reason: "record.changed" });
  });
});

describe("addresses", () => {
  it("belong to one case, and say whose they are and what to do when they are taken", async () => {
    await createCase(editor(), { ...content(), slug: `chosen-${n}` });
    const second = createCase(editor(), { ...content(), slug: ` Chosen-${n} ` });
    await expect(second).rejects.toMatchObject({
      reason: "case.slug-taken",
      fields: [
        {
          field: "slug",
          message: { "zh-CN": expect.stringContaining(content().title["zh-CN"]), en: expect.stringContaining("Choose another") },
        },
      ],
    });
  });

  it("made from the same title differ by themselves", async () => {
    const [a, b] = [await createCase(editor(), content()), await createCase(editor(), content())];
    const slugs = await Promise.all([a, b].map(async ({ id }) => (await getCase(editor(), { caseId: id })).slug));
    expect(slugs[0]).toBe(`a-titanium-licence-${n}`);
    expect(slugs[1]).toMatch(new RegExp(`^a-titanium-licence-${n}-[0-9a-z]{6}$`));
  });

  it("fall back to the number where there is no English title", async () => {
    const { id } = await createCase(editor(), { ...content(), title: { "zh-CN": "中文标题" } });
    expect((await getCase(editor(), { caseId: id })).slug).toBe(id.slice(4));
  });

  it("stay with their case when it moves, and a taken one is refused to an edit as well", async () => {
    const id = await published();
    const old = `a-titanium-licence-${n}`;
    await editCase(editor(), { ...content(), caseId: id, version: 2, slug: `moved-${n}` });
    expect((await readPublicCase(world.ctx(), { case: old })).id).toBe(id);
    await publishCase(organiser(), { caseId: id, version: 3 });
    await expect(readPublicCase(world.ctx(), { case: old })).rejects.toMatchObject({ code: "not-found" });
    expect(await readPublicCase(world.ctx(), { case: `moved-${n}` })).toMatchObject({ id, formerSlugs: [old] });
    const other = await createCase(editor(), { ...content(), slug: `other-${n}` });
    const taking = { ...content(), caseId: other.id, version: 1, slug: old };
    await expect(editCase(editor(), taking)).rejects.toMatchObject({ reason: "case.slug-taken" });
    expect((await editCase(editor(), { ...content(), caseId: id, version: 4, slug: old })).slug).toBe(old);
    await publishCase(organiser(), { caseId: id, version: 5 });
    expect(await readPublicCase(world.ctx(), { case: old })).toMatchObject({ formerSlugs: [`moved-${n}`] });
  });
});

describe("changing a case", () => {
  it("leaves what is published until it is published again", async () => {
    const id = await published();
    const changed = { ...content(), body: { "zh-CN": "新的正文" } };
    expect(await editCase(editor(), { ...changed, caseId: id, version: 2 })).toMatchObject({ version: 3 });
    expect((await readPublicCase(world.ctx(), { case: id })).body).toEqual(content().body);
    expect(await getCase(editor(), { caseId: id })).toMatchObject({ changed: true, status: "published", body: changed.body });
    expect((await readDraftCase(editor(), { caseId: id })).body).toEqual(changed.body);
    const first = (await readPublicCase(world.ctx(), { case: id })).publishedAt;
    world.clock.advance(60_000);
    await publishCase(organiser(), { caseId: id, version: 3 });
    const now = await readPublicCase(world.ctx(), { case: id });
    expect(now).toMatchObject({ body: changed.body, publishedAt: first, updatedAt: world.clock.now.toISOString() });
    expect((await getCase(editor(), { caseId: id })).changed).toBe(false);
  });

  it("never lets one of two editors overwrite the other", async () => {
    const { id } = await createCase(editor(), content());
    const edit = (text: string) => editCase(editor(), { ...content(), body: { "zh-CN": text }, caseId: id, version: 1 });
    const results = await Promise.allSettled([edit("甲"), edit("乙")]);
    const [won] = results.filter((r) => r.status === "fulfilled");
    const lost = results.find((r) => r.status === "rejected");
    expect(won).toBeDefined();
    expect(lost?.reason).toMatchObject({ reason: "record.changed" });
    const { body, version } = await getCase(editor(), { caseId: id });
    expect(version).toBe(2);
    expect(body["zh-CN"]).toBe(results[0].status === "fulfilled" ? "甲" : "乙");
  });

  it("does not publish what somebody else has changed meanwhile", async () => {
    const { id } = await createCase(editor(), content());
    await editCase(editor(), { ...content(), title: { "zh-CN": "他人改过" }, caseId: id, version: 1 });
    await expect(publishCase(organiser(), { caseId: id, version: 1 })).rejects.toMatchObject({ reason: "record.changed" });
  });
});

describe("taking a case away", () => {
  it("hides it, keeps the draft, and can be undone by publishing again", async () => {
    const id = await published();
    await withdrawCase(organiser(), { caseId: id, version: 2 });
    await expect(readPublicCase(world.ctx(), { case: id })).rejects.toMatchObject({ reason: "case.not-found" });
    expect((await listPublicCases(world.ctx(), { limit: 100 })).items.map((c) => c.id)).not.toContain(id);
    const { items } = await listCases(editor(), { status: "withdrawn", limit: 100 });
    expect(items.map((c) => c.id)).toContain(id);
    await publishCase(organiser(), { caseId: id, version: 3 });
    expect((await readPublicCase(world.ctx(), { case: id })).body).toEqual(content().body);
  });

  it("changes nothing when it is repeated, and refuses what never was public", async () => {
    const id = await published();
    const before = await world.scan();
    expect(await publishCase(organiser(), { caseId: id, version: 1 })).toEqual({ version: 2, already: true });
    expect(await world.scan()).toEqual(before);
    expect(await withdrawCase(organiser(), { caseId: id, version: 2 })).toEqual({ version: 3, already: false });
    expect(await withdrawCase(organiser(), { caseId: id, version: 2 })).toEqual({ version: 3, already: true });
    const draft = await createCase(editor(), content());
    await expect(withdrawCase(organiser(), { caseId: draft.id, version: 1 })).rejects.toMatchObject({
      reason: "case.not-published",
    });
  });
});

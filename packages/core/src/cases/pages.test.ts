import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { deriveCaseEvents } from "./events.ts";
import {
  askReview,
  checkCase,
  countWaitingCases,
  createCase,
  createPage,
  editCase,
  editPage,
  getCase,
  getVersion,
  listCases,
  listPublicCases,
  listPublicPages,
  listVersions,
  publishCase,
  readPublicCase,
  readPublicPage,
  restoreVersion,
  scheduleCase,
  withdrawCase,
} from "./index.ts";
import { publishScheduled } from "./schedule-case.ts";

const world = embedded();
const editor = () => world.ctx(staff("editor"));
const organiser = () => world.ctx(staff("organiser"));

let n = 0;
const draft = () => ({
  title: { "zh-CN": `常见问题 ${++n}`, en: `Common questions ${n}` },
  summary: { "zh-CN": "大家问得最多的几件事。", en: "What people ask most." },
  body: { "zh-CN": "## 要钱吗？\n\n不要。", en: "## Does it cost anything?\n\nNo." },
});
const stored = async (id: string) => (await world.scan()).find(({ pk, sk }) => pk === `case#${id}` && sk === "case");

describe("a page", () => {
  it("goes the way of a case: review, publication, a new draft beside it, withdrawal", async () => {
    const { id } = await createPage(editor(), { ...draft(), footer: 3 });
    expect(id).toMatch(/^pag_/);
    const slug = `common-questions-${n}`;
    await expect(readPublicPage(world.ctx(), { page: slug })).rejects.toMatchObject({ reason: "page.not-found" });
    await askReview(editor(), { caseId: id, version: 1, note: "请看" });
    expect(await countWaitingCases(organiser(), { kind: "page" })).toMatchObject({ count: 1 });
    await expect(publishCase(editor(), { caseId: id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
    await publishCase(organiser(), { caseId: id, version: 2 });
    const open = await readPublicPage(world.ctx(), { page: slug });
    expect(open).toMatchObject({ id, slug, footer: 3, body: draft().body });
    expect(open).not.toHaveProperty("chains");

    const change = { ...draft(), slug: `${slug}-new`, caseId: id };
    await editPage(editor(), { ...change, version: 3 });
    expect((await readPublicPage(world.ctx(), { page: slug })).footer).toBe(3);
    await publishCase(organiser(), { caseId: id, version: 4 });
    const moved = await readPublicPage(world.ctx(), { page: slug, former: true });
    expect(moved).toMatchObject({ slug: `${slug}-new`, formerSlugs: [slug] });
    expect(moved.footer).toBeUndefined();
    await expect(readPublicPage(world.ctx(), { page: slug })).rejects.toMatchObject({ code: "not-found" });

    expect((await listVersions(editor(), { caseId: id })).items.map(({ what }) => what)).toEqual([
      "published",
      "edited",
      "published",
      "review-asked",
      "created",
    ]);
    expect((await getVersion(editor(), { caseId: id, entry: 1 })).draft.footer).toBe(3);
    await restoreVersion(editor(), { caseId: id, version: 5, entry: 1 });
    expect((await getCase(editor(), { caseId: id })).footer).toBe(3);
    await withdrawCase(organiser(), { caseId: id, version: 6 });
    await expect(readPublicPage(world.ctx(), { page: id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("stands in no list of cases, nor a case in one of pages, and both may have the same address", async () => {
    const text = { ...draft(), slug: "shared-address" };
    const page = await createPage(organiser(), text);
    const story = await createCase(organiser(), { ...text, chains: ["titanium"] });
    for (const kind of ["case", "page"] as const) {
      const ids = (await listCases(organiser(), { kind })).items.map(({ id }) => id);
      expect([kind, ids.includes(page.id), ids.includes(story.id)]).toEqual([kind, kind === "page", kind === "case"]);
    }
    for (const { id } of [page, story]) await publishCase(organiser(), { caseId: id, version: 1 });
    expect((await listPublicCases(world.ctx(), {})).items.map(({ id }) => id)).not.toContain(page.id);
    expect((await listPublicPages(world.ctx(), {})).items.map(({ id }) => id)).not.toContain(story.id);
    expect((await readPublicCase(world.ctx(), { case: "shared-address" })).id).toBe(story.id);
    expect((await readPublicPage(world.ctx(), { page: "shared-address" })).id).toBe(page.id);
    await expect(readPublicCase(world.ctx(), { case: page.id })).rejects.toMatchObject({ reason: "case.not-found" });
  });

  it("is not changed as a case, nor a case as a page", async () => {
    const page = await createPage(editor(), draft());
    const story = await createCase(editor(), { ...draft(), chains: [] });
    const asCase = editCase(editor(), { ...draft(), chains: ["titanium"], caseId: page.id, version: 1 });
    await expect(asCase).rejects.toMatchObject({ reason: "case.not-found" });
    const asPage = editPage(editor(), { ...draft(), caseId: story.id, version: 1 });
    await expect(asPage).rejects.toMatchObject({ reason: "page.not-found" });
  });

  it("keeps its address from other pages, and says whose it is", async () => {
    await createPage(editor(), { ...draft(), title: { "zh-CN": "来访须知" }, slug: "visiting" });
    const refusal = await createPage(editor(), { ...draft(), slug: "visiting" }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ reason: "case.slug-taken" });
    expect(JSON.stringify(refusal)).toContain("来访须知");
    await expect(createPage(editor(), { ...draft(), slug: "home" })).rejects.toMatchObject({ reason: "input.invalid" });
    const { id } = await createPage(editor(), { ...draft(), title: { "zh-CN": "首页", en: "Home" } });
    expect((await getCase(editor(), { caseId: id })).slug).toBe(id.slice(4));
  });

  it("is published by the clock", async () => {
    const { id } = await createPage(editor(), draft());
    const publishAt = new Date(world.clock.now.getTime() + 3_600_000).toISOString();
    await scheduleCase(organiser(), { caseId: id, version: 1, publishAt });
    world.clock.advance(3_600_000);
    expect(await publishScheduled(world.ctx(system), {})).toEqual({ published: 1, held: 0 });
    expect((await readPublicPage(world.ctx(), { page: id })).id).toBe(id);
  });

  it("has a checklist of its own: no chains, links to other pages, places at the foot", async () => {
    const { id } = await createPage(organiser(), { ...draft(), slug: "linked" });
    await publishCase(organiser(), { caseId: id, version: 1 });
    const check = async (more: object) =>
      (await checkCase(editor(), { kind: "page", draft: { ...draft(), ...more } })).items.map(({ key }) => key.split(":")[0]);
    expect(await check({})).toEqual([]);
    expect(await check({ footer: 99 })).toEqual(["input"]);
    expect(await check({ body: { "zh-CN": "见[常见问题](/pages/linked/)。", en: "[See](/en/pages/linked/)." } })).toEqual([]);
    expect(await check({ body: { "zh-CN": "见[别处](/pages/nowhere/)。", en: "[See](/en/pages/nowhere/)." } })).toEqual([
      "dead-link",
      "dead-link",
    ]);
    expect(await check({ summary: { "zh-CN": "" } })).toEqual(["input"]);
  });

  it("tells of itself by an event of its own, only when what the public reads has changed", async () => {
    const { id } = await createPage(organiser(), draft());
    const before = await stored(id);
    expect(deriveCaseEvents.case?.({ after: before } as never)).toEqual([]);
    await publishCase(organiser(), { caseId: id, version: 1 });
    const change = { before, after: await stored(id) };
    expect(deriveCaseEvents.case?.(change as never)).toEqual([{ name: "page.changed", data: { pageId: id } }]);
  });
});

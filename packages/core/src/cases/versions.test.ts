import { beforeEach, describe, expect, it } from "vitest";
import { embedded, staff } from "../../../../tests/support/embedded.ts";
import type { Write } from "../platform/table.ts";
import {
  createCase,
  editCase,
  getCase,
  getVersion,
  listVersions,
  publishCase,
  readPublicCase,
  restoreVersion,
  tellPresence,
} from "./index.ts";

const world = embedded();
const editor = () => world.ctx({ kind: "staff", id: "stf_a", roles: ["editor"], name: "甲编辑" });
const other = () => world.ctx({ kind: "staff", id: "stf_b", roles: ["editor"], name: "乙编辑" });
const organiser = () => world.ctx(staff("organiser"));

const content = (text: string) => ({
  title: { "zh-CN": "版本" },
  summary: { "zh-CN": "摘要" },
  body: { "zh-CN": text },
  chains: [],
});

beforeEach(() => world.clock.advance(60_000));

describe("the history of a case", () => {
  it("has an entry for every save that differs: who, when, and what it changed", async () => {
    const { id } = await createCase(editor(), content("一"));
    await editCase(other(), { ...content("二"), caseId: id, version: 1 });
    expect(await editCase(editor(), { ...content("二"), caseId: id, version: 2 })).toMatchObject({ version: 2 });
    await editCase(editor(), {
      ...content("二"),
      summary: { "zh-CN": "新摘要", en: "New" },
      chains: ["titanium"],
      caseId: id,
      version: 2,
    });
    const { items } = await listVersions(editor(), { caseId: id });
    expect(items).toMatchObject([
      { version: 3, what: "edited", by: { id: "stf_a", name: "甲编辑" }, fields: ["summary", "chains"], content: true },
      { version: 2, what: "edited", by: { id: "stf_b", name: "乙编辑" }, fields: ["body"], content: true },
      { version: 1, what: "created", content: true },
    ]);
    expect(items[0]?.at).toBe(world.clock.now.toISOString());
  });

  it("is listed a page at a time, the latest first", async () => {
    const { id } = await createCase(editor(), content("0"));
    for (let i = 1; i <= 11; i++) await editCase(editor(), { ...content(String(i)), caseId: id, version: i });
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listVersions(editor(), { caseId: id, limit: 5, cursor });
      expect(page.items.length).toBeLessThanOrEqual(5);
      numbers.push(...page.items.map(({ version }) => version));
      cursor = page.cursor;
    } while (cursor);
    expect(numbers).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("gives any version with its text, and restores one as a new version, rewriting nothing", async () => {
    const { id } = await createCase(editor(), content("第一稿"));
    await editCase(editor(), { ...content("第二稿"), title: { "zh-CN": "改题" }, caseId: id, version: 1 });
    await publishCase(organiser(), { caseId: id, version: 2 });
    const before = (await listVersions(editor(), { caseId: id })).items;
    expect(await getVersion(editor(), { caseId: id, entry: 1 })).toMatchObject({
      version: 1,
      draft: { title: { "zh-CN": "版本" }, body: { "zh-CN": "第一稿" } },
    });
    expect(await restoreVersion(other(), { caseId: id, version: 3, entry: 1 })).toMatchObject({ version: 4 });
    expect(await getCase(editor(), { caseId: id })).toMatchObject({
      title: { "zh-CN": "版本" },
      body: { "zh-CN": "第一稿" },
      changed: true,
    });
    expect((await readPublicCase(world.ctx(), { case: id })).body).toEqual({ "zh-CN": "第二稿" });
    const after = (await listVersions(editor(), { caseId: id })).items;
    expect(after[0]).toMatchObject({ what: "restored", from: 1, by: { name: "乙编辑" }, fields: ["title", "body"] });
    expect(after.slice(1)).toEqual(before);
    expect(await restoreVersion(other(), { caseId: id, version: 4, entry: 1 })).toMatchObject({ version: 4 });
  });

  it("refuses a version that is not there or has no text, and a restoring after somebody else's change", async () => {
    const { id } = await createCase(editor(), content("一"));
    await publishCase(organiser(), { caseId: id, version: 1 });
    for (const entry of [2, 9])
      await expect(getVersion(editor(), { caseId: id, entry })).rejects.toMatchObject({ reason: "case.version-not-found" });
    await editCase(other(), { ...content("二"), caseId: id, version: 2 });
    await expect(restoreVersion(editor(), { caseId: id, version: 2, entry: 1 })).rejects.toMatchObject({
      reason: "record.changed",
    });
  });

  it("begins for a case that was written before there were histories with what it was", async () => {
    const { id } = await createCase(editor(), content("旧稿"));
    await strip(id);
    expect((await listVersions(editor(), { caseId: id })).items).toEqual([]);
    await publishCase(organiser(), { caseId: id, version: 1 });
    await editCase(editor(), { ...content("新稿"), caseId: id, version: 2 });
    const { items } = await listVersions(editor(), { caseId: id });
    expect(items.map(({ version, content: text }) => [version, text])).toEqual([
      [3, true],
      [2, false],
      [1, true],
    ]);
    expect((await getVersion(editor(), { caseId: id, entry: 1 })).draft.body).toEqual({ "zh-CN": "旧稿" });
  });
});

/** Makes a case what it was before histories were kept. */
async function strip(id: string): Promise<void> {
  const items = (await world.scan()).filter(({ pk }) => pk === `case#${id}`);
  const record = items.find(({ type }) => type === "case");
  const entry = items.find(({ type }) => type === "case-history");
  if (!record || !entry) throw new Error("no such case");
  const { drafted: _, ...old } = record;
  const writes: Write[] = [{ put: old }, { remove: { pk: String(entry.pk), sk: String(entry.sk) } }];
  await world.ctx().table.write(writes, "");
}

describe("who has a case open", () => {
  const window = (n: number) => String(n).repeat(10);

  it("is told to the others, until they leave or say nothing any more", async () => {
    const { id } = await createCase(editor(), content("一"));
    expect(await tellPresence(editor(), { caseId: id, window: window(1) })).toEqual({ version: 1, others: [] });
    const seen = await tellPresence(other(), { caseId: id, window: window(2), typing: true });
    expect(seen.others).toEqual([
      { who: { id: "stf_a", name: "甲编辑" }, self: false, typing: false, since: world.clock.now.toISOString() },
    ]);
    expect((await tellPresence(editor(), { caseId: id, window: window(1) })).others).toMatchObject([
      { typing: true, who: { name: "乙编辑" } },
    ]);
    expect((await tellPresence(editor(), { caseId: id, window: window(3) })).others.map(({ self }) => self).sort()).toEqual([
      false,
      true,
    ]);
    await tellPresence(other(), { caseId: id, window: window(2), leaving: true });
    expect((await tellPresence(editor(), { caseId: id, window: window(1) })).others).toMatchObject([{ self: true }]);
    world.clock.advance(51_000);
    expect((await tellPresence(other(), { caseId: id, window: window(2) })).others).toEqual([]);
  });

  it("comes with the version that the case is at now", async () => {
    const { id } = await createCase(editor(), content("一"));
    await editCase(other(), { ...content("二"), caseId: id, version: 1 });
    expect(await tellPresence(editor(), { caseId: id, window: window(1) })).toMatchObject({ version: 2 });
    await expect(tellPresence(editor(), { caseId: "cas_none", window: window(1) })).rejects.toMatchObject({
      reason: "case.not-found",
    });
    await expect(tellPresence(world.ctx(), { caseId: id, window: window(1) })).rejects.toMatchObject({
      reason: "access.sign-in",
    });
  });
});

import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { createCase, createPage, editPage, getCase, publishCase, withdrawCase } from "../cases/index.ts";
import type { Ctx } from "../platform/context.ts";
import { previewTypedPage, publishChanges, publishDue, publishSite } from "./index.ts";
import type { PageInput } from "./schema.ts";

const world = embedded();
const desk = () => world.ctx(staff("administrator"));
let rendering: (input: PageInput) => void = () => {};
world.render = async (input) => {
  const { footer } = input as PageInput;
  rendering(input as PageInput);
  return {
    status: 200,
    type: "text/html",
    body: `foot: ${footer.map(({ path, title }) => `${path} ${title["zh-CN"]}`).join(", ")}`,
  };
};
const page = (path: string) => Buffer.from(world.files.get(`site/${path}index.html`)?.body ?? []).toString("utf8");

let n = 0;
const text = (footer?: number) => ({
  ...{ title: { "zh-CN": `关于 ${n}` }, summary: { "zh-CN": "做什么。" }, body: { "zh-CN": "正文" }, slug: `about-${n}` },
  ...(footer ? { footer } : {}),
});
async function published(footer?: number): Promise<{ id: string; slug: string }> {
  n += 1;
  const { id } = await createPage(desk(), text(footer));
  await publishCase(desk(), { caseId: id, version: 1 });
  return { id, slug: `about-${n}` };
}
async function publishedStory(): Promise<{ id: string; path: string }> {
  n += 1;
  const { id } = await createCase(desk(), { ...text(), slug: `story-${n}`, chains: ["titanium"] });
  await publishCase(desk(), { caseId: id, version: 1 });
  await publishChanges(world.ctx(system), { changes: [{ kind: "cases", id }] });
  return { id, path: `cases/story-${n}/` };
}
const publish = (id: string) => publishChanges(world.ctx(system), { changes: [{ kind: "pages", id }] });

/** The table as it was before a page was published: its record is not found, and no list names it. */
const withoutPage = (table: Ctx["table"], id: string): Ctx["table"] => ({
  ...table,
  get: async (key) => (key.pk === `case#${id}` ? undefined : table.get(key)),
  query: async (query) => {
    const found = await table.query(query);
    return query.pk === "page#published" ? { ...found, items: found.items.filter((item) => item.id !== id) } : found;
  },
});

describe("the foot of every page", () => {
  it("has a page at once on what gathers things and on pages of its kind, and everywhere with the next round of the clock", async () => {
    const story = await publishedStory();
    const other = await published();
    await publish(other.id);
    const { id, slug } = await published(3);
    await publish(id);
    const link = `/pages/${slug}/ 关于`;
    for (const path of ["", "en/", "cases/", "chains/titanium/", "_shell/", `pages/${slug}/`, `pages/${other.slug}/`])
      expect(page(path), path).toContain(link);
    expect(page(story.path)).not.toContain(link);
    await publishDue(world.ctx(system), {});
    expect(page(story.path)).toContain(link);
    expect(page(`en/${story.path}`)).toContain(link);
  });

  it("is in the order that was given, whenever each came", async () => {
    const [second, first] = [await published(20), await published(10)];
    await publishSite(world.ctx(system), {});
    const home = page("");
    expect(home.indexOf(first.slug)).toBeGreaterThan(-1);
    expect(home.indexOf(first.slug)).toBeLessThan(home.indexOf(second.slug));
  });

  it("loses a page that is withdrawn, and follows one whose title or address changes", async () => {
    const { id, slug } = await published(5);
    await publish(id);
    const { version } = await getCase(desk(), { caseId: id });
    await editPage(desk(), { ...text(5), title: { "zh-CN": "新的名字" }, slug: `${slug}-new`, caseId: id, version });
    await publishCase(desk(), { caseId: id, version: version + 1 });
    await publish(id);
    expect(page("")).toContain(`/pages/${slug}-new/ 新的名字`);
    expect(page("")).not.toContain(`/pages/${slug}/`);
    expect(page(`_moved/pages/${slug}/`)).toBe(`/pages/${slug}-new/`);
    await withdrawCase(desk(), { caseId: id, version: version + 2 });
    await publish(id);
    expect(page("")).not.toContain("新的名字");
    expect(page(`pages/${slug}-new/`)).toBe("");
    expect(world.files.has(`site/_moved/pages/${slug}/index.html`)).toBe(false);
  });

  it("asks for nothing more when a page changes that does not stand there, or only its text", async () => {
    const story = await publishedStory();
    const quiet = await published();
    const { id } = await published(7);
    await publish(id);
    await publishDue(world.ctx(system), {});
    const before = world.files.get(`site/${story.path}index.html`);
    const { version } = await getCase(desk(), { caseId: id });
    await editPage(desk(), { ...text(7), body: { "zh-CN": "另一篇" }, caseId: id, version });
    await publishCase(desk(), { caseId: id, version: version + 1 });
    const outcome = await publishChanges(world.ctx(system), {
      changes: [
        { kind: "pages", id },
        { kind: "pages", id: quiet.id },
      ],
    });
    expect(outcome.pages).toBe(4);
    await publishDue(world.ctx(system), {});
    expect(world.files.get(`site/${story.path}index.html`)).toBe(before);
  });

  it("that changes while everything is being made is made everywhere by another round", async () => {
    const story = await publishedStory();
    const late = await published(9);
    let coming: Promise<unknown> | undefined;
    // It comes when the story has been made already, and gets its turn before all is done.
    rendering = (input) => {
      if (input.path === `/${story.path}`) coming ??= publish(late.id);
    };
    const early = { ...world.ctx(system), table: withoutPage(world.ctx(system).table, late.id) };
    await publishSite(early, {});
    rendering = () => {};
    await coming;
    expect(page("")).toContain(late.slug);
    expect(page(story.path)).not.toContain(late.slug);
    await publishDue(world.ctx(system), {});
    expect(page(story.path)).toContain(late.slug);
  });

  it("is previewed with the page in its place", async () => {
    n += 1;
    const { body } = await previewTypedPage(desk(), { ...text(1) });
    expect(body).toContain(`foot: /pages/about-${n}/ 关于 ${n}`);
    expect((await previewTypedPage(desk(), text())).body).not.toContain(`about-${n}`);
  });
});

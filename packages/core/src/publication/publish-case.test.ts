import { beforeEach, describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { createCase, editCase, publishCase, withdrawCase } from "../cases/index.ts";
import { deriveCaseEvents } from "../cases/reactions.ts";
import type { Item } from "../platform/table.ts";
import { publishChanges, publishPolicy, publishSite, readOfficialText, removeOfficialText, setOfficialText } from "./index.ts";
import type { PageInput } from "./schema.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const text = (path: string) => Buffer.from(world.files.get(`site/${path}`)?.body ?? []).toString("utf8");
const order: string[] = [];

/** A renderer that shows what it was given, in an order of its own, since the table keeps none. */
const sorted = (_name: string, value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
    : value;
world.render = async (input) => {
  const { data } = input as PageInput;
  return { status: 200, type: "text/html; charset=utf-8", body: JSON.stringify(data, sorted) };
};

let n = 0;
const content = () => ({
  title: { "zh-CN": `《钛》案例 & <${n}>`, en: `Titanium & <${n}>` },
  summary: { "zh-CN": "一项闲置专利怎样用起来。" },
  body: { "zh-CN": "正文" },
  chains: ["titanium"],
  slug: `story-${n}`,
});
const publish = (id: string) => publishChanges(world.ctx(system), { changes: [{ kind: "cases", id }] });
const record = async (id: string) => (await world.scan()).find((item) => item.type === "case" && item.id === id) as Item;
/** What the relay would have made of a change, given to the reaction. */
async function react(id: string, before: Item | undefined) {
  const [event] = deriveCaseEvents.case?.({ before, after: await record(id) }) ?? [];
  if (event) await publish(id);
  return event;
}

beforeEach(() => {
  n += 1;
  order.length = 0;
  world.clock.advance(1000);
});

async function published() {
  const { id } = await createCase(organiser(), content());
  const draft = await record(id);
  await publishCase(organiser(), { caseId: id, version: 1 });
  await react(id, draft);
  return id;
}

describe("a case on the site", () => {
  it("appears on its page, in the list, in the chain and in the feeds, and goes from all of them", async () => {
    const id = await published();
    const page = `cases/story-${n}/`;
    const places = [
      "cases/index.html",
      "en/cases/index.html",
      "index.html",
      "feeds/cases.xml",
      "en/feeds/cases.xml",
      "feeds/cases.json",
    ];
    expect(text(`${page}index.html`)).toContain("正文");
    expect(text(`en/${page}index.html`)).toContain("正文");
    for (const place of places) expect(text(place)).toContain(`story-${n}`);
    expect(text("chains/titanium/index.html")).toContain(`story-${n}`);

    const before = await record(id);
    await withdrawCase(organiser(), { caseId: id, version: 2 });
    await react(id, before);
    expect(world.files.has(`site/${page}index.html`)).toBe(false);
    expect(world.files.has(`site/en/${page}index.html`)).toBe(false);
    for (const place of places) expect(text(place)).not.toContain(`story-${n}`);
  });

  it("is written before what points to it, and removed after", async () => {
    const { objects } = world.ctx();
    const watched = {
      ...objects,
      put: (...args: Parameters<typeof objects.put>) => {
        order.push(`put ${args[1]}`);
        return objects.put(...args);
      },
      remove: (...args: Parameters<typeof objects.remove>) => {
        order.push(`remove ${args[1]}`);
        return objects.remove(...args);
      },
    };
    const { id } = await createCase(organiser(), content());
    await publishCase(organiser(), { caseId: id, version: 1 });
    const watching = { ...world.ctx(system), objects: watched };
    await publishChanges(watching, { changes: [{ kind: "cases", id }] });
    const page = order.indexOf(`put cases/story-${n}/index.html`);
    expect(page).toBeGreaterThanOrEqual(0);
    for (const place of ["cases/index.html", "feeds/cases.xml", "index.html"])
      expect(order.indexOf(`put ${place}`)).toBeGreaterThan(page);

    await withdrawCase(organiser(), { caseId: id, version: 2 });
    order.length = 0;
    await publishChanges(watching, { changes: [{ kind: "cases", id }] });
    const removed = order.indexOf(`remove cases/story-${n}/index.html`);
    for (const place of ["cases/index.html", "feeds/cases.xml", "index.html"]) {
      expect(order).toContain(`put ${place}`);
      expect(order.indexOf(`put ${place}`)).toBeLessThan(removed);
    }
  });

  it("moves with its address, and the old one leads to the new", async () => {
    const id = await published();
    const before = await record(id);
    await editCase(organiser(), { ...content(), slug: `moved-${n}`, caseId: id, version: 2 });
    expect(deriveCaseEvents.case?.({ before, after: await record(id) })).toEqual([]);
    await publishCase(organiser(), { caseId: id, version: 3 });
    await react(id, before);
    expect(world.files.has(`site/cases/story-${n}/index.html`)).toBe(false);
    expect(text(`cases/moved-${n}/index.html`)).toContain("正文");
    expect(text("cases/index.html")).not.toContain(`story-${n}"`);
    expect(text(`_moved/cases/story-${n}/index.html`)).toBe(`/cases/moved-${n}/`);
    expect(text(`_moved/en/cases/story-${n}/index.html`)).toBe(`/en/cases/moved-${n}/`);
  });

  it("gives the same bytes whether all is published or only what changed", async () => {
    await published();
    const touched = new Map([...world.files].map(([key, { body }]) => [key, Buffer.from(body).toString("utf8")]));
    await publishSite(world.ctx(system), {});
    for (const [key, body] of touched) expect([key, text(key.slice(5))]).toEqual([key, body]);
  });

  it("stands in well-formed XML whatever its title is", async () => {
    await published();
    for (const path of ["feeds/cases.xml", "en/feeds/cases.xml"]) {
      expect(text(path)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<rss /);
      expect(text(path)).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
    }
    expect(text("feeds/cases.xml")).toContain(`<title>《钛》案例 &amp; &lt;${n}&gt;</title>`);
    expect(text("feeds/cases.xml")).toContain(`<pubDate>${world.clock.now.toUTCString()}</pubDate>`);
  });
});

describe("the official text", () => {
  const official = { title: { "zh-CN": "实施方案原文" }, href: "https://www.gov.example/plan.pdf" };

  it("appears on the policy page and goes again", async () => {
    expect(await readOfficialText(world.ctx(), {})).toEqual({ version: 0 });
    await setOfficialText(organiser(), { ...official, version: 0 });
    await publishPolicy(world.ctx(system), {});
    expect(text("policy/index.html")).toContain(official.href);
    expect(text("en/policy/index.html")).toContain(official.href);
    await publishSite(world.ctx(system), {});
    expect(text("policy/index.html")).toContain(official.href);
    await removeOfficialText(organiser(), { version: 1 });
    await publishPolicy(world.ctx(system), {});
    expect(text("policy/index.html")).not.toContain(official.href);
    expect(await readOfficialText(world.ctx(), {})).toEqual({ version: 2 });
  });

  it("takes web addresses and our own PDFs, and nothing else", async () => {
    const { version } = await readOfficialText(world.ctx(), {});
    for (const href of ["javascript:alert(1)", "/media/../x.pdf", "gov.example", "data:text/html,x"])
      await expect(setOfficialText(organiser(), { ...official, href, version })).rejects.toMatchObject({
        fields: [{ field: "href" }],
      });
    await expect(setOfficialText(organiser(), { ...official, version: version + 1 })).rejects.toMatchObject({
      reason: "record.changed",
    });
    await expect(setOfficialText(world.ctx(), { ...official, version })).rejects.toMatchObject({ reason: "access.sign-in" });
  });
});

import { createCase, getCase, publishCase, withdrawCase } from "@lingxi/core/cases";
import { publishChanges, publishSite } from "@lingxi/core/publication";
import type { Found, PageInput } from "@lingxi/core/publication/schema";
import { compactSnapshot } from "@lingxi/core/search/reactions";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { call } from "../support/api.ts";
import { demandsIn } from "../support/demands.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const demands = demandsIn(world);
const desk = () => world.ctx(staff("administrator"));
let activity = "";
let story = "";
world.render = async (input) => ({
  status: 200,
  type: "text/html; charset=utf-8",
  body: JSON.stringify({ path: (input as PageInput).path, ...(input as PageInput).data }),
});
const publish = (kind: "activities" | "cases" | "demands", id: string) =>
  publishChanges(world.ctx(system), { changes: [{ kind, id }] });
/** What stands in a page of results. The index looks for changes twice a second by the clock. */
async function found(address: string): Promise<Found & { path: string }> {
  world.clock.advance(1_000);
  const answer = await call(world, "GET", address);
  expect([answer.status, address]).toEqual([200, address]);
  const { path, found: result } = JSON.parse(answer.text) as { path: string; found: Found };
  return { ...result, path };
}
const ids = ({ entries }: Found) => entries.map(({ thing }) => thing.id);

beforeAll(async () => {
  activity = await publishedActivity(world, 20);
  await publish("activities", activity);
  const { id } = await createCase(desk(), {
    title: { "zh-CN": "光子封装走上产线", en: "Photonic packaging in production" },
    summary: { "zh-CN": "耦合从四十分钟到六分钟。" },
    body: { "zh-CN": "## 起点\n\n良率停在 **71%**，[样片](/chains/)反复返工。" },
    chains: ["photonics"],
    slug: "photonic-packaging",
  });
  story = id;
  await publishCase(desk(), { caseId: id, version: 1 });
  await publish("cases", id);
  const { demandId } = await demands.listed();
  await publish("demands", demandId);
});

describe("finding", () => {
  it.each([
    ["钛合金沙龙", "what it is called"],
    ["鈦合金", "traditional characters"],
    ["ｔｉｔａｎｉｕｍ", "full-width letters"],
    ["taihejin", "pinyin"],
    ["thj", "initials"],
  ])("%s finds the salon (%s)", async (q) => {
    expect(ids(await found(`/find?q=${encodeURIComponent(q)}`))).toContain(activity);
  });

  it("finds what stands in the text only, without its marks, and shows where", async () => {
    const { entries } = await found(`/find?q=${encodeURIComponent("样片")}`);
    expect(entries.map(({ thing }) => thing.id)).toEqual([story]);
    const excerpt = entries[0]?.excerpt ?? [];
    expect(excerpt.some(({ text, hit }) => hit && text === "样片")).toBe(true);
    expect(excerpt.map(({ text }) => text).join("")).toContain("良率停在 71%，样片反复返工");
  });

  it("narrows one kind by facets, whose counts say what is left, and keeps all of that in the address", async () => {
    const all = await found("/find/demands");
    expect(all.total).toBeGreaterThan(0);
    expect(all.facets.find(({ name }) => name === "chain")?.values).toContainEqual({
      value: "titanium",
      count: all.total,
      chosen: false,
    });
    const some = await found("/en/find/demands?chain=titanium&region=baoji&state=open");
    expect(some.chosen).toEqual({ chain: ["titanium"], region: ["baoji"], state: ["open"] });
    expect(some.total).toBe(1);
    expect(some.path).toBe("/en/find/demands?chain=titanium&region=baoji&state=open");
    expect((await found("/find/demands?chain=hydrogen")).total).toBe(0);
  });

  it("counts all kinds for the words, whichever is asked for", async () => {
    const { counts, of } = await found(`/find/demands?q=${encodeURIComponent("钛合金")}`);
    expect(of).toBe("demands");
    expect(counts).toMatchObject({ activities: 1 });
  });

  it.each([
    ["page 0", "/find?page=0"],
    ["a page below 0", "/find?page=-5"],
    ["a page beyond all", "/find?page=1e99"],
    ["a page that is no number", "/find?page=x"],
    ["a sort of NUL", "/find?sort=%00"],
    ["a picture of a lamp", "/find?q=%F0%9F%92%A1"],
    ["half a character", "/find?q=%ED%A0%80"],
    ["a broken escape", "/find?q=%E0%A4%A"],
    ["two thousand characters", `/find?q=${"%E9%92%9B".repeat(2000)}`],
    ["nothing but marks", "/find?q=!!!%22%5C()%5B%5D"],
    ["names that objects have", "/find/projects?chain=__proto__&trl=99&trl=7&state=%3Cscript%3E"],
    ["a value two hundred times", `/find/projects?${"chain=x&".repeat(200)}`],
    ["brackets", "/find/cases?chain[]=x&constructor=1"],
  ])("answers %s", async (_name, address) => {
    const { page, pages } = await found(address);
    expect(page).toBeGreaterThanOrEqual(1);
    expect(page).toBeLessThanOrEqual(pages);
  });

  it("knows no other kind", async () => {
    expect((await call(world, "GET", "/find/people")).status).toBe(404);
    expect((await call(world, "POST", "/find")).status).toBe(405);
  });

  it("finds nothing any more that was withdrawn, and finds it again from a new snapshot as before", async () => {
    const q = `/find?q=${encodeURIComponent("光子封装")}`;
    expect(ids(await found(q))).toContain(story);
    await compactSnapshot(world.ctx(system));
    world.clock.advance(60_000);
    expect(ids(await found(q))).toContain(story);
    const { version } = await getCase(desk(), { caseId: story });
    await withdrawCase(desk(), { caseId: story, version });
    await publish("cases", story);
    expect(ids(await found(q))).not.toContain(story);
    await publishSite(world.ctx(system), {});
    world.clock.advance(60_000);
    expect(ids(await found(q))).not.toContain(story);
    await publishCase(desk(), { caseId: story, version: version + 1 });
    await publish("cases", story);
    expect(ids(await found(q))).toContain(story);
  });
});

describe("suggestions", () => {
  const suggested = async (q: string) =>
    (await call(world, "GET", `/api/find/suggest?q=${encodeURIComponent(q)}`)).json().suggestions as {
      text: string;
      kind?: string;
      path?: string;
    }[];

  it("lead to the thing or the chain, in characters and in pinyin", async () => {
    expect(await suggested("taihe")).toContainEqual({ text: "钛合金沙龙", kind: "活动", path: `/activities/${activity}/` });
    expect(await suggested("光子")).toContainEqual({ text: "光子", kind: "产业链", path: "/chains/photonics/" });
    expect(await suggested("光子")).toContainEqual({
      text: "光子封装走上产线",
      kind: "案例",
      path: "/cases/photonic-packaging/",
    });
  });

  it("are none for nothing", async () => {
    expect(await suggested("")).toEqual([]);
    expect(await suggested("\u0000🙂")).toEqual([]);
  });
});

describe("the sitemap", () => {
  it("names its parts, and each names its pages in both languages", async () => {
    const index = (await call(world, "GET", "/sitemap.xml")).text;
    const parts = [...index.matchAll(/<loc>https:\/\/lingxi\.example(\/sitemaps\/[a-z0-9-]+\.xml)<\/loc>/g)].map(
      ([, path = ""]) => path,
    );
    expect(parts).toContain("/sitemaps/pages.xml");
    expect(parts.some((part) => part.startsWith("/sitemaps/cases-"))).toBe(true);
    const all: string[] = [];
    for (const part of parts) {
      const { status, text } = await call(world, "GET", part);
      expect([part, status]).toEqual([part, 200]);
      expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset /);
      all.push(text);
    }
    const urls = all.join("");
    expect(urls).toContain("<loc>https://lingxi.example/en/cases/photonic-packaging/</loc>");
    expect(urls).toContain(`<loc>https://lingxi.example/activities/${activity}/</loc>`);
    expect(urls).toContain("<loc>https://lingxi.example/chains/titanium/</loc>");
  });

  it.each(["/sitemaps/cases-1999-01.xml", "/sitemaps/none.xml", "/sitemaps/cases-2026-13.xml"])(
    "has no part %s",
    async (part) => {
      expect((await call(world, "GET", part)).status).toBe(404);
    },
  );
});

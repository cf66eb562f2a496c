import type { Page } from "playwright-core";
import { beforeAll, expect, inject, it } from "vitest";
import { eventually } from "../support/host.ts";
import { looksRight, type Tour, tours, visitors } from "../support/journey.ts";

const open = visitors();

/** Name and path of everything that the sample data shows; a talent's number is another in each installation. */
const pages = [
  ["home", "/"],
  ["activities", "/activities/"],
  ["activity", "/activities/act_00000000000000000000000001/"],
  ["cases", "/cases/"],
  ["case", "/cases/titanium-thin-wall-licence/"],
  ["projects", "/projects/"],
  ["project", "/projects/prj_00000000000000000000000001/"],
  ["demands", "/demands/"],
  ["demand", "/demands/dem_00000000000000000000000001/"],
  ["talents", "/talents/"],
  ["chains", "/chains/"],
  ["chain", "/chains/titanium/"],
  ["policy", "/policy/"],
  ["privacy", "/privacy/"],
] as const;

/** What is made for one question: there a script may suggest, and nothing is lost without it. */
const asked = [
  ["find", "/find"],
  ["find-all", `/find?q=${encodeURIComponent("钛合金")}`],
  ["find-none", `/find?q=${encodeURIComponent("反重力")}`],
  ["find-projects", "/find/projects?chain=titanium"],
  ["find-demands-none", "/find/demands?chain=titanium&state=unsolved"],
] as const;

const says = {
  "zh-CN": {
    provisional: "尚待核对",
    list: "名单以省级主管部门公布为准",
    other: "English",
    lost: "没有找到这个页面",
    official: "官方文件",
  },
  en: {
    provisional: "still to be confirmed",
    list: "published list prevails",
    other: "中文",
    lost: "Page not found",
    official: "Official text",
  },
};

const read = async (path: string, init?: RequestInit) => fetch(`${inject("origin")}${path}`, init);
const otherBase = (tour: Tour) => (tour.base ? "" : "/en");

/** What makes a page readable by everybody: no script, one stylesheet, one heading, its landmarks, names for all controls. */
async function readsWell(page: Page, name: string, scripts = 0): Promise<void> {
  const found = await page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const ids = all("[id]").map((element) => element.id);
    return {
      scripts: all("script:not([type='application/ld+json'])").length,
      handlers: all("*").filter((element) => [...element.attributes].some((a) => a.name.startsWith("on"))).length,
      stylesheets: all("link[rel=stylesheet]").length,
      inlineStyles: all("style, [style]").length,
      headings: all("h1").length,
      landmarks: all("body > header, body > main, body > footer").length,
      unnamed: all("a[href], button, img").filter((e) => !(e.textContent?.trim() || e.hasAttribute("alt"))).length,
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    };
  });
  expect(found, name).toEqual({
    scripts,
    handlers: 0,
    stylesheets: 1,
    inlineStyles: 0,
    headings: 1,
    landmarks: 3,
    unnamed: 0,
    twice: [],
  });
}

/** Takes a page to its other language and back. */
async function switches(page: Page, tour: Tour, path: string): Promise<void> {
  await page.locator("a.language[hreflang]").click();
  expect(new URL(page.url()).pathname).toBe(otherBase(tour) + path);
  expect(await page.locator("html").getAttribute("lang")).toBe(tour.base ? "zh-CN" : "en");
  await page.locator("a.language[hreflang]").click();
  expect(new URL(page.url()).pathname).toBe(tour.base + path);
}

beforeAll(async () => {
  await eventually(async () => (await read("/talents/")).ok, 60_000);
});

it.each(tours)("everything can be read without script, in either language ($locale, $width px)", async (tour) => {
  const words = says[tour.locale];
  const page = await open(tour, { script: false });
  for (const [name, path] of pages) {
    expect((await page.goto(tour.base + path))?.status(), name).toBe(200);
    await readsWell(page, name);
    await looksRight(page, tour, `read-${name}`);
    expect(await page.locator("a.language[hreflang]").getAttribute("href"), name).toBe(otherBase(tour) + path);
  }

  for (const [name, path] of asked) {
    expect((await page.goto(tour.base + path))?.status(), name).toBe(200);
    await readsWell(page, name, 1);
    await looksRight(page, tour, `read-${name}`);
    expect(await page.locator("a.language[hreflang]").getAttribute("href"), name).toBe(otherBase(tour) + path);
  }

  await page.goto(`${tour.base}/talents/`);
  await page.locator("main a.cover-link").first().click();
  const path = new URL(page.url()).pathname.slice(tour.base.length);
  expect(path).toMatch(/^\/talents\/tal_\w+\/$/);
  await looksRight(page, tour, "read-talent");
  await readsWell(page, "talent");
  await switches(page, tour, path);

  await page.goto(`${tour.base}/chains/`);
  await page.getByText(words.list).first().waitFor();
  await page.goto(`${tour.base}/chains/titanium/`);
  await page.getByText(words.provisional).first().waitFor();
  await page.goto(`${tour.base}/policy/`);
  expect(await page.locator("section:has(#systems) li").count()).toBe(15);
  expect(await page.locator("section:has(#support) li").count()).toBeGreaterThan(0);

  expect((await page.goto(`${tour.base}/no/such/page/`))?.status()).toBe(404);
  await page.getByRole("heading", { name: words.lost }).waitFor();
  await looksRight(page, tour, "read-not-found");
  await readsWell(page, "not-found");
  await page.context().close();
});

it.each(tours)("the keyboard finds the content first ($locale, $width px)", async (tour) => {
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/projects/`);
  const skip = page.locator(".skip");
  expect(await skip.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThanOrEqual(0);
  await page.keyboard.press("Tab");
  expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await skip.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const place = await page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    return { inMain: Boolean(focused.closest("main")), outline: getComputedStyle(focused).outlineStyle };
  });
  expect(place).toEqual({ inMain: true, outline: "solid" });
  await page.context().close();
});

it.each(tours)("a list is narrowed, searched and left again without script ($locale, $width px)", async (tour) => {
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/projects/`);
  const all = await page.locator("main .card").count();
  await page.locator(".facet summary").first().click();
  const value = page.locator(".facet[open] .facet__values a").first();
  const [name = "", count = ""] = await value.locator("span").allTextContents();
  await value.click();
  expect(new URL(page.url()).pathname).toBe(`${tour.base}/find/projects`);
  await page.locator(".chip", { hasText: name }).waitFor();
  expect(await page.locator("main .card").count()).toBe(Number(count));
  expect(Number(count)).toBeLessThan(all);
  await page.locator("#q").fill("wxyz");
  await page.keyboard.press("Enter");
  await page.locator(".empty").waitFor();
  expect(new URL(page.url()).searchParams.getAll("chain")).toHaveLength(1);
  await page.locator("#q").fill("");
  await page.keyboard.press("Enter");
  await page.locator(".chip").click();
  expect(new URL(page.url()).pathname).toBe(`${tour.base}/projects/`);
  expect(await page.locator("main .card").count()).toBe(all);
  await page.context().close();
});

it.each(tours)("the search of every page is reached by keyboard, and nothing moves ($locale, $width px)", async (tour) => {
  const page = await open(tour, { script: false });
  await page.goto(`${tour.base}/policy/`);
  const top = () => page.locator("main").evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.locator(".site-search input").focus();
  const box = await page.locator(".site-search input").boundingBox();
  expect(box?.width).toBeGreaterThan(150);
  expect(await top()).toBe(before);
  await page.keyboard.type("钛");
  await page.keyboard.press("Enter");
  await page.locator("mark").first().waitFor();
  expect(decodeURIComponent(page.url())).toContain(`${tour.base}/find?q=钛`);
  await page.context().close();
});

it("suggests while a word is typed, and not while it is composed", async () => {
  const [tour] = tours;
  const page = await open(tour);
  await page.goto("/find");
  const field = page.locator("#q");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/find/suggest")) asked.push(new URL(request.url()).searchParams.get("q") ?? "");
  });
  await field.focus();
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "tai";
    input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
  });
  await page.waitForTimeout(400);
  expect(asked).toEqual([]);
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "钛";
    input.dispatchEvent(new CompositionEvent("compositionend", { data: "钛", bubbles: true }));
  });
  await page.locator("#suggestions [role=option]").first().waitFor();
  expect(asked).toEqual(["钛"]);
  await page.keyboard.press("ArrowDown");
  const first = page.locator("#suggestions [role=option]").first();
  expect(await first.getAttribute("aria-selected")).toBe("true");
  expect(await field.getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
  await page.keyboard.press("Escape");
  expect(await page.locator("#suggestions").isHidden()).toBe(true);
  expect(await field.inputValue()).toBe("钛");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(chains|activities|projects|demands|cases|talents)\/|\?q=/);
  await page.context().close();
});

it("shows the official text that an organiser attached, and takes it away again", async () => {
  const headers = { "content-type": "application/json", cookie: inject("session"), "user-agent": inject("agent") };
  const change = async (method: string, path: string, body: object) => {
    const { version } = (await (await read("/api/console/policy", { headers })).json()) as { version: number };
    const answer = await read(path, { method, headers, body: JSON.stringify({ ...body, version }) });
    expect(answer.ok, await answer.text()).toBe(true);
  };
  const href = "https://example.com/official.pdf";
  const shows = async (text: string) => (await (await read("/policy/")).text()).includes(text);
  await change("PUT", "/api/console/policy", { title: { "zh-CN": "示例官方文件" }, href });
  await eventually(() => shows(href), 2000);
  const [tour] = tours;
  const page = await open(tour, { script: false });
  await page.goto("/policy/");
  expect(await page.getByRole("link", { name: "示例官方文件" }).getAttribute("href")).toBe(href);
  await page.getByText(says[tour.locale].official).waitFor();
  await change("POST", "/api/console/policy/remove", {});
  await eventually(async () => !(await shows(href)), 2000);
  await page.context().close();
});

it("every link inside the site leads somewhere", async () => {
  // What is made on request is looked at, but not followed: each of its facets leads to another.
  const made = /^\/(api|console|forms|en\/forms|find|en\/find|media|_astro)([/?]|$)/;
  const seen = new Set(["/", "/en/"]);
  const broken: string[] = [];
  let readPages = 0;
  for (const path of seen) {
    const answer = await read(path);
    if (!answer.ok) broken.push(`${answer.status} ${path}`);
    const html = answer.headers.get("content-type")?.startsWith("text/html") && !made.test(path);
    const text = await answer.text();
    if (!html) continue;
    expect(++readPages, "the crawl is bounded").toBeLessThan(600);
    for (const [, link = ""] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      const url = new URL(link.replaceAll("&amp;", "&"), inject("origin") + path);
      const local = url.hostname === "localhost" || url.origin === inject("origin");
      if (local && url.protocol.startsWith("http")) seen.add(url.pathname + url.search);
    }
  }
  expect(broken).toEqual([]);
  expect(readPages).toBeGreaterThan(100);
});

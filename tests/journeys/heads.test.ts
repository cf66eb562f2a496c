import { locales } from "@lingxi/core/platform/text";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, it } from "vitest";
import { type Head, paired, readHeads } from "../support/heads.ts";
import { tours, visitors } from "../support/journey.ts";
import { findPages, formKinds, pageKinds } from "../support/public-pages.ts";

const open = visitors();
const heads = new Map<string, Head>();
/** The address that the site gives itself. */
let site = "";
/** Pages that nobody is to find. */
const unlisted: string[] = [];

/** The pages that are always there, as their paths; things are what other journeys publish, too. */
async function listed(): Promise<string[]> {
  const text = await (await fetch(`${inject("origin")}/sitemaps/pages.xml`)).text();
  const found = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = ""]) => new URL(at));
  site = found[0]?.origin ?? "";
  return found.map(({ pathname }) => pathname);
}

beforeAll(async () => {
  const paths = new Set(await listed());
  for (const locale of locales)
    for (const { path, unlisted: hidden } of (await findPages(inject("origin"), locale, pageKinds)).pages) {
      paths.add(path);
      if (hidden) unlisted.push(path);
    }
  const page = await open(tours[0]);
  await page.goto("/");
  for (const head of await readHeads(page, [...paths])) heads.set(head.path, head);
  await page.context().close();
});

/** The pages of which something is not as it should be. */
const where = (wrong: (head: Head) => boolean) => [...heads.values()].filter(wrong).map(({ path }) => path);
const isOpen = ({ path }: Head) => !unlisted.includes(path);

it("there are pages to look at, in both languages", () => {
  expect(heads.size).toBeGreaterThan(90);
  expect(where(({ path, lang }) => lang !== (/^\/en(\/|$)/.test(path) ? "en" : "zh-CN"))).toEqual([]);
});

it("every page has one heading, a title and a description", () => {
  expect(where(({ headings }) => headings !== 1)).toEqual([]);
  expect(where(({ title }) => title.length < 4 || title.length > 120)).toEqual([]);
  expect(where(({ description }) => description.length < 10 || description.length > 200)).toEqual([]);
});

it.each(["title", "description"] as const)("no two pages of one language have the same %s", (name) => {
  const by = Map.groupBy([...heads.values()].filter(isOpen), (head) => `${head.lang}: ${head[name]}`);
  expect([...by].filter(([, same]) => same.length > 1).map(([text, same]) => [text, ...same.map(({ path }) => path)])).toEqual(
    [],
  );
});

it("a page is found under its own address and its twin's, and nowhere else", () => {
  expect(where((head) => isOpen(head) && head.canonical !== site + head.path)).toEqual([]);
  expect(where((head) => isOpen(head) && !paired(head, heads, site))).toEqual([]);
});

it("what nobody is to find says so, and nothing else does", () => {
  expect(where((head) => head.noindex === isOpen(head))).toEqual([]);
  expect(where((head) => !isOpen(head) && Boolean(head.canonical || Object.keys(head.alternates).length))).toEqual([]);
});

it("nothing is inline, and nothing comes from elsewhere", () => {
  expect(where(({ inline }) => inline > 0)).toEqual([]);
  expect([...heads.values()].flatMap(({ loads }) => loads).filter((url) => !url.startsWith("/") || url.startsWith("//"))).toEqual(
    [],
  );
});

it("what would be wrong is found", async () => {
  const page = await open(tours[0]);
  await page.goto("/");
  await page.route("**/wrong/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="zh-CN"><head><style>p{}</style><script>1</script><script src="https://elsewhere.example/x.js"></script>
        <script type="application/ld+json">{}</script></head><body onload="1"><h1>1</h1><h1>2</h1><p style="color:red">x</p>
        <img src="a.png" srcset="//elsewhere.example/1.png 1x, /2.png 2x"></body></html>`,
    }),
  );
  const [head] = await readHeads(page, ["/wrong/"]);
  expect(head).toMatchObject({ headings: 2, title: "", description: "", inline: 4, noindex: false, alternates: {} });
  expect(head?.loads).toEqual(["https://elsewhere.example/x.js", "a.png", "//elsewhere.example/1.png", "/2.png"]);
  await page.context().close();
});

it("a page whose twin names another is not taken for paired", () => {
  const own = heads.get("/policy/");
  const twin = heads.get("/en/policy/");
  if (!own || !twin) throw new Error("no policy page");
  const others = { ...twin.alternates, "zh-CN": `${site}/privacy/` };
  expect(paired(own, heads, site)).toBe(true);
  expect(paired(own, new Map([[twin.path, { ...twin, alternates: others }]]), site)).toBe(false);
  expect(paired({ ...own, alternates: {} }, heads, site)).toBe(false);
  expect(paired({ ...own, path: "/privacy/" }, heads, site)).toBe(false);
});

it.each(locales)("a browser asks nobody else for anything, and refuses nothing for safety (%s)", async (locale) => {
  const page = await open(tours.find((tour) => tour.locale === locale) ?? tours[0]);
  const asked = noteForeign(page);
  const { pages } = await findPages(inject("origin"), locale, [...pageKinds, ...formKinds]);
  for (const { path } of pages) await page.goto(path);
  await page.goto("/console", { waitUntil: "networkidle" });
  expect(asked).toEqual([]);
  // The control: a page that does ask elsewhere is stopped by its own policy, and both are noted.
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "https://elsewhere.example/x.png";
    document.body.append(picture);
  });
  await expect.poll(() => asked.join(" ")).toContain("elsewhere.example");
  await page.context().close();
});

/** Requests to other hosts, and what the content policy stopped. */
function noteForeign(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== inject("origin") && !request.url().startsWith("data:")) asked.push(request.url());
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) asked.push(message.text());
  });
  return asked;
}

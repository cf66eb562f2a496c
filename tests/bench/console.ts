import { availableParallelism, loadavg } from "node:os";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { freePort } from "../../packages/local/src/free-port.ts";
import { openBrowser } from "../support/browser.ts";
import { type HostProcess, startHostProcess } from "../support/host.ts";
import { longestTask } from "./longest-task.ts";
import { followPrintedLink } from "./printed-link.ts";
import type { Bench, Figure } from "./run.ts";

const rows = 10_000;
const slowed = 4;
/** Every section by its first page, without what loads when a chart or an editor opens. */
const lists = [
  "activities",
  "campaigns",
  "cases",
  "demands",
  "projects",
  "talents",
  "policy",
  "pages",
  "members",
  "organisations",
  "me",
  "audit",
].map((name) => `/console/${name}`);

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function signIn(browser: Browser, origin: string, host: HostProcess): Promise<State> {
  const context = await browser.newContext({ locale: "zh-CN" });
  await followPrintedLink(context, origin, host);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Brings ten thousand people in, as a file would. */
async function fill(page: Page, origin: string): Promise<void> {
  const lines = Array.from({ length: rows }, (_, n) => `p${n}@example.com,人${n},西安示例科技有限公司第${n % 97}研究所,航空`);
  await page.goto(`${origin}/console/policy`);
  const answer = await page.evaluate(
    async (text) => {
      const body = new FormData();
      body.set("source", "示例名单");
      body.set("basis", "written");
      body.set("file", new Blob([text]), "people.csv");
      const got = await fetch("/api/imports", { method: "POST", body });
      return got.ok ? "" : `${got.status} ${await got.text()}`;
    },
    `邮箱,姓名,单位,产业链\n${lines.join("\n")}`,
  );
  if (answer) throw new Error(`the list was not imported: ${answer}`);
}

const staffContext = (browser: Browser, storageState: State): Promise<BrowserContext> =>
  browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 }, storageState });

/** Bytes of script on the wire, compressed, over the given pages with one cache. */
async function scriptOf(context: BrowserContext, origin: string, paths: readonly string[]): Promise<number> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await devtools.send("Network.enable");
  for (const path of paths) await page.goto(origin + path, { waitUntil: "networkidle" });
  await page.close();
  return bytes;
}

/** Milliseconds from the first byte until what can be pressed stands there and no task longer than 50 ms follows for two seconds. */
async function interactive(context: BrowserContext, address: string, ready: string): Promise<number> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.addInitScript(() => {
    const own = window as unknown as { busyUntil: number };
    own.busyUntil = 0;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) own.busyUntil = Math.max(own.busyUntil, startTime + duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  const seen = await page.evaluate(() => performance.now());
  await page.waitForTimeout(2000);
  const until = await page.evaluate(() => (window as unknown as { busyUntil: number }).busyUntil);
  await page.close();
  return Math.max(seen, until);
}

/** Loads every row and scrolls from the first to the last, as a wheel would. */
async function scrollAll(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/console/campaigns/contacts`);
  const grid = page.locator("[role=grid]");
  await grid.waitFor();
  await page.locator("[role=grid] thead input[type=checkbox]").check();
  await page.locator(".list-selection .button").first().click();
  await page.locator(`[role=grid][aria-rowcount="${rows + 1}"]`).waitFor({ timeout: 120_000 });
  await page.locator(".list-selection .button").last().click();
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(500);
}

const wheel = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const end = document.documentElement.scrollHeight - innerHeight;
    // A slow hand over the first five hundred rows, then leaps to the end.
    for (let y = 0; y < 20_000; y += 120) {
      scrollTo(0, y);
      await frame();
    }
    for (let y = 20_000; y < end; y += 2000) {
      scrollTo(0, y);
      await frame();
    }
  });

async function* measure(): AsyncGenerator<Figure> {
  const port = await freePort();
  const host = await startHostProcess({ port, env: { SITE_ORIGIN: `http://localhost:${port}` } });
  const origin = `http://localhost:${port}`;
  const browser = await openBrowser();
  try {
    const state = await signIn(browser, origin, host);
    const [load = 0] = loadavg();
    if (load > availableParallelism()) console.error(`this machine is busy (load ${load.toFixed(1)}): times come out longer`);
    const limit = "at most 150,000";
    const first = await staffContext(browser, state);
    yield { metric: "script.first", value: await scriptOf(first, origin, ["/console"]), unit: "B compressed, overview alone" };
    await first.close();
    const all = await staffContext(browser, state);
    const script = await scriptOf(all, origin, ["/console", ...lists]);
    yield { metric: "script", value: script, unit: "B compressed, overview and all lists", limit };
    await all.close();
    for (const [metric, path, ready] of [
      ["interactive", "/console", ".duties, .empty"],
      ["interactive.list", "/console/activities", "[role=grid] [data-row]"],
    ] as const) {
      const times: number[] = [];
      for (let n = 0; n < 3; n++) {
        const context = await staffContext(browser, state);
        times.push(await interactive(context, origin + path, ready));
        await context.close();
      }
      const median = times.sort((a, b) => a - b)[1] ?? 0;
      yield { metric, value: Math.round(median), unit: `ms, processor ${slowed} times slower, median of 3` };
    }
    const context = await staffContext(browser, state);
    const page = await context.newPage();
    await fill(page, origin);
    await scrollAll(page, origin);
    const longest = await longestTask(context, page, () => wheel(page));
    yield { metric: "long-task", value: longest.clock, unit: `ms while ${rows} rows scroll`, limit: "at most 50" };
    // What a busy machine took away from the page while its task ran is not in this one.
    yield { metric: "long-task.processor", value: longest.processor, unit: "ms of the processor, the same" };
    const drawn = await page.locator("[role=grid] [data-row]").count();
    yield { metric: "rows-drawn", value: drawn, unit: `of ${rows} rows in the document` };
    await context.close();
    const idle = await staffContext(browser, state);
    yield { metric: "requests-idle", value: await idleRequests(idle, origin), unit: "a minute, overview left open" };
  } finally {
    await browser.close();
    await host.remove();
  }
}

/** Requests of a page that nobody touches, in the minute after it has loaded. */
async function idleRequests(context: BrowserContext, origin: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${origin}/console`, { waitUntil: "networkidle" });
  let requests = 0;
  page.on("request", () => requests++);
  await page.waitForTimeout(60_000);
  return requests;
}

export const bench: Bench = {
  name: "console",
  about:
    "the organisers' console on the embedded default in Chromium: script on the wire before charts and editors, time until it can be used, the longest task while a list of 10,000 rows scrolls, requests while nothing is done",
  measure,
};

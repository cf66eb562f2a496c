import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { openBrowser } from "./browser.ts";

/** The two screens and the two languages in which every journey is made. */
export const tours = [
  { width: 390, locale: "zh-CN", base: "" },
  { width: 1440, locale: "zh-CN", base: "" },
  { width: 390, locale: "en", base: "/en" },
  { width: 1440, locale: "en", base: "/en" },
] as const;
export type Tour = (typeof tours)[number];

interface Visit {
  /** Signed in as the administrator. */
  readonly staff?: boolean;
  /** Off: what people read and fill in must work without. */
  readonly script?: boolean;
  /** Nothing is sent: requests go their own way, and what the browser has kept is used. */
  readonly reading?: boolean;
}

/** A browser for the file that calls it; each `open` is a person of their own. */
export function visitors() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async function open(tour: Tour, { staff = false, script = true, reading = false }: Visit = {}): Promise<Page> {
    if (!browser) throw new Error("The browser starts in beforeAll; open pages in a test.");
    const origin = inject("origin");
    const context = await browser.newContext({
      baseURL: origin,
      locale: tour.locale,
      viewport: { width: tour.width, height: tour.width === 390 ? 844 : 900 },
      javaScriptEnabled: script,
    });
    if (staff) {
      const [name = "", value = ""] = inject("session").split("=");
      await context.addCookies([{ name, value, url: origin }]);
    }
    // Nobody fills a form in within a second, and the product holds forms to that.
    if (!reading)
      await context.route(/\/forms\//, async (route) => {
        if (route.request().method() === "POST") await new Promise((done) => setTimeout(done, 1100));
        await route.continue();
      });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => {
      throw error;
    });
    return page;
  };
}

/** Nothing sticks out to the side, and the page says in which language it is. With SCREENSHOTS set, keeps a picture there. */
export async function looksRight(page: Page, tour: Tour, name: string): Promise<void> {
  // Without its styles a page is as wide as its longest word.
  await page.waitForLoadState("load");
  const { wide, lang, far } = await page.evaluate(() => {
    const { scrollWidth, clientWidth, lang } = document.documentElement;
    const extent = document.createRange();
    const far = [...document.querySelectorAll("body *")].filter((one) => {
      extent.selectNodeContents(one);
      return Math.max(extent.getBoundingClientRect().right, one.getBoundingClientRect().right) > clientWidth + 1;
    });
    return { wide: scrollWidth - clientWidth, lang, far: far.map(({ outerHTML }) => outerHTML.slice(0, 200)).slice(-3) };
  });
  expect(wide, `${name} sticks out at ${tour.width}: ${far.join(" | ")}`).toBeLessThanOrEqual(0);
  expect(lang, name).toBe(tour.locale);
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${tour.locale}-${tour.width}.png`), fullPage: true });
}

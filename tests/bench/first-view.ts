import type { Browser } from "playwright-core";

/** What a reader's telephone downloads for a page, and how much moves while it is read. */
export interface FirstView {
  /** Bytes on the wire, headers included, of everything but pictures and fonts, before anybody scrolls. */
  readonly bytes: number;
  /** Bytes of script on the wire until the page was read to its end, and of script within the page; data for machines is none. */
  readonly script: number;
  /** Sum of all layout shifts from the first paint until the page was scrolled to its end. */
  readonly shift: number;
}

/** As Lighthouse's telephone. */
const telephone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const leftOut = new Set(["Image", "Font", "Media"]);

declare global {
  interface Window {
    shifted?: number;
  }
}

/** Opens the page for the first time, as nobody's cache helps, and reads it to its end. */
export async function firstView(browser: Browser, address: string): Promise<FirstView> {
  const context = await browser.newContext(telephone);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const kinds = new Map<string, string>();
    let bytes = 0;
    let script = 0;
    devtools.on("Network.responseReceived", ({ requestId, type, response }) =>
      kinds.set(requestId, response.mimeType.startsWith("image/") ? "Image" : type),
    );
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "Other";
      if (!leftOut.has(kind)) bytes += encodedDataLength;
      if (kind === "Script") script += encodedDataLength;
    });
    await devtools.send("Network.enable");
    await page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          window.shifted = (window.shifted ?? 0) + (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const atFirst = bytes;
    const { inline, shift } = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
        scrollTo(0, y);
        await frame();
        await frame();
      }
      // What came into view may still be loading, and an observer is told at the end of a frame.
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      await new Promise((done) => setTimeout(done, 200));
      const inline = [...document.scripts]
        .filter(({ src, type }) => !src && !/json/.test(type))
        .reduce((sum, { textContent }) => sum + new TextEncoder().encode(textContent ?? "").length, 0);
      return { inline, shift: window.shifted ?? 0 };
    });
    return { bytes: atFirst, script: script + inline, shift };
  } finally {
    await context.close();
  }
}

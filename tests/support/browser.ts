import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium from `CHROME_PATH`, else an installed one, else the one in the lock file. @param more switches besides ours */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const path = process.env.CHROME_PATH || installed.find((candidate) => existsSync(candidate));
  if (path) return chromium.launch({ executablePath: path, args: [...quiet, ...more] });
  const { default: packed } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...quiet, ...more] });
}

import type { BrowserContext, Page } from "playwright-core";
import { type HostProcess, printedToken } from "../support/host.ts";

/** Signs in by the link that a host has printed, in a browser: a session is bound to the kind of program that opened it. @returns the page, with the console in it */
export async function followPrintedLink(context: BrowserContext, origin: string, host: HostProcess): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/console/sign-in#${await printedToken(host)}`);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.locator(".side__nav").first().waitFor({ state: "attached" });
  return page;
}

import type { BrowserContext, Page } from "playwright-core";

/** Signs in by the link that a host has printed, in a browser: a session is bound to the kind of program that opened it. @returns the page, with the console in it */
export async function followPrintedLink(context: BrowserContext, origin: string, words: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/console/sign-in#${/sign-in#(\S+)/.exec(words)?.[1]}`);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.locator(".side__nav").first().waitFor({ state: "attached" });
  return page;
}

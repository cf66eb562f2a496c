import { locales } from "@lingxi/core/platform/text";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { seriousFaults } from "../support/axe.ts";
import { tours, visitors } from "../support/journey.ts";
import { findPages, formKinds, pageKinds } from "../support/public-pages.ts";

const open = visitors();
const tourIn = (locale: string) => tours.find((tour) => tour.locale === locale) ?? tours[0];

/** Faults of one page after the other, each with the name of its page. */
async function look(page: Page, names: readonly (readonly [string, () => Promise<unknown>])[]): Promise<string[]> {
  const found: string[] = [];
  for (const [name, go] of names) {
    await go();
    found.push(...(await seriousFaults(page)).map((fault) => `${name}, ${fault}`));
  }
  return found;
}

it.each(locales)("no public page has a serious fault (%s)", async (locale) => {
  const page = await open(tourIn(locale));
  const { pages } = await findPages(inject("origin"), locale, pageKinds);
  expect(pages.length).toBeGreaterThanOrEqual(14);
  expect(
    await look(
      page,
      pages.map(({ kind, path }) => [kind, () => page.goto(path)] as const),
    ),
  ).toEqual([]);
  await page.context().close();
});

it.each(locales)("no form has a serious fault, empty or refused, nor has the sign-in page (%s)", async (locale) => {
  const page = await open(tourIn(locale));
  const { pages } = await findPages(inject("origin"), locale, formKinds);
  expect(pages.length).toBeGreaterThanOrEqual(5);
  const forms = pages.flatMap(({ kind, path }) => {
    const empty = [kind, () => page.goto(path)] as const;
    const refused = [`${kind} refused`, () => refuse(page, path)] as const;
    return /done|missing/.test(kind) ? [empty] : [empty, refused];
  });
  const signIn = ["sign-in", () => openSignIn(page)] as const;
  expect(await look(page, [...forms, signIn])).toEqual([]);
  await page.context().close();
});

it("a label that is gone and a text that is too pale are found", async () => {
  const page = await open(tours[0]);
  await page.goto("/forms/talent");
  await page.evaluate(() => {
    const label = document.querySelector("main form label");
    if (!label) throw new Error("no label to take away");
    label.remove();
    document.querySelector("h1")?.style.setProperty("color", "#999");
  });
  const faults = await seriousFaults(page);
  expect(faults.filter((fault) => / critical label: /.test(fault))).toHaveLength(2);
  expect(faults.filter((fault) => /light: serious color-contrast: .*h1/.test(fault))).toHaveLength(2);
  await page.context().close();
});

async function refuse(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("main form button[type=submit]").click();
  await page.locator("#errors").waitFor();
}

async function openSignIn(page: Page): Promise<void> {
  await page.goto("/console");
  await page.locator("main h1").waitFor();
}

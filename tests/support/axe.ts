import axe from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The two screens, in light and in dark; what only colour and size can change is looked at again in each. */
export const views = [
  { width: 390, height: 844, colorScheme: "light", rules: undefined },
  { width: 390, height: 844, colorScheme: "dark", rules: ["color-contrast", "link-in-text-block"] },
  { width: 1440, height: 900, colorScheme: "dark", rules: ["color-contrast", "link-in-text-block"] },
  { width: 1440, height: 900, colorScheme: "light", rules: undefined },
] as const;

/** What axe finds serious or critical on the open page in all views, as `390 light: critical label: #f-name`. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const { width, height, colorScheme, rules } of views) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const faults = await page.evaluate(async (rules) => {
      const { violations, passes, incomplete } = await window.axe.run(document, {
        resultTypes: ["violations"],
        // Off by default, and asked for by WCAG 2.2 AA.
        ...(rules ? { runOnly: [...rules] } : { rules: { "target-size": { enabled: true } } }),
      });
      if (!passes.length && !incomplete.length) throw new Error("axe looked at nothing");
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, impact, nodes }) => nodes.map(({ target }) => `${impact} ${id}: ${target.join(" ")}`));
    }, rules);
    found.push(...faults.map((fault) => `${width} ${colorScheme}: ${fault}`));
  }
  return found;
}

import { availableParallelism, loadavg } from "node:os";
import type { Locale } from "@lingxi/core/platform/text";
import { freePort } from "../../packages/local/src/free-port.ts";
import { openBrowser } from "../support/browser.ts";
import { eventually, startHostProcess } from "../support/host.ts";
import { findPages, type PageKind, pageKinds } from "../support/public-pages.ts";
import { firstView } from "./first-view.ts";
import { categories, judge } from "./lighthouse.ts";
import type { Bench, Figure } from "./run.ts";

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
};

/** What a page does on purpose: one that nobody is to find says so; one that is not there answers 404, which browsers note as an error. */
const onPurpose = ({ unlisted, status }: PageKind): string[] => [
  ...(unlisted ? ["is-crawlable"] : []),
  ...(status === 404 ? ["http-status-code", "errors-in-console"] : []),
];

/** Until every address that the sitemaps name can be read. */
async function published(origin: string): Promise<void> {
  const addresses = async (map: string): Promise<string[]> => {
    const locations = [...(await (await fetch(map)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = ""]) => at);
    const parts = await Promise.all(locations.filter((at) => at.endsWith(".xml")).map(addresses));
    return [...locations.filter((at) => !at.endsWith(".xml")), ...parts.flat()];
  };
  await eventually(async () => {
    const all = await addresses(`${origin}/sitemap.xml`);
    for (const at of all) if (!(await fetch(at, { method: "HEAD" })).ok) return false;
    return all.length > 0;
  }, 120_000);
}

async function* measure(args: readonly string[]): AsyncGenerator<Figure> {
  const chosen = option(args, "kinds")?.split(",");
  const locale: Locale = option(args, "locale") === "en" ? "en" : "zh-CN";
  const runs = Number(option(args, "runs") ?? 3);
  const unknown = chosen?.find((name) => !pageKinds.some(({ kind }) => kind === name));
  if (unknown) throw new Error(`no page kind ${unknown}: ${pageKinds.map(({ kind }) => kind).join(", ")}`);

  const [port, debugging] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  const host = await startHostProcess({ port, env: { SITE_ORIGIN: origin } });
  const browser = await openBrowser([
    `--remote-debugging-port=${debugging}`,
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
  ]);
  try {
    await published(origin);
    const { pages, missing } = await findPages(
      origin,
      locale,
      pageKinds.filter(({ kind }) => chosen?.includes(kind) ?? true),
    );
    for (const { kind } of missing) console.error(`${kind}: no such page on this site, not measured`);
    const [load = 0] = loadavg();
    if (load > availableParallelism())
      console.error(`this machine is busy (load ${load.toFixed(1)}): performance may come out lower than it is`);
    for (const page of pages) {
      const { kind, path } = page;
      const { bytes, script, shift } = await firstView(browser, origin + path);
      yield { metric: `first-view.${kind}`, value: bytes, unit: "B", limit: "at most 30,000" };
      yield { metric: `script.${kind}`, value: script, unit: "B", ...(page.scripted ? {} : { limit: "0" }) };
      const verdict = await judge(origin + path, {
        port: debugging,
        skip: onPurpose(page),
        ignoreStatus: page.status === 404,
        runs,
      });
      for (const category of categories)
        yield { metric: `lighthouse-${category}.${kind}`, value: verdict.scores[category], unit: "of 100", limit: "100" };
      yield { metric: `layout-shift.${kind}`, value: Math.max(shift, verdict.shift), unit: "", limit: "0" };
      for (const fault of verdict.faults) console.error(`${kind}: ${fault}`);
    }
  } finally {
    await browser.close();
    await host.remove();
  }
}

export const bench: Bench = {
  name: "pages",
  about:
    "one page of each kind on the embedded default with the sample data, in Chromium as on a telephone: bytes of the first view without pictures and fonts, bytes of script, Lighthouse offline (performance: median of --runs 3), layout shift until the page's end (--kinds home,case --locale en)",
  measure,
};

import lighthouse, { type Flags } from "lighthouse";

export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof categories)[number];

export interface Verdict {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** The largest of all runs. */
  readonly shift: number;
  /** What cost points: `seo: document-title`. */
  readonly faults: readonly string[];
}

/**
 * Lighthouse's own settings for a telephone (a slow one on slow 4G, simulated), with the Chromium that listens on the port. It asks nothing of
 * any other host: the browser knows none, and Lighthouse reports its own errors only from its command line.
 * @param options.skip audits of what the page does on purpose
 * @param options.runs so many for performance, whose median counts; the other categories do not vary
 */
export async function judge(
  address: string,
  options: { port: number; skip: readonly string[]; ignoreStatus: boolean; runs: number },
): Promise<Verdict> {
  const found: LighthouseResult[] = [];
  for (let tries = 0; found.length < options.runs; tries++) {
    const flags: Flags = {
      port: options.port,
      output: "json",
      logLevel: "error",
      formFactor: "mobile",
      ignoreStatusCode: options.ignoreStatus,
      onlyCategories: found.length === 0 ? [...categories] : ["performance"],
      ...(options.skip.length ? { skipAudits: [...options.skip] } : {}),
    };
    const result = await lighthouse(address, flags);
    if (!result) throw new Error(`Lighthouse gave nothing for ${address}`);
    const { runtimeError } = result.lhr;
    if (!runtimeError) found.push(result.lhr);
    // On a busy machine a load may fail for once.
    else if (tries >= options.runs + 2) throw new Error(`Lighthouse: ${address}: ${runtimeError.message}`);
  }
  const [first] = found;
  if (!first) throw new Error("at least one run");
  const score = (of: LighthouseResult, category: Category) => Math.round((of.categories[category]?.score ?? 0) * 100);
  const performances = found.map((of) => score(of, "performance")).sort((a, b) => a - b);
  return {
    scores: {
      performance: performances[Math.floor(performances.length / 2)] ?? 0,
      accessibility: score(first, "accessibility"),
      "best-practices": score(first, "best-practices"),
      seo: score(first, "seo"),
    },
    shift: Math.max(...found.map(({ audits }) => audits["cumulative-layout-shift"]?.numericValue ?? 0)),
    faults: categories.flatMap((category) =>
      (first.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (first.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${category}: ${id}`),
    ),
  };
}

type LighthouseResult = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

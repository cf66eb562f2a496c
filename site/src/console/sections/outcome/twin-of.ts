import type { Chart } from "../../../figures/charts.ts";
import { figuresWords } from "../../../text/figures.ts";
import { currentLocale } from "../../text.ts";

/** The words around a chart and its table. */
export const twinWords = () =>
  figuresWords[currentLocale()] as unknown as Parameters<typeof import("../../../figures/twin.tsx").Twin>[0]["words"];

interface Drawn {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly head: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly key: string; readonly label: string; readonly values: readonly number[] }[];
}

/** The colours of the series, as the charts of the site have them. */
const looks = ["projects", "talents"] as const;

/** Lying bars with a table of the same numbers. */
export const chartOf = ({ series, ...drawn }: Drawn): Chart => ({
  ...drawn,
  series: series.map((label, n) => ({ kind: looks[n] ?? "demands", label })),
  lying: true,
});

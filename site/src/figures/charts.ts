import { fill, type Locale, say } from "@lingxi/core/platform/text";
import { findQuery, inLocale, type Kind, kinds, paths } from "@lingxi/core/publication/schema";
import type { Board } from "./shown.ts";

/** What a chart and its table show alike. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What the rows are. */
  readonly head: string;
  /** What each number of a row counts. */
  readonly series: readonly { readonly kind: Kind; readonly label: string }[];
  readonly rows: readonly Row[];
  /** Bars lie, with their names in front; they stand otherwise. */
  readonly lying: boolean;
}
export interface Row {
  readonly key: string;
  readonly label: string;
  /** What stands at the axis, when that is not the label; of two lines the second is left out where it repeats. */
  readonly tick?: readonly [string, string?];
  readonly href?: string;
  /** In the order of the series. */
  readonly values: readonly number[];
}

export const sum = (values: readonly number[]): number => values.reduce((all, n) => all + n, 0);

const rowHeight = 40;
const columnsHeight = 280;
/** How high a chart is drawn, in px, however wide: its room is kept before it is there. */
export const heightOf = ({ lying, rows }: Chart): number => (lying ? rows.length * rowHeight : columnsHeight);

const shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-11` as `2026年11月` or `Nov 2026`, and for the axis. */
export function monthName(month: string, locale: Locale): { label: string; tick: [string, string] } {
  const [year = "", number = ""] = month.split("-");
  const short = shortMonths[Number(number) - 1] ?? number;
  return locale === "en"
    ? { label: `${short} ${year}`, tick: [short, year] }
    : { label: `${year}年${Number(number)}月`, tick: [`${Number(number)}月`, year] };
}

/** The page's charts; those that have nothing to show have no rows. */
export function chartsOf({ figures, words, locale }: Board): Chart[] {
  const all = kinds.map((kind) => ({ kind, label: words.kinds[kind] }));
  const one = (kind: Kind) => all.filter((series) => series.kind === kind);
  const href = (path: string) => inLocale(path, locale);
  const filled = figures.chains
    .map(({ chain, ...counts }) => ({ chain, values: kinds.map((kind) => counts[kind]) }))
    .filter(({ values }) => sum(values) > 0)
    .sort((a, b) => sum(b.values) - sum(a.values));
  const states = Object.entries(words.states.names).map(([state, label]) => ({
    state,
    label,
    n: figures.demandStates[state] ?? 0,
  }));
  const hasLevels = sum(figures.trl) > 0;
  const hasStates = states.some(({ n }) => n > 0);
  return [
    {
      id: "chains",
      ...words.chains,
      series: all,
      lying: true,
      rows: filled.map(({ chain, values }) => ({
        key: chain.id,
        label: say(chain.name, locale),
        href: href(paths.chain(chain.id)),
        values,
      })),
    },
    {
      id: "months",
      ...words.months,
      series: all,
      lying: false,
      rows: figures.months.map(({ month, ...counts }) => ({
        key: month,
        ...monthName(month, locale),
        values: kinds.map((kind) => counts[kind]),
      })),
    },
    {
      id: "trl",
      ...words.trl,
      series: one("projects"),
      lying: false,
      rows: (hasLevels ? figures.trl : []).map((n, at) => {
        const level = String(at + 1);
        return {
          key: level,
          label: `${fill(words.trl.level, { n: level })}${words.separator}${words.levels[at] ?? ""}`,
          tick: [level],
          href: href(paths.findIn("projects") + findQuery({ chosen: { trl: [level] } })),
          values: [n],
        };
      }),
    },
    {
      id: "states",
      ...words.states,
      series: one("demands"),
      lying: true,
      rows: (hasStates ? states : []).map(({ state, label, n }) => ({
        key: state,
        label,
        href: href(paths.findIn("demands") + findQuery({ chosen: { state: [state] } })),
        values: [n],
      })),
    },
  ];
}

/** A row in words: `钛及钛合金，活动 1，项目 3`; what it has none of is left out, unless it has nothing. */
export function rowText({ series }: Chart, { label, values }: Row, words: Board["words"]): string {
  const shown = series.flatMap((one, at) => {
    const n = values[at] ?? 0;
    return n > 0 || sum(values) === 0 ? [fill(words.valueOf, { label: one.label, n })] : [];
  });
  return [label, ...(sum(values) === 0 ? shown.slice(0, 1) : shown)].join(words.separator);
}

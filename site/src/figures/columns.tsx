import { nice, ticks } from "d3-array";
import { scaleBand } from "d3-scale";
import { Readout } from "./bars.tsx";
import { type Chart, heightOf, rowText, sum } from "./charts.ts";
import { useMarks } from "./marks.ts";
import type { Board } from "./shown.ts";

const plot = { top: 24, bottom: 236, left: 34 };

/** Every how many columns a name fits below the axis. */
const stride = (step: number, longest: number) => Math.max(1, Math.ceil(longest / step));

/** Standing bars along an axis of months or levels. */
export function Columns({ chart, words, width, label }: { chart: Chart; words: Board["words"]; width: number; label: string }) {
  const { rows, series } = chart;
  const { shown, markOf } = useMarks(rows.length);
  const highest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  const [, top] = nice(0, highest, 4);
  const height = (n: number) => (n / top) * (plot.bottom - plot.top);
  const band = scaleBand(
    rows.map(({ key }) => key),
    [plot.left, width],
  )
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const bar = Math.min(band.bandwidth(), 48);
  const every = stride(band.step(), chart.id === "months" ? 40 : 20);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: nothing can be drawn in a fieldset */}
      <svg class="chart" width={width} height={heightOf(chart)} role="group" aria-label={label}>
        <Axis top={top} width={width} height={height} />
        {rows.map((row, n) => {
          const total = sum(row.values);
          const left = (band(row.key) ?? 0) + (band.bandwidth() - bar) / 2;
          const named = (rows.length - 1 - n) % every === 0;
          const [name, below] = row.tick ?? [row.label];
          const repeated = rows[n - every]?.tick?.[1] === below;
          let y = plot.bottom;
          return (
            <g key={row.key} {...markOf(n)} aria-label={rowText(chart, row, words)}>
              <rect
                class="mark__field"
                x={left + bar / 2 - band.step() / 2 + 1.5}
                y={1.5}
                width={band.step() - 3}
                height={heightOf(chart) - 3}
                rx={6}
              />
              {row.values.map((value, at) => {
                const kind = series[at]?.kind;
                y -= height(value);
                return (
                  value > 0 && <rect key={kind} class={`segment of-${kind}`} x={left} y={y} width={bar} height={height(value)} />
                );
              })}
              {total > 0 && band.step() >= 20 && (
                <text class="chart__number" x={left + bar / 2} y={y - 6} text-anchor="middle">
                  {total}
                </text>
              )}
              {named && (
                <text class="chart__tick" x={left + bar / 2} y={plot.bottom + 18} text-anchor="middle">
                  {name}
                </text>
              )}
              {named && below && !repeated && (
                <text class="chart__tick" x={left + bar / 2} y={plot.bottom + 35} text-anchor="middle">
                  {below}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Readout chart={chart} words={words} shown={shown} />
    </>
  );
}

/** Whole numbers and their lines behind the bars; who hears the page gets the numbers of the bars. */
function Axis({ top, width, height }: { top: number; width: number; height: (n: number) => number }) {
  return (
    <svg aria-hidden="true">
      {ticks(0, top, 4)
        .filter(Number.isInteger)
        .map((n) => {
          const y = plot.bottom - height(n);
          return (
            <g key={n}>
              <line class={n ? "chart__line" : "chart__base"} x1={plot.left} x2={width} y1={y} y2={y} />
              <text class="chart__tick" x={plot.left - 8} y={y + 4} text-anchor="end">
                {n}
              </text>
            </g>
          );
        })}
    </svg>
  );
}

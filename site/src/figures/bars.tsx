import { scaleBand } from "d3-scale";
import { type Chart, heightOf, rowText, sum } from "./charts.ts";
import { useMarks } from "./marks.ts";
import type { Board } from "./shown.ts";
import { inTwoLines } from "./text-width.ts";

const barHeight = 18;
const size = 14;

/** Lying bars, one a row, each with its name in front and its total behind. */
export function Bars({ chart, words, width, label }: { chart: Chart; words: Board["words"]; width: number; label: string }) {
  const { rows, series } = chart;
  const { shown, markOf } = useMarks(rows.length);
  const names = Math.min(200, Math.floor(width * 0.4));
  const from = names + 12;
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  const unit = Math.max(0, width - from - 44) / longest;
  const band = scaleBand(
    rows.map(({ key }) => key),
    [0, heightOf(chart)],
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: nothing can be drawn in a fieldset */}
      <svg class="chart" width={width} height={heightOf(chart)} role="group" aria-label={label}>
        {rows.map((row, n) => {
          const top = band(row.key) ?? 0;
          const middle = top + band.step() / 2;
          const lines = inTwoLines(row.label, names, size);
          let x = from;
          return (
            <g key={row.key} {...markOf(n)} aria-label={rowText(chart, row, words)}>
              <rect class="mark__field" x={1.5} y={top + 1.5} width={width - 3} height={band.step() - 3} rx={6} />
              <text class="chart__name" x={names} y={middle + (lines.length > 1 ? -3 : 5)} text-anchor="end">
                {lines.map((line, at) => (
                  <tspan key={line} x={names} dy={at * 16}>
                    {line}
                  </tspan>
                ))}
              </text>
              {row.values.map((value, at) => {
                const kind = series[at]?.kind;
                const start = x;
                x += value * unit;
                return (
                  value > 0 && (
                    <rect
                      key={kind}
                      class={`segment of-${kind}`}
                      x={start}
                      y={middle - barHeight / 2}
                      width={value * unit}
                      height={barHeight}
                    />
                  )
                );
              })}
              <text class="chart__number" x={x + 8} y={middle + 5}>
                {sum(row.values)}
              </text>
            </g>
          );
        })}
      </svg>
      <Readout chart={chart} words={words} shown={shown} />
    </>
  );
}

/** The value under the focus or the pointer, for the eye: who hears the page is told by the mark itself. */
export function Readout({ chart, words, shown }: { chart: Chart; words: Board["words"]; shown: number | undefined }) {
  const row = shown === undefined ? undefined : chart.rows[shown];
  return (
    <p class="chart__readout" aria-hidden="true">
      {row && rowText(chart, row, words)}
    </p>
  );
}

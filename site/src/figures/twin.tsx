import { fill } from "@lingxi/core/platform/text";
import type { ComponentChildren } from "preact";
import { Bars } from "./bars.tsx";
import { type Chart, heightOf, sum } from "./charts.ts";
import { Columns } from "./columns.tsx";
import type { Board } from "./shown.ts";
import { useSize } from "./use-size.ts";
import { Value } from "./value.tsx";

type Props = { readonly chart: Chart; readonly words: Board["words"] };

/**
 * A chart and the table of the same numbers, of which one is shown. The choice between them is made by the style sheet, so that it works before
 * the script has come; where there is no script there is the table alone.
 */
export function Twin({ chart, words, children }: Props & { children?: ComponentChildren }) {
  const title = `twin-${chart.id}`;
  return (
    <section class="section twin" aria-labelledby={title}>
      <div class="section-head">
        <h2 id={title}>{chart.title}</h2>
        {chart.rows.length > 0 && <Choice chart={chart} words={words} />}
      </div>
      <p class="small muted twin__note">{chart.note}</p>
      {chart.rows.length > 0 ? (
        <>
          <Drawing chart={chart} words={words} />
          <Table chart={chart} words={words} />
        </>
      ) : (
        <p class="muted">{words.nothing}</p>
      )}
      {children}
    </section>
  );
}

function Choice({ chart, words }: Props) {
  return (
    <fieldset class="twin__choice">
      <legend class="visually-hidden">{fill(words.show, { title: chart.title })}</legend>
      {(["chart", "table"] as const).map((way) => (
        <label key={way}>
          <input type="radio" name={`show-${chart.id}`} value={way} defaultChecked={way === "chart"} />
          {words[way]}
        </label>
      ))}
    </fieldset>
  );
}

function Drawing({ chart, words }: Props) {
  const [frame, { width }] = useSize<HTMLDivElement>();
  const Shape = chart.lying ? Bars : Columns;
  return (
    <div class="twin__chart">
      {chart.series.length > 1 && (
        <ul class="legend" aria-hidden="true">
          {chart.series.map(({ kind, label }) => (
            <li key={kind}>
              <svg width="12" height="12" aria-hidden="true">
                <rect class={`of-${kind}`} width="12" height="12" rx="3" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
      <div ref={frame}>
        {width > 0 ? (
          <Shape chart={chart} words={words} width={width} label={`${chart.title}${words.separator}${words.keys}`} />
        ) : (
          <>
            <svg class="chart" width="100%" height={heightOf(chart)} role="img" aria-label={words.waiting}>
              <text class="chart__tick" y="20">
                {words.waiting}
              </text>
            </svg>
            <p class="chart__readout" />
          </>
        )}
      </div>
    </div>
  );
}

function Table({ chart, words }: Props) {
  const { series, rows, head } = chart;
  const several = series.length > 1;
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section class="twin__table table-scroll" tabIndex={0} aria-label={`${chart.title}${words.separator}${words.table}`}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {several && (
              <th scope="col" class="number">
                {words.total}
              </th>
            )}
            {series.map(({ kind, label }) => (
              <th scope="col" class="number" key={kind}>
                {label}
              </th>
            ))}
            <td class="table__bar" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              {several && (
                <td class="number">
                  <Value n={sum(row.values)} />
                </td>
              )}
              {row.values.map((n, at) => (
                <td class={n ? "number" : "number muted"} key={series[at]?.kind}>
                  <Value n={n} />
                </td>
              ))}
              <td class="table__bar">
                <svg class="strip" width="100%" height="10" aria-hidden="true">
                  <rect width={`${Math.round((sum(row.values) / longest) * 100)}%`} height="10" rx="2" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { fill } from "@lingxi/core/platform/text";
import { inLocale, paths } from "@lingxi/core/publication/schema";
import { chartsOf, sum } from "./charts.ts";
import { GraphSection } from "./graph-section.tsx";
import { Headline } from "./headline.tsx";
import { LiveLine } from "./live-line.tsx";
import type { Board } from "./shown.ts";
import { Twin } from "./twin.tsx";
import { useLive } from "./use-live.ts";

/** The figures page below its frame: rendered with the page, and again by its script, which keeps it up to date. */
export function FiguresBoard(board: Board) {
  const { words, locale } = board;
  const { again, ...live } = useLive(board);
  const { figures } = live;
  const charts = chartsOf({ ...board, figures });
  const others = figures.chains.length - (charts[0]?.rows.length ?? 0);
  const empty = charts.every(({ rows }) => rows.length === 0) && sum(Object.values(figures.counts)) === 0;
  return (
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <LiveLine live={live} words={words} locale={locale} again={again} />
      </header>
      <Headline {...board} figures={figures} />
      {empty && (
        <div class="empty section">
          <h2>{words.empty}</h2>
          <p>{words.emptyHelp}</p>
          <a class="button" href={inLocale(paths.submitProject, locale)}>
            {words.submit}
          </a>
        </div>
      )}
      {!empty && (
        <>
          {charts.slice(0, 2).map((chart) => (
            <Twin key={chart.id} chart={chart} words={words}>
              {chart.id === "chains" && others > 0 && (
                <p class="small muted">
                  {fill(words.chains.others, { n: others })} <a href={inLocale(paths.chains, locale)}>{words.chains.all}</a>
                </p>
              )}
            </Twin>
          ))}
          <div class="twins">
            {charts.slice(2).map((chart) => (
              <Twin key={chart.id} chart={chart} words={words} />
            ))}
          </div>
        </>
      )}
      <GraphSection board={{ ...board, figures }} version={live.text} />
    </>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../api.ts";
import { usePlace } from "../router.ts";
import { t, useLocale } from "../text.ts";
import { Button, type Column, Notice, PageTitle, Progress, Table, Tag } from "../ui.tsx";
import { type ImportLine, type ImportSummary, type Outcome, outcomes } from "./types.ts";
import { words } from "./words.ts";

const tones = { imported: "success", updated: "success", unchanged: "info", duplicate: "warning", refused: "error" } as const;

/** Milliseconds between two looks at an import that runs, and of silence after which it runs no more. */
const looking = 2000;
const silent = 60_000;

/** How far an import has come, and the way to end it. */
function Running({ summary: { done = 0, rows, stopAsked }, onStop }: { summary: ImportSummary; onStop: () => void }) {
  const says = t(words.importRuns, { done, rows });
  return (
    <div class="list-work">
      <Progress label={says} value={done} max={rows} />
      <span role="status">{says}</span>
      <Button look="quiet" disabled={stopAsked === true} onClick={onStop}>
        {t(stopAsked ? words.importStopping : words.importStop)}
      </Button>
    </div>
  );
}

interface Props<Summary, Line> {
  /** Where the API has it: `/api/console/imports/imp_…`. */
  path: string;
  /** This page's address. */
  href: string;
  /** The way back. */
  back: { readonly href: string; readonly label: string };
  intro?: (summary: Summary) => string;
  /** What a line is recognised by. */
  columns: readonly Column<Line>[];
  /** What can be done next, beside the title. */
  children?: ComponentChildren;
}

/** What became of each line of a file; the filter is part of the address. */
export function ImportReport<Summary extends ImportSummary, Line extends ImportLine>(props: Props<Summary, Line>) {
  const { path, href, back, intro, columns, children } = props;
  const { locale } = useLocale();
  const { query } = usePlace();
  const [summary, setSummary] = useState<Summary>();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [page, setPage] = useState(0);
  const [problem, setProblem] = useState("");
  const [round, setRound] = useState(0);

  useEffect(() => {
    api<{ summary: Summary; lines: Line[] }>(`${path}?page=${page}`).then(
      (found) => {
        setSummary(found.summary);
        setLines((before) => (page ? [...before, ...found.lines] : found.lines));
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(error.message);
      },
    );
  }, [path, page, round]);
  const heard = summary ? Date.now() - Date.parse(summary.updatedAt) < silent : false;
  const runs = summary?.status === "running" && heard;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setTimeout(() => setRound((n) => n + 1), looking);
    return () => clearTimeout(timer);
  }, [summary]);

  const stop = () =>
    void api(`${path}/stop`, { method: "POST" }).then(
      () => setRound((n) => n + 1),
      () => undefined,
    );
  const filter = query.get("show") ?? "all";
  const shown = lines.filter((l) => filter === "all" || (filter === "remarks" ? l.warnings.length > 0 : l.outcome === filter));
  const tab = (name: string, label: string, count: number) => (
    <a
      key={name}
      class="tabs__tab"
      href={`${href}${name === "all" ? "" : `?show=${name}`}`}
      aria-current={name === filter ? "page" : undefined}
    >
      {label} {count}
    </a>
  );
  return (
    <div class="stack">
      <p>
        <a href={back.href}>← {back.label}</a>
      </p>
      <PageTitle title={summary?.fileName ?? t(words.report)} {...(summary && intro ? { intro: intro(summary) } : {})}>
        {children}
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!summary && !problem && <p role="status">{t(words.loading)}</p>}
      {query.get("repeated") && <Notice tone="info">{t(words.repeated)}</Notice>}
      {summary?.status === "running" && !runs && <Notice tone="warning">{t(words.interrupted)}</Notice>}
      {summary?.status === "stopped" && <Notice tone="warning">{t(words.importStopped)}</Notice>}
      {summary && runs && <Running summary={summary} onStop={stop} />}
      {summary && (
        <>
          <p class="muted">{t(words.summary, { rows: summary.rows, encoding: summary.encoding.toUpperCase() })}</p>
          <nav class="tabs" aria-label={t(words.outcome)}>
            {tab("all", t(words.all), summary.rows)}
            {outcomes.filter((o) => summary.counts[o] > 0).map((o) => tab(o, t(words[o]), summary.counts[o]))}
            {summary.warnings > 0 && tab("remarks", t(words.remarks), summary.warnings)}
          </nav>
          <Table
            caption={t(words.report)}
            rows={shown}
            rowKey={(l) => String(l.line)}
            columns={[
              { key: "line", label: t(words.line), number: true, cell: (l) => l.line },
              {
                key: "outcome",
                label: t(words.outcome),
                cell: (l) => <Tag tone={tones[l.outcome satisfies Outcome]}>{t(words[l.outcome])}</Tag>,
              },
              ...columns,
              {
                key: "why",
                label: t(words.why),
                cell: (l) =>
                  [...(l.reason ? [l.reason] : []), ...l.warnings].map((text) => <div key={text.en}>{text[locale]}</div>),
              },
            ]}
          />
          {page + 1 < summary.pages && (
            <Button look="quiet" onClick={() => setPage(page + 1)}>
              {t(words.more)}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

import { consentBases } from "@lingxi/core/campaign/kinds-schema";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { go, usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, PageTitle, Progress, Table, Tag } from "../../ui.tsx";
import { type ImportRow, type Outcome, outcomes, type ReportLine } from "./types.ts";
import { words } from "./words.ts";

const tones = { imported: "success", updated: "success", unchanged: "info", duplicate: "warning", refused: "error" } as const;

/** Milliseconds between two looks at an import that runs, and of silence after which it runs no more. */
const looking = 2000;
const silent = 60_000;

/** How far an import has come, and the way to end it. */
function Running({ summary: { id, done = 0, rows, stopAsked }, onStop }: { summary: ImportRow; onStop: () => void }) {
  const says = t(words.importRuns, { done, rows });
  const stop = () => void api(`/api/console/imports/${id}/stop`, { method: "POST" }).then(onStop, () => undefined);
  return (
    <div class="list-work">
      <Progress label={says} value={done} max={rows} />
      <span role="status">{says}</span>
      <Button look="quiet" disabled={stopAsked === true} onClick={stop}>
        {t(stopAsked ? words.importStopping : words.importStop)}
      </Button>
    </div>
  );
}

/** What became of each line of a file; the filter is part of the address. */
export function ImportReport({ id }: { id: string }) {
  const { locale } = useLocale();
  const { query } = usePlace();
  const [summary, setSummary] = useState<ImportRow>();
  const [lines, setLines] = useState<readonly ReportLine[]>([]);
  const [page, setPage] = useState(0);
  const [problem, setProblem] = useState("");
  const [round, setRound] = useState(0);

  useEffect(() => {
    api<{ summary: ImportRow; lines: ReportLine[] }>(`/api/console/imports/${id}?page=${page}`).then(
      (found) => {
        setSummary(found.summary);
        setLines((before) => (page ? [...before, ...found.lines] : found.lines));
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        setProblem(error.message);
      },
    );
  }, [id, page, round]);
  const heard = summary ? Date.now() - Date.parse(summary.updatedAt) < silent : false;
  const runs = summary?.status === "running" && heard;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setTimeout(() => setRound((n) => n + 1), looking);
    return () => clearTimeout(timer);
  }, [summary]);

  const filter = query.get("show") ?? "all";
  const shown = lines.filter((l) => filter === "all" || (filter === "remarks" ? l.warnings.length > 0 : l.outcome === filter));
  const tab = (name: string, label: string, count: number) => (
    <a
      key={name}
      class="tabs__tab"
      href={`/console/campaigns/imports/${id}${name === "all" ? "" : `?show=${name}`}`}
      aria-current={name === filter ? "page" : undefined}
    >
      {label} {count}
    </a>
  );
  return (
    <div class="stack">
      <p>
        <a href="/console/campaigns/contacts">← {t(words.backToContacts)}</a>
      </p>
      <PageTitle
        title={summary?.fileName ?? t(words.report)}
        {...(summary ? { intro: `${summary.source} · ${consentBases[summary.basis].label[locale]}` } : {})}
      >
        <Button onClick={() => go("/console/campaigns/new")}>{t(words.next)}</Button>
      </PageTitle>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!summary && !problem && <p role="status">{t(words.loading)}</p>}
      {query.get("repeated") && <Notice tone="info">{t(words.repeated)}</Notice>}
      {summary?.status === "running" && !runs && <Notice tone="warning">{t(words.interrupted)}</Notice>}
      {summary?.status === "stopped" && <Notice tone="warning">{t(words.importStopped)}</Notice>}
      {summary && runs && <Running summary={summary} onStop={() => setRound((n) => n + 1)} />}
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
              { key: "name", label: t(words.person), cell: (l) => <span class="keep">{l.name}</span> },
              { key: "email", label: t(words.email), cell: (l) => <span class="keep">{l.email}</span> },
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

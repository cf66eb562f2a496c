import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { UnderWay, Work } from "@lingxi/core/workspace/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api.ts";
import { usePulse } from "../pulse.ts";
import type { Session } from "../session.ts";
import { currentLocale, t } from "../text.ts";
import { Button, Progress, Tag } from "../ui.tsx";
import { words } from "../words-shell.ts";
import { dropExport, type ExportJob, keptExports } from "./export-store.ts";
import { type Exporting, exportsNow, isExportKept, type Running, workMoved, workNow } from "./now.ts";

/** Milliseconds between two looks at what the product does by itself, while somebody looks on. */
const looking = 3000;

interface Props {
  session: Session;
  underWay: readonly UnderWay[];
  onLook: () => void;
}

/** What is under way, by whomever it is done, and the reports and files of what was. */
export function TrayBox({ session, underWay, onLook }: Props) {
  const [now, setNow] = useState<readonly Running[]>(workNow);
  const [exporting, setExporting] = useState<readonly Exporting[]>(exportsNow);
  const [kept, setKept] = useState<readonly ExportJob[]>([]);
  const [works, setWorks] = useState<readonly Work[]>();
  const load = () =>
    void api<{ items: Work[] }>("/api/console/workspace/work").then(
      ({ items }) => setWorks(items),
      () => setWorks([]),
    );
  const files = () => {
    if (isExportKept()) void keptExports(session.staffId).then(setKept);
  };
  useEffect(() => {
    let before = exportsNow().length + workNow().length;
    const follow = () => {
      setNow(workNow());
      setExporting(exportsNow());
      const at = exportsNow().length + workNow().length;
      if (at !== before) {
        files();
        load();
      }
      before = at;
    };
    addEventListener(workMoved, follow);
    load();
    files();
    return () => removeEventListener(workMoved, follow);
  }, []);
  useEffect(() => {
    if (!underWay.length) return undefined;
    const timer = setTimeout(() => document.visibilityState === "visible" && onLook(), looking);
    return () => clearTimeout(timer);
  }, [underWay]);
  usePulse("work", load);
  const mine = new Set([...now.map(({ job }) => job.id), ...exporting.map(({ job }) => job.id)]);
  const others = (works ?? []).filter(({ id }) => !mine.has(id));
  const drop = (job: ExportJob) => void dropExport(job).then(files);
  return (
    <>
      {works && !mine.size && !others.length && !underWay.length && (
        <>
          <strong>{t(words.workNone)}</strong>
          <p class="muted">{t(words.workNoneHelp)}</p>
        </>
      )}
      <ul class="menu__items">
        {underWay.map((one) => (
          <UnderWayItem key={one.id} one={one} onLook={onLook} />
        ))}
        {exporting.map(({ job, stop }) => (
          <li key={job.id} class="stack stack--near">
            <strong>{t(job.title)}</strong>
            <Progress label={t(job.title)} />
            <span class="muted">{t(words.exportCounts, { n: job.rows })}</span>
            <Button look="quiet" onClick={stop}>
              {t(words.stop)}
            </Button>
          </li>
        ))}
        {now.map(({ job, report, elsewhere, stop }) => (
          <li key={job.id} class="stack stack--near">
            <strong>{t(job.title)}</strong>
            {elsewhere && <span class="muted">{t(words.elsewhere)}</span>}
            {report && <Progress label={t(job.title)} value={report.done.length + report.failed.length} max={report.total} />}
            {report && <Counts done={report.done.length} failed={report.failed.length} total={report.total} />}
            <Button look="quiet" onClick={stop}>
              {t(words.stop)}
            </Button>
          </li>
        ))}
        {others.map((work) => (
          <Report key={work.id} work={work} file={kept.find(({ id }) => id === work.id)} onStopped={load} onDrop={drop} />
        ))}
      </ul>
    </>
  );
}

function Counts(counts: { done: number; failed: number; total: number }) {
  return <span class="muted">{t(words.workCounts, counts)}</span>;
}

const places = {
  campaign: "/console/campaigns/",
  import: "/console/campaigns/imports/",
  patents: "/console/patents/imports/",
} as const;
/** Where the API ends an import. */
const imports = { import: "/api/console/imports/", patents: "/api/console/patents/imports/" } as const;

/** What the product does by itself: it goes on whether anybody looks or not. */
function UnderWayItem({ one, onLook }: { one: UnderWay; onLook: () => void }) {
  const { kind, id, title, done, total, startedAt, stopAsked } = one;
  const name = t(words[`underWay-${kind}`], { title: title ? say(title, currentLocale()) : "" });
  const ends = kind === "import" || kind === "patents" ? imports[kind] : undefined;
  const stop = () => void api(`${ends}${id}/stop`, { method: "POST" }).then(onLook, () => undefined);
  return (
    <li class="stack stack--near">
      <strong>{name}</strong>
      <span class="muted">{formatTime(startedAt, currentLocale())}</span>
      <Progress label={name} {...(total ? { value: done, max: total } : {})} />
      {total > 0 && <span class="muted">{t(words.underWayCounts, { done, total })}</span>}
      {ends && (
        <Button look="quiet" disabled={stopAsked === true} onClick={stop}>
          {t(stopAsked ? words.stopping : words.stop)}
        </Button>
      )}
      {kind !== "publication" && <a href={places[kind] + id}>{t(kind === "campaign" ? words.toCampaign : words.toImport)}</a>}
    </li>
  );
}

interface ReportProps {
  work: Work;
  /** What was read of a list, where it lies in this browser. */
  file: ExportJob | undefined;
  onStopped: () => void;
  onDrop: (job: ExportJob) => void;
}

function Report({ work, file, onStopped, onDrop }: ReportProps) {
  const { id, title, kind, status, done, failed, total, refusals, href, startedAt, stopAsked } = work;
  const stop = () => void api(`/api/console/workspace/work/${id}/stop`, { method: "POST" }).then(onStopped, () => undefined);
  const [wrong, setWrong] = useState("");
  const save = async (job: ExportJob) => {
    const { saveExport } = await import("./export.ts");
    await saveExport(job).then(
      () => setWrong(""),
      (error: unknown) => setWrong(error instanceof Error ? error.message : String(error)),
    );
  };
  const tone = status === "running" ? "accent" : status === "stopped" || failed ? "warning" : "success";
  const waits = status === "running" && file?.status === "running";
  return (
    <li class="stack stack--near">
      <span>
        <strong>{say(title, currentLocale())}</strong> <Tag tone={tone}>{t(waits ? words.interrupted : words[status])}</Tag>
      </span>
      <span class="muted">{formatTime(startedAt, currentLocale())}</span>
      {kind === "export" ? (
        <span class="muted">{t(words.exportCounts, { n: Math.max(done, file?.rows ?? 0) })}</span>
      ) : (
        <Counts done={done} failed={failed} total={total} />
      )}
      {refusals.length > 0 && (
        <details>
          <summary>{t(words.workReport)}</summary>
          <ul>
            {refusals.map((one) => (
              <li key={one.id}>
                {one.name}: {one.why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {status === "running" && !waits && (
        <Button look="quiet" disabled={stopAsked === true} onClick={stop}>
          {t(stopAsked ? words.stopping : words.stop)}
        </Button>
      )}
      {wrong && (
        <span class="field__error" role="alert">
          {wrong}
        </span>
      )}
      {file && file.status !== "running" && (
        <div class="actions">
          <Button look="quiet" onClick={() => void save(file)}>
            {t(words.saveFile)}
          </Button>
          <Button look="quiet" onClick={() => onDrop(file)}>
            {t(words.dropFile)}
          </Button>
        </div>
      )}
      <a href={href}>{t(waits ? words.exportResume : words.workList)}</a>
    </li>
  );
}

import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { Work } from "@lingxi/core/workspace/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../api.ts";
import { Menu } from "../menu.tsx";
import { usePulse } from "../pulse.ts";
import type { Session } from "../session.ts";
import { currentLocale, t } from "../text.ts";
import { Button, Progress, Tag } from "../ui.tsx";
import { words } from "../words-shell.ts";
import { type Running, resumeWork, workMoved, workNow } from "./runner.ts";

/** Long work: what is under way here, and the reports of what was. */
export function Tray({ session }: { session: Session }) {
  const [now, setNow] = useState<readonly Running[]>(workNow);
  const [works, setWorks] = useState<readonly Work[]>([]);
  const load = () =>
    void api<{ items: Work[] }>("/api/console/workspace/work").then(
      ({ items }) => setWorks(items),
      () => undefined,
    );
  useEffect(() => {
    const follow = () => setNow(workNow());
    addEventListener(workMoved, follow);
    resumeWork(session.staffId);
    return () => removeEventListener(workMoved, follow);
  }, [session.staffId]);
  usePulse("work", load);
  const mine = new Set(now.map(({ job }) => job.id));
  const others = works.filter(({ id }) => !mine.has(id));
  return (
    <Menu label={now.length ? t(words.workRunning, { n: now.length }) : t(words.work)} onOpen={load}>
      {!now.length && !others.length && (
        <>
          <strong>{t(words.workNone)}</strong>
          <p class="muted">{t(words.workNoneHelp)}</p>
        </>
      )}
      <ul class="menu__items">
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
          <Report key={work.id} work={work} onStopped={load} />
        ))}
      </ul>
    </Menu>
  );
}

function Counts(counts: { done: number; failed: number; total: number }) {
  return <span class="muted">{t(words.workCounts, counts)}</span>;
}

function Report({ work, onStopped }: { work: Work; onStopped: () => void }) {
  const { id, title, status, done, failed, total, refusals, href, startedAt, stopAsked } = work;
  const stop = () => void api(`/api/console/workspace/work/${id}/stop`, { method: "POST" }).then(onStopped, () => undefined);
  const tone = status === "running" ? "accent" : status === "stopped" || failed ? "warning" : "success";
  return (
    <li class="stack stack--near">
      <span>
        <strong>{say(title, currentLocale())}</strong> <Tag tone={tone}>{t(words[status])}</Tag>
      </span>
      <span class="muted">{formatTime(startedAt, currentLocale())}</span>
      <Counts done={done} failed={failed} total={total} />
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
      {status === "running" && (
        <Button look="quiet" disabled={stopAsked === true} onClick={stop}>
          {t(stopAsked ? words.stopping : words.stop)}
        </Button>
      )}
      <a href={href}>{t(words.workList)}</a>
    </li>
  );
}

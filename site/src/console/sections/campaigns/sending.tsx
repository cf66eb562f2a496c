import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { t } from "../../text.ts";
import { Progress as Bar, Button, Dialog, Notice } from "../../ui.tsx";
import { Counts } from "./audience.tsx";
import { Ledger } from "./ledger.tsx";
import { type AudiencePage, type CampaignRow, mailStates, type Progress } from "./types.ts";
import { words } from "./words.ts";

/** A campaign under way or over: what the numbers are, what can be done, and each recipient. */
export function Sending({ row, onMoved }: { row: CampaignRow; onMoved: () => Promise<void> }) {
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const path = `/api/console/campaigns/${row.id}`;

  const look = () =>
    api<Progress>(`${path}/progress`).then(setProgress, (error) => {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    });
  useEffect(() => {
    void look();
  }, [row.version]);
  const mails = progress?.mails;
  const live = progress && (progress.status === "sending" || settling(progress, row));
  useEffect(() => {
    if (!live) return;
    const timer = setTimeout(() => void look(), 1500);
    return () => clearTimeout(timer);
  }, [progress]);
  useEffect(() => {
    if (progress && progress.status !== row.status) void onMoved();
  }, [progress?.status]);

  const act = async (verb: string, body: object = {}) => {
    setBusy(true);
    setProblem("");
    try {
      await api(`${path}/${verb}`, { method: "POST", body: { version: progress?.version, ...body } });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.message);
    }
    await Promise.all([look(), onMoved()]);
    setBusy(false);
  };
  const resume = async () => {
    const { counts } = await api<AudiencePage>(`${path}/audience?limit=1`);
    await act("resume", progress?.frozen ? {} : { expected: counts.included });
  };

  if (!progress) return problem ? <Notice tone="error">{problem}</Notice> : <p role="status">{t(words.loading)}</p>;
  const all = progress.frozen?.included ?? 0;
  const open = progress.queued + (mails ? mails.claimed + mails.unknown + mails.deferred : 0);
  return (
    <section class="stack">
      <h2>{t(words.progress)}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {progress.heldBecause && (
        <Notice tone={progress.heldBecause === "blocked" ? "error" : "warning"}>{t(words.held[progress.heldBecause])}</Notice>
      )}
      {progress.frozen ? (
        <>
          <Bar label={t(words.progress)} value={all - open} max={Math.max(1, all)} />
          <p role="status">{t(words.balance, { done: all - open, all })}</p>
          <Numbers progress={progress} />
          <Counts counts={progress.frozen} />
        </>
      ) : (
        progress.status === "sending" && <p role="status">{t(words.freezing)}</p>
      )}
      {progress.asking > 0 && (
        <Notice tone="warning" title={t(words.asking, { n: progress.asking })}>
          <p>{t(words.askingHelp)}</p>
          <div class="actions">
            <Button look="quiet" busy={busy} onClick={() => act("unknown", { choice: "resend" })}>
              {t(words.resendThese)}
            </Button>
            <Button look="quiet" busy={busy} onClick={() => act("unknown", { choice: "leave" })}>
              {t(words.leave)}
            </Button>
          </div>
        </Notice>
      )}
      <div class="actions">
        {progress.status === "sending" && (
          <Button look="quiet" busy={busy} onClick={() => act("pause")}>
            {t(words.pause)}
          </Button>
        )}
        {progress.status === "paused" && progress.heldBecause !== "blocked" && (
          <Button busy={busy} onClick={resume}>
            {t(words.resume)}
          </Button>
        )}
        {(progress.status === "sending" || progress.status === "paused") && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t(words.cancel)}
          </Button>
        )}
      </div>
      <Dialog open={asking} title={t(words.cancel)} onClose={() => setAsking(false)}>
        <p>{t(words.cancelSure)}</p>
        <Button
          look="danger"
          busy={busy}
          onClick={() => {
            setAsking(false);
            void act("cancel");
          }}
        >
          {t(words.cancel)}
        </Button>
      </Dialog>
      {progress.frozen && <Ledger id={row.id} stamp={JSON.stringify(mails)} />}
    </section>
  );
}

/** Deliveries still come in for a while after the last mail went; then looking ends. */
const settling = (progress: Progress, row: CampaignRow) =>
  progress.status === "finished" && progress.mails.accepted > 0 && Date.now() - new Date(row.endedAt ?? 0).getTime() < 60_000;

const percent = (n: number, of = 0) => (of ? `${Math.round((n / of) * 1000) / 10}%` : "–");

function Numbers({ progress }: { progress: Progress }) {
  const rows: [string, number][] = [
    [t(words.queued), progress.queued],
    ...mailStates.map((state): [string, number] => [
      t(state === "excluded" ? words.refusedLate : words[state]),
      progress.mails[state],
    ]),
    [t(words.cancelled), progress.cancelled],
  ];
  return (
    <dl class="figures">
      {rows
        .filter(([, n]) => n > 0)
        .map(([name, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {n} <span class="muted small">{t(words.share, { n: percent(n, progress.frozen?.included) })}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

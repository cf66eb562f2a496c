import { conflictsOf, wholeAgenda } from "@lingxi/core/activity/conflicts-schema";
import { stageOf } from "@lingxi/core/activity/stages-schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { localTime } from "@lingxi/core/platform/zone";
import { useState } from "preact/hooks";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Field, Notice, Tag } from "../../ui.tsx";
import { words as more } from "./authoring-words.ts";
import { toInstant } from "./draft.ts";
import { Told } from "./standing.tsx";
import { words as tickets } from "./ticket-words.ts";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

export type Step = "publish" | "close" | "reopen" | "cancel";

interface StateProps {
  row: ActivityRow;
  busy: boolean;
  /** Something is typed and not saved: publishing would publish something else than what is seen. */
  dirty: boolean;
  onMove: (step: Step, done: string, input?: object) => void;
}

/** What state the activity is in, what can be done next and what that does to those who registered, and the way to them. */
export function ActivityState({ row, busy, dirty, onMove }: StateProps) {
  const [asking, setAsking] = useState<Step>();
  const stage = stageOf(row, new Date().toISOString());
  const can: Readonly<Record<Step, boolean>> = {
    publish: row.status === "draft",
    close: stage === "open",
    reopen: stage === "closed",
    cancel: row.status === "published" && stage !== "finished",
  };
  const tone = stage === "open" ? "success" : stage === "cancelled" ? "error" : "info";
  return (
    <section class="stack">
      <div class="actions">
        <Tag tone={tone}>{t(more.stages[stage])}</Tag>
        <span>
          {t(words.seats)} {row.taken} / {row.capacity} · {t(words.waiting)} {row.waiting}
        </span>
        {can.publish && (
          <Button busy={busy} disabled={dirty} onClick={() => setAsking("publish")}>
            {t(words.publish)}
          </Button>
        )}
        <a class="button button--quiet" href={`/console/activities/${row.id}/form`}>
          {t(words.form)}
        </a>
        <a class="button button--quiet" href={`/console/activities/${row.id}/agenda`}>
          {t(more.agenda)}
        </a>
        {row.status !== "draft" && (
          <a class="button button--quiet" href={`/console/activities/${row.id}/registrations`}>
            {t(words.registrations)}
          </a>
        )}
        {row.status !== "draft" && (
          <a class="button button--quiet" href={`/activities/${row.id}/`} target="_blank" rel="noopener">
            {t(words.view)}
          </a>
        )}
        {(["close", "reopen", "cancel"] as const).map(
          (step) =>
            can[step] && (
              <Button key={step} look="quiet" disabled={dirty && step !== "cancel"} onClick={() => setAsking(step)}>
                {t(more[step])}
              </Button>
            ),
        )}
      </div>
      <OverBooking row={row} />
      <Dialog open={asking !== undefined} title={asking ? t(more[asking]) : ""} onClose={() => setAsking(undefined)}>
        {asking && (
          <Ask
            key={asking}
            {...{ row, step: asking, busy }}
            onDo={(input) => {
              setAsking(undefined);
              const done = { publish: words.publishedNow, close: more.closed, reopen: more.reopened, cancel: words.cancelled };
              onMove(asking, t(done[asking]), input);
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

/** What was knowingly set below what is taken, by whom. */
function OverBooking({ row }: { row: ActivityRow }) {
  const { locale } = useLocale();
  if (!row.overbooking) return null;
  const { quotas, at, by } = row.overbooking;
  const name = (id: string) => {
    const quota = row.quotas?.find((one) => one.id === id);
    return quota ? say(quota.name, locale) : t(tickets.whole);
  };
  return (
    <Notice tone="warning">
      {quotas.map(({ id, size, taken }) => (
        <p key={id}>{t(more.overbooking, { name: name(id), size, taken, by, at: formatTime(at, locale, row.timeZone) })}</p>
      ))}
    </Notice>
  );
}

interface AskProps {
  row: ActivityRow;
  step: Step;
  busy: boolean;
  onDo: (input: object) => void;
}

/** Says what a step does to those who are registered, who gets which mail, and whether it can be undone; then does it. */
function Ask({ row, step, busy, onDo }: AskProps) {
  const { locale } = useLocale();
  const at = (instant: string) => formatTime(instant, locale, row.timeZone);
  const now = new Date().toISOString();
  const closes = row.closedEarly && row.closedEarly.was > now ? row.closedEarly.was : row.endsAt;
  const [until, setUntil] = useState(localTime(closes, row.timeZone));
  const conflicts = conflictsOf(wholeAgenda(row), row).length;
  const opens = row.registrationOpensAt && row.registrationOpensAt > now ? row.registrationOpensAt : undefined;
  const input = step === "reopen" ? { until: toInstant(until, row.timeZone) || undefined } : {};
  const says: Readonly<Record<Step, readonly string[]>> = {
    publish: [
      opens ? t(more.publishOpens, { at: at(opens) }) : t(more.publishDoes),
      ...(conflicts ? [t(more.publishConflicts, { n: conflicts })] : []),
      t(more.publishBack),
    ],
    close: [t(more.closeDoes), t(more.closeBack, { at: at(row.registrationClosesAt) })],
    reopen: [t(more.reopenDoes, { at: at(toInstant(until, row.timeZone) || closes) })],
    cancel: [t(more.cancelDoes), ...(row.kind === "roadshow" ? [t(more.cancelCall)] : []), t(more.cancelBack)],
  };
  return (
    <>
      {says[step].map((text) => (
        <p key={text}>{text}</p>
      ))}
      {step === "reopen" && (
        <Field short type="datetime-local" name="until" label={t(more.until)} value={until} onInput={setUntil} />
      )}
      {step !== "publish" && step !== "reopen" && (
        <Told activityId={row.id} news={step === "cancel" ? "called-off" : undefined} />
      )}
      <Button look={step === "cancel" ? "danger" : "main"} busy={busy} onClick={() => onDo(input)}>
        {t(more[step])}
      </Button>
    </>
  );
}

import type { FullCase } from "@lingxi/core/cases/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Field, Notice, TextArea } from "../../ui.tsx";
import { useDesk } from "./desk.ts";
import { States } from "./list.tsx";
import type { Open } from "./use-case.ts";
import { words as listWords } from "./words.ts";
import { flowWords as words } from "./words-workflow.ts";

interface StateProps {
  row: FullCase;
  open: Open;
}

/** What state it is in, why, and what those who are here can do next. What is typed is saved before a step of the draft. */
export function CaseState({ row, open }: StateProps) {
  const desk = useDesk();
  const { locale } = useLocale();
  const session = useSession();
  const [asking, setAsking] = useState<"review" | "return" | "schedule" | "withdraw">();
  const { busy } = open.work;
  const { dirty } = open.writing;
  const organiser = hasRole(session, "organiser");
  const editor = organiser || hasRole(session, "editor");
  const ready = dirty || row.changed || row.status !== "published";
  const prefix = locale === "en" ? "/en" : "";
  const close = () => setAsking(undefined);
  const act = async (step: string, done: typeof words.publishedNow, more: object = {}, ofDraft = true) => {
    if (await open.act(step, done, more, ofDraft)) close();
  };
  const look = organiser || dirty ? "quiet" : "main";
  return (
    <section class="case-state stack" aria-label={t(listWords.status)}>
      <p class="case-state__tags">
        <States row={row} />
        {dirty && <span class="muted">{t(listWords.unsaved)}</span>}
      </p>
      <Told row={row} />
      {dirty && row.schedule && <p class="muted small">{t(listWords.voids)}</p>}
      <div class="actions">
        {organiser && ready && (
          <Button look={dirty ? "quiet" : "main"} busy={busy} onClick={() => void act("publish", words.publishedNow)}>
            {t(dirty ? words.saveAndPublish : words.publish)}
          </Button>
        )}
        {organiser && ready && (
          <Button look="quiet" busy={busy} onClick={() => setAsking("schedule")}>
            {t(row.schedule && !dirty ? words.reschedule : words.schedule)}
          </Button>
        )}
        {organiser && row.schedule && (
          <Button look="quiet" busy={busy} onClick={() => void act("unschedule", words.unscheduledNow, {}, false)}>
            {t(words.unschedule)}
          </Button>
        )}
        {organiser && row.review && (
          <Button look="quiet" busy={busy} onClick={() => setAsking("return")}>
            {t(words.giveBack)}
          </Button>
        )}
        {editor && ready && !row.review && (!row.schedule || dirty) && (
          <Button look={look} busy={busy} onClick={() => setAsking("review")}>
            {t(dirty ? words.saveAndAsk : words.askReview)}
          </Button>
        )}
        {editor && row.review && (
          <Button look="quiet" busy={busy} onClick={() => void act("recall", words.recalledNow, {}, false)}>
            {t(words.recall)}
          </Button>
        )}
        {organiser && row.status === "published" && (
          <Button look="quiet" busy={busy} onClick={() => setAsking("withdraw")}>
            {t(words.withdraw)}
          </Button>
        )}
        {row.publishedSlug && (
          <a class="button button--quiet" href={prefix + desk.page(row.publishedSlug)} target="_blank" rel="noopener">
            {t(words.view)}
          </a>
        )}
      </div>
      <ReviewDialog
        open={asking === "review"}
        onClose={close}
        busy={busy}
        onSend={(note) => void act("ask-review", words.askedNow, { note })}
      />
      <ReturnDialog
        open={asking === "return"}
        onClose={close}
        work={open.work}
        onSend={(remark) => void act("return", words.gaveBack, { remark }, false)}
      />
      <ScheduleDialog
        open={asking === "schedule"}
        onClose={close}
        work={open.work}
        at={row.schedule?.publishAt}
        onSend={(publishAt) => void act("schedule", words.scheduledNow, { publishAt })}
      />
      <Dialog open={asking === "withdraw"} title={t(words.withdraw)} onClose={close}>
        <p>{t(words.withdrawSure)}</p>
        <Button look="danger" busy={busy} onClick={() => void act("withdraw", words.withdrawnNow, {}, false)}>
          {t(words.withdraw)}
        </Button>
      </Dialog>
    </section>
  );
}

/** Who asked, approved or gave back, and why it waits. */
function Told({ row: { review, schedule, returned } }: { row: FullCase }) {
  const { locale } = useLocale();
  const time = (at: string) => formatTime(at, locale);
  if (schedule?.held)
    return (
      <Notice tone="warning">
        {t(schedule.held === "late" ? words.heldLate : words.heldChecklist, { time: time(schedule.publishAt) })}
      </Notice>
    );
  if (schedule)
    return <Notice>{t(words.scheduledFor, { time: time(schedule.publishAt), who: schedule.by.name ?? schedule.by.id })}</Notice>;
  if (review)
    return (
      <Notice>
        <p>{t(words.inReview, { who: review.by.name ?? review.by.id, time: time(review.since) })}</p>
        {review.note && <p class="case-state__said">{review.note}</p>}
      </Notice>
    );
  if (returned)
    return (
      <Notice tone="warning">
        <p>{t(words.returnedBy, { who: returned.by.name ?? returned.by.id, time: time(returned.at) })}</p>
        <p class="case-state__said">{returned.remark}</p>
      </Notice>
    );
  return null;
}

interface AskProps {
  open: boolean;
  onClose: () => void;
  onSend: (text: string) => void;
}

function ReviewDialog({ open, onClose, busy, onSend }: AskProps & { busy: boolean }) {
  const [note, setNote] = useState("");
  return (
    <Dialog open={open} title={t(words.askReview)} onClose={onClose}>
      {open && <p>{t(words.askHelp)}</p>}
      {open && <TextArea name="note" label={t(words.note)} value={note} onInput={setNote} rows={4} />}
      <Button busy={busy} onClick={() => onSend(note)}>
        {t(words.askReview)}
      </Button>
    </Dialog>
  );
}

function ReturnDialog({ open, onClose, work, onSend }: AskProps & { work: Open["work"] }) {
  const [remark, setRemark] = useState("");
  return (
    <Dialog open={open} title={t(words.giveBackTitle)} onClose={onClose}>
      {open && <p>{t(words.remarkHelp)}</p>}
      {open && (
        <TextArea
          name="remark"
          label={t(words.remark)}
          value={remark}
          onInput={setRemark}
          rows={6}
          errors={work.trouble?.fields}
        />
      )}
      <Button busy={work.busy} onClick={() => onSend(remark)}>
        {t(words.giveBackTitle)}
      </Button>
    </Dialog>
  );
}

const beijing = 8 * 3_600_000;
const toLocal = (instant: string) => new Date(new Date(instant).getTime() + beijing).toISOString().slice(0, 16);
/** Tomorrow at nine, in Beijing. */
const tomorrow = () => `${toLocal(new Date(Date.now() + 86_400_000).toISOString()).slice(0, 10)}T09:00`;

function ScheduleDialog({ open, onClose, work, at, onSend }: AskProps & { work: Open["work"]; at: string | undefined }) {
  const [time, setTime] = useState("");
  const shown = time || (at ? toLocal(at) : tomorrow());
  const others = work.trouble?.fields.filter(({ field }) => field !== "publishAt") ?? [];
  return (
    <Dialog open={open} title={t(words.scheduleTitle)} onClose={onClose}>
      {open && <p>{t(words.scheduleHelp)}</p>}
      {open && others.length > 0 && (
        <Notice tone="error">
          <ul>
            {others.map(({ field, message }) => (
              <li key={field}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {open && (
        <Field
          name="publishAt"
          label={t(words.time)}
          hint={t(words.timeHint)}
          type="datetime-local"
          value={shown}
          onInput={setTime}
          errors={work.trouble?.fields}
        />
      )}
      <Button busy={work.busy} onClick={() => onSend(shown ? `${shown}:00+08:00` : "")}>
        {t(words.approve)}
      </Button>
    </Dialog>
  );
}

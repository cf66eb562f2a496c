import { useState } from "preact/hooks";
import { t } from "../../text.ts";
import { Button, Dialog, Tag } from "../../ui.tsx";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

interface StateProps {
  row: ActivityRow;
  busy: boolean;
  /** Something is typed and not saved: publishing would publish something else than what is seen. */
  dirty: boolean;
  onMove: (verb: "publish" | "cancel", done: string) => void;
}

/** What state the activity is in, what can be done next, and the way to those who registered. */
export function ActivityState({ row, busy, dirty, onMove }: StateProps) {
  const [asking, setAsking] = useState(false);
  const tone = row.status === "published" ? "success" : "info";
  return (
    <section class="stack">
      <div class="actions">
        <Tag tone={tone}>{t(words[row.status])}</Tag>
        <span>
          {t(words.seats)} {row.taken} / {row.capacity} · {t(words.waiting)} {row.waiting}
        </span>
        {row.status === "draft" && (
          <Button busy={busy} disabled={dirty} onClick={() => onMove("publish", t(words.publishedNow))}>
            {t(words.publish)}
          </Button>
        )}
        <a class="button button--quiet" href={`/console/activities/${row.id}/form`}>
          {t(words.form)}
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
        {row.status === "published" && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t(words.cancel)}
          </Button>
        )}
      </div>
      <Dialog open={asking} title={t(words.cancel)} onClose={() => setAsking(false)}>
        <p>{t(words.cancelSure, { taken: row.taken, waiting: row.waiting })}</p>
        <Button
          look="danger"
          busy={busy}
          onClick={() => {
            setAsking(false);
            onMove("cancel", t(words.cancelled));
          }}
        >
          {t(words.cancel)}
        </Button>
      </Dialog>
    </section>
  );
}

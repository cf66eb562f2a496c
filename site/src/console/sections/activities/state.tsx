import { formatTime } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, Empty, Notice, Table, Tag } from "../../ui.tsx";
import type { ActivityRow, RegistrationRow } from "./types.ts";
import { words } from "./words.ts";

interface StateProps {
  row: ActivityRow;
  busy: boolean;
  /** Something is typed and not saved: publishing would publish something else than what is seen. */
  dirty: boolean;
  onMove: (verb: "publish" | "cancel", done: string) => void;
}

/** What state the activity is in, what can be done next, and who registered. */
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
      {row.status !== "draft" && <Registrations activityId={row.id} />}
    </section>
  );
}

function Registrations({ activityId }: { activityId: string }) {
  const { locale } = useLocale();
  const { items, problem, more, busy } = usePaged<RegistrationRow>(`/api/console/activities/${activityId}/registrations`);
  return (
    <details>
      <summary>{t(words.registrations)}</summary>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && !problem && <Empty title={t(words.nobody)} help={t(words.nobodyHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.registrations)}
          rows={items}
          rowKey={(r) => r.id}
          columns={[
            { key: "name", label: t(words.person), cell: (r) => r.name },
            { key: "organisation", label: t(words.organisation), cell: (r) => r.organisation },
            { key: "status", label: t(words.status), cell: (r) => t(words[r.status]) },
            { key: "email", label: t(words.email), cell: (r) => r.email },
            { key: "phone", label: t(words.phone), cell: (r) => r.phone ?? "" },
            { key: "at", label: t(words.at), cell: (r) => formatTime(r.queuedAt, locale) },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </details>
  );
}

import type { FullCase } from "@lingxi/core/cases/schema";
import { useState } from "preact/hooks";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog } from "../../ui.tsx";
import { States } from "./list.tsx";
import { words } from "./words.ts";

interface StateProps {
  row: FullCase;
  busy: boolean;
  /** Something is typed and not saved. */
  dirty: boolean;
  onPublish: () => void;
  onWithdraw: () => void;
}

/** What state the case is in, and what can be done next. Publishing saves first; a preview shows what is saved. */
export function CaseState({ row, busy, dirty, onPublish, onWithdraw }: StateProps) {
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const prefix = locale === "en" ? "/en" : "";
  const ready = dirty || row.changed || row.status !== "published";
  return (
    <section class="actions case-state" aria-label={t(words.status)}>
      <States row={row} />
      {dirty && <span role="status">{t(words.unsaved)}</span>}
      {ready && (
        <Button busy={busy} onClick={onPublish}>
          {t(dirty ? words.saveAndPublish : words.publish)}
        </Button>
      )}
      {!dirty && (
        <a class="button button--quiet" href={`/api/preview/cases/${row.id}?locale=${locale}`} target="_blank" rel="noopener">
          {t(words.preview)}
        </a>
      )}
      {row.publishedSlug && (
        <a class="button button--quiet" href={`${prefix}/cases/${row.publishedSlug}/`} target="_blank" rel="noopener">
          {t(words.view)}
        </a>
      )}
      {row.status === "published" && (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t(words.withdraw)}
        </Button>
      )}
      <Dialog open={asking} title={t(words.withdraw)} onClose={() => setAsking(false)}>
        <p>{t(words.withdrawSure)}</p>
        <Button
          look="danger"
          busy={busy}
          onClick={() => {
            setAsking(false);
            onWithdraw();
          }}
        >
          {t(words.withdraw)}
        </Button>
      </Dialog>
    </section>
  );
}

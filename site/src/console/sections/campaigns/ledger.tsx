import { exclusions } from "@lingxi/core/campaign/schema";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Table, Tag } from "../../ui.tsx";
import type { RecipientRow } from "./types.ts";
import { words } from "./words.ts";

const size = 50;
const tone = (state: RecipientRow["state"]) =>
  state === "delivered" || state === "accepted"
    ? "success"
    : state === "bounced" || state === "complained" || state === "rejected"
      ? "error"
      : state === "unknown" || state === "excluded"
        ? "warning"
        : "info";

/** Each person of the frozen audience, and what became of the mail. Read again when `stamp` changes. */
export function Ledger({ id, stamp }: { id: string; stamp: string }) {
  const { locale } = useLocale();
  const [items, setItems] = useState<readonly RecipientRow[]>([]);
  const [total, setTotal] = useState(0);
  const [from, setFrom] = useState(0);
  useEffect(() => {
    let current = true;
    void api<{ items: RecipientRow[]; total: number }>(`/api/console/campaigns/${id}/recipients?from=${from}&limit=${size}`).then(
      (page) => {
        if (!current) return;
        setItems(page.items);
        setTotal(page.total);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [id, from, stamp]);
  return (
    <section class="stack">
      <h2>{t(words.ledger)}</h2>
      <Table
        caption={t(words.ledger)}
        rows={items}
        rowKey={(r) => r.person}
        columns={[
          { key: "name", label: t(words.person), cell: (r) => <span class="keep">{r.name}</span> },
          { key: "email", label: t(words.email), cell: (r) => <span class="keep">{r.email}</span> },
          {
            key: "state",
            label: t(words.status),
            cell: (r) => (
              <Tag tone={tone(r.state)}>
                {r.excluded ? exclusions[r.excluded][locale] : t(r.state === "excluded" ? words.refusedLate : words[r.state])}
              </Tag>
            ),
          },
          { key: "at", label: t(words.at), cell: (r) => <span class="keep">{r.at && formatTime(r.at, locale)}</span> },
        ]}
      />
      {total > size && (
        <div class="actions">
          <Button look="quiet" disabled={from === 0} onClick={() => setFrom(from - size)}>
            {t(words.before)}
          </Button>
          <span class="muted">
            {from + 1}–{Math.min(total, from + size)} / {total}
          </span>
          <Button look="quiet" disabled={from + size >= total} onClick={() => setFrom(from + size)}>
            {t(words.after)}
          </Button>
        </div>
      )}
    </section>
  );
}

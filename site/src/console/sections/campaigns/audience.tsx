import { type Exclusion, exclusions } from "@lingxi/core/campaign/schema";
import { useState } from "preact/hooks";
import { api } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Table, Tag } from "../../ui.tsx";
import type { AudiencePage, AudienceRow, Frozen } from "./types.ts";
import { words } from "./words.ts";

/** How many get it, and of the others how many for which reason. */
export function Counts({ counts }: { counts: Frozen }) {
  const { locale } = useLocale();
  const reasons = Object.entries(counts.excluded) as [Exclusion, number][];
  const out = reasons.reduce((sum, [, n]) => sum + n, 0);
  return (
    <p>
      <strong>{t(words.included, { n: counts.included })}</strong>
      {" · "}
      {t(words.excluded, { n: out })}
      {reasons.length > 0 &&
        ` (${reasons.map(([reason, n]) => `${exclusions[reason][locale]} ${n}`).join(locale === "en" ? ", " : "，")})`}
      {" · "}
      <span class="muted">{t(words.considered, { n: counts.considered })}</span>
    </p>
  );
}

/** Everyone who is known, with the reason for each who gets nothing. */
export function AudienceView({ id, first }: { id: string; first: AudiencePage }) {
  const { locale } = useLocale();
  const [items, setItems] = useState<readonly AudienceRow[]>(first.items);
  const [cursor, setCursor] = useState(first.cursor);
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    const page = await api<AudiencePage>(`/api/console/campaigns/${id}/audience?cursor=${encodeURIComponent(cursor ?? "")}`);
    setItems([...items, ...page.items]);
    setCursor(page.cursor);
    setBusy(false);
  };
  return (
    <section class="stack">
      <h2>{t(words.step3)}</h2>
      <Counts counts={first.counts} />
      <Table
        caption={t(words.step3)}
        rows={items}
        rowKey={(r) => r.person}
        columns={[
          { key: "name", label: t(words.person), cell: (r) => <span class="keep">{r.name}</span> },
          { key: "organisation", label: t(words.organisation), cell: (r) => <span class="keep">{r.organisation}</span> },
          { key: "email", label: t(words.email), cell: (r) => <span class="keep">{r.email}</span> },
          {
            key: "result",
            label: t(words.result),
            cell: (r) =>
              r.excluded ? <Tag tone="warning">{exclusions[r.excluded][locale]}</Tag> : <Tag tone="success">{t(words.yes)}</Tag>,
          },
        ]}
      />
      {cursor && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </section>
  );
}

import type { Brokered as Row } from "@lingxi/core/matching/deal-schema";
import { say } from "@lingxi/core/platform/text";
import { formatDay } from "@lingxi/core/platform/time";
import { useChainName } from "../../chains.tsx";
import { usePaged } from "../../paged.ts";
import { words as common } from "../../review/words.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice, Table } from "../../ui.tsx";
import { words } from "./words.ts";

/** The conversions that somebody brought about, as titles are judged by. */
export function Brokered({ id }: { id: string }) {
  const { locale } = useLocale();
  const session = useSession();
  const chainName = useChainName();
  const { items, problem, more, busy } = usePaged<Row>(`/api/console/matches/brokered/${id}?limit=20`);
  // Others find no page of the pair behind the link.
  const reads = ["broker", "organiser", "auditor"].some((role) => hasRole(session, role));
  const title = (row: Row) => say(row.demandTitle, locale) || row.demandId;
  return (
    <section class="stack" aria-label={t(words.brokered)}>
      <h2>{t(words.brokered)}</h2>
      {problem && <Notice tone="error">{problem}</Notice>}
      {items?.length === 0 && <p class="muted">{t(words.brokeredNone)}</p>}
      {items && items.length > 0 && (
        <Table
          caption={t(words.brokered)}
          rows={items}
          rowKey={(row) => `${row.demandId} ${row.offerId}`}
          columns={[
            { key: "on", label: t(common.since), cell: (row) => formatDay(row.on, locale) },
            {
              key: "need",
              label: t(words.brokeredNeed),
              cell: (row) => (reads ? <a href={`/console/matches/${row.demandId}/${row.offerId}`}>{title(row)}</a> : title(row)),
            },
            { key: "way", label: t(common.ways), cell: (row) => t(common[row.way]) },
            { key: "chain", label: t(common.chain), cell: (row) => chainName(row.chain) },
            { key: "role", label: t(words.brokeredRole), cell: (row) => t(words[`role-${row.role}`]) },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.brokeredMore)}
        </Button>
      )}
    </section>
  );
}

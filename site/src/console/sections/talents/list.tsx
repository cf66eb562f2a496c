import { formatTime } from "@lingxi/core/platform/time";
import type { TalentDetail, TalentStatus } from "@lingxi/core/talent/schema";
import { usePaged } from "../../paged.ts";
import { StateTabs, WaitingCount } from "../../review/parts.tsx";
import { words as common } from "../../review/words.ts";
import { usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table } from "../../ui.tsx";
import { words } from "./words.ts";

const states: readonly TalentStatus[] = ["applied", "approved", "declined", "withdrawn"];

/** People by state; the state is part of the address. */
export function TalentList() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const status = states.find((s) => s === query.get("status")) ?? "applied";
  const { items, problem, more, busy } = usePaged<TalentDetail>(`/api/console/talents?status=${status}`);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      <WaitingCount path="/api/console/talents/waiting" />
      <StateTabs path="/console/talents" states={states} current={status} label={(s) => t(words[s])} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && !problem && <p role="status">{t(common.loading)}</p>}
      {items?.length === 0 && !problem && (
        <Empty title={t(words.emptyTitle)} help={t(status === "applied" ? words.emptyWaiting : words.emptyOther)} />
      )}
      {items && items.length > 0 && (
        <Table
          caption={t(words.title)}
          rows={items}
          rowKey={(p) => p.id}
          columns={[
            {
              key: "name",
              label: t(words.name),
              cell: (p) => <a href={`/console/talents/${p.id}`}>{p.name || t(words.left)}</a>,
            },
            { key: "organisation", label: t(words.organisation), cell: (p) => p.organisation },
            { key: "position", label: t(words.position), cell: (p) => p.title },
            { key: "expertise", label: t(words.expertise), cell: (p) => p.expertise.join(locale === "en" ? ", " : "、") },
            { key: "since", label: t(words.since), cell: (p) => formatTime(p.since, locale) },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(common.more)}
        </Button>
      )}
    </div>
  );
}

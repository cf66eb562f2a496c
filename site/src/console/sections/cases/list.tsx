import { type CaseRow, caseStatuses } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { usePaged } from "../../paged.ts";
import { go, usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

/** Cases by state; the state is part of the address. */
export function CaseList() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const status = caseStatuses.find((s) => s === query.get("status")) ?? "published";
  const { items, problem, more, busy } = usePaged<CaseRow>(`/api/console/cases?status=${status}`);
  const add = <Button onClick={() => go("/console/cases/new")}>{t(words.add)}</Button>;
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {add}
      </PageTitle>
      <nav class="tabs" aria-label={t(words.status)}>
        {caseStatuses.map((s) => (
          <a key={s} class="tabs__tab" href={`/console/cases?status=${s}`} aria-current={s === status ? "page" : undefined}>
            {t(words[s])}
          </a>
        ))}
      </nav>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && <p role="status">{t(words.loading)}</p>}
      {items?.length === 0 && !problem && <Empty title={t(words.emptyTitle[status])} help={t(words.emptyHelp[status])} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words[status])}
          rows={items}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "title",
              label: t(words.name),
              cell: (one) => <a href={`/console/cases/${one.id}`}>{say(one.title, locale)}</a>,
            },
            { key: "state", label: t(words.status), cell: (one) => <States row={one} /> },
            { key: "changed", label: t(words.lastChange), cell: (one) => formatTime(one.updatedAt, locale) },
          ]}
        />
      )}
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}

/** The state of a case, and whether its draft says something else than what is public. */
export function States({ row }: { row: Pick<CaseRow, "status" | "changed"> }) {
  return (
    <span class="actions">
      <Tag tone={row.status === "published" ? "success" : "info"}>{t(words[row.status])}</Tag>
      {row.changed && <Tag tone="warning">{t(words.changed)}</Tag>}
    </span>
  );
}

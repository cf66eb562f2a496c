import { activityStatuses } from "@lingxi/core/activity/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { usePaged } from "../../paged.ts";
import { go, usePlace } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table } from "../../ui.tsx";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

/** Activities by state; the state is part of the address. */
export function ActivityList() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const status = activityStatuses.find((s) => s === query.get("status")) ?? "published";
  const { items, problem, more, busy } = usePaged<ActivityRow>(`/api/console/activities?status=${status}`);
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        <Button onClick={() => go("/console/activities/new")}>{t(words.add)}</Button>
      </PageTitle>
      <nav class="tabs" aria-label={t(words.status)}>
        {activityStatuses.map((s) => (
          <a key={s} class="tabs__tab" href={`/console/activities?status=${s}`} aria-current={s === status ? "page" : undefined}>
            {t(words[s])}
          </a>
        ))}
      </nav>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && <p role="status">{t(words.loading)}</p>}
      {items?.length === 0 && !problem && <Empty title={t(words.emptyTitle)} help={t(words.emptyHelp)} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words.title)}
          rows={items}
          rowKey={(a) => a.id}
          columns={[
            {
              key: "title",
              label: t(words.name),
              cell: (a) => <a href={`/console/activities/${a.id}`}>{say(a.title, locale)}</a>,
            },
            { key: "kind", label: t(words.kind), cell: (a) => t(words[a.kind]) },
            { key: "when", label: t(words.when), cell: (a) => formatTime(a.startsAt, locale, a.timeZone) },
            { key: "seats", label: t(words.seats), number: true, cell: (a) => `${a.taken} / ${a.capacity}` },
            { key: "waiting", label: t(words.waiting), number: true, cell: (a) => a.waiting },
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

import { type CaseRow, type CaseState, caseStates } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { go, usePlace } from "../../router.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, Notice, PageTitle, Table, Tag } from "../../ui.tsx";
import { words } from "./words.ts";

interface Waiting {
  readonly count: number;
  readonly scheduled: number;
  readonly held: number;
  readonly more: boolean;
}

/** Cases by state; the state is part of the address. */
export function CaseList() {
  const { locale } = useLocale();
  const { query } = usePlace();
  const session = useSession();
  const writer = hasRole(session, "editor") || hasRole(session, "organiser");
  const state = caseStates.find((s) => s === query.get("status")) ?? "published";
  const { items, problem, more, busy } = usePaged<CaseRow>(`/api/console/cases?status=${state}`);
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => {
    // The list below says itself when the server is not reached.
    api<Waiting>("/api/console/cases/waiting").then(setWaiting, () => setWaiting(undefined));
  }, [state]);
  const counted: Partial<Record<CaseState, number>> = waiting ? { "in-review": waiting.count, scheduled: waiting.scheduled } : {};
  return (
    <div class="stack">
      <PageTitle title={t(words.title)} intro={t(words.intro)}>
        {writer && <Button onClick={() => go("/console/cases/new")}>{t(words.add)}</Button>}
      </PageTitle>
      {waiting && waiting.held > 0 && (
        <Notice tone="warning">
          <a href="/console/cases?status=scheduled">{t(words.heldCount, { n: waiting.held })}</a>
        </Notice>
      )}
      <nav class="tabs" aria-label={t(words.status)}>
        {caseStates.map((s) => (
          <a key={s} class="tabs__tab" href={`/console/cases?status=${s}`} aria-current={s === state ? "page" : undefined}>
            {t(words[s])}
            {counted[s] ? <span class="tabs__count">{`${counted[s]}${waiting?.more ? "+" : ""}`}</span> : null}
          </a>
        ))}
      </nav>
      {problem && <Notice tone="error">{problem}</Notice>}
      {!items && <p role="status">{t(words.loading)}</p>}
      {items?.length === 0 && !problem && <Empty title={t(words.emptyTitle[state])} help={t(words.emptyHelp[state])} />}
      {items && items.length > 0 && (
        <Table
          caption={t(words[state])}
          rows={items}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "title",
              label: t(words.name),
              cell: (one) => <a href={`/console/cases/${one.id}`}>{say(one.title, locale)}</a>,
            },
            { key: "state", label: t(words.status), cell: (one) => <States row={one} /> },
            when(state),
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

  /** The instant that counts in this list: since when it waits, when it will be published, or the last change. */
  function when(of: CaseState) {
    const time = (one: CaseRow) => {
      if (of === "in-review" && one.review) return t(words.since, { time: formatTime(one.review.since, locale) });
      if (of === "scheduled" && one.schedule) return t(words.at, { time: formatTime(one.schedule.publishAt, locale) });
      return formatTime(one.updatedAt, locale);
    };
    const label = of === "in-review" || of === "scheduled" ? words[of] : words.lastChange;
    return { key: "when", label: t(label), cell: time };
  }
}

/** The state of a case, where its draft stands, and whether that says something else than what is public. */
export function States({ row }: { row: CaseRow }) {
  return (
    <span class="tags">
      {(row.status !== "draft" || !(row.review || row.schedule)) && (
        <Tag tone={row.status === "published" ? "success" : "info"}>{t(words[row.status])}</Tag>
      )}
      {row.review && <Tag tone="accent">{t(words["in-review"])}</Tag>}
      {row.schedule && (
        <Tag tone={row.schedule.held ? "error" : "accent"}>{t(row.schedule.held ? words.held : words.scheduled)}</Tag>
      )}
      {row.returned && <Tag tone="warning">{t(words.returned)}</Tag>}
      {row.changed && !row.review && !row.schedule && <Tag tone="warning">{t(words.changed)}</Tag>}
    </span>
  );
}
